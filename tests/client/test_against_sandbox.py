"""The client against the local sandbox, over a real socket, in both flavours.

The sandbox knows nothing of the client: it is written from the server reference and validates with the JSON Schemas.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import uuid4

import pytest
from blocking import Blocking

from openmetadata_provider import (
    AsyncOpenMetadata,
    BadRequest,
    Conflict,
    ConnectionFailed,
    Forbidden,
    InvalidRequest,
    NotFound,
    OpenMetadata,
    Unauthorized,
    configure,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.bindings import load_class, registry
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

SECRET = "l00ker-secret"
CONFIG = {"clientId": "omp", "clientSecret": SECRET, "hostPort": "https://looker.example.com:443"}
GENERATED = find_spec("openmetadata_bindings.registry") is not None
PACKAGES = ["fake_bindings", *(["openmetadata_bindings"] if GENERATED else [])]
generated_only = pytest.mark.skipif(not GENERATED, reason="bindings are not generated: run make generate")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def _client(flavour: str, host: str, token: str, bindings: str) -> Iterator[Any]:
    if flavour == "sync":
        with OpenMetadata(host=host, jwt_token=token, bindings=bindings) as client:
            yield client
        return
    loop = asyncio.new_event_loop()
    awaited = AsyncOpenMetadata(host=host, jwt_token=token, bindings=bindings)
    try:
        yield Blocking(awaited, loop)
    finally:
        loop.run_until_complete(awaited.aclose())
        loop.close()


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=PACKAGES)
def bindings(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def om(flavour: str, bindings: str, sandbox: SandboxServer) -> Iterator[Any]:
    for client in _client(flavour, sandbox.url, sandbox.admin_token, bindings):
        yield client
        for service in list(client.dashboard_services.list(include="all")):
            client.dashboard_services.delete(service.id, hard=True, recursive=True)


@pytest.fixture
def service(om: Any) -> str:
    """FQN of a Looker service whose name has a dot."""
    looker = om.dashboard_services.create(name="my.looker", serviceType="Looker", connection={"config": CONFIG})
    assert looker.fullyQualifiedName == '"my.looker"'
    return str(looker.fullyQualifiedName)


def _dashboard_request(bindings: str, **properties: Any) -> Any:
    return load_class(registry(bindings)["Dashboard"].request)(**properties)


def _read(om: Any, path: str) -> Any:
    return om.connection.run(fetch(Request(method="GET", path=path))).value


def _post(om: Any, path: str, body: object) -> Any:
    return om.connection.run(fetch(Request(method="POST", path=path, body=body))).value


@pytest.mark.parametrize("name", ["10", "d.1", "a/b", "a b?#%41", "漢字 é", "..", "a:b&c=d+e"])
def test_a_dashboard_is_created_read_and_deleted_whatever_its_name(om: Any, service: str, name: str) -> None:
    created = om.dashboards.create(name=name, service=service)
    fqn = created.fullyQualifiedName
    assert om.dashboards.get(created.id).name == name
    assert om.dashboards.get_by_name(fqn).id == created.id
    om.dashboards.delete_by_name(fqn)
    with pytest.raises(NotFound) as caught:
        om.dashboards.get_by_name(fqn)
    assert caught.value.fqn == fqn
    assert om.dashboards.get_by_name(fqn, include="deleted").id == created.id
    om.dashboards.delete(created.id, hard=True)
    with pytest.raises(NotFound):
        om.dashboards.get(created.id)


def test_upsert_creates_and_then_updates(om: Any, service: str) -> None:
    first = om.dashboards.upsert(name="10", service=service, displayName="Ten")
    second = om.dashboards.upsert(name="10", service=service, displayName="Dix")
    assert (second.id, second.displayName) == (first.id, "Dix")


def test_creating_twice_is_a_conflict(om: Any, service: str) -> None:
    om.dashboards.create(name="10", service=service)
    with pytest.raises(Conflict) as caught:
        om.dashboards.create(name="10", service=service)
    assert (caught.value.error, caught.value.fqn) == ("ENTITY_ALREADY_EXISTS", '"my.looker".10')


def test_a_parent_that_does_not_exist_is_not_found(om: Any) -> None:
    with pytest.raises(NotFound, match="dashboardService instance for nope not found"):
        om.dashboards.create(name="10", service="nope")


def test_a_service_that_is_not_empty_needs_recursive(om: Any, service: str) -> None:
    om.dashboards.create(name="10", service=service)
    with pytest.raises(BadRequest, match="recursive=True"):
        om.dashboard_services.delete_by_name(service)


def test_a_list_runs_over_many_pages_and_takes_filters(om: Any, service: str, bindings: str) -> None:
    other = om.dashboard_services.create(name="other", serviceType="Looker").fullyQualifiedName
    names = [f"d{number:02}" for number in range(23)]
    om.dashboards.bulk_upsert(_dashboard_request(bindings, name=name, service=service) for name in names)
    om.dashboards.create(name="elsewhere", service=other)
    assert [d.name for d in om.dashboards.list(limit=5, service=service)] == names


def test_owners_tags_and_domain_are_what_the_server_then_holds(om: Any, service: str) -> None:
    team, domain = f"data {uuid4()}", f"Sales {uuid4()}"  # the sandbox outlives the test
    _post(om, "/v1/teams", {"name": team, "teamType": "Group"})
    _post(om, "/v1/domains", {"name": domain, "description": "d", "domainType": "Aggregate"})
    om.dashboards.create(
        name="10", service=service, owners=[f"team:{team}"], tags=[{"tagFQN": "PII.Sensitive"}], domain=domain
    )
    held = _read(om, "/v1/dashboards/name/%22my.looker%22.10?fields=owners,tags,domains")
    assert [owner["name"] for owner in held["owners"]] == [team]
    assert [(label["tagFQN"], label["source"]) for label in held["tags"]] == [("PII.Sensitive", "Classification")]
    assert [domain["name"] for domain in held["domains"]] == [domain]


def test_an_owner_that_does_not_exist_stops_the_request(om: Any, service: str) -> None:
    with pytest.raises(InvalidRequest, match="/owners/0: no user has the name 'nobody'"):
        om.dashboards.create(name="10", service=service, owners=["user:nobody"])
    with pytest.raises(NotFound):
        om.dashboards.get_by_name('"my.looker".10')


def test_bulk_stores_all_but_the_rows_it_names(om: Any, service: str, bindings: str) -> None:
    requests = [
        _dashboard_request(bindings, name=f"d{number}", service="nope" if number == 77 else service)
        for number in range(250)
    ]
    result = om.dashboards.bulk_upsert(requests)
    assert len(result.passed) == 249
    assert [(row.fqn, row.status) for row in result.failed] == [("nope.d77", 400)]
    assert "not found" in result.failed[0].message


def test_a_server_without_bulk_gets_single_calls(flavour: str, bindings: str) -> None:
    with SandboxServer(SandboxOptions(bulk=False)) as server:
        for om in _client(flavour, server.url, server.admin_token, bindings):
            om.dashboard_services.create(name="s", serviceType="Looker")
            result = om.dashboards.bulk_upsert(
                _dashboard_request(bindings, name=name, service=service) for name, service in [("1", "s"), ("2", "no")]
            )
            assert result.passed == ("s.1",)
            assert [(row.fqn, row.status) for row in result.failed] == [("no.2", 404)]


@pytest.mark.parametrize("suffix", ["", "/", "/api", "/api/"])
def test_all_spellings_of_the_host_work(flavour: str, sandbox: SandboxServer, suffix: str) -> None:
    for om in _client(flavour, f"{sandbox.url}{suffix}", sandbox.admin_token, "fake_bindings"):
        assert list(om.dashboards.list(limit=1)) == []


def test_a_wrong_token_is_unauthorized_and_a_readers_write_forbidden(flavour: str, sandbox: SandboxServer) -> None:
    for om in _client(flavour, sandbox.url, "nope", "fake_bindings"):
        with pytest.raises(Unauthorized, match="Not Authorized"):
            list(om.dashboards.list())
    for om in _client(flavour, sandbox.url, sandbox.reader_token, "fake_bindings"):
        with pytest.raises(Forbidden, match="not allowed"):
            om.dashboard_services.create(name="s", serviceType="Looker")


def test_a_server_that_is_gone_is_a_failed_connection(flavour: str) -> None:
    with SandboxServer() as server:
        host = server.url
    for om in _client(flavour, host, "token", "fake_bindings"):
        with pytest.raises(ConnectionFailed, match="Check that the server runs"):
            list(om.dashboards.list())


def test_secrets_go_to_the_server_and_into_no_log(
    om: Any, bindings: str, sandbox: SandboxServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    made = om.dashboard_services.create(name="looker", serviceType="Looker", connection={"config": CONFIG})
    with OpenMetadata(host=sandbox.url, jwt_token=sandbox.bot_token, bindings=bindings) as bot:
        stored = bot.dashboard_services.get(made.id)
    assert stored.connection.config.clientSecret.get_secret_value() == SECRET
    logged = caplog.text + "".join(repr(record.__dict__) for record in caplog.records)
    assert "httpcore" in logged
    for secret in (SECRET, sandbox.admin_token, sandbox.bot_token):
        assert secret not in logged
        assert secret not in f"{made!r} {stored!r} {stored.model_dump_json()}"


def test_verbs_on_classes_work_after_configure(sandbox: SandboxServer, bindings: str) -> None:
    configure(host=sandbox.url, jwt_token=sandbox.admin_token)
    services, dashboards = (load_class(registry(bindings)[kind].resource) for kind in ("DashboardService", "Dashboard"))
    services.create(name="sample_superset", serviceType="Superset")
    dashboard = dashboards.create(
        _dashboard_request(bindings, name="10", displayName="deck.gl Demo", service="sample_superset")
    )
    assert dashboard.fullyQualifiedName == "sample_superset.10"
    services.delete_by_name("sample_superset", hard=True, recursive=True)


@generated_only
def test_the_examples_of_the_official_documentation_run_after_changing_the_imports(sandbox: SandboxServer) -> None:
    face: Any = import_module("openmetadata_provider")
    face.configure(host=sandbox.url, jwt_token=sandbox.admin_token)
    face.DashboardServices.create(
        face.CreateDashboardServiceRequest(
            name="sample_looker",
            displayName="Sample Looker",
            serviceType="Looker",
            description="Production Looker instance",
            connection={
                "config": {
                    "type": "Looker",
                    "clientId": "your-client-id",
                    "clientSecret": "***",
                    "hostPort": "https://looker.example.com:443",
                }
            },
        )
    )
    dashboard = face.Dashboards.create(
        face.CreateDashboardRequest(
            name="10",
            displayName="deck.gl Demo",
            service="sample_looker",
            description="Dashboard showcasing deck.gl visualizations",
            sourceUrl="http://localhost:808/superset/dashboard/10/",
        )
    )
    assert dashboard.fullyQualifiedName == "sample_looker.10"
    assert (dashboard.version, dashboard.deleted) == (0.1, False)
    result = face.DashboardServices.bulk_upsert(
        [
            face.CreateDashboardServiceRequest(name="service_one", serviceType="Superset", connection={"config": {}}),
            face.CreateDashboardServiceRequest(name="service_two", serviceType="Looker", connection={"config": {}}),
        ]
    )
    assert result.raise_for_failures().passed == ("service_one", "service_two")
    for name in ("sample_looker", "service_one", "service_two"):
        face.DashboardServices.delete_by_name(name, hard=True, recursive=True)


@generated_only
@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_the_service_type_follows_from_the_class_of_the_connection(flavour: str, sandbox: SandboxServer) -> None:
    face: Any = import_module("openmetadata_provider")
    for om in _client(flavour, sandbox.url, sandbox.admin_token, "openmetadata_bindings"):
        looker = om.dashboard_services.create(name="by_class", connection=face.LookerConnection(**CONFIG))
        assert looker.serviceType == "Looker"
        assert looker.connection.config.hostPort == CONFIG["hostPort"]
        om.dashboard_services.delete(looker.id, hard=True)


@generated_only
def test_every_generated_collection_can_be_listed(flavour: str, sandbox: SandboxServer) -> None:
    for om in _client(flavour, sandbox.url, sandbox.admin_token, "openmetadata_bindings"):
        for entry in registry("openmetadata_bindings").values():
            assert isinstance(list(getattr(om, entry.attribute).list(include="all")), list)
