# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import ConfigDict, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt


class ChangeSource(OpenEnum):
    """How a change came about, for instance typed in by a person (`Manual`), copied along lineage (`Propagated`) or
    read from the source (`Ingested`).

    Source: `type/changeSummaryMap.json#/definitions/changeSource`
    """

    Manual = "Manual"
    Propagated = "Propagated"
    Automated = "Automated"
    Derived = "Derived"
    Ingested = "Ingested"
    Suggested = "Suggested"


class ChangeSummary(Model):
    """Source: `type/changeSummaryMap.json#/definitions/changeSummary`"""

    model_config = ConfigDict(extra="allow")

    changeSource: ChangeSource | None = None
    """How a change came about, for instance typed in by a person (`Manual`), copied along lineage (`Propagated`) or
    read from the source (`Ingested`).
    """

    changedBy: StrictStr | None = None
    """Account, human or bot, that last changed the field."""

    changedAt: StrictInt | None = None
    """A point in time as milliseconds since the Unix epoch (UTC), for example `1718000000000`."""
