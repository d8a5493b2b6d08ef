"""The page over plain HTTP against the sandbox: bodies as printed, with httpx and with curl."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from api_reference import documented

from openmetadata_provider.sandbox import SandboxServer

if TYPE_CHECKING:
    from api_reference.conftest import Http, World

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
COLLECTIONS = [documented.SERVICE_PATH, documented.DASHBOARD_PATH, documented.DATABASE_PATH]


def _minimum(path: str, name: str) -> dict[str, Any]:
    if path == documented.DASHBOARD_PATH:
        return {"name": name, "service": "sample_superset"}
    return {"name": name, "serviceType": "Looker" if path == documented.SERVICE_PATH else "Snowflake"}


def _fqn(path: str, name: str) -> str:
    return f"sample_superset.{name}" if path == documented.DASHBOARD_PATH else name


def _check_common(answer: dict[str, Any], path: str) -> None:
    assert UUID.match(answer["id"])
    assert (answer["version"], answer["updatedBy"], answer["deleted"]) == (0.1, "admin", False)
    assert answer["updatedAt"] > 1_600_000_000_000
    assert answer["href"].endswith(f"/api{path}/{answer['id']}")
    assert (answer["owners"], answer["tags"], answer["domains"]) == ([], [], [])


def test_the_documented_service_body_creates_a_service(http: Http, cleared: Callable[..., None]) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    answer = http.call("POST", documented.SERVICE_PATH, documented.SERVICE_BODY)
    assert answer.status == 201
    _check_common(answer.body, documented.SERVICE_PATH)
    sent = documented.service_body()
    assert answer.body["fullyQualifiedName"] == "sample_looker"
    assert {key: answer.body[key] for key in ("name", "displayName", "serviceType", "description")} == {
        key: sent[key] for key in ("name", "displayName", "serviceType", "description")
    }
    config = answer.body["connection"]["config"]
    assert config.items() >= {**sent["connection"]["config"], "clientSecret": documented.MASK}.items()


def test_the_documented_dashboard_body_creates_a_dashboard(http: Http, cleared: Callable[..., None]) -> None:
    cleared(documented.DASHBOARD_PATH, "sample_superset.10")
    answer = http.call("POST", documented.DASHBOARD_PATH, documented.DASHBOARD_BODY)
    assert answer.status == 201
    _check_common(answer.body, documented.DASHBOARD_PATH)
    sent = documented.dashboard_body()
    del sent["service"]
    assert answer.body.items() >= sent.items()
    assert answer.body["fullyQualifiedName"] == "sample_superset.10"
    assert UUID.match(answer.body["service"]["id"])
    assert (
        answer.body["service"].items()
        >= {
            "type": "dashboardService",
            "name": "sample_superset",
            "fullyQualifiedName": "sample_superset",
            "deleted": False,
        }.items()
    )
    assert answer.body["serviceType"] == "Superset"
    assert (answer.body["followers"], answer.body["charts"]) == ([], [])
    assert answer.body["votes"].items() >= {"upVotes": 0, "downVotes": 0}.items()


@pytest.mark.parametrize(
    ("path", "text", "fqn"),
    [
        (documented.SERVICE_PATH, documented.SERVICE_BODY, "sample_looker"),
        (documented.DASHBOARD_PATH, documented.DASHBOARD_BODY, "sample_superset.10"),
    ],
    ids=["service", "dashboard"],
)
def test_put_takes_the_body_of_post_and_is_never_a_conflict(
    http: Http, cleared: Callable[..., None], path: str, text: str, fqn: str
) -> None:
    cleared(path, fqn)
    first, again = http.call("PUT", path, text), http.call("PUT", path, text)
    changed = http.call("PUT", path, {**json.loads(text), "displayName": "Other"})
    assert [answer.status for answer in (first, again, changed)] == [201, 200, 200]
    assert {answer.body["id"] for answer in (first, again, changed)} == {first.body["id"]}
    assert (again.body["version"], changed.body["displayName"]) == (0.1, "Other")


@pytest.mark.parametrize(
    ("path", "text", "fqns"),
    [
        (documented.SERVICE_PATH, documented.SERVICE_BULK, ["service_one", "service_two"]),
        (
            documented.DASHBOARD_PATH,
            documented.DASHBOARD_BULK,
            ["sample_superset.dashboard_one", "sample_superset.dashboard_two"],
        ),
    ],
    ids=["service", "dashboard"],
)
def test_the_documented_bulk_body_stores_every_row(
    http: Http, cleared: Callable[..., None], path: str, text: str, fqns: list[str]
) -> None:
    cleared(path, *fqns)
    answer = http.call("PUT", f"{path}/bulk", text)
    assert (answer.status, answer.body["numberOfRowsPassed"], answer.body["numberOfRowsFailed"]) == (200, 2, 0)
    assert [http.call("GET", f"{path}/name/{fqn}").status for fqn in fqns] == [200, 200]


@pytest.mark.parametrize("path", COLLECTIONS)
def test_every_collection_has_post_put_and_bulk(plain: Http, cleared: Callable[..., None], path: str) -> None:
    cleared(path, *(_fqn(path, name) for name in ("one", "two", "three")))
    assert plain.call("POST", path, _minimum(path, "one")).status == 201
    assert plain.call("PUT", path, _minimum(path, "two")).status == 201
    answer = plain.call("PUT", f"{path}/bulk", [_minimum(path, "two"), _minimum(path, "three")])
    assert (answer.status, answer.body["numberOfRowsPassed"]) == (200, 2)


@pytest.mark.parametrize("service_type", documented.DASHBOARD_SERVICE_TYPES)
def test_every_listed_dashboard_service_type_is_stored(
    plain: Http, cleared: Callable[..., None], service_type: str
) -> None:
    cleared(documented.SERVICE_PATH, "typed")
    body = {"name": "typed", "serviceType": service_type, "connection": {"config": {}}}
    assert plain.call("POST", documented.SERVICE_PATH, body).body["serviceType"] == service_type


@pytest.mark.parametrize(("written", "stored"), documented.DATABASE_SERVICE_TYPES.items())
def test_every_listed_database_service_type_is_stored(
    plain: Http, cleared: Callable[..., None], written: str, stored: str
) -> None:
    cleared(documented.DATABASE_PATH, "typed")
    body = {"name": "typed", "serviceType": written, "connection": {"config": {}}}
    assert plain.call("POST", documented.DATABASE_PATH, body).body["serviceType"] == stored


@pytest.mark.parametrize("path", COLLECTIONS)
def test_every_field_all_bodies_have_is_stored(
    plain: Http, world: World, cleared: Callable[..., None], path: str
) -> None:
    cleared(path, _fqn(path, "full"))
    body = {
        **_minimum(path, "full"),
        "displayName": "Full",
        "description": "**bold**",
        "owners": [{"id": world.team["id"], "type": "team", "name": "data"}],
        "domain": world.domain,
        "tags": [
            {"tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Propagated", "state": "Suggested"}
        ],
    }
    assert plain.call("POST", path, body).status == 201
    read = plain.call("GET", f"{path}/name/{_fqn(path, 'full')}?fields=owners,tags,domains").body
    assert read.items() >= {"name": "full", "displayName": "Full", "description": "**bold**"}.items()
    assert [(owner["id"], owner["type"], owner["name"]) for owner in read["owners"]] == [
        (world.team["id"], "team", "data")
    ]
    assert [domain["fullyQualifiedName"] for domain in read["domains"]] == [world.domain]
    assert read["tags"][0].items() >= body["tags"][0].items()


def test_the_fields_only_a_dashboard_has_are_stored(plain: Http, world: World, cleared: Callable[..., None]) -> None:
    cleared(documented.DASHBOARD_PATH, "sample_superset.full")
    body = {
        **_minimum(documented.DASHBOARD_PATH, "full"),
        "sourceUrl": "HTTP://Localhost:808/a b",
        "charts": [world.chart],
        "extension": {},
    }
    answer = plain.call("POST", documented.DASHBOARD_PATH, body)
    assert answer.status == 201, answer
    read = plain.call("GET", f"{documented.DASHBOARD_PATH}/name/sample_superset.full?fields=charts,extension").body
    assert read["sourceUrl"] == "HTTP://Localhost:808/a b"
    assert [chart["fullyQualifiedName"] for chart in read["charts"]] == [world.chart]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (documented.SERVICE_PATH, {"serviceType": "Looker"}),
        (documented.SERVICE_PATH, {"name": "x"}),
        (documented.SERVICE_PATH, {"name": "x", "serviceType": "Looker", "foo": 1}),
        (documented.SERVICE_PATH, "{"),
        (documented.DASHBOARD_PATH, {"service": "sample_superset"}),
        (documented.DASHBOARD_PATH, {"name": "x"}),
        (documented.DATABASE_PATH, {"name": "x"}),
        (documented.DATABASE_PATH, {"name": "x", "serviceType": "Maria"}),
    ],
)
def test_400_for_an_invalid_body_or_a_missing_required_field(http: Http, path: str, body: Any) -> None:
    for method in ("POST", "PUT"):
        answer = http.call(method, path, body)
        assert (answer.status, answer.body["code"]) == (400, 400)


@pytest.mark.parametrize("token", [None, "nope"])
def test_401_without_a_valid_token(http: Http, token: str | None) -> None:
    answer = replace(http, token=token).call("POST", documented.SERVICE_PATH, documented.SERVICE_BODY)
    assert (answer.status, answer.body["code"]) == (401, 401)


def test_403_without_permission(http: Http, sandbox: SandboxServer) -> None:
    caller = replace(http, token=sandbox.reader_token)
    for method in ("POST", "PUT"):
        answer = caller.call(method, documented.SERVICE_PATH, documented.SERVICE_BODY)
        assert (answer.status, answer.body["code"]) == (403, 403)


@pytest.mark.parametrize("path", COLLECTIONS)
def test_409_for_a_post_of_what_exists(http: Http, cleared: Callable[..., None], path: str) -> None:
    cleared(path, _fqn(path, "one"))
    statuses = [http.call("POST", path, _minimum(path, "one")).status for _ in range(2)]
    assert statuses == [201, 409]


def test_a_dashboard_name_is_unique_within_its_service_only(plain: Http, cleared: Callable[..., None]) -> None:
    cleared(documented.SERVICE_PATH, "other")
    cleared(documented.DASHBOARD_PATH, "sample_superset.one")
    plain.call("POST", documented.SERVICE_PATH, {"name": "other", "serviceType": "Superset"})
    for service in ("sample_superset", "other"):
        assert plain.call("POST", documented.DASHBOARD_PATH, {"name": "one", "service": service}).status == 201


def test_domain_and_domains_together_are_a_400(plain: Http, world: World) -> None:
    body = {"name": "x", "serviceType": "Looker", "domain": world.domain, "domains": [world.domain]}
    assert plain.call("POST", documented.SERVICE_PATH, body).status == 400


@pytest.mark.parametrize("property", ["domain", "domains"])
def test_both_spellings_of_the_domain_are_stored_as_domains(
    plain: Http, world: World, cleared: Callable[..., None], property: str
) -> None:
    cleared(documented.SERVICE_PATH, "placed")
    value: Any = world.domain if property == "domain" else [world.domain]
    body = {"name": "placed", "serviceType": "Looker", property: value}
    answer = plain.call("POST", documented.SERVICE_PATH, body)
    assert [domain["fullyQualifiedName"] for domain in answer.body["domains"]] == [world.domain]


def test_nine_asterisks_keep_the_stored_secret(
    http: Http, sandbox: SandboxServer, cleared: Callable[..., None]
) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    body = documented.service_body()
    body["connection"] = {"config": documented.LOOKER}
    assert http.call("POST", documented.SERVICE_PATH, body).status == 201
    body["connection"] = {"config": {**documented.LOOKER, "clientSecret": documented.MASK}}
    assert http.call("PUT", documented.SERVICE_PATH, body).status == 200
    bot = replace(http, token=sandbox.bot_token)
    read = bot.call("GET", f"{documented.SERVICE_PATH}/name/sample_looker").body
    assert read["connection"]["config"]["clientSecret"] == documented.SECRET


def test_the_documented_secret_of_three_asterisks_is_a_secret_like_any_other(
    plain: Http, sandbox: SandboxServer, cleared: Callable[..., None]
) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    plain.call("POST", documented.SERVICE_PATH, documented.SERVICE_BODY)
    bot = replace(plain, token=sandbox.bot_token)
    read = bot.call("GET", f"{documented.SERVICE_PATH}/name/sample_looker").body
    assert read["connection"]["config"]["clientSecret"] == "***"


@pytest.mark.parametrize("state", documented.STATES)
@pytest.mark.parametrize("label_type", documented.LABEL_TYPES)
def test_every_label_type_and_state_is_taken_and_a_derived_label_is_not_kept(
    plain: Http, cleared: Callable[..., None], label_type: str, state: str
) -> None:
    cleared(documented.SERVICE_PATH, "tagged")
    label = {"tagFQN": "PII.Sensitive", "source": "Classification", "labelType": label_type, "state": state}
    answer = plain.call("POST", documented.SERVICE_PATH, {"name": "tagged", "serviceType": "Looker", "tags": [label]})
    assert answer.status == 201
    stored = [(tag["labelType"], tag["state"]) for tag in answer.body["tags"]]
    assert stored == ([] if label_type == "Derived" else [(label_type, state)])
