"""The verbs of a collection, typed: what generated resource classes inherit.

A generated class adds three facts and no behaviour:

    class Dashboards(Resource[CreateDashboardRequest, Dashboard]):
        spec = SPEC
        request_model = CreateDashboardRequest
        entity_model = Dashboard

Every verb is there twice, with the same signature: to be called, and to be awaited. What it does is written once, as
steps. Kinds of entity that can do more inherit more: `Followed`, `Voted` (social), `HoldsAssets` (assets).
"""

from __future__ import annotations

from openmetadata_provider.client.changing import AsyncChangingVerbs, ChangingVerbs
from openmetadata_provider.client.deleting import AsyncDeletingVerbs, DeletingVerbs
from openmetadata_provider.client.operations import EntityT, RequestT
from openmetadata_provider.client.reading import AsyncReadingVerbs, ReadingVerbs
from openmetadata_provider.client.writing import AsyncWritingVerbs, WritingVerbs


class Resource(
    WritingVerbs[RequestT, EntityT],
    ReadingVerbs[RequestT, EntityT],
    ChangingVerbs[RequestT, EntityT],
    DeletingVerbs[RequestT, EntityT],
):
    """One collection of entities. Every verb can be called on an instance (`om.dashboards.get(...)`), or on the class
    after `configure(...)` (`Dashboards.get(...)`).

    Every verb may raise ApiError (by status: NotFound, Conflict, ...), AnswerError and TransportError.
    """


class AsyncResource(
    AsyncWritingVerbs[RequestT, EntityT],
    AsyncReadingVerbs[RequestT, EntityT],
    AsyncChangingVerbs[RequestT, EntityT],
    AsyncDeletingVerbs[RequestT, EntityT],
):
    """One collection of entities, for `AsyncOpenMetadata`. The verbs are those of `Resource`, awaited."""
