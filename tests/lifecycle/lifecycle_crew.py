"""A catalogue of 200 entities of every sort, what a server holds of it, and clients that die."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, Literal

import httpx

from openmetadata_provider import OpenMetadata, RetryPolicy
from openmetadata_provider.lifecycle.plan import plan
from openmetadata_provider.sandbox import SandboxServer

Document = dict[str, Any]
QUICK = RetryPolicy(attempts=3, backoff_s=0.01, backoff_cap_s=0.02)
COLLECTIONS = (
    "teams", "users", "classifications", "tags", "glossaries", "glossaryTerms", "domains",
    "services/dashboardServices", "charts", "dashboards",
)  # fmt: skip
_OF_THE_MOMENT = ("id", "href", "updatedAt", "service")


def document(kind: str, **spec: Any) -> Document:
    return {"kind": kind, "spec": spec}


def catalogue() -> list[Document]:
    """200 entities: more than one bulk chunk of charts, two services with passwords, references of every sort."""
    made = [*_people(), *_labels()]
    for service, charts, dashboards in (("looker", 104, 16), ("second.looker", 12, 4)):
        made += _service(service, charts, dashboards)
    assert len(made) == 200
    return made


def _people() -> Iterator[Document]:
    yield document("Team", name="company", teamType="Division", description="All of us.")
    for n in range(9):
        yield document("Team", name=f"team{n}", teamType="Group", parents=["company"])
    for n in range(14):
        yield document("User", name=f"user{n}", email=f"user{n}@example.com", teams=[f"team{n % 9}"])


def _labels() -> Iterator[Document]:
    for n in range(2):
        yield document("Domain", name=f"domain{n}", domainType="Aggregate", description="A part of the business.")
    yield document("Classification", name="Quality", description="How good it is.", mutuallyExclusive=True)
    for n in range(12):
        yield document("Tag", name=f"Q{n}", classification="Quality", description="Good & better.")
    yield document("Glossary", name="Terms", description="Our words.")
    yield document("GlossaryTerm", name="root", glossary="Terms", description="Above all.")
    for n in range(21):
        yield document(
            "GlossaryTerm", name=f"term{n}", glossary="Terms", parent="Terms.root", description="A word.",
            synonyms=[f"word {n}"],
        )  # fmt: skip


def _service(name: str, charts: int, dashboards: int) -> Iterator[Document]:
    config = {"type": "Looker", "hostPort": "https://looker.example.com", "clientId": "omp", "clientSecret": "s3cret"}
    yield document(
        "DashboardService", name=name, serviceType="Looker", owners=["team:team0"], connection={"config": config}
    )
    fqn = f'"{name}"' if "." in name else name
    for n in range(charts):
        yield document("Chart", name=f"chart{n}", service=fqn, chartType="Bar", tags=[_tag(f"Quality.Q{n % 12}")])
    for n in range(dashboards):
        yield document(
            "Dashboard", name=f"dashboard{n}", service=fqn, description=f"Number {n}.", owners=[f"user:user{n % 14}"],
            charts=[f"{fqn}.chart{n % charts}", f"{fqn}.chart{(n + 1) % charts}"], domains=[f"domain{n % 2}"],
            tags=[_tag("Quality.Q1"), {"tagFQN": f"Terms.root.term{n}", "source": "Glossary"}],
        )  # fmt: skip


def _tag(fqn: str) -> Document:
    return {"tagFQN": fqn, "source": "Classification"}


def client(server: SandboxServer, **options: Any) -> OpenMetadata:
    return OpenMetadata(host=server.url, jwt_token=server.admin_token, **{"retries": QUICK, **options})


def state(server: SandboxServer) -> dict[str, Document]:
    """Every entity with all its properties but ids and times: version 0.1 tells that it was written once."""
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    found: dict[str, Document] = {}
    with httpx.Client(base_url=f"{server.url}/api/v1", headers=headers) as http:
        for collection in COLLECTIONS:
            rows = http.get(f"/{collection}", params={"limit": 1000, "fields": "*", "include": "all"}).json()["data"]
            found |= {f"{collection} {row['fullyQualifiedName']}": _plain(row) for row in rows}
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key not in _OF_THE_MOMENT}
    return sorted(map(_plain, value), key=str) if isinstance(value, list) else value  # ids decide among like names


class Killed(BaseException):
    """What stands for the end of the process: nobody handles it."""


class Dying(httpx.BaseTransport):
    """Sends requests until the process dies at request `at`: before it is sent, or before its answer is seen.

    Answers that are on their way then are never seen either.
    """

    def __init__(self, at: int, moment: Literal["before", "after"]) -> None:
        self.sent = 0
        self._at, self._moment = at, moment
        self._inner = httpx.HTTPTransport()
        self._lock, self._dead = threading.Lock(), threading.Event()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self.sent += 1
            is_last = self.sent == self._at
            if is_last and self._moment == "before":
                self._dead.set()
            if self._dead.is_set():
                raise Killed
        response = self._inner.handle_request(request)
        response.read()
        if is_last:
            self._dead.set()
        if self._dead.is_set():
            raise Killed
        return response

    def close(self) -> None:
        self._inner.close()


def applied_until_death(server: SandboxServer, at: int, moment: Literal["before", "after"], parallelism: int) -> bool:
    """Plans and applies the catalogue with a client that dies at request `at`; False if it came to the end before."""
    with client(server, transport=Dying(at, moment)) as om:
        try:
            plan(om, catalogue(), parallelism=parallelism).apply()
        except Killed:
            return True
    return False


def finished(server: SandboxServer) -> dict[str, Document]:
    """What the server holds after the next plan and apply, which have to bring everything to its end."""
    with client(server) as om:
        plan(om, catalogue()).apply().raise_for_failures()
        assert plan(om, catalogue()).is_empty
    return state(server)


def undisturbed() -> tuple[dict[str, Document], int]:
    """What a server holds after one run that nothing disturbs, and how many requests that takes one at a time."""
    with SandboxServer() as server:
        counting = Dying(10**9, "before")
        with client(server, transport=counting) as om:
            plan(om, catalogue(), parallelism=1).apply().raise_for_failures()
        return state(server), counting.sent


def harm(at: int, moment: Literal["before", "after"], parallelism: int, expected: dict[str, Document]) -> str:
    """What is wrong after a run that died at request `at` and the run after it; empty if nothing is."""
    with SandboxServer() as server:
        applied_until_death(server, at, moment, parallelism)
        found = finished(server)
    wrong = sorted(key for key in found.keys() | expected.keys() if found.get(key) != expected.get(key))
    return f"dead {moment} request {at}, {parallelism} at a time: {', '.join(wrong)}" if wrong else ""
