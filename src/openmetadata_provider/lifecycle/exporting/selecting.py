"""What is to be exported, as it is asked for: kinds, and single entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from openmetadata_provider.client.fqn import build, quote_name, split
from openmetadata_provider.errors import InvalidName, NotFound, UsageError
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.exporting.properties import fields_to_read
from openmetadata_provider.lifecycle.observing import entity_named
from openmetadata_provider.lifecycle.server import Server
from openmetadata_provider.validation.diagnostics import did_you_mean
from openmetadata_provider.validation.kinds import Kind
from openmetadata_spec import EntitySpec

_BETWEEN_WORDS: Final = re.compile(r"[-_ ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entity that was asked for by name."""

    kind: Kind
    entity: Observed


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was asked for."""

    kinds: tuple[Kind, ...]
    """Those of which everything is wanted, in the order of the bindings."""
    entities: tuple[Found, ...]


def selected(wanted: Iterable[str] | None, known: Mapping[str, Kind], server: Server) -> Selection:
    """What the words of a caller mean; None is everything.

    `Dashboard`, `dashboards`, `dashboard_services` is a kind, `Dashboard/looker.sales` one entity, `looker.sales` the
    one of whatever kind that has the name. Raises UsageError for a word that means nothing or several entities.
    """
    if wanted is None:
        return Selection(kinds=tuple(known.values()), entities=())
    chosen: dict[str, None] = {}
    entities: list[Found] = []
    for word in wanted:
        if (kind := kind_called(word, known)) is not None:
            chosen[kind.name] = None
        else:
            entities.append(_entity(word, known, server))
    kinds = tuple(kind for name, kind in known.items() if name in chosen)
    alone = {(found.kind.name, found.entity.fqn): found for found in entities if found.kind.name not in chosen}
    return Selection(kinds=kinds, entities=tuple(alone.values()))


def kind_called(word: str, known: Mapping[str, Kind]) -> Kind | None:
    """The kind of that name, in singular or plural, however it is spelled; None if there is none."""
    folded = _BETWEEN_WORDS.sub("", word).casefold()
    return next((k for k in known.values() if folded in (k.name.casefold(), k.collection.casefold())), None)


def _entity(word: str, known: Mapping[str, Kind], server: Server) -> Found:
    """Raises UsageError."""
    front, slash, fqn = word.partition("/")
    kind = kind_called(front, known) if slash else None
    if kind is not None:
        return _only([kind], fqn, word, server)
    if slash and (hint := did_you_mean(front, known)):
        raise UsageError(f"{word}: there is no kind {front}. {hint}")
    return _only(known.values(), word, word, server)


def _only(candidates: Iterable[Kind], fqn: str, word: str, server: Server) -> Found:
    kinds = list(candidates)
    rows = server.map(lambda kind: _read(kind, fqn, server), kinds)
    found = [Found(kind=kind, entity=row) for kind, row in zip(kinds, rows, strict=True) if row is not None]
    living = [one for one in found if not one.entity.is_deleted]
    if len(living) == 1:
        return living[0]
    if living:
        names = ", ".join(f"{one.kind.name}/{one.entity.fqn}" for one in living)
        raise UsageError(f"{word} is the name of several entities. Say which: {names}.")
    if found:
        raise UsageError(f"{found[0].kind.name} {found[0].entity.fqn} is soft-deleted. Restore it to export it.")
    raise UsageError(_nothing(word, kinds))


def _nothing(word: str, kinds: list[Kind]) -> str:
    if len(kinds) == 1:
        return f"{word}: the server has no such {kinds[0].name}."
    hint = did_you_mean(word, [kind.name for kind in kinds])
    return f"{word} is neither a kind nor the FQN of an entity. {hint or 'An entity can be given as Kind/FQN.'}"


def _read(kind: Kind, fqn: str, server: Server) -> Observed | None:
    """The entity of that kind with that name; None if it has none, or if no entity of the kind can be called so."""
    spec = kind.spec
    for name in _names(spec, fqn):
        try:
            return server.run(entity_named(spec, name, fields_to_read(spec), server.known))
        except NotFound:  # a server without such a collection
            return None
    return None


def _names(spec: EntitySpec, text: str) -> Iterator[str]:
    """The FQN that the text stands for: a dot divides only names of kinds that are in something."""
    name = text.lower() if spec.lowercase_name else text
    try:
        yield build(*split(name)) if spec.parents else quote_name(name)
    except InvalidName:
        return
