"""One client in a process of its own, so that its memory is its own: `python -m benchmarks.plan_process ORDER`.

The order is JSON: `url`, `token`, `count`, `source` (`python`, or a file), `does`. Prints what it measured, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openmetadata_provider import OpenMetadata
from openmetadata_provider.lifecycle.plan import Plan, plan

from .declaring import COLLECTIONS, Document, documents, fqn_of

Measured = dict[str, float]


class Client:
    """What a process does for one order."""

    def __init__(self, om: OpenMetadata, order: dict[str, Any]) -> None:
        self._om = om
        self._count: int = order["count"]
        self._source: str = order["source"]
        self.seconds: Measured = {}

    def plan(self) -> Plan:
        """One plan, timed as `plan`."""
        declared: Any = documents(self._count) if self._source == "python" else self._source
        return self._timed("plan", lambda: plan(self._om, declared))

    def apply(self) -> Plan:
        """Plan and apply, then another plan, timed as `plan`, `apply` and `again`."""
        first = self.plan()
        done = self._timed("apply", first.apply).raise_for_failures()
        self.seconds |= {"plan_requests": first.requests, "apply_requests": done.requests}
        second = self._timed("again", lambda: self._again())
        if not second.is_empty:
            raise RuntimeError("a second plan is not empty")
        return second

    def _again(self) -> Plan:
        declared: Any = documents(self._count) if self._source == "python" else self._source
        return plan(self._om, declared)

    def get(self) -> None:
        """GETs of every entity, one after another, with the fields that are declared."""
        made = [(self._collection(d), fqn_of(d), self._fields(d)) for d in documents(self._count)]
        self._timed("get", lambda: [c.get_by_name(fqn, fields=fields, include="all") for c, fqn, fields in made])

    def post(self) -> None:
        """POSTs of every entity, one after another; the request models are made before."""
        made = [(self._collection(d), self._request(d)) for d in documents(self._count)]
        self._timed("post", lambda: [collection.create(request) for collection, request in made])

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
        self.seconds[name] = time.perf_counter() - begun
        return result


def main() -> None:
    """Carry out the order of the command line."""
    order = json.loads(sys.argv[1])
    with OpenMetadata(host=order["url"], jwt_token=order["token"]) as om:
        client = Client(om, order)
        result = getattr(client, order["does"])()
        if isinstance(result, Plan):
            client.seconds["requests"] = result.requests
            client.seconds["is_empty"] = result.is_empty
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    client.seconds["peak_mb"] = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps(client.seconds))


if __name__ == "__main__":
    main()
