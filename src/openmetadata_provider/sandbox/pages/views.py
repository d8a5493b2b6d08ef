"""What each page shows, as values that a template turns into text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from ..catalogue import Document
from .seen import SeenRequest, last
from .values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page: `template` says how it looks."""

    template: ClassVar[str]
    media_type: ClassVar[str] = "text/html"
    release: str
    title: str
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many entities of a kind there are."""

    kind: str
    address: str
    collection: str
    alive: int
    deleted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview(View):
    """Everything at a glance."""

    template = "overview.html.jinja"
    database: str
    groups: Mapping[str, list[Count]]
    requests: list[SeenRequest] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All entities that are not deleted."""
        return sum(count.alive for counts in self.groups.values() for count in counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entity of a list."""

    fqn: str
    display_name: str
    address: str
    version: float
    updated_at: str
    updated_by: str
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(View):
    """One page of a collection."""

    template = "collection.html.jinja"
    path: str
    lines: list[Line]
    total: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A property that changed, from `before` to `after`; either may be nothing."""

    what: str
    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One version in the history of an entity."""

    version: str
    address: str
    updated_at: str
    updated_by: str
    changes: list[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(View):
    """One entity, now or as it was."""

    template = "entity.html.jinja"
    kind: str
    kind_address: str
    address: str
    api: str
    document: Document
    updated_at: str
    properties: tuple[Value, ...]
    steps: list[Step]
    shown: str
    """The version that is shown."""
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(View):
    """What cannot be shown, and why."""

    template = "problem.html.jinja"
    message: str


class Style(View):
    """The style sheet of all pages."""

    __slots__ = ()
    template = "style.css"
    media_type = "text/css"


class Icon(View):
    """The icon of all pages."""

    __slots__ = ()
    template = "icon.svg"
    media_type = "image/svg+xml"


def with_requests(view: Overview, requests: Iterable[SeenRequest]) -> Overview:
    """The overview with the last requests."""
    return replace(view, requests=last(requests))
