"""Many writers at once, in this process and over a socket: one creation wins, no update is lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterator
from typing import Any

import httpx
import pytest
from sandbox_callers import COLLECTIONS, MINIMAL

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer, create_app

CALLERS = 50
PATCHED = {"Content-Type": "application/json-patch+json"}
TAKEN = {"GlossaryTerm": 400}
"""What a name that is taken answers, where it is not 409: a glossary looks before the unique index does."""


class Crowd:
    """Callers that all call at once."""

    def __init__(self, client: httpx.AsyncClient, runner: asyncio.Runner) -> None:
        self.client = client
        self._runner = runner

    def together(self, *calls: Coroutine[Any, Any, Any]) -> list[Any]:
        async def gathered() -> list[Any]:
            return await asyncio.gather(*calls)

        return self._runner.run(gathered())

    def make(self, kind: str, name: str) -> dict[str, Any]:
        [answer] = self.together(self.client.post(COLLECTIONS[kind], json={"name": name, **MINIMAL[kind]}))
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def read(self, path: str) -> Any:
        [answer] = self.together(self.client.get(path))
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(params=["in process", "over a socket"])
def crowd(request: pytest.FixtureRequest) -> Iterator[Crowd]:
    options = SandboxOptions()
    settings: dict[str, Any] = {
        "headers": {"Authorization": f"Bearer {options.admin_token}"},
        "timeout": 60,
        "limits": httpx.Limits(max_connections=CALLERS),
    }
    with asyncio.Runner() as runner:
        if request.param == "in process":
            transport = httpx.ASGITransport(create_app(options))
            yield Crowd(httpx.AsyncClient(transport=transport, base_url="http://here/api/v1/", **settings), runner)
            return
        with SandboxServer(options) as server:
            client = httpx.AsyncClient(base_url=f"{server.url}/api/v1/", **settings)
            yield Crowd(client, runner)
            runner.run(client.aclose())


@pytest.fixture
def parents(crowd: Crowd) -> None:
    for kind, name in (("DashboardService", "bi"), ("DatabaseService", "db"), ("Domain", "sales")):
        crowd.make(kind, name)
    robot = {"name": "robot", "email": "robot@acme.io", "isBot": True}
    crowd.together(crowd.client.post(COLLECTIONS["User"], json=robot))
    crowd.make("Classification", "Colour")
    crowd.make("Glossary", "words")


@pytest.mark.usefixtures("parents")
def test_of_fifty_parallel_creations_of_one_fqn_one_wins(crowd: Crowd) -> None:
    for kind, collection in COLLECTIONS.items():
        body = {"name": "wanted", **MINIMAL[kind]}
        answers = crowd.together(*(crowd.client.post(collection, json=body) for _ in range(CALLERS)))
        statuses = Counter(answer.status_code for answer in answers)
        assert statuses == {201: 1, TAKEN.get(kind, 409): CALLERS - 1}, kind
        [made] = [answer.json() for answer in answers if answer.status_code == 201]
        listed = crowd.read(f"{collection}?limit=1000")["data"]
        assert [entity["id"] for entity in listed if entity["name"] == "wanted"] == [made["id"]], kind


def test_of_fifty_parallel_puts_of_one_fqn_one_creates_and_each_is_a_version(crowd: Crowd) -> None:
    bodies = [{"name": "g", "description": f"text {n}"} for n in range(CALLERS)]
    answers = crowd.together(*(crowd.client.put("glossaries", json=body) for body in bodies))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 200: CALLERS - 1}
    versions = crowd.read(f"glossaries/{answers[0].json()['id']}/versions")["versions"]
    assert len(versions) == CALLERS
    assert {answer.json()["version"] for answer in answers} == {round(0.1 * n, 1) for n in range(1, CALLERS + 1)}


def test_parallel_increments_with_if_match_are_all_counted(crowd: Crowd) -> None:
    path = f"glossaries/{crowd.make('Glossary', 'g')['id']}"
    refused = 0

    async def increment() -> None:
        nonlocal refused
        while True:
            seen = (await crowd.client.get(path)).json()
            await asyncio.sleep(0)  # let the others read the same
            count = int(seen.get("displayName", "0")) + 1
            headers = {**PATCHED, "If-Match": f'W/"{seen["version"]}"'}
            patch = [{"op": "add", "path": "/displayName", "value": str(count)}]
            answer = await crowd.client.patch(path, json=patch, headers=headers)
            if answer.status_code == 200:
                return
            assert answer.status_code == 412, answer.text
            refused += 1

    crowd.together(*(increment() for _ in range(12)))
    after = crowd.read(path)
    assert (after["displayName"], after["version"]) == ("12", 1.3)
    assert refused > 0, "the writers never met"


def test_parallel_patches_of_different_properties_all_stay(crowd: Crowd) -> None:
    path = f"glossaries/{crowd.make('Glossary', 'g')['id']}"
    patches = [[{"op": "add", "path": f"/{name}", "value": f"new {name}"}] for name in ("displayName", "description")]
    patches.append([{"op": "add", "path": "/tags", "value": [{"tagFQN": "PII.None", "source": "Classification"}]}])
    crowd.together(*(crowd.client.patch(path, json=patch, headers=PATCHED) for patch in patches * 5))
    after = crowd.read(f"{path}?fields=tags")
    assert (after["displayName"], after["description"]) == ("new displayName", "new description")
    assert [tag["tagFQN"] for tag in after["tags"]] == ["PII.None"]


@pytest.mark.usefixtures("parents")
def test_single_writes_beside_a_bulk_call_are_all_there(crowd: Crowd) -> None:
    bulk = [{"name": f"bulk{n}", "service": "bi"} for n in range(300)]
    single = [{"name": f"single{n}", "service": "bi"} for n in range(30)]
    calls = [crowd.client.put("dashboards/bulk", json=bulk[at::3]) for at in range(3)]
    answers = crowd.together(*calls, *(crowd.client.post("dashboards", json=body) for body in single))
    assert Counter(answer.status_code for answer in answers) == {200: 3, 201: 30}
    names = {entity["name"] for entity in crowd.read("dashboards?limit=1000")["data"]}
    assert names == {body["name"] for body in bulk + single}
