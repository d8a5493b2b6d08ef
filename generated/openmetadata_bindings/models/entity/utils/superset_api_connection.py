# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr
from openmetadata_provider.model.unions import OneOf

from ...security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from ...security.ssl.verify_ssl_config import VerifySSL


class ApiProvider(OpenEnum):
    """Login backends the Superset REST API accepts: `db` for accounts kept by Superset, `ldap` for accounts in a
    directory server.

    Source: `entity/utils/supersetApiConnection.json#/definitions/apiProvider`
    """

    db = "db"
    ldap = "ldap"


class SupersetApiConnection(Model):
    """How to reach Superset through its REST API.

    Source: `entity/utils/supersetApiConnection.json`
    """

    provider: ApiProvider
    """Login backend that Superset is asked to check the username and password against; `db` suits accounts stored in
    Superset itself.
    """

    username: StrictStr
    """Superset account with which the API session is opened."""

    password: SecretStr
    """Password of the Superset account named in `username`."""

    verifySSL: VerifySSL | None = VerifySSL.no_ssl
    """Certificate checking by the client: `no-ssl` for none, `ignore` to encrypt without checking, `validate` to check
    against `sslConfig`.
    """

    sslConfig: Annotated[ValidateSSLClientConfig | None, OneOf] = None
    """Certificates and key for the client side of the TLS connection; required when the certificate is validated."""
