# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class DatabricksOAuth(Model):
    """Sign-in to Databricks as a service principal, using the OAuth client credentials grant.

    Source: `entity/services/connections/database/databricks/databricksOAuth.json`
    """

    clientId: StrictStr
    """Application ID, a UUID, of the Databricks service principal."""

    clientSecret: SecretStr
    """OAuth secret issued to the service principal in the account console; traded for short-lived access tokens."""
