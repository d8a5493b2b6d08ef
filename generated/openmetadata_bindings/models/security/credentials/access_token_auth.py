# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class AccessTokenAuth(Model):
    """Credentials for a service that is accessed with a named personal access token, such as Tableau.

    Source: `security/credentials/accessTokenAuth.json`
    """

    personalAccessTokenName: StrictStr
    """Name given to the personal access token when it was created in the service."""

    personalAccessTokenSecret: SecretStr
    """Secret value of the personal access token, presented to the service at sign-in."""
