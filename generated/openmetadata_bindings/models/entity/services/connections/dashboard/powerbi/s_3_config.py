# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from ......security.credentials.aws_credentials import AwsCredentials
from .bucket_details import BucketDetails


class S3ConfigPbitFileConfigType(OpenEnum):
    """Always `s3`; marks the store as Amazon S3.

    Source: `entity/services/connections/dashboard/powerbi/s3Config.json#/S3Config/pbitFileConfigType`
    """

    s3 = "s3"


class S3Config(Model):
    """Power BI template files kept in an Amazon S3 bucket.

    Source: `entity/services/connections/dashboard/powerbi/s3Config.json`
    """

    pbitFileConfigType: S3ConfigPbitFileConfigType | None = S3ConfigPbitFileConfigType.s3
    """Always `s3`; marks the store as Amazon S3."""

    securityConfig: AwsCredentials
    """How to authenticate to Amazon Web Services."""

    prefixConfig: BucketDetails | None = None
    """Bucket and prefix under which Power BI template files are found."""

    pbitFilesExtractDir: StrictStr | None = "/tmp/pbitFiles"
    """Folder on the ingestion host where archives fetched from S3 are unpacked."""
