# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr
from openmetadata_provider.model.unions import OneOf


class GcpValues(Model):
    """The fields of a Google Cloud service account key, given inline instead of as a file.

    Source: `security/credentials/gcpValues.json`
    """

    type: Literal["service_account"] = "service_account"
    """Kind of Google credential; always `service_account`."""

    projectId: Annotated[StrictStr | list[StrictStr] | None, OneOf] = None
    """Google Cloud project to read, or a list of several; for a single project usually the one that owns the service
    account.
    """

    privateKeyId: StrictStr | None = None
    """Identifier of the service account key, as listed in the Google Cloud console."""

    privateKey: SecretStr | None = None
    """PEM private key of the service account, used to sign token requests."""

    clientEmail: StrictStr | None = None
    """Email address that identifies the service account, for example `ingest@my-project.iam.gserviceaccount.com`."""

    clientId: StrictStr | None = None
    """Numeric unique ID of the service account."""

    authUri: StrictStr | None = "https://accounts.google.com/o/oauth2/auth"
    """OAuth 2.0 authorisation endpoint of Google."""

    tokenUri: StrictStr | None = "https://oauth2.googleapis.com/token"
    """OAuth 2.0 endpoint at which Google issues access tokens for the signed request."""

    authProviderX509CertUrl: StrictStr | None = "https://www.googleapis.com/oauth2/v1/certs"
    """URL of the public certificates with which Google signs its tokens."""

    clientX509CertUrl: StrictStr | None = None
    """URL of the public certificate that belongs to the service account."""
