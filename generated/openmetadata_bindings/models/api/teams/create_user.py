# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import Email, EntityName, FullyQualifiedEntityName, NameOfEntity
from openmetadata_provider.model.base import PresenceModel
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import AnyOf

from ...entity.teams.user import AuthenticationMechanism
from ...type.entity_reference import EntityReference
from ...type.nameable_reference import EntityByName
from ...type.profile import Profile


class CreateUserRequestCreatePasswordType(OpenEnum):
    """Who chooses the password: the administrator in this request (`ADMIN_CREATE`) or the user (`USER_CREATE`, the
    default).

    Source: `api/teams/createUser.json#/CreateUserRequest/createPasswordType`
    """

    ADMIN_CREATE = "ADMIN_CREATE"
    USER_CREATE = "USER_CREATE"


class CreateUserRequest(PresenceModel):
    """Request that creates, or with PUT updates, a user or a bot account.

    Source: `api/teams/createUser.json`
    """

    exclusive_properties = (("domain", "domains"),)

    name: EntityName
    """Name of an entity within its parent: 1 to 256 characters, not containing `::`."""

    description: StrictStr | None = None
    """Markdown text in which the user introduces themselves."""

    displayName: StrictStr | None = None
    """Full name shown for the user, e.g. `Ada Lovelace`."""

    externalId: StrictStr | None = None
    """Key of the user at the identity provider that provisions accounts over SCIM."""

    scimUserName: StrictStr | None = None
    """The `userName` attribute exactly as the SCIM client sent it."""

    email: Email
    """An email address of 6 to 127 characters, for example `data-team@acme.io`."""

    timezone: StrictStr | None = None
    """IANA name of the time zone the user works in, e.g. `Europe/Berlin`."""

    isBot: StrictBool | None = False
    """`true` for a machine account used by ingestion or automation, `false` (default) for a person."""

    botName: StrictStr | None = None
    """Name of the bot that the account is to act for; only with `isBot`."""

    isAdmin: StrictBool | None = False
    """`true` grants the user unrestricted administrator rights on the whole catalogue."""

    profile: Profile | None = None
    """Picture and notification subscriptions of the user."""

    teams: list[StrictStr] | None = None
    """Ids (UUIDs) of the teams to make the user a member of."""

    roles: list[StrictStr] | None = None
    """Ids (UUIDs) of the roles granted to the user directly."""

    personas: Annotated[list[NameOfEntity | EntityReference | EntityByName] | None, AnyOf] = None
    """References to the personas the user may work under."""

    defaultPersona: Annotated[NameOfEntity | EntityReference | EntityByName | None, AnyOf] = None
    """Reference to the one of the personas that is active when the user signs in."""

    authenticationMechanism: AuthenticationMechanism | None = None
    """How the account proves its identity: password, JWT or single sign-on, with the matching settings."""

    createPasswordType: CreateUserRequestCreatePasswordType | None = CreateUserRequestCreatePasswordType.USER_CREATE
    """Who chooses the password: the administrator in this request (`ADMIN_CREATE`) or the user (`USER_CREATE`, the
    default).
    """

    password: StrictStr | None = None
    """Password with which the user will sign in; needed for `ADMIN_CREATE` under basic authentication."""

    confirmPassword: StrictStr | None = None
    """The password typed a second time; it has to match `password`."""

    domain: FullyQualifiedEntityName | None = None
    """Fully qualified name of the one domain it belongs to; short for `domains` with a single item, and never given
    beside it.
    """

    domains: list[EntityName] | None = None
    """Names of the domains to assign to the user."""
