"""Passwords of manifests, written out, in variables and in files: nothing that is shown, told or kept has one.

Shown is what a person, a log, a report or a debugger-like traceback prints: text, JSON, reprs of every object, messages,
local variables of the frames of an error.
"""

from __future__ import annotations

import io
import json
import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from lifecycle_omp import Terminal, omp
from lifecycle_secrets import CONNECTORS, planted, specs

from openmetadata_provider import (
    ApplyFailed,
    ConfigurationError,
    InvalidManifests,
    OpenMetadata,
    OpenMetadataError,
    PlanOptions,
    PlanOutdated,
    PlanRefused,
    RetryPolicy,
    destroy,
    plan,
)
from openmetadata_provider.lifecycle.outcomes import Status
from openmetadata_provider.lifecycle.saving import SavedPlan, save
from openmetadata_provider.sandbox import SandboxServer
from openmetadata_provider.sandbox.faults import AnswerWith, Fault
from openmetadata_provider.validation.kinds import kinds

LITERAL = "l1teral-secret"
VARIABLE = "var1able-secret"
FILED = 'f1led-"secret"\nof-lines'
SECRETS = (LITERAL, VARIABLE, FILED, "f1led-", "of-lines")
CATALOGUE = """\
kind: DashboardService
spec:
  name: bi
  serviceType: Looker
  connection:
    config:
      clientId: id
      clientSecret: {env: OMP_TEST_SECRET}
      hostPort: https://looker.example.com
      gitCredentials: {repositoryOwner: o, repositoryName: r, branch: main, token: "@LITERAL@"}
---
kind: DashboardService
spec:
  name: charts
  serviceType: Superset
  connection:
    config:
      hostPort: https://superset.example.com
      connection: {provider: db, username: u, password: {file: "@FILE@"}}
---
kind: DatabaseService
spec:
  name: shop
  serviceType: Postgres
  connection:
    config: {username: u, authType: {password: "@LITERAL@"}, hostPort: "shop.example.com:5432", database: shop}
---
kind: DatabaseService
spec:
  name: hive
  serviceType: Hive
  connection: {config: {type: Hive, username: u, password: {env: OMP_TEST_SECRET}, authToken: "@LITERAL@"}}
---
kind: User
spec: {name: jane, email: jane@example.com, createPasswordType: ADMIN_CREATE, password: "@LITERAL@", confirmPassword: "@LITERAL@"}
"""


@pytest.fixture(params=["admin", "bot"])
def token(request: pytest.FixtureRequest, server: SandboxServer) -> str:
    return server.admin_token if request.param == "admin" else server.bot_token


@pytest.fixture
def om(server: SandboxServer, token: str) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=token, retries=RetryPolicy.never()) as om:
        yield om


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMP_TEST_SECRET", VARIABLE)
    (tmp_path / "superset.secret").write_text(f"{FILED}\n")
    file = tmp_path / "catalogue.yaml"
    texts = {"@LITERAL@": LITERAL, "@FILE@": str(tmp_path / "superset.secret")}
    text = CATALOGUE
    for mark, value in texts.items():
        text = text.replace(mark, value)
    file.write_text(text)
    assert LITERAL in file.read_text()
    return file


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """What is logged at DEBUG."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(f"{record.getMessage()} {vars(record)!r}")

    root, listener = logging.getLogger(), Listener(logging.DEBUG)
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    yield said
    root.setLevel(level)
    root.removeHandler(listener)


class Echo(httpx.BaseTransport):
    """The way to the server; once it `answers` with a status, every write gets that, and what was sent, as an answer."""

    def __init__(self) -> None:
        self._way = httpx.HTTPTransport()
        self.status = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.status or request.method == "GET":
            return self._way.handle_request(request)
        sent = request.read().decode()
        return httpx.Response(self.status, json={"code": self.status, "message": f"cannot store {sent}"})

    def close(self) -> None:
        self._way.close()


def leaks(*texts: object) -> list[str]:
    return [secret for secret in SECRETS if any(secret in str(text) for text in texts)]


def reprs(value: Any, seen: set[int] | None = None) -> Iterator[str]:
    """The reprs of a value, and of everything that it is made of."""
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(value, type | str | int | float | Callable):  # type: ignore[arg-type]
        return
    seen.add(id(value))
    if not isinstance(value, dict | list | tuple | set | frozenset):
        yield f"{value!r} {value!s}"
    for part in _parts(value):
        yield from reprs(part, seen)


def _parts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if type(value).__name__ == "Payload":
        return []  # what it holds is what must not be shown
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return list(vars(value).values()) if type(value).__module__.startswith("openmetadata_provider.life") else []


def shown(error: BaseException) -> str:
    """All that an error shows, less the frames of this test: they hold the secrets on purpose."""
    frames = error.__traceback__
    while frames is not None and Path(frames.tb_frame.f_code.co_filename).parent == Path(__file__).parent:
        frames = frames.tb_next
    error = error.with_traceback(frames)
    output = io.StringIO()
    traceback.TracebackException.from_exception(error, capture_locals=True, compact=False).print(file=output)
    held = [f"{f.f_locals!r}" for f, _ in traceback.walk_tb(error.__traceback__)]
    return "\n".join([output.getvalue(), str(error), repr(error), repr(error.args), repr(vars(error)), *held])


def raised(call: Callable[[], object]) -> OpenMetadataError:
    try:
        call()
    except OpenMetadataError as error:
        return error
    raise AssertionError("nothing was raised")


def test_a_plan_and_all_in_it_show_no_secret(om: OpenMetadata, file: Path, logged: list[str]) -> None:
    made = plan(om, str(file))
    assert leaks(made, json.dumps(made.to_json()), *reprs(made), *logged) == []
    made.apply().raise_for_failures()
    for again in (
        plan(om, str(file)),
        plan(om, str(file), options=PlanOptions(rotate_secrets=True)),
        destroy(om, str(file)),
    ):
        assert leaks(again, json.dumps(again.to_json()), *reprs(again), *logged) == []


def test_what_became_of_a_plan_shows_no_secret(om: OpenMetadata, file: Path, logged: list[str]) -> None:
    for made in (lambda: plan(om, str(file)), lambda: plan(om, str(file), options=PlanOptions(rotate_secrets=True))):
        applied = made().apply()
        assert applied.is_complete
        assert leaks(applied, *applied.outcomes, *reprs(applied), *logged) == []


def test_a_changed_connection_shows_no_secret(om: OpenMetadata, file: Path) -> None:
    plan(om, str(file)).apply().raise_for_failures()
    file.write_text(file.read_text().replace(".example.com", ".example.org").replace(LITERAL, "another-secret"))
    made = plan(om, str(file))
    assert not made.is_empty
    applied = made.apply()
    assert applied.is_complete
    assert leaks(made, made.to_json(), *reprs(made), *reprs(applied)) == []
    assert "another-secret" not in f"{made} {made.to_json()} {made!r} {applied!r}"


def test_a_file_of_hashes_holds_no_secret(om: OpenMetadata, file: Path, tmp_path: Path) -> None:
    hashes = tmp_path / "hashes.json"
    made = plan(om, str(file), options=PlanOptions(secret_hashes=str(hashes)))
    made.apply().raise_for_failures()
    assert hashes.stat().st_mode & 0o777 == 0o600
    assert leaks(hashes.read_text(), *reprs(made)) == []
    key = json.loads(hashes.read_text())["key"]
    assert key not in "".join(reprs(plan(om, str(file), options=PlanOptions(secret_hashes=str(hashes)))))


def test_a_saved_plan_holds_no_secret(om: OpenMetadata, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.plan"
    assert leaks(shown(raised(lambda: save(plan(om, str(file)), target)))) == []
    documents = file.read_text().replace(f'"{LITERAL}"', "{env: OMP_TEST_SECRET}").split("---")
    file.write_text("---".join(documents[:-1]))  # a user's password takes no reference
    save(plan(om, str(file)), target)
    assert leaks(target.read_text()) == []
    saved = SavedPlan.opened(target)
    applied = saved.plan(om).apply()
    assert applied.is_complete
    assert leaks(*reprs(saved), *reprs(applied)) == []


@pytest.mark.parametrize("status", [400, 409, 412, 413, 500, 503])
@pytest.mark.parametrize("is_bulk", [False, True])
def test_an_answer_that_repeats_the_request_brings_no_secret_into_an_outcome(
    server: SandboxServer, file: Path, status: int, is_bulk: bool, logged: list[str]
) -> None:
    if is_bulk:
        first = file.read_text().split("---\n")[0]
        file.write_text("---\n".join(first.replace("name: bi", f"name: bi{n}") for n in range(6)))
    echo = Echo()
    with OpenMetadata(host=server.url, jwt_token=server.bot_token, retries=RetryPolicy.never(), transport=echo) as om:
        made = plan(om, str(file))
        echo.status = status
        applied = made.apply()
    assert len(applied.of(Status.failed)) == len(applied.outcomes)
    assert "cannot store" in applied.outcomes[0].reason
    assert leaks(*applied.outcomes, *reprs(applied), *logged) == []
    error = raised(applied.raise_for_failures)
    assert isinstance(error, ApplyFailed)
    assert leaks(shown(error)) == []


@pytest.mark.parametrize("status", [409, 412, 500])
def test_an_answer_to_an_update_that_repeats_it_brings_no_secret_into_an_outcome(
    server: SandboxServer, file: Path, status: int
) -> None:
    echo = Echo()
    with OpenMetadata(host=server.url, jwt_token=server.bot_token, retries=RetryPolicy.never(), transport=echo) as om:
        plan(om, str(file)).apply().raise_for_failures()
        made = plan(om, str(file), options=PlanOptions(rotate_secrets=True))
        echo.status = status
        applied = made.apply()
    assert len(applied.of(Status.failed)) == 4
    assert leaks(*applied.outcomes, *reprs(applied)) == []


def _refused(om: OpenMetadata, file: Path) -> None:
    plan(om, str(file)).apply()
    file.write_text(file.read_text().replace(".example.com", ".example.org"))
    plan(om, str(file), options=PlanOptions(create_only=True)).apply()


def _outdated(om: OpenMetadata, file: Path) -> None:
    file.write_text("---".join(file.read_text().replace(f'"{LITERAL}"', "{env: OMP_TEST_SECRET}").split("---")[:-1]))
    target = file.with_suffix(".plan")
    save(plan(om, str(file)), target)
    plan(om, str(file)).apply()
    SavedPlan.opened(target).plan(om)


def _mistaken(old: str, new: str) -> Callable[[OpenMetadata, Path], None]:
    def call(om: OpenMetadata, file: Path) -> None:
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
        plan(om, str(file))

    return call


def _from_program(om: OpenMetadata, file: Path) -> None:
    config = {"clientId": 7, "clientSecret": LITERAL, "clientSecrte": LITERAL, "hostPort": "https://x"}
    plan(
        om,
        {"kind": "DashboardService", "spec": {"name": "x", "serviceType": "Looker", "connection": {"config": config}}},
    )


def _twice(om: OpenMetadata, file: Path) -> None:
    config = {"clientId": "a", "clientSecret": LITERAL, "hostPort": "https://x"}
    one = {"kind": "DashboardService", "spec": {"name": "x", "serviceType": "Looker", "connection": {"config": config}}}
    plan(om, [one, one])


def _without_variable(om: OpenMetadata, file: Path) -> None:
    file.write_text(file.read_text().replace("OMP_TEST_SECRET", "OMP_TEST_NOTHING"))
    plan(om, str(file)).apply()


def _damaged_hashes(om: OpenMetadata, file: Path) -> None:
    target = file.with_suffix(".hashes")
    target.write_text(json.dumps({"format": 9, "key": LITERAL}))
    plan(om, str(file), options=PlanOptions(secret_hashes=str(target)))


def _damaged_plan(om: OpenMetadata, file: Path) -> None:
    target = file.with_suffix(".plan")
    target.write_text(json.dumps({"format": "openmetadata-provider saved plan", "format_version": 1, "x": LITERAL}))
    SavedPlan.opened(target)


ERRORS: dict[str, tuple[type[OpenMetadataError], Callable[[OpenMetadata, Path], None]]] = {
    "a refused plan": (PlanRefused, _refused),
    "an outdated plan": (PlanOutdated, _outdated),
    "a misspelled property beside a secret": (InvalidManifests, _mistaken("username: u", "usrname: u")),
    "a misspelled secret": (InvalidManifests, _mistaken("token:", "tokn:")),
    "a secret of a wrong type": (InvalidManifests, _mistaken(f'token: "{LITERAL}"', f"token: [{LITERAL}]")),
    "broken quotes": (InvalidManifests, _mistaken(f'token: "{LITERAL}"', f"token: '{LITERAL}")),
    "a document of a program": (InvalidManifests, _from_program),
    "a document given twice": (InvalidManifests, _twice),
    "a variable that is not set": (PlanRefused, _without_variable),
    "a damaged file of hashes": (ConfigurationError, _damaged_hashes),
    "a damaged plan": (ConfigurationError, _damaged_plan),
}


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_shows_no_secret(om: OpenMetadata, file: Path, name: str, logged: list[str]) -> None:
    kind, call = ERRORS[name]
    error = raised(lambda: call(om, file))
    assert type(error) is kind
    is_of_program = name.startswith("a document")  # which holds it in its own variables, whatever we do
    assert leaks(f"{error} {error!r} {vars(error)!r}" if is_of_program else shown(error), *logged) == []


@pytest.mark.parametrize(
    "arguments", [["plan"], ["plan", "--json"], ["apply", "--yes", "--verbose"], ["destroy", "--yes", "--json"]]
)
@pytest.mark.parametrize("status", [0, 409, 500])
def test_a_command_shows_no_secret(
    server: SandboxServer, token: str, file: Path, arguments: list[str], status: int
) -> None:
    file.write_text(file.read_text().split("---")[0])
    if status:
        body = json.dumps({"code": status, "message": f"clientSecret={VARIABLE} {LITERAL}"})
        server.faults.add(Fault(method="POST", path="/api/v1/**", action=AnswerWith(status=status, body=body)))
    done = omp(server, *arguments, file, token=token, OMP_TEST_SECRET=VARIABLE)
    assert leaks(done.output, done.stdout, done.stderr) == []


def test_a_terminal_shows_no_secret(server: SandboxServer, file: Path) -> None:
    file.write_text(file.read_text().split("---")[0])
    body = json.dumps({"code": 500, "message": f"clientSecret={VARIABLE} {LITERAL}"})
    server.faults.add(
        Fault(method="POST", path="/api/v1/services/dashboard**", action=AnswerWith(status=500, body=body))
    )
    terminal = Terminal(server, "apply", file, "--verbose")
    terminal.expect("Only 'yes' is accepted")
    terminal.type("yes")
    assert terminal.end() == 1
    assert leaks(terminal.shown) == []


@pytest.mark.parametrize(("kind", "service_type"), CONNECTORS)
def test_no_password_of_any_connector_is_shown(shared_om: OpenMetadata, kind: str, service_type: str) -> None:
    names = kinds()[kind].shape(service_type).secrets
    declared = [{"kind": kind, "spec": planted(spec, names, LITERAL)} for spec in specs(kind, service_type)]
    made = plan(shared_om, declared)
    applied = made.apply()
    again = plan(shared_om, declared, options=PlanOptions(rotate_secrets=True))
    assert leaks(made, made.to_json(), *reprs(made), *applied.outcomes, again, again.to_json(), *reprs(again)) == []


def test_the_test_itself_would_see_a_leak(om: OpenMetadata, file: Path) -> None:
    made = plan(om, str(file))
    assert leaks(*(change.wanted.value for change in made.changes)) == [LITERAL]
    assert leaks(shown(raised(lambda: _leaking()))) == [LITERAL]


def _leaking() -> None:
    code = compile(f"held = {LITERAL!r}\nraise ConfigurationError('x')", "elsewhere.py", "exec")
    exec(code, {"ConfigurationError": ConfigurationError})
