# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt


class UsageStats(Model):
    """Usage of an asset over one period: an absolute count and its rank among similar assets.

    Source: `type/usageDetails.json#/definitions/usageStats`
    """

    count: Annotated[StrictInt, Field(ge=0)]
    """How often the asset was used in the period."""

    percentileRank: Annotated[StrictFloat | None, Field(ge=0.0, le=100.0)] = None
    """Share in percent (0 to 100) of assets of the same type that were used less, where such a ranking is computed."""


class UsageDetails(Model):
    """How much a data asset was used on a given date and over the week and month leading up to it.

    Source: `type/usageDetails.json`
    """

    dailyStats: UsageStats
    """Usage on `date` alone."""

    weeklyStats: UsageStats | None = None
    """Usage summed over the seven days ending on `date`."""

    monthlyStats: UsageStats | None = None
    """Usage summed over the thirty days ending on `date`."""

    date: StrictStr
    """Day the figures refer to, in UTC, for example `2024-06-30`."""
