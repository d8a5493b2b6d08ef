"""One client in a process of its own, so that its memory is its own: `python -m benchmarks.plan_process ORDER`.

The order is JSON: `url`, `token`, `count`, `shape`, `source` (`python`, or a file), `does`. Prints what it
measured, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openmetadata_provider import OpenMetadata
from openmetadata_provider.lifecycle.commands.making import rest_collector
from openmetadata_provider.lifecycle.plan import Plan, plan

from .declaring import COLLECTIONS, SHAPES, Document, fqn_of

WARMING = 20
"""Entities that are looked for before anything is timed: the connection is open then, and modules are loaded."""


class Client:
    """What a process does for one order; `measured` has seconds, requests and MB."""

    def __init__(self, om: OpenMetadata, order: dict[str, Any]) -> None:
        self._om = om
        self._count: int = order["count"]
        self._documents = SHAPES[order["shape"]]
        self._source: str = order["source"]
        self.measured: dict[str, float] = {}

    def plan(self) -> None:
        """One plan of what is there already, timed as `plan`."""
        plan(self._om, self._documents(WARMING))
        if not self._planned("plan").is_empty:
            raise RuntimeError("the plan is not empty")

    def apply(self) -> None:
        """Plan, apply, and plan again, timed as `plan`, `apply` and `again`. Models are loaded before, as in `post`."""
        plan(self._om, self._documents(WARMING))
        for document in self._documents(self._count):
            self._collection(document).request_model.model_rebuild()
        planned = self._planned("plan")
        applied = self._timed("apply", planned.apply).raise_for_failures()
        self.measured["apply_requests"] = applied.requests
        del planned, applied
        if not self._planned("again").is_empty:
            raise RuntimeError("a second plan is not empty")

    def get(self) -> None:
        """GETs of every entity, one after another, with the fields that are declared."""
        made = [(self._collection(d), fqn_of(d), self._fields(d)) for d in self._documents(self._count)]
        for collection, fqn, fields in made[:WARMING]:
            collection.get_by_name(fqn, fields=fields, include="all")
        self._timed("get", lambda: [c.get_by_name(fqn, fields=fields, include="all") for c, fqn, fields in made])

    def post(self) -> None:
        """POSTs of every entity, one after another; the request models are made before."""
        made = [(self._collection(d), self._request(d)) for d in self._documents(self._count)]
        self._om.current_user()
        self._timed("post", lambda: [collection.create(request) for collection, request in made])

    def _planned(self, name: str) -> Plan:
        declared: Any = self._documents(self._count) if self._source == "python" else self._source
        made: Plan = self._timed(name, lambda: plan(self._om, declared))
        self.measured[f"{name}_requests"] = made.requests
        return made

    def _collection(self, document: Document) -> Any:
        return getattr(self._om, COLLECTIONS[document["kind"]])

    def _request(self, document: Document) -> Any:
        return self._collection(document).request_model.model_validate(document["spec"])

    def _fields(self, document: Document) -> list[str]:
        spec = self._collection(document).spec
        return [name for name in spec.fields if name in document["spec"]]

    def _timed(self, name: str, work: Callable[[], Any]) -> Any:
        begun = time.perf_counter()
        result = work()
        self.measured[name] = time.perf_counter() - begun
        return result


def main() -> None:
    """Carry out the order of the command line."""
    order = json.loads(sys.argv[1])
    rest_collector()  # as `omp plan` does, and `omp apply`
    with OpenMetadata(host=order["url"], jwt_token=order["token"]) as om:
        client = Client(om, order)
        getattr(client, order["does"])()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    client.measured["peak_mb"] = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps(client.measured))


if __name__ == "__main__":
    main()
