# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class CredentialsBasicAuth(Model):
    """A username and password pair for services that use basic authentication.

    Source: `security/credentials/basicAuth.json`
    """

    username: StrictStr
    """Account name with which to log in to the service."""

    password: SecretStr
    """Secret that belongs to the account in `username` and authenticates it to the service."""
