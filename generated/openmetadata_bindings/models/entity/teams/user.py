# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from openmetadata_bindings.models.scalars import Email, EntityName, EntityVersion, FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import OneOf

from ...auth.basic_auth import AuthBasicAuth
from ...auth.jwt_auth import JwtAuth
from ...auth.sso_auth import SsoAuth
from ...type.entity_history import ChangeDescription
from ...type.entity_reference import EntityReference
from ...type.persona_preferences import PersonaPreferences
from ...type.profile import Profile


class AuthenticationMechanismAuthType(OpenEnum):
    """Source: `entity/teams/user.json#/AuthenticationMechanism/authType`"""

    JWT = "JWT"
    SSO = "SSO"
    BASIC = "BASIC"


class AuthenticationMechanism(Model):
    """How a user or bot proves its identity: the scheme (`JWT`, `SSO` or `BASIC`) with the settings that scheme needs.

    Source: `entity/teams/user.json#/definitions/authenticationMechanism`
    """

    config: Annotated[SsoAuth | JwtAuth | AuthBasicAuth | None, OneOf] = None

    authType: AuthenticationMechanismAuthType | None = None


class User(Model):
    """A person or bot with an account in the catalogue, who may join teams and own or follow data assets.

    Source: `entity/teams/user.json`
    """

    id: StrictStr
    """UUID assigned to the user account when it is created; it never changes."""

    name: EntityName
    """Login-level identifier of the user, unique across the catalogue; usually the user ID from LDAP or another
    identity provider.
    """

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Always equal to `name`, since users have no parent entity."""

    description: StrictStr | None = None
    """Short biography of the user in Markdown."""

    externalId: StrictStr | None = None
    """ID of the same account in the identity provider, recorded when the user is provisioned through SCIM."""

    scimUserName: StrictStr | None = None
    """Value of `userName` exactly as the SCIM client sent it, before it is normalised into `name`."""

    displayName: StrictStr | None = None
    """Full name shown in the UI, for example `Ada Lovelace`."""

    version: EntityVersion | None = 0.1
    """Version number of the user record, raised on every metadata change, for example `0.2`."""

    updatedAt: StrictInt | None = None
    """When this version of the user was written, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the account whose request produced this version of the user."""

    impersonatedBy: StrictStr | None = None
    """Name of the bot that made the change while acting as the account in `updatedBy`; absent for direct edits."""

    email: Email
    """Address used to identify the user at login and to deliver notifications."""

    href: StrictStr | None = None
    """REST URL at which this user can be fetched."""

    timezone: StrictStr | None = None
    """IANA time zone in which the user works, for example `Europe/Berlin`."""

    isBot: StrictBool | None = False
    """`true` for a service account used by automation such as ingestion, `false` for a person."""

    isAdmin: StrictBool | None = False
    """If `true`, the user has superuser rights and is not restricted by policies."""

    allowImpersonation: StrictBool | None = False
    """If `true`, this bot may send requests in the name of other users where policies permit; ignored for people."""

    authenticationMechanism: AuthenticationMechanism | None = None
    """How a user or bot proves its identity: the scheme (`JWT`, `SSO` or `BASIC`) with the settings that scheme needs."""

    profile: Profile | None = None
    """Avatar images and notification subscriptions that belong to the user."""

    teams: list[EntityReference] | None = None
    """References to the teams of which the user is a direct member."""

    defaultPersona: EntityReference | None = None
    """Persona whose UI layout is applied when the user signs in; one of the personas available to the user."""

    personas: list[EntityReference] | None = None
    """References to the personas assigned directly to the user."""

    owns: list[EntityReference] | None = None
    """References to the data assets the user is an owner of."""

    follows: list[EntityReference] | None = None
    """References to the data assets whose changes the user has subscribed to."""

    changeDescription: ChangeDescription | None = None
    """Field-level difference between this version of the user and the one before it, merged over the whole editing
    session.
    """

    incrementalChangeDescription: ChangeDescription | None = None
    """Field-level difference introduced by the most recent update of the user alone."""

    deleted: StrictBool | None = False
    """`true` once the user has been soft deleted; the account can no longer be used until it is restored."""

    roles: list[EntityReference] | None = None
    """References to the roles granted to the user directly."""

    inheritedRoles: list[EntityReference] | None = None
    """Roles the user holds because a team they belong to, or a team above it, lists them as default roles."""

    inheritedPersonas: list[EntityReference] | None = None
    """Personas the user receives because one of their teams names them as its default persona."""

    isEmailVerified: StrictBool | None = None
    """`true` after the user has confirmed ownership of the email address, for example through the sign-up link."""

    domains: list[EntityReference] | None = None
    """Business domains of the user, taken over from their teams unless set directly."""

    lastLoginTime: StrictInt | None = None
    """Most recent successful sign-in, in milliseconds since the Unix epoch."""

    lastActivityTime: StrictInt | None = None
    """Most recent request observed from the user, in milliseconds since the Unix epoch."""

    personaPreferences: Annotated[list[PersonaPreferences] | None, Field(validate_default=True)] = []
    """Per-persona UI overrides chosen by the user, one entry for each customised persona; anything not overridden
    follows the persona.
    """
