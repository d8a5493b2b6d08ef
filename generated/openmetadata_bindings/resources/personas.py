# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Personas: `/api/v1/personas`."""

from __future__ import annotations

from openmetadata_bindings.models.api.teams.create_persona import CreatePersonaRequest
from openmetadata_bindings.models.entity.teams.persona import Persona
from openmetadata_bindings.specs.personas import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


class Personas(Resource[CreatePersonaRequest, Persona]):
    """Persona: a job, such as data analyst, by which the user interface is arranged.

    `/api/v1/personas` (`api/teams/createPersona.json`)
    """

    spec = SPEC
    request_model = CreatePersonaRequest
    entity_model = Persona


class AsyncPersonas(AsyncResource[CreatePersonaRequest, Persona]):
    """Personas, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreatePersonaRequest
    entity_model = Persona
