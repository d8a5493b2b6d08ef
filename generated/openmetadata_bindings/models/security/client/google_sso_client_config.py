# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class GoogleSSOClientConfig(Model):
    """How a client signs in to the catalogue with a Google service account.

    Source: `security/client/googleSSOClientConfig.json`
    """

    secretKey: SecretStr
    """Service account key in JSON that signs the token request, given either as a file path or as the JSON itself."""

    audience: StrictStr | None = "https://www.googleapis.com/oauth2/v4/token"
    """URL placed in the `aud` claim of the signed token request, normally the Google token endpoint."""
