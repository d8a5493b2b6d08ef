# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import OneOf

from .....security.credentials.access_token_auth import AccessTokenAuth
from .....security.credentials.basic_auth import CredentialsBasicAuth
from .....security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from .....security.ssl.verify_ssl_config import VerifySSL
from .....type.filter_pattern import FilterPattern


class TableauType(OpenEnum):
    """Connector identifier of Tableau.

    Source: `entity/services/connections/dashboard/tableauConnection.json#/definitions/tableauType`
    """

    Tableau = "Tableau"


class TableauConnection(Model):
    """How to reach a site on Tableau Server or Tableau Cloud.

    Source: `entity/services/connections/dashboard/tableauConnection.json`
    """

    type: TableauType | None = TableauType.Tableau
    """Always `Tableau`; picks the Tableau connector."""

    hostPort: StrictStr
    """Base URL of the Tableau server, for example `https://10ay.online.tableau.com`."""

    authType: Annotated[CredentialsBasicAuth | AccessTokenAuth | None, OneOf] = None
    """Sign-in method: user name with password, or a personal access token."""

    siteName: StrictStr | None = None
    """Content URL of the Tableau site, the part after `/site/` in the browser; empty for the default site."""

    paginationLimit: StrictInt | None = 10
    """Items per page when data sources are listed through the Tableau Metadata API; lower it if node limits are hit."""

    apiVersion: StrictStr | None = None
    """Tableau REST API version to speak, for example `3.19`; the server's own version applies when omitted."""

    proxyURL: StrictStr | None = None
    """Public base URL used in links to workbooks and views when it differs from `hostPort`."""

    verifySSL: VerifySSL | None = VerifySSL.no_ssl
    """Certificate checking by the client: `no-ssl` for none, `ignore` to encrypt without checking, `validate` to check
    against `sslConfig`.
    """

    sslConfig: Annotated[ValidateSSLClientConfig | None, OneOf] = None
    """Certificates and key for the client side of the TLS connection; required when the certificate is validated."""

    dashboardFilterPattern: FilterPattern | None = None
    """Tableau workbooks to ingest as dashboards, filtered by regular expression."""

    chartFilterPattern: FilterPattern | None = None
    """Tableau sheets and views to ingest as charts, filtered by regular expression."""

    dataModelFilterPattern: FilterPattern | None = None
    """Tableau data sources to ingest as data models, filtered by regular expression."""

    projectFilterPattern: FilterPattern | None = None
    """Tableau projects to visit, filtered by regular expression."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
