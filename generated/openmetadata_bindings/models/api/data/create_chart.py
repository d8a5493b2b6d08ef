# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictStr

from openmetadata_bindings.models.scalars import EntityName, FullyQualifiedEntityName, OwnerName
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.unions import AnyOf

from ...entity.data.chart import ChartType
from ...type.entity_reference import EntityReference
from ...type.life_cycle import LifeCycle
from ...type.owner_reference import NamedReference
from ...type.tag_label import TagLabel


class CreateChartRequest(PresenceModel):
    """Request that creates, or with PUT updates, a chart of a dashboard service.

    Source: `api/data/createChart.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Identifier of the chart inside its service, often the numeric or UUID key that the BI tool uses."""

    displayName: StrictStr | None = None
    """Title of the chart as users see it in the BI tool, e.g. `Revenue by month`."""

    description: StrictStr | None = None
    """Markdown text on what the chart shows and how to read it."""

    chartType: ChartType | None = None
    """Form in which a chart draws its data, e.g. `Line`, `Bar` or `Pie`; `Other` for anything not listed."""

    sourceUrl: StrictStr | None = None
    """Address at which the chart opens in the BI tool."""

    tags: list[TagLabel] | None = None
    """Classification tags and glossary terms to attach to the chart."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the chart."""

    service: FullyQualifiedEntityName
    """Fully qualified name of the dashboard service that holds the chart, e.g. `looker_prod`."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[FullyQualifiedEntityName] | None = None
    """Domains to place the chart in, each given by its fully qualified name."""

    dataProducts: list[FullyQualifiedEntityName] | None = None
    """Data products that the chart is to be an asset of, each given by its fully qualified name."""

    lifeCycle: LifeCycle | None = None
    """When and by whom the chart was created, last changed and last accessed."""

    sourceHash: Annotated[StrictStr | None, Field(max_length=32, min_length=1)] = None
    """Digest of the metadata read from the source; ingestion compares it with the previous run and skips charts that
    did not change.
    """

    extension: Any | None = None
    """Values of the custom properties defined for the chart type, as an object keyed by property name."""

    dashboards: list[FullyQualifiedEntityName] | None = None
    """Fully qualified names of the dashboards on which the chart appears."""
