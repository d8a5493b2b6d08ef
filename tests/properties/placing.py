"""Generated calls that meet something: references, ids and names of what there is, in place of random ones."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

from properties.world import FACTS, World

AT_RANDOM, KEPT_FROM_DELETION = 0.3, 0.9
"""How many calls go to an entity as generated; how many of the deletions do, so that something stays."""


class Placing:
    """Knows what a sandbox held at its start and what was made since, and changes calls before they are sent."""

    def __init__(self, database: str, seed: int) -> None:
        """Fills the file `database` with a world of entities for a sandbox to serve."""
        self._world = World(database)
        self._rng = random.Random(seed)
        self._known: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for entity_type, entity_id, fqn in self._world.catalogue.store.query("SELECT type, id, fqn FROM entity"):
            self._known[entity_type].append((entity_id, fqn))
        self._world.catalogue.store.close()

    def before(self, case: Any) -> None:
        """Let a generated call meet something."""
        kind = next(iter(case.operation.tags or ()), None)
        if kind is None:
            return
        if kind not in FACTS:  # types, which are there from the start and which no request makes
            self._path(kind.lower(), case)
            return
        if case.method in ("POST", "PUT"):
            case.body = self._body(kind, case.body)
        self._path(FACTS[kind].entity_type, case)

    def after(self, case: Any, answer: Any) -> None:
        """Remember what a call has made."""
        for kind in case.operation.tags or ():
            self._known[FACTS[kind].entity_type].append((answer["id"], answer["fullyQualifiedName"]))

    def _body(self, kind: str, body: Any) -> Any:
        if isinstance(body, list):
            return [self._world.placed(kind, item) for item in body]
        if isinstance(body, dict) and body.keys() == {"id"} and isinstance(body["id"], str):
            return {"id": self._one(FACTS[kind].entity_type)[0]}
        return self._world.placed(kind, body)

    def _path(self, entity_type: str, case: Any) -> None:
        spared = KEPT_FROM_DELETION if case.method == "DELETE" else AT_RANDOM
        if self._rng.random() < spared:
            return
        known = dict(zip(("id", "fqn"), self._one(entity_type), strict=True))
        for name in known.keys() & (case.path_parameters or {}).keys():
            case.path_parameters[name] = known[name]

    def _one(self, entity_type: str) -> tuple[str, str]:
        return self._rng.choice(self._known[entity_type] or [("0b3c4b0e-6e6f-4a53-8f5f-5b0a3f4c8a11", "nothing")])
