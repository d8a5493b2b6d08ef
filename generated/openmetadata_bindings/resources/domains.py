# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Domains: `/api/v1/domains`."""

from __future__ import annotations

from openmetadata_bindings.models.api.domains.create_domain import CreateDomainRequest
from openmetadata_bindings.models.entity.domains.domain import Domain
from openmetadata_bindings.specs.domains import SPEC
from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted


class Domains(
    Followed[CreateDomainRequest, Domain],
    Voted[CreateDomainRequest, Domain],
    HoldsAssets[CreateDomainRequest, Domain],
    Resource[CreateDomainRequest, Domain],
):
    """A business area, such as Finance or Logistics, that owns and groups data assets, data products and subdomains.

    `/api/v1/domains` (`api/domains/createDomain.json`)
    """

    spec = SPEC
    request_model = CreateDomainRequest
    entity_model = Domain


class AsyncDomains(
    AsyncFollowed[CreateDomainRequest, Domain],
    AsyncVoted[CreateDomainRequest, Domain],
    AsyncHoldsAssets[CreateDomainRequest, Domain],
    AsyncResource[CreateDomainRequest, Domain],
):
    """Domains, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateDomainRequest
    entity_model = Domain
