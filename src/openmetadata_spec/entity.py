"""One entity of OpenMetadata, declared: its collection, its properties, its references, its connectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Spelling = Literal["fqn", "name", "id", "ref"]
"""How a create request spells a reference: an FQN string, a name, a bare UUID, or an `EntityReference` object."""

AssetsBy = Literal["name", "id"]
"""How a path names the entity that assets are put into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The property of the create request that places an entity under another one.

    The parent's FQN is the front part of the child's FQN.
    """

    property: str
    entity: str
    """Entity type of the parent, as OpenMetadata spells it in references: `dashboardService`."""
    immutable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A property that names other entities."""

    property: str
    entities: tuple[str, ...]
    """Entity types it may point at, `("user", "team")` for owners."""
    spelling: Spelling
    many: bool
    inside: str = ""
    """Property of the object that holds the reference on the entity, where it does not stand there itself: `term`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertySpec:
    """One property of a create request."""

    name: str
    """Wire name: the JSON key."""
    type: str
    """Shape in words a reader knows: `string`, `list(TagLabel)`, `map(string)`, `enum(A, B)`, `TagLabel`."""
    required: bool = False
    immutable: bool = False
    secret: bool = False
    write_only: bool = False
    """True for what no answer shows: a password, an instruction for the creation alone."""
    default: str | int | float | None = None
    """What the server takes for it where nothing is said; None if that is nothing (or no plain value)."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorSpec:
    """One kind of connection of a service family."""

    service_type: str
    model: str
    """Public name of the connection model: `LookerConnection`."""
    schema: str
    """Path of its JSON Schema, relative to the schema root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSpec:
    """What a service entity has beyond others: a connection that `serviceType` chooses."""

    service_types: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()
    """Other spellings of a service type and the server's own: `("PostgreSQL", "Postgres")`. Case never matters."""
    connectors: tuple[ConnectorSpec, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySpec:
    """Everything the runtime needs to know about one kind of entity."""

    kind: str
    """Name users write: `Dashboard`."""
    entity_type: str
    """Name OpenMetadata uses in references and messages: `dashboard`."""
    collection: str
    """Path below `/api/v1`, no leading slash: `services/dashboardServices`."""
    attribute: str
    """Name of the collection on a client object: `dashboard_services`."""
    create_schema: str
    entity_schema: str
    properties: tuple[PropertySpec, ...]
    fields: tuple[str, ...] = ()
    """Values that the `fields` query parameter takes: properties the server leaves out unless asked."""
    parents: tuple[Parent, ...] = ()
    """Properties that may place it; the first one that is set does. Empty for a root entity."""
    references: tuple[Reference, ...] = ()
    service: ServiceSpec | None = None
    lowercase_name: bool = False
    """True for users: the server stores the name in lower case."""
    filters: tuple[str, ...] = ()
    """Query parameters by which its list can be narrowed; empty if they are not known."""
    assets_by: AssetsBy | None = None
    """How the path of its assets names it, for entities that assets are put into; None for all others."""
    renamable: bool = False
    """True where a patch may change the name; elsewhere the server keeps it without a word."""

    def property(self, name: str) -> PropertySpec | None:
        """The property of the create request with that name, or None."""
        return next((p for p in self.properties if p.name == name), None)

    def reference(self, name: str) -> Reference | None:
        """The reference that property `name` holds, or None."""
        return next((r for r in self.references if r.property == name), None)
