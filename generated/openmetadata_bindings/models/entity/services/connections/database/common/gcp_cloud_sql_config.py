# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr

from ......security.credentials.gcp_credentials import GcpCredentials


class GcpCloudSqlConfig(Model):
    """Sign-in to a Cloud SQL instance through Google's Cloud SQL Python connector, by password or by IAM.

    Source: `entity/services/connections/database/common/gcpCloudSqlConfig.json`
    """

    password: SecretStr | None = None
    """Password of the Cloud SQL database user; unused when `enableIamAuth` is true."""

    enableIamAuth: StrictBool | None = False
    """True signs in as an IAM principal with a short-lived token; false uses the password."""

    gcpConfig: GcpCredentials | None = None
    """Google Cloud credentials that open the tunnel to the instance; application default credentials apply when
    omitted.
    """
