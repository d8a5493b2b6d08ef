# ruff: noqa: N815 (properties go by their wire names)

"""Models as the generator writes them, with few properties."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class EntityReference(Model):
    id: str | None = None
    type: str | None = None
    name: str | None = None
    fullyQualifiedName: str | None = None


class TagLabel(Model):
    tagFQN: str
    source: str | None = None
    labelType: str | None = None
    state: str | None = None


class Column(Model):
    name: str = Field(min_length=1)
    label: str | None = Field(default=None, pattern="^[a-z]+$")
    tags: list[TagLabel] | None = None


class CreateDashboardRequest(Model):
    name: str = Field(max_length=256)
    service: str
    displayName: str | None = None
    description: str | None = None
    owners: list[EntityReference | str] | None = None
    reviewers: list[EntityReference | str] | None = None
    tags: list[TagLabel] | None = None
    columns: list[Column] | None = None
    domain: str | None = None
    domains: list[str] | None = None
    extension: dict[str, Any] | None = None
    schema_: str | None = Field(default=None, alias="schema")
    dashboardType: str = "Dashboard"


class Dashboard(Model):
    id: str
    name: str
    fullyQualifiedName: str | None = None
    displayName: str | None = None
    service: EntityReference | None = None
    version: float | None = None
    email: str | None = Field(default=None, min_length=6, pattern="@")
    columns: list[Column] | None = None


class LookerConnection(Model):
    clientId: str
    clientSecret: SecretStr
    hostPort: str | None = None


class DashboardConnection(Model):
    config: LookerConnection


class CreateDashboardServiceRequest(Model):
    name: str
    serviceType: str
    connection: DashboardConnection | None = None


class DashboardService(Model):
    id: str
    name: str
    fullyQualifiedName: str | None = None
    connection: DashboardConnection | None = None
