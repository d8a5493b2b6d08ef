# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Tags: `/api/v1/tags`."""

from __future__ import annotations

from openmetadata_bindings.models.api.classification.create_tag import CreateTagRequest
from openmetadata_bindings.models.entity.classification.tag import Tag
from openmetadata_bindings.specs.tags import SPEC
from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.resource import AsyncResource, Resource


class Tags(HoldsAssets[CreateTagRequest, Tag], Resource[CreateTagRequest, Tag]):
    """Tag: a label of a classification that is attached to assets and to their fields, e.g. to a table column.

    `/api/v1/tags` (`api/classification/createTag.json`)
    """

    spec = SPEC
    request_model = CreateTagRequest
    entity_model = Tag


class AsyncTags(AsyncHoldsAssets[CreateTagRequest, Tag], AsyncResource[CreateTagRequest, Tag]):
    """Tags, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateTagRequest
    entity_model = Tag
