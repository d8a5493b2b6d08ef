# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from ......security.credentials.gcp_credentials import GcpCredentials
from .bucket_details import BucketDetails


class GcsConfigPbitFileConfigType(OpenEnum):
    """Always `gcs`; marks the store as Google Cloud Storage.

    Source: `entity/services/connections/dashboard/powerbi/gcsConfig.json#/GcsConfig/pbitFileConfigType`
    """

    gcs = "gcs"


class GcsConfig(Model):
    """Power BI template files kept in a Google Cloud Storage bucket.

    Source: `entity/services/connections/dashboard/powerbi/gcsConfig.json`
    """

    pbitFileConfigType: GcsConfigPbitFileConfigType | None = GcsConfigPbitFileConfigType.gcs
    """Always `gcs`; marks the store as Google Cloud Storage."""

    securityConfig: GcpCredentials
    """How to authenticate to Google Cloud, optionally by impersonating another service account."""

    prefixConfig: BucketDetails | None = None
    """Bucket and prefix under which Power BI template files are found."""

    pbitFilesExtractDir: StrictStr | None = "/tmp/pbitFiles"
    """Folder on the ingestion host where archives fetched from Google Cloud Storage are unpacked."""
