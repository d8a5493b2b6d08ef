# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import OneOf

from .gcp_external_account import GcpExternalAccount
from .gcp_values import GcpValues


class GCPImpersonateServiceAccountValues(Model):
    """Which Google service account to impersonate and for how long.

    Source: `security/credentials/gcpCredentials.json#/definitions/GCPImpersonateServiceAccountValues`
    """

    model_config = ConfigDict(extra="allow")

    impersonateServiceAccount: StrictStr | None = None
    """Email of the service account to act as, for example `reader@my-project.iam.gserviceaccount.com`."""

    lifetime: StrictInt | None = 3600
    """Lifetime in seconds of the short-lived credential issued for the impersonated account; one hour by default."""


class GcpADC(Model):
    """Take the Google Cloud identity from the environment through application default credentials, without any key in
    the configuration.

    Source: `security/credentials/gcpCredentials.json#/definitions/gcpADC`
    """

    model_config = ConfigDict(extra="allow")

    type: Literal["gcp_adc"] = "gcp_adc"
    """Discriminator of this option; always `gcp_adc`."""

    projectId: Annotated[StrictStr | list[StrictStr] | None, OneOf] = None
    """One Google Cloud project ID or a list of them, whose metadata is to be read."""


class GcpCredentialsPath(Model):
    """Take the Google Cloud identity from a JSON key file on the machine that runs the ingestion.

    Source: `security/credentials/gcpCredentials.json#/definitions/gcpCredentialsPath`
    """

    model_config = ConfigDict(extra="allow")

    type: Literal["gcp_credential_path"] = "gcp_credential_path"
    """Discriminator of this option; always `gcp_credential_path`."""

    path: StrictStr | None = None
    """Path of the JSON key file, for example `/secrets/gcp-key.json`."""

    projectId: Annotated[StrictStr | list[StrictStr] | None, OneOf] = None
    """One Google Cloud project ID or a list of them to read with the key file."""


class GcpCredentials(Model):
    """How to authenticate to Google Cloud, optionally by impersonating another service account.

    Source: `security/credentials/gcpCredentials.json`
    """

    gcpConfig: Annotated[GcpValues | GcpCredentialsPath | GcpExternalAccount | GcpADC, OneOf]
    """Source of the Google Cloud identity: inline service account key, path of a key file, external account (workload
    identity federation) or application default credentials.
    """

    gcpImpersonateServiceAccount: GCPImpersonateServiceAccountValues | None = None
    """Service account whose permissions the authenticated identity takes on for the actual calls; omit to use its own."""
