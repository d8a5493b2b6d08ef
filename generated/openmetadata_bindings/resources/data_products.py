# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""DataProducts: `/api/v1/dataProducts`."""

from __future__ import annotations

from openmetadata_bindings.models.api.domains.create_data_product import CreateDataProductRequest
from openmetadata_bindings.models.entity.domains.data_product import DataProduct
from openmetadata_bindings.specs.data_products import SPEC
from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted


class DataProducts(
    Followed[CreateDataProductRequest, DataProduct],
    Voted[CreateDataProductRequest, DataProduct],
    HoldsAssets[CreateDataProductRequest, DataProduct],
    Resource[CreateDataProductRequest, DataProduct],
):
    """Data product: a curated set of assets that a domain publishes and maintains for consumers, together with its
    service levels.

    `/api/v1/dataProducts` (`api/domains/createDataProduct.json`)
    """

    spec = SPEC
    request_model = CreateDataProductRequest
    entity_model = DataProduct


class AsyncDataProducts(
    AsyncFollowed[CreateDataProductRequest, DataProduct],
    AsyncVoted[CreateDataProductRequest, DataProduct],
    AsyncHoldsAssets[CreateDataProductRequest, DataProduct],
    AsyncResource[CreateDataProductRequest, DataProduct],
):
    """DataProducts, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDataProductRequest
    entity_model = DataProduct
