# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model


class AuthBasicAuth(Model):
    """Settings of a user who signs in with a password kept by the catalogue.

    Source: `auth/basicAuth.json`
    """

    password: StrictStr
    """Password with which the user proves who they are at sign-in."""
