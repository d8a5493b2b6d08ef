"""Documents against one another: names given twice, references to the wrong kind or to nothing, circles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from openmetadata_provider.client.fqn import build, split
from openmetadata_provider.validation.diagnostics import Diagnostic, Severity, did_you_mean
from openmetadata_provider.validation.links import Link, Named, Names, Where

Key = tuple[str, str]


HINTS: Final = 50
"""References that get a look for near names; each look goes through all names of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossed:
    """A diagnostic with its path in a payload, and which payload."""

    where: Where
    diagnostic: Diagnostic


class Crossing:
    """The names and links of a whole run."""

    def __init__(self, names: Iterable[Names]) -> None:
        self._named: dict[Key, list[Named]] = defaultdict(list)
        self._links: list[Link] = []
        for part in names:
            self._links += part.links
            for named in part.named:
                self._named[named.key].append(named)
        self._types: dict[str, list[str]] = defaultdict(list)
        for entity_type, fqn in self._named:
            self._types[fqn].append(entity_type)

    @cached_property
    def _by_name(self) -> Mapping[Key, list[Key]]:
        """Keys by entity type and last name; made for links to what has no such FQN, which are few."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for entity_type, fqn in self._named:
            found[entity_type, split(fqn)[-1]].append((entity_type, fqn))
        return found

    def errors(self) -> Iterator[Crossed]:
        """Everything that is wrong whatever the server holds."""
        yield from self._duplicates()
        yield from self._misled()
        yield from self._exclusive_tags()
        yield from self._circles()

    def expected(self, severity: Severity, *, every_place: bool = True) -> Iterator[Crossed]:
        """References to what is declared nowhere here: at every place and with near names, or each thing once."""
        near: dict[tuple[tuple[str, ...], str], str] = {}
        for link in self._links:
            wanted = (link.entities, link.fqn)
            if link.fqn in self._types or (wanted in near and not every_place):
                continue
            if wanted not in near:
                near[wanted] = self._near(*wanted) if every_place and len(near) < HINTS else ""
            message = f'{_kinds(link.entities)} "{link.fqn}" is declared nowhere here'
            hint = near[wanted] or ("Declare it." if severity is Severity.error else "It has to be on the server.")
            yield _crossed(link, "expected-on-server", message, hint, severity)

    def _near(self, entities: tuple[str, ...], fqn: str) -> str:
        return did_you_mean(fqn, [known for kind, known in self._named if kind in entities])

    def _duplicates(self) -> Iterator[Crossed]:
        for first, *others in self._named.values():
            for named in others:
                before = "this file" if named.where.file == first.where.file else first.where.file
                message = f'{named.kind} "{named.fqn}" is declared twice, first in {before}'
                diagnostic = Diagnostic(code="duplicate", message=message, hint="Keep one of the two.", path=("name",))
                yield Crossed(where=named.where, diagnostic=diagnostic)

    def _misled(self) -> Iterator[Crossed]:
        for link in self._links:
            found = self._types.get(link.fqn, [])
            if found and found[0] not in link.entities and not set(found) & set(link.entities):
                wanted = _kinds(link.entities)
                message = f'"{link.fqn}" is a {_kinds(found[:1])}, and a {wanted} is wanted'
                yield _crossed(link, "wrong-kind", message, f"Name a {wanted} here.")

    def _exclusive_tags(self) -> Iterator[Crossed]:
        """Two tags of one classification (or term) that is declared here as mutually exclusive."""
        exclusive = {fqn for (_, fqn), group in self._named.items() if group[0].is_exclusive}
        first: dict[tuple[Where, str], str] = {}
        for link in self._links if exclusive else ():
            if link.path[0] != "tags" or (above := _above(link.fqn)) not in exclusive:
                continue
            before = first.setdefault((link.where, above), link.fqn)
            if before != link.fqn:
                message = f"{link.fqn} and {before} exclude each other"
                yield _crossed(link, "exclusive-tags", message, f"Keep one tag of {above}.")

    def _circles(self) -> Iterator[Crossed]:
        above = {link.source: target for link in self._links if link.is_parent and (target := self._target(link))}
        seen: set[Key] = set()
        for start in above:
            circle = _circle(start, above, seen)
            if circle:
                names = " → ".join(split(fqn)[-1] for _, fqn in circle)
                message = f"it stands below itself: {names}"
                diagnostic = Diagnostic(code="cycle", message=message, hint="Break the circle.", path=("name",))
                yield Crossed(where=self._named[circle[0]][0].where, diagnostic=diagnostic)

    def _target(self, link: Link) -> Key | None:
        """The parent that a link leads to. In a circle no FQN is right, so the only entity of that name counts too."""
        exact = next(((kind, link.fqn) for kind in link.entities if (kind, link.fqn) in self._named), None)
        if exact is not None:
            return exact
        name = split(link.fqn)[-1]
        same = [key for kind in link.entities for key in self._by_name.get((kind, name), ())]
        return same[0] if len(same) == 1 else None


def _crossed(link: Link, code: str, message: str, hint: str, severity: Severity = Severity.error) -> Crossed:
    refers_to = (_kinds(link.entities), link.fqn)
    diagnostic = Diagnostic(
        code=code, message=message, hint=hint, severity=severity, path=link.path, refers_to=refers_to
    )
    return Crossed(where=link.where, diagnostic=diagnostic)


def _kinds(entity_types: Iterable[str]) -> str:
    """Entity types as the kinds that people write: `User or Team`."""
    return " or ".join(name[:1].upper() + name[1:] for name in entity_types)


def _above(fqn: str) -> str:
    return build(*parts) if (parts := split(fqn)[:-1]) else ""


def _circle(start: Key, above: Mapping[Key, Key], seen: set[Key]) -> list[Key]:
    """The circle that the way up from `start` runs into, first entity again at its end; empty if there is none new."""
    trail: list[Key] = []
    here: Key | None = start
    while here is not None and here not in seen:
        seen.add(here)
        trail.append(here)
        here = above.get(here)
    return [*trail[trail.index(here) :], here] if here in trail and here is not None else []
