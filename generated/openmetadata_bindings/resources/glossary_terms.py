# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""GlossaryTerms: `/api/v1/glossaryTerms`."""

from __future__ import annotations

from openmetadata_bindings.models.api.data.create_glossary_term import CreateGlossaryTermRequest
from openmetadata_bindings.models.entity.data.glossary_term import GlossaryTerm
from openmetadata_bindings.specs.glossary_terms import SPEC
from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncVoted, Voted


class GlossaryTerms(
    Voted[CreateGlossaryTermRequest, GlossaryTerm],
    HoldsAssets[CreateGlossaryTermRequest, GlossaryTerm],
    Resource[CreateGlossaryTermRequest, GlossaryTerm],
):
    """Glossary term: a business concept with its definition, synonyms and relations, usable as a label on assets.

    `/api/v1/glossaryTerms` (`api/data/createGlossaryTerm.json`)
    """

    spec = SPEC
    request_model = CreateGlossaryTermRequest
    entity_model = GlossaryTerm


class AsyncGlossaryTerms(
    AsyncVoted[CreateGlossaryTermRequest, GlossaryTerm],
    AsyncHoldsAssets[CreateGlossaryTermRequest, GlossaryTerm],
    AsyncResource[CreateGlossaryTermRequest, GlossaryTerm],
):
    """GlossaryTerms, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateGlossaryTermRequest
    entity_model = GlossaryTerm
