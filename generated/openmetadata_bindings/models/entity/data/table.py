# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.enums import OpenEnum


class ProfileSampleType(OpenEnum):
    """Unit of a profiler sample: a share of the table (`PERCENTAGE`, the default) or a number of `ROWS`.

    Source: `entity/data/table.json#/definitions/profileSampleType`
    """

    PERCENTAGE = "PERCENTAGE"
    ROWS = "ROWS"


class SamplingMethodType(OpenEnum):
    """SQL `TABLESAMPLE` method: `BERNOULLI` decides row by row, `SYSTEM` takes whole storage blocks and is faster but
    coarser.

    Source: `entity/data/table.json#/definitions/samplingMethodType`
    """

    BERNOULLI = "BERNOULLI"
    SYSTEM = "SYSTEM"
