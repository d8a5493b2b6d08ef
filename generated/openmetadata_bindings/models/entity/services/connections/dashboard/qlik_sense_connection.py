# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from .....security.ssl.validate_ssl_client_config import ValidateSSLClientConfig
from .....type.filter_pattern import FilterPattern


class QlikCertificatePath(Model):
    """TLS files for the Qlik engine, given as paths on the ingestion host.

    Source: `entity/services/connections/dashboard/qlikSenseConnection.json#/definitions/qlikCertificatePath`
    """

    model_config = ConfigDict(extra="allow")

    clientCertificate: StrictStr
    """Path of the client certificate in PEM format, for example `/certs/client.pem`."""

    clientKeyCertificate: StrictStr
    """Path of the private key that matches the client certificate, for example `/certs/client_key.pem`."""

    rootCertificate: StrictStr
    """Path of the CA certificate that signed the server's certificate, for example `/certs/root.pem`."""


class QlikSenseType(OpenEnum):
    """Connector identifier of Qlik Sense.

    Source: `entity/services/connections/dashboard/qlikSenseConnection.json#/definitions/qlikSenseType`
    """

    QlikSense = "QlikSense"


class QlikCertificateValues(Model):
    """TLS material for the Qlik engine, given inline as PEM text.

    Source: `entity/services/connections/dashboard/qlikSenseConnection.json#/definitions/qlikCertificateValues`
    """

    model_config = ConfigDict(extra="allow")

    sslConfig: Annotated[ValidateSSLClientConfig, OneOf]
    """Certificates and key for the client side of the TLS connection; required when the certificate is validated."""


class QlikSenseConnection(Model):
    """How to reach a Qlik Sense Enterprise server over its certificate-secured websocket API.

    Source: `entity/services/connections/dashboard/qlikSenseConnection.json`
    """

    type: QlikSenseType | None = QlikSenseType.QlikSense
    """Always `QlikSense`; picks the connector for self-hosted Qlik Sense."""

    displayUrl: StrictStr | None = None
    """Base URL of the Qlik Sense hub, used only to build links to apps and sheets."""

    hostPort: StrictStr
    """Websocket URL of the Qlik engine, for example `wss://qlik.internal:4747`."""

    certificates: Annotated[QlikCertificateValues | QlikCertificatePath, OneOf]

    validateHostName: StrictBool | None = False
    """Whether the host name in the server's TLS certificate has to match the one connected to."""

    userDirectory: StrictStr | None = None
    """Qlik user directory of the account to act as, for example `INTERNAL`."""

    userId: StrictStr | None = None
    """User within `userDirectory` to act as, for example `sa_api`."""

    dashboardFilterPattern: FilterPattern | None = None
    """Qlik Sense apps to ingest as dashboards, matched by regular expressions."""

    chartFilterPattern: FilterPattern | None = None
    """Qlik Sense sheets to ingest as charts, matched by regular expressions."""

    dataModelFilterPattern: FilterPattern | None = None
    """Qlik Sense tables to ingest as data models, matched by regular expressions."""

    projectFilterPattern: FilterPattern | None = None
    """Qlik Sense streams or projects to visit, matched by regular expressions."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
