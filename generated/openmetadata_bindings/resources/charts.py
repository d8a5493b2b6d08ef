# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Charts: `/api/v1/charts`."""

from __future__ import annotations

from openmetadata_bindings.models.api.data.create_chart import CreateChartRequest
from openmetadata_bindings.models.entity.data.chart import Chart
from openmetadata_bindings.specs.charts import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted


class Charts(
    Followed[CreateChartRequest, Chart], Voted[CreateChartRequest, Chart], Resource[CreateChartRequest, Chart]
):
    """Chart: a single visualisation in a BI tool, shown on one or more dashboards.

    `/api/v1/charts` (`api/data/createChart.json`)
    """

    spec = SPEC
    request_model = CreateChartRequest
    entity_model = Chart


class AsyncCharts(
    AsyncFollowed[CreateChartRequest, Chart],
    AsyncVoted[CreateChartRequest, Chart],
    AsyncResource[CreateChartRequest, Chart],
):
    """Charts, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateChartRequest
    entity_model = Chart
