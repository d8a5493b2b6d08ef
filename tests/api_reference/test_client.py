"""The page with the client, over a socket."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from api_reference import documented

from openmetadata_bindings.models import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    CreateDatabaseServiceRequest,
    LookerConnection,
)
from openmetadata_provider import (
    ApiError,
    BadRequest,
    Conflict,
    Forbidden,
    InvalidRequest,
    OpenMetadata,
    Unauthorized,
)
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.sandbox import SandboxServer

if TYPE_CHECKING:
    from api_reference.conftest import World

FIELDS = ["owners", "tags", "domains"]
RESOURCES = ["dashboard_services", "dashboards", "database_services"]
PATHS = dict(
    zip(RESOURCES, [documented.SERVICE_PATH, documented.DASHBOARD_PATH, documented.DATABASE_PATH], strict=True)
)


def _minimum(resource: str, name: str) -> dict[str, Any]:
    if resource == "dashboards":
        return {"name": name, "service": "sample_superset"}
    return {"name": name, "serviceType": "Looker" if resource == "dashboard_services" else "Snowflake"}


def _fqn(resource: str, name: str) -> str:
    return f"sample_superset.{name}" if resource == "dashboards" else name


@pytest.fixture(params=RESOURCES)
def resource(request: pytest.FixtureRequest, cleared: Callable[..., None]) -> str:
    """Name of a collection in which `one`, `two` and `three` are free."""
    name = str(request.param)
    cleared(PATHS[name], *(_fqn(name, free) for free in ("one", "two", "three")))
    return name


def test_the_documented_service_is_created_and_read(om: OpenMetadata, cleared: Callable[..., None]) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    made = om.dashboard_services.create(CreateDashboardServiceRequest.model_validate_json(documented.SERVICE_BODY))
    assert (made.name, made.fullyQualifiedName, made.displayName) == ("sample_looker", "sample_looker", "Sample Looker")
    assert (made.serviceType, made.description, made.version) == ("Looker", "Production Looker instance", 0.1)
    assert made.connection is not None
    config = made.connection.config
    assert isinstance(config, LookerConnection)
    assert (config.clientId, config.hostPort) == ("your-client-id", "https://looker.example.com:443")
    assert (made.owners, made.tags, made.domains, made.deleted) == ([], [], [], False)
    assert made.updatedAt is not None
    assert made.updatedAt > 1_600_000_000_000
    assert made.updatedBy == "admin"
    assert made.href is not None
    assert made.href.endswith(f"/api{documented.SERVICE_PATH}/{made.id}")
    assert om.dashboard_services.get_by_name("sample_looker").id == made.id


def test_the_documented_dashboard_is_created_and_read(om: OpenMetadata, cleared: Callable[..., None]) -> None:
    cleared(documented.DASHBOARD_PATH, "sample_superset.10")
    made = om.dashboards.create(CreateDashboardRequest.model_validate_json(documented.DASHBOARD_BODY))
    assert (made.fullyQualifiedName, made.displayName) == ("sample_superset.10", "deck.gl Demo")
    assert (made.service.type, made.service.name, made.service.deleted) == (
        "dashboardService",
        "sample_superset",
        False,
    )
    assert made.service.fullyQualifiedName == "sample_superset"
    assert made.serviceType == "Superset"
    assert made.sourceUrl == "http://localhost:808/superset/dashboard/10/"
    assert (made.followers, made.domains, made.charts) == ([], [], [])
    assert made.votes is not None
    assert (made.votes.upVotes, made.votes.downVotes) == (0, 0)


def test_the_documented_bulk_bodies_store_every_row(om: OpenMetadata, cleared: Callable[..., None]) -> None:
    services = json.loads(documented.SERVICE_BULK)
    dashboards = json.loads(documented.DASHBOARD_BULK)
    cleared(documented.SERVICE_PATH, *(row["name"] for row in services))
    cleared(documented.DASHBOARD_PATH, *(f"sample_superset.{row['name']}" for row in dashboards))
    stored = om.dashboard_services.bulk_upsert(CreateDashboardServiceRequest.model_validate(row) for row in services)
    assert (stored.passed, stored.failed) == (("service_one", "service_two"), ())
    stored = om.dashboards.bulk_upsert(CreateDashboardRequest.model_validate(row) for row in dashboards)
    assert stored.passed == ("sample_superset.dashboard_one", "sample_superset.dashboard_two")


def test_create_upsert_and_bulk_on_every_collection(om: OpenMetadata, resource: str) -> None:
    collection = getattr(om, resource)
    made = collection.create(**_minimum(resource, "one"))
    again = collection.upsert(**_minimum(resource, "one"), displayName="One")
    assert (again.id, again.displayName) == (made.id, "One")
    rows = [collection.request_model(**_minimum(resource, name)) for name in ("two", "three")]
    assert collection.bulk_upsert(rows).passed == (_fqn(resource, "two"), _fqn(resource, "three"))


def test_every_field_is_stored_from_keywords(om: OpenMetadata, world: World, resource: str) -> None:
    getattr(om, resource).create(
        **_minimum(resource, "one"),
        displayName="One",
        description="**bold**",
        owners=[{"id": world.user["id"], "type": "user", "name": "jane"}],
        domain=world.domain,
        tags=[{"tagFQN": "PII.Sensitive", "labelType": "Propagated", "state": "Suggested"}],
    )
    read = getattr(om, resource).get_by_name(_fqn(resource, "one"), fields=FIELDS)
    assert (read.displayName, read.description) == ("One", "**bold**")
    assert [(owner.type, owner.name) for owner in read.owners] == [("user", "jane")]
    assert [domain.fullyQualifiedName for domain in read.domains] == [world.domain]
    assert [(tag.tagFQN, tag.labelType, tag.state) for tag in read.tags] == [
        ("PII.Sensitive", "Propagated", "Suggested")
    ]


def test_charts_and_source_url_of_a_dashboard_are_stored(
    om: OpenMetadata, world: World, cleared: Callable[..., None]
) -> None:
    cleared(documented.DASHBOARD_PATH, "sample_superset.one")
    om.dashboards.create(
        name="one", service=world.service, charts=[world.chart], sourceUrl="HTTP://Localhost:808/x", extension={}
    )
    read = om.dashboards.get_by_name("sample_superset.one", fields=["charts"])
    assert read.sourceUrl == "HTTP://Localhost:808/x"
    assert [chart.fullyQualifiedName for chart in read.charts or []] == [world.chart]


@pytest.mark.parametrize("suffix", documented.SUFFIXES)
def test_all_four_spellings_of_the_host_work(sandbox: SandboxServer, world: World, suffix: str) -> None:
    with OpenMetadata(host=f"{sandbox.url}{suffix}", jwt_token=sandbox.admin_token) as client:
        assert client.connection.settings.api_url == f"{sandbox.url}/api"
        assert client.dashboard_services.get_by_name("sample_superset").serviceType == "Superset"


@pytest.mark.parametrize("host", ["http://localhost:8585/api", "https://acme.getcollate.io/api"])
def test_the_documented_base_urls_are_used_as_they_are(host: str) -> None:
    with OpenMetadata(host=host, jwt_token="token") as client:
        assert client.connection.settings.api_url == host


def _facts(error: ApiError) -> tuple[int, str, str, str, str | None]:
    return error.status, error.error, error.method, error.path, error.fqn


def test_a_bad_request_has_its_class_and_facts(om: OpenMetadata) -> None:
    request = Request(method="POST", path=documented.SERVICE_PATH, body={"name": "x"}, about="x")
    with pytest.raises(BadRequest) as caught:
        om.connection.run(fetch(request))
    assert _facts(caught.value) == (400, "BAD_REQUEST", "POST", documented.SERVICE_PATH, "x")
    assert "serviceType must not be null" in caught.value.message


@pytest.mark.parametrize("token", ["nope", "eyJhbGciOiJub25lIn0.e30."])
def test_a_wrong_token_has_its_class_and_facts(sandbox: SandboxServer, token: str) -> None:
    with OpenMetadata(host=sandbox.url, jwt_token=token) as client, pytest.raises(Unauthorized) as caught:
        client.dashboard_services.create(name="x", serviceType="Looker")
    assert _facts(caught.value) == (401, "UNAUTHORIZED", "POST", documented.SERVICE_PATH, "x")
    assert caught.value.message


def test_a_missing_permission_has_its_class_and_facts(sandbox: SandboxServer) -> None:
    with (
        OpenMetadata(host=sandbox.url, jwt_token=sandbox.reader_token) as client,
        pytest.raises(Forbidden) as caught,
    ):
        client.dashboard_services.create(name="x", serviceType="Looker")
    assert _facts(caught.value) == (403, "FORBIDDEN", "POST", documented.SERVICE_PATH, "x")
    assert "not allowed" in caught.value.message


def test_a_conflict_has_its_class_and_facts_and_comes_of_create_only(om: OpenMetadata, resource: str) -> None:
    collection = getattr(om, resource)
    collection.create(**_minimum(resource, "one"))
    with pytest.raises(Conflict) as caught:
        collection.create(**_minimum(resource, "one"))
    fqn = _fqn(resource, "one")
    assert _facts(caught.value) == (409, "ENTITY_ALREADY_EXISTS", "POST", PATHS[resource], fqn)
    assert caught.value.message == "Entity already exists"
    collection.upsert(**_minimum(resource, "one"))


def test_the_error_classes_are_distinct_and_share_a_root() -> None:
    kinds = (BadRequest, Unauthorized, Forbidden, Conflict)
    assert all(issubclass(kind, ApiError) for kind in kinds)
    assert not any(issubclass(one, other) for one in kinds for other in kinds if one is not other)


# Where the page and the server's schemas differ


@pytest.mark.parametrize("property", ["domain", "domains"])
def test_domain_and_domains_are_both_taken_and_stored(
    om: OpenMetadata, world: World, resource: str, property: str
) -> None:
    value: Any = world.domain if property == "domain" else [world.domain]
    made = getattr(om, resource).create(**_minimum(resource, "one"), **{property: value})
    assert [domain.fullyQualifiedName for domain in made.domains] == [world.domain]


@pytest.mark.parametrize(
    ("version", "sent"),
    [("1.12.0", {"domains": ["Sales"]}), ("1.9.0", {"domains": ["Sales"]}), ("1.8.4", {"domain": "Sales"})],
)
def test_the_name_domain_is_sent_under_follows_the_version_of_the_server(version: str, sent: dict[str, Any]) -> None:
    bodies: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/system/version"):
            return httpx.Response(200, json={"version": version})
        bodies.append(json.loads(request.content))
        return httpx.Response(201, json={"id": "1", "name": "one", "serviceType": "Looker"})

    with OpenMetadata(host="http://server", jwt_token="token", transport=httpx.MockTransport(answer)) as client:
        client.dashboard_services.create(name="one", serviceType="Looker", domain="Sales")
    assert bodies == [{"name": "one", "serviceType": "Looker", **sent}]


def test_domain_and_domains_together_are_refused_before_sending(om: OpenMetadata, resource: str) -> None:
    with pytest.raises(InvalidRequest, match="domain and domains exclude each other"):
        getattr(om, resource).create(**_minimum(resource, "one"), domain="Sales", domains=["Sales"])


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        *documented.DATABASE_SERVICE_TYPES.items(),
        ("postgresql", "Postgres"),
        ("MYSQL", "Mysql"),
        ("bigquery", "BigQuery"),
    ],
)
def test_a_service_type_is_sent_in_the_servers_spelling(
    om: OpenMetadata, cleared: Callable[..., None], written: str, stored: str
) -> None:
    cleared(documented.DATABASE_PATH, "one")
    made = om.database_services.create(CreateDatabaseServiceRequest(name="one", serviceType=written))  # type: ignore[arg-type]
    assert made.serviceType == stored


@pytest.mark.parametrize(
    ("written", "meant"), [("Postgress", "Postgres"), ("Snowflak", "Snowflake"), ("mysq", "Mysql")]
)
def test_an_unknown_service_type_is_asked_back_as_did_you_mean(om: OpenMetadata, written: str, meant: str) -> None:
    with pytest.raises(InvalidRequest, match=f"/serviceType: .*did you mean '?{meant}") as caught:
        om.database_services.create(name="one", serviceType=written)
    assert len(caught.value.problems) == 1


def test_an_empty_config_is_accepted_for_every_listed_service_type(
    om: OpenMetadata, cleared: Callable[..., None]
) -> None:
    cleared(documented.SERVICE_PATH, *documented.DASHBOARD_SERVICE_TYPES)
    rows = [
        CreateDashboardServiceRequest.model_validate({"name": t, "serviceType": t, "connection": {"config": {}}})
        for t in documented.DASHBOARD_SERVICE_TYPES
    ]
    assert om.dashboard_services.bulk_upsert(rows).passed == tuple(documented.DASHBOARD_SERVICE_TYPES)


OWNERS: dict[str, Callable[[World], Any]] = {
    "id": lambda world: {"id": world.user["id"]},
    "id and type": lambda world: {"id": world.user["id"], "type": "user"},
    "id, type and name": lambda world: {"id": world.user["id"], "type": "user", "name": "jane"},
    "name": lambda world: {"name": "jane"},
    "type and name": lambda world: {"type": "user", "name": "jane"},
    "fqn": lambda world: {"fullyQualifiedName": "jane"},
    "text": lambda world: "user:jane",
}


@pytest.mark.parametrize("spelling", OWNERS)
def test_an_owner_is_looked_up_from_id_name_or_fqn(
    om: OpenMetadata, world: World, resource: str, spelling: str
) -> None:
    getattr(om, resource).create(**_minimum(resource, "one"), owners=[OWNERS[spelling](world)])
    read = getattr(om, resource).get_by_name(_fqn(resource, "one"), fields="owners")
    assert [(owner.id, owner.type) for owner in read.owners] == [(world.user["id"], "user")]


@pytest.mark.parametrize("owner", [{"name": "data"}, {"type": "team", "name": "data"}, "team:data"])
def test_a_team_is_an_owner_too(om: OpenMetadata, world: World, resource: str, owner: Any) -> None:
    getattr(om, resource).create(**_minimum(resource, "one"), owners=[owner])
    read = getattr(om, resource).get_by_name(_fqn(resource, "one"), fields="owners")
    assert [(owner.id, owner.type) for owner in read.owners] == [(world.team["id"], "team")]


@pytest.mark.parametrize(("fqn", "source"), [("PII.Sensitive", "Classification"), ("words.churn", "Glossary")])
def test_the_source_of_a_tag_is_derived_from_its_fqn(
    om: OpenMetadata, world: World, resource: str, fqn: str, source: str
) -> None:
    getattr(om, resource).create(**_minimum(resource, "one"), tags=[{"tagFQN": fqn}])
    read = getattr(om, resource).get_by_name(_fqn(resource, "one"), fields="tags")
    assert [(tag.tagFQN, tag.source) for tag in read.tags] == [(fqn, source)]


def test_a_secret_is_any_string_and_nine_asterisks_leave_it(
    om: OpenMetadata, sandbox: SandboxServer, cleared: Callable[..., None]
) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    for secret, stored in (
        ("***", "***"),
        (documented.SECRET, documented.SECRET),
        (documented.MASK, documented.SECRET),
    ):
        connection = LookerConnection(clientId="a", clientSecret=secret, hostPort="https://h")
        om.dashboard_services.upsert(name="sample_looker", connection=connection)
        with OpenMetadata(host=sandbox.url, jwt_token=sandbox.bot_token) as bot:
            read = bot.dashboard_services.get_by_name("sample_looker")
        assert read.connection.config.clientSecret.get_secret_value() == stored  # type: ignore[union-attr]
