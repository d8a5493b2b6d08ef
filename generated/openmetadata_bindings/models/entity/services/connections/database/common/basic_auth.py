# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class CommonBasicAuth(Model):
    """Database sign-in with a plain password.

    Source: `entity/services/connections/database/common/basicAuth.json`
    """

    password: SecretStr | None = None
    """Password of the database user named in the connection."""
