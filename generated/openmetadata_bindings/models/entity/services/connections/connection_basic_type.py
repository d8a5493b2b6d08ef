# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.unions import OneOf

from ....security.credentials.aws_credentials import AwsCredentials


class DataStorageConfigOption2(Model):
    """Source: `entity/services/connections/connectionBasicType.json#/DataStorageConfig/storageConfigOption2`"""


class SampleDataStorageConfigOption1(Model):
    """Source: `entity/services/connections/connectionBasicType.json#/SampleDataStorageConfig/configOption1`"""


class DataStorageConfig(Model):
    """Object storage location that sample rows are written to as Parquet files.

    Source: `entity/services/connections/connectionBasicType.json#/definitions/dataStorageConfig`
    """

    model_config = ConfigDict(extra="allow")

    bucketName: StrictStr | None = ""
    """Bucket or container that holds the sample files, for example `catalogue-samples`."""

    prefix: StrictStr | None = ""
    """Key prefix put before every sample file, for example `samples/prod`; empty for the bucket root."""

    filePathPattern: StrictStr | None = (
        "{service_name}/{database_name}/{database_schema_name}/{table_name}/sample_data.parquet"
    )
    """Template of the object key below the prefix; `{service_name}`, `{database_name}`, `{database_schema_name}` and
    `{table_name}` are filled in per table.
    """

    overwriteData: StrictBool | None = True
    """True keeps one Parquet file per table and replaces it on every run; false adds a dated file each day."""

    storageConfig: Annotated[AwsCredentials | DataStorageConfigOption2 | None, OneOf] = None


class SampleDataStorageConfig(Model):
    """Where table samples go, wrapped in a `config` property; leave it out to keep samples in the catalogue only.

    Source: `entity/services/connections/connectionBasicType.json#/definitions/sampleDataStorageConfig`
    """

    config: Annotated[SampleDataStorageConfigOption1 | DataStorageConfig | None, OneOf] = None
