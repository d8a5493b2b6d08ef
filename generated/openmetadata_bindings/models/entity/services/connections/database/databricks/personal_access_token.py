# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class PersonalAccessToken(Model):
    """Sign-in to a Databricks workspace with a user's personal access token.

    Source: `entity/services/connections/database/databricks/personalAccessToken.json`
    """

    token: SecretStr
    """Personal access token, usually starting with `dapi`, created under the user's developer settings; acts with that
    user's rights.
    """
