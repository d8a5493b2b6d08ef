# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Users: `/api/v1/users`."""

from __future__ import annotations

from openmetadata_bindings.models.api.teams.create_user import CreateUserRequest
from openmetadata_bindings.models.entity.teams.user import User
from openmetadata_bindings.specs.users import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


class Users(Resource[CreateUserRequest, User]):
    """A person or bot with an account in the catalogue, who may join teams and own or follow data assets.

    `/api/v1/users` (`api/teams/createUser.json`)
    """

    spec = SPEC
    request_model = CreateUserRequest
    entity_model = User


class AsyncUsers(AsyncResource[CreateUserRequest, User]):
    """Users, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateUserRequest
    entity_model = User
