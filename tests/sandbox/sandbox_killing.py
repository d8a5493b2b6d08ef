"""A sandbox process that is killed while several callers write, and what must be in its file afterwards.

Every caller has a service of its own and knows what each of its dashboards must be: as the last acknowledged write left
it, or, all or nothing, as the write left it that was under way when the process ended.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.sandbox.command import app; app()"]
WRITERS = 3
SLOTS = 24
"""Dashboards that a writer has, at most."""
SERVICE = ""
"""The name under which a writer keeps its service."""


@dataclass(frozen=True, slots=True)
class State:
    """What a writer knows of an entity."""

    id: str
    version: float
    description: str
    deleted: bool = False

    def changed(self, **values: Any) -> State:
        return replace(self, version=round(self.version + 0.1, 1), **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A write, and the states of the entities it touches once it is done; a new entity gets its id then."""

    method: str
    path: str
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, State | None]


class Process:
    """`omp sandbox` with a file, on a free port."""

    def __init__(self, database: Path) -> None:
        command = [*COMMAND, "--port", "0", "--no-strict", "--database", str(database)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.port = 0
        self.token = ""

    def wait(self) -> None:
        """Until it says where it listens and who may come."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if where := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                self.port = int(where[1])
            if line.startswith("admin token:"):
                self.token = line.split()[-1]
                return
        raise AssertionError("the sandbox did not start")

    def kill(self) -> None:
        """SIGKILL; nothing if it has ended."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Caller:
    """Calls over one keep-alive connection."""

    def __init__(self, process: Process) -> None:
        self._http = HTTPConnection("127.0.0.1", process.port, timeout=60)
        self._headers = {"Authorization": f"Bearer {process.token}", "Content-Type": "application/json"}

    def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Any:
        """The answer. AssertionError for an error; OSError or HTTPException if the process has gone."""
        data = None if body is None else json.dumps(body)
        self._http.request(method, f"/api/v1/{path}", data, {**self._headers, **(headers or {})})
        answer = self._http.getresponse()
        content = answer.read()
        assert answer.status < 400, f"{method} {path}: {answer.status} {content.decode()}"
        return json.loads(content)

    def close(self) -> None:
        self._http.close()


class Writer:
    """Writes at random to its own service and remembers what was acknowledged."""

    def __init__(self, number: int, rng: random.Random) -> None:
        self.service = f"service{number}"
        self.known: dict[str, State] = {}
        self.pending: Step | None = None
        self.acknowledged = 0
        self._rng = rng
        self._count = 0

    def write(self, caller: Caller, acknowledge: Callable[[], None]) -> None:
        """One write after another, until the process is gone."""
        while True:
            self.pending = step = self._step()
            try:
                answer = caller.call(step.method, step.path, step.body, step.headers)
                ids = self._ids_of_new(caller, step, answer)
            except (OSError, HTTPException):
                return
            self._note(step, ids)
            self.pending = None
            self.acknowledged += 1
            acknowledge()

    def _ids_of_new(self, caller: Caller, step: Step, answer: Any) -> dict[str, str]:
        """By name. The answer to a bulk call does not say, so one asks for these."""
        assert answer.get("status") in (None, "success"), answer
        new = [name for name, state in step.after.items() if state and not state.id]
        if "id" in answer:
            return dict.fromkeys(new, answer["id"])
        return {name: caller.call("GET", f"dashboards/name/{self.service}.{name}")["id"] for name in new}

    def _note(self, step: Step, ids: Mapping[str, str]) -> None:
        for name, state in step.after.items():
            self.known.pop(name, None)
            if state is not None:
                self.known[name] = state if state.id else replace(state, id=ids[name])

    def settle(self, found: Mapping[str, State]) -> list[str]:
        """What is wrong with what was found; a write that was under way counts as done if it was."""
        step, self.pending = self.pending, None
        if step is not None:
            done = {name: _with_id(state, found.get(name)) for name, state in step.after.items()}
            if all(found.get(name) == state for name, state in done.items()):
                self._note(replace(step, after=done), {})  # `done` has the ids
        wrong = [name for name in self.known.keys() | found.keys() if self.known.get(name) != found.get(name)]
        last = f"under way: {step.method} {step.path}" if step else "nothing under way"
        return [f"{self.service} {name}: {self.known.get(name)} became {found.get(name)}, {last}" for name in wrong]

    def _text(self) -> str:
        self._count += 1
        return f"{self.service} {self._count}"

    def _step(self) -> Step:
        if SERVICE not in self.known:
            return self._create_service()
        if self.known[SERVICE].deleted:
            return self._restore(SERVICE)
        name = f"d{self._rng.randrange(SLOTS)}"
        if name not in self.known:
            return self._rng.choice([self._create, self._bulk])(name)
        if self.known[name].deleted:
            return self._rng.choice([self._restore, self._purge])(name)
        kinds = [self._put, self._patch, self._patch, self._bulk, self._delete, self._purge, self._delete_service]
        return self._rng.choices(kinds, [6, 6, 6, 2, 3, 3, 1])[0](name)

    def _request(self, name: str, text: str) -> dict[str, Any]:
        tags = [{"tagFQN": "PII.None", "source": "Classification"}]
        padding = "x" * self._rng.randrange(300)
        request = {"name": name, "service": self.service, "description": text, "displayName": padding}
        return {**request, "owners": ["user:admin"], "tags": tags}

    def _create_service(self) -> Step:
        body = {"name": self.service, "serviceType": "Metabase", "description": "d"}
        after = {SERVICE: State("", 0.1, "d")}
        return Step(method="POST", path="services/dashboardServices", body=body, after=after)

    def _create(self, name: str) -> Step:
        text = self._text()
        return Step(
            method="POST", path="dashboards", body=self._request(name, text), after={name: State("", 0.1, text)}
        )

    def _put(self, name: str) -> Step:
        text = self._text()
        after = {name: self._put_over(name, text)}
        return Step(method="PUT", path="dashboards", body=self._request(name, text), after=after)

    def _patch(self, name: str) -> Step:
        state, text = self.known[name], self._text()
        headers = {"Content-Type": "application/json-patch+json", "If-Match": f'W/"{state.version}"'}
        body = [{"op": "add", "path": "/description", "value": text}]
        after = {name: state.changed(description=text)}
        return Step(method="PATCH", path=f"dashboards/{state.id}", body=body, headers=headers, after=after)

    def _bulk(self, name: str) -> Step:
        """All dashboards that live, and one that need not be there yet: a bulk call is one transaction."""
        names = {name} | {other for other, state in self.known.items() if other and not state.deleted}
        texts = {other: self._text() for other in sorted(names)}
        body = [self._request(other, text) for other, text in texts.items()]
        after = {other: self._put_over(other, text) for other, text in texts.items()}
        return Step(method="PUT", path="dashboards/bulk", body=body, after=after)

    def _put_over(self, name: str, text: str) -> State:
        state = self.known.get(name)
        return state.changed(description=text) if state else State("", 0.1, text)

    def _delete(self, name: str) -> Step:
        state = self.known[name]
        return Step(method="DELETE", path=f"dashboards/{state.id}", after={name: state.changed(deleted=True)})

    def _purge(self, name: str) -> Step:
        path = f"dashboards/{self.known[name].id}?hardDelete=true&recursive=true"
        return Step(method="DELETE", path=path, after={name: None})

    def _delete_service(self, _: str) -> Step:
        """Soft, with everything below."""
        after = {name: state.changed(deleted=True) for name, state in self.known.items() if not state.deleted}
        path = f"services/dashboardServices/{self.known[SERVICE].id}?recursive=true"
        return Step(method="DELETE", path=path, after=after)

    def _restore(self, name: str) -> Step:
        """One dashboard, or the service with everything below."""
        names = [name] if name else [other for other, state in self.known.items() if state.deleted]
        after = {other: self.known[other].changed(deleted=False) for other in names}
        path = "dashboards/restore" if name else "services/dashboardServices/restore"
        return Step(method="PUT", path=path, body={"id": self.known[name].id}, after=after)


def _with_id(state: State | None, found: State | None) -> State | None:
    """A new entity is as expected whatever its id is."""
    return replace(state, id=found.id) if state and found and not state.id else state


class Ordeal:
    """One file, killed again and again."""

    def __init__(self, database: Path, seed: int) -> None:
        self._rng = random.Random(seed)
        self._database = database
        self.writers = [Writer(number, random.Random(f"{seed}:{number}")) for number in range(WRITERS)]

    @property
    def acknowledged(self) -> int:
        """Writes that were answered, over all kills."""
        return sum(writer.acknowledged for writer in self.writers)

    def kill(self) -> list[str]:
        """Start, write, kill at a random moment, look: what is wrong, if anything."""
        process = Process(self._database)
        try:
            if self._rng.random() < 0.15:
                time.sleep(self._rng.uniform(0, 0.4))  # killed while it starts: the moment is the test's input
            else:
                process.wait()
                self._written(process)
        finally:
            process.kill()
        return [*damage(self._database), *self._differences()]

    def _written(self, process: Process) -> None:
        left = threading.Semaphore(0)
        wanted = self._rng.choice([1, 20, 100, 400])
        callers = [Caller(process) for _ in self.writers]
        failures: list[BaseException] = []

        def run(writer: Writer, caller: Caller) -> None:
            try:
                writer.write(caller, left.release)
            except BaseException as failure:
                failures.append(failure)
                left.release(wanted)

        threads = [threading.Thread(target=run, args=pair) for pair in zip(self.writers, callers, strict=True)]
        for thread in threads:
            thread.start()
        for _ in range(wanted):
            left.acquire()
        time.sleep(self._rng.uniform(0, 0.004))  # somewhere inside a write
        process.kill()
        for thread in threads:
            thread.join()
        for caller in callers:
            caller.close()
        if failures:
            raise failures[0]

    def _differences(self) -> list[str]:
        process = Process(self._database)
        try:
            process.wait()
            caller = Caller(process)
            wrong = [text for writer in self.writers for text in writer.settle(_found(caller, writer.service))]
            caller.close()
        finally:
            process.kill()
        return wrong


def _found(caller: Caller, service: str) -> dict[str, State]:
    """Every entity of a writer as the API shows it."""
    services = caller.call("GET", "services/dashboardServices?include=all&limit=1000")["data"]
    found = {}
    for entity in services:
        if entity["name"] == service:
            found[SERVICE] = _state(entity)
    query = f"service={service}&include=all&limit=1000&fields=owners,tags"
    for entity in caller.call("GET", f"dashboards?{query}")["data"]:
        assert entity["service"]["name"] == service
        assert [owner["name"] for owner in entity["owners"]] == ["admin"]
        assert [tag["tagFQN"] for tag in entity["tags"]] == ["PII.None"]
        found[entity["name"]] = _state(entity)
    return found


def _state(entity: Any) -> State:
    return State(entity["id"], entity["version"], entity["description"], entity["deleted"])


CHECKS = {
    "a relationship without its entities": """
        SELECT count(*) FROM link WHERE NOT EXISTS (SELECT 1 FROM entity WHERE type = from_type AND id = from_id)
        OR NOT EXISTS (SELECT 1 FROM entity WHERE type = to_type AND id = to_id)""",
    "a version without its entity": "SELECT count(*) FROM version WHERE id NOT IN (SELECT id FROM entity)",
    "an entity without its past versions": """
        SELECT count(*) FROM entity WHERE round((version - 0.1) * 10) <>
        (SELECT count(*) FROM version WHERE version.id = entity.id AND version.version < entity.version)""",
    "a dashboard without service, owner or tag": """
        SELECT count(*) FROM entity WHERE type = 'dashboard' AND 3 <>
        (SELECT count(*) FROM link WHERE (to_id = id AND relation IN ('contains', 'owns'))
        OR (from_id = id AND relation = 'tags'))""",
    "a document that is no JSON": "SELECT count(*) FROM entity WHERE NOT json_valid(document)",
}


def damage(database: Path) -> list[str]:
    """What is wrong inside a file that nobody has open."""
    connection = sqlite3.connect(database)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'link_back'").fetchone():
            return []  # killed before the tables were there
        [(verdict,)] = connection.execute("PRAGMA integrity_check").fetchall()
        wrong = [] if verdict == "ok" else [verdict]
        counts = {what: connection.execute(sql).fetchone()[0] for what, sql in CHECKS.items()}
    finally:
        connection.close()
    return [*wrong, *(f"{count} times {what}" for what, count in counts.items() if count)]
