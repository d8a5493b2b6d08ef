# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Glossaries: `/api/v1/glossaries`."""

from __future__ import annotations

from openmetadata_bindings.models.api.data.create_glossary import CreateGlossaryRequest
from openmetadata_bindings.models.entity.data.glossary import Glossary
from openmetadata_bindings.specs.glossaries import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncVoted, Voted


class Glossaries(Voted[CreateGlossaryRequest, Glossary], Resource[CreateGlossaryRequest, Glossary]):
    """Glossary: a vocabulary of business terms arranged in a hierarchy, with owners and reviewers.

    `/api/v1/glossaries` (`api/data/createGlossary.json`)
    """

    spec = SPEC
    request_model = CreateGlossaryRequest
    entity_model = Glossary


class AsyncGlossaries(AsyncVoted[CreateGlossaryRequest, Glossary], AsyncResource[CreateGlossaryRequest, Glossary]):
    """Glossaries, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateGlossaryRequest
    entity_model = Glossary
