"""Behaviour by configured version and by switch (server reference, 11.2 and 13; point 30)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sandbox_callers import Api
from sandbox_releases import Sandbox, sandbox

from openmetadata_provider.sandbox.releases import Release, release_of

PATCH = {"Content-Type": "application/json-patch+json"}


@pytest.fixture
def old() -> Iterator[Api]:
    """1.8: one `domain`."""
    with sandbox(version="1.8.4") as made:
        made.admin.make("DashboardService", "bi")
        for name in ("sales", "finance"):
            made.admin.make("Domain", name)
        yield made.admin


@pytest.fixture
def ancient() -> Iterator[Sandbox]:
    """1.4: one `owner` too."""
    with sandbox(version="1.4.0") as made:
        made.admin.make("DashboardService", "bi")
        yield made


def reference(api: Api, kind: str, name: str) -> dict[str, str]:
    return {"id": api.read(kind, f"name/{name}")["id"], "type": kind.lower()}


def messages(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["message"]


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("1.8", Release(1, 8, 0)),
        ("1.13.0-SNAPSHOT", Release(1, 13, 0)),
        ("2.0.1.2", Release(2, 0, 1)),
        ("unknown", Release(1, 13)),
    ],
)
def test_a_version_text_names_a_release(text: str, release: Release) -> None:
    assert release_of(text) == release


def test_1_8_takes_and_answers_one_domain(old: Api) -> None:
    made = old.make("Dashboard", "d", domain="sales")
    assert made["domain"]["fullyQualifiedName"] == "sales"
    found = old.read("Dashboard", made["id"], fields="domain,owners")
    assert (found["domain"]["name"], "domains" in found, found["owners"]) == ("sales", False, [])
    assert old.get("dashboards", fields="domain").json()["data"][0]["domain"]["name"] == "sales"


def test_1_8_does_not_know_domains(old: Api) -> None:
    status, message = messages(old.post("Dashboard", {"name": "d", "service": "bi", "domains": ["sales"]}))
    assert (status, message.startswith('Unrecognized field "domains"')) == (400, True)
    made = old.make("Dashboard", "d")
    assert messages(old.get(f"dashboards/{made['id']}", fields="domains")) == (400, "Invalid field name domains")
    answer = old.patch("Dashboard", made["id"], [{"op": "add", "path": "/domains", "value": []}])
    assert (answer.status_code, "domains" in answer.json()["message"]) == (400, True)


def test_1_8_puts_a_domain_with_the_usual_rules(old: Api) -> None:
    old.make("Dashboard", "d", domain="sales")
    assert old.change("Dashboard", "d")["domain"]["name"] == "sales"
    assert old.change("Dashboard", "d", domain="finance")["domain"]["name"] == "finance"


def test_1_8_patches_a_domain(old: Api) -> None:
    made = old.make("Dashboard", "d", domain="sales")
    finance = reference(old, "Domain", "finance")
    after = old.patch("Dashboard", made["id"], [{"op": "replace", "path": "/domain", "value": finance}]).json()
    assert after["domain"]["name"] == "finance"
    [added] = after["changeDescription"]["fieldsAdded"]
    assert (added["name"], json.loads(added["newValue"])[0]["name"]) == ("domain", "finance")
    after = old.patch("Dashboard", made["id"], [{"op": "remove", "path": "/domain"}]).json()
    assert "domain" not in after


def test_1_8_shows_inherited_domains_and_old_versions_under_the_old_name(old: Api) -> None:
    old.change("DashboardService", "bi", domain="sales")
    made = old.make("Dashboard", "d")
    assert old.read("Dashboard", made["id"], fields="domain")["domain"]["inherited"] is True
    service = old.read("DashboardService", "name/bi")
    texts = old.get(f"services/dashboardServices/{service['id']}/versions").json()["versions"]
    assert [json.loads(text).get("domain", {}).get("name") for text in texts] == ["sales", None]


def test_1_8_puts_a_data_product_under_one_domain(old: Api) -> None:
    answer = old.post("DataProduct", {"name": "p", "description": "d", "domain": "sales"})
    assert answer.json()["domain"]["name"] == "sales"
    missing = old.post("DataProduct", {"name": "q", "description": "d"})
    assert messages(missing) == (400, "[query param domain must not be null]")


def test_1_8_bulk_etag_and_if_match_are_not_there_yet(old: Api) -> None:
    made = old.make("Dashboard", "d")
    assert old.bulk("Dashboard", []).status_code == 405
    assert "ETag" not in old.get(f"dashboards/{made['id']}").headers
    patch = [{"op": "add", "path": "/description", "value": "x"}]
    answer = old.patch("Dashboard", made["id"], patch, **{"If-Match": 'W/"7.7"'})
    assert (answer.status_code, "ETag" in answer.headers) == (200, False)


@pytest.mark.parametrize(
    ("version", "etag", "bulk"), [("1.9.0", False, 405), ("1.10.0", True, 405), ("1.11.0", True, 200)]
)
def test_etag_came_with_1_10_and_bulk_with_1_11(version: str, etag: bool, bulk: int) -> None:
    with sandbox(version=version) as made:
        service = made.admin.make("DashboardService", "bi")
        assert ("ETag" in made.admin.get(f"services/dashboardServices/{service['id']}").headers) is etag
        assert made.admin.bulk("Dashboard", []).status_code == bulk


def test_bulk_may_be_switched_on_and_off_apart_from_the_version() -> None:
    for switches, status in (({"version": "1.8", "bulk": True}, 200), ({"bulk": False}, 405)):
        with sandbox(**switches) as made:
            assert made.admin.bulk("Dashboard", []).status_code == status


def test_1_4_takes_and_answers_one_owner(ancient: Sandbox) -> None:
    admin = ancient.admin
    made = admin.make("Dashboard", "d", owner=reference(admin, "User", "admin"))
    assert made["owner"]["name"] == "admin"
    assert admin.read("Dashboard", made["id"], fields="owner")["owner"]["name"] == "admin"
    assert messages(admin.get(f"dashboards/{made['id']}", fields="owners")) == (400, "Invalid field name owners")
    after = admin.patch(
        "Dashboard", made["id"], [{"op": "replace", "path": "/owner", "value": reference(admin, "User", "reader")}]
    ).json()
    assert after["owner"]["name"] == "reader"


def test_1_4_does_not_know_owners(ancient: Sandbox) -> None:
    body = {"name": "d", "service": "bi", "owners": [reference(ancient.admin, "User", "admin")]}
    assert ancient.admin.post("Dashboard", body).json()["message"].startswith('Unrecognized field "owners"')
    wrong = {"name": "d", "service": "bi", "owner": [reference(ancient.admin, "User", "admin")]}
    assert ancient.admin.post("Dashboard", wrong).status_code == 400


def test_the_star_and_lists_speak_the_old_names(ancient: Sandbox) -> None:
    admin = ancient.admin
    admin.make("Dashboard", "d", owner=reference(admin, "User", "admin"))
    [shown] = admin.get("dashboards", fields="*").json()["data"]
    assert (shown["owner"]["name"], "owners" in shown, "domains" in shown) == ("admin", False, False)


def test_1_8_has_no_incremental_changes_before_1_7(ancient: Sandbox, old: Api) -> None:
    assert "incrementalChangeDescription" not in ancient.admin.change("DashboardService", "bi", description="x")
    assert "incrementalChangeDescription" in old.change("DashboardService", "bi", description="x")


TWO = {"name": "d", "service": "bi", "domains": ["sales", "finance"]}


@pytest.mark.parametrize(
    ("switches", "status"),
    [
        ({}, 400),
        ({"version": "1.9.0"}, 201),
        ({"version": "1.10.0"}, 400),
        ({"multi_domain_rule": False}, 201),
        ({"version": "1.9.0", "multi_domain_rule": True}, 400),
    ],
)
def test_a_second_domain_is_refused_by_rule_switch_or_version(switches: dict[str, Any], status: int) -> None:
    with sandbox(**switches) as made:
        made.admin.make("DashboardService", "bi")
        for name in ("sales", "finance"):
            made.admin.make("Domain", name)
        answer = made.admin.post("Dashboard", TWO)
        assert answer.status_code == status
        assert answer.json().get("errorType") == ("RULE_VIOLATION" if status == 400 else None)


UNMAPPED: list[tuple[str, Any]] = [
    ("POST", {"name": "d", "service": "bi", "foo": 1}),
    ("POST", {"name": "d", "service": "bi", "dashboardType": "Nope"}),
    ("POST", {"name": "d", "service": "bi", "displayName": 7}),
    ("POST", [1]),
    ("PUT", {"name": "d", "service": "bi", "tags": "red"}),
]


@pytest.mark.parametrize(("method", "body"), UNMAPPED)
@pytest.mark.parametrize("switches", [{"version": "2.0.0"}, {"json_error_text": "new"}])
def test_new_releases_say_nothing_of_a_body_that_does_not_map(switches: dict[str, Any], method: str, body: Any) -> None:
    with sandbox(**switches) as made:
        made.admin.make("DashboardService", "bi")
        answer = made.admin.call(method, "dashboards", json=body)
        assert (answer.status_code, answer.json()) == (400, {"code": 400, "message": "Invalid request format"})


@pytest.mark.parametrize(("method", "body"), UNMAPPED)
@pytest.mark.parametrize("switches", [{}, {"version": "2.0.0", "json_error_text": "old"}])
def test_old_releases_name_what_does_not_map(switches: dict[str, Any], method: str, body: Any) -> None:
    with sandbox(**switches) as made:
        made.admin.make("DashboardService", "bi")
        status, message = messages(made.admin.call(method, "dashboards", json=body))
        assert status == 400
        assert message.startswith(("Unrecognized field", "Cannot construct", "Cannot deserialize"))


def test_bean_validation_keeps_its_text_in_new_releases() -> None:
    with sandbox(version="2.0.0") as made:
        status, message = messages(made.admin.post("Dashboard", {"service": "bi"}))
        assert (status, message) == (400, "[query param name must not be null]")


@pytest.mark.parametrize("name", ["a>b", 'a"b', "a\tb"])
def test_2_0_takes_fewer_names(name: str) -> None:
    with sandbox(version="2.0.0") as made:
        status, message = messages(made.admin.post("DashboardService", {"name": name, "serviceType": "Metabase"}))
        assert (status, message.startswith("[query param name must match")) == (400, True)


def test_2_0_turns_replacing_a_missing_key_into_adding_it() -> None:
    patch = [{"op": "replace", "path": "/description", "value": "x"}]
    for version, status in (("1.13.0", 500), ("2.0.0", 200)):
        with sandbox(version=version) as made:
            service = made.admin.make("DashboardService", "bi")
            assert made.admin.patch("DashboardService", service["id"], patch).status_code == status


def test_2_0_spares_more_from_bots() -> None:
    for version, kept in (("1.13.0", False), ("2.0.0", True)):
        with sandbox(version=version) as made:
            made.admin.make("DashboardService", "bi")
            made.admin.make("Domain", "sales")
            made.admin.make("DataProduct", "p", domains=["sales"])
            made.admin.make("Dashboard", "d", displayName="D", domains=["sales"], dataProducts=["p"])
            after = made.bot.change("Dashboard", "d", displayName="by a bot")
            assert (after["displayName"] == "D", bool(after["dataProducts"])) == (kept, kept)


def test_2_0_answers_304_for_what_the_caller_has() -> None:
    for version, status in (("1.13.0", 200), ("2.0.0", 304)):
        with sandbox(version=version) as made:
            service = made.admin.make("DashboardService", "bi")
            path = f"services/dashboardServices/{service['id']}"
            tag = made.admin.get(path).headers["ETag"]
            assert made.admin.call("GET", path, headers={"If-None-Match": tag}).status_code == status
            assert made.admin.call("GET", path, headers={"If-None-Match": '"0"'}).status_code == 200


def test_2_0_tags_depend_on_the_fields_asked_for_and_the_weak_one_does_not() -> None:
    for version, same in (("1.13.0", True), ("2.0.0", False)):
        with sandbox(version=version) as made:
            service = made.admin.make("DashboardService", "bi")
            path = f"services/dashboardServices/{service['id']}"
            tags = {made.admin.get(path, fields=fields).headers["ETag"] for fields in ("", "owners")}
            assert (len(tags) == 1) is same
            patch = [{"op": "add", "path": "/description", "value": "x"}]
            answer = made.admin.patch("DashboardService", service["id"], patch, **{"If-Match": 'W/"0.1"'})
            assert answer.status_code == 200


def test_2_0_skips_a_bulk_row_with_the_source_hash_it_has() -> None:
    for version, description in (("1.13.0", "second"), ("2.0.0", "first")):
        with sandbox(version=version) as made:
            made.admin.make("DashboardService", "bi")
            for text in ("first", "second"):
                row = {"name": "d", "service": "bi", "description": text, "sourceHash": "abc"}
                assert made.admin.bulk("Dashboard", [row]).json()["status"] == "success"
            assert made.admin.read("Dashboard", "name/bi.d")["description"] == description


def test_2_0_bulk_of_a_bot_may_override_what_people_wrote() -> None:
    for params, description in (({}, "people's"), ({"overrideMetadata": "true"}, "bot's")):
        with sandbox(version="2.0.0", sanitize_descriptions="off") as made:
            made.admin.make("DashboardService", "bi")
            made.admin.make("Dashboard", "d", description="people's")
            made.bot.bulk("Dashboard", [{"name": "d", "service": "bi", "description": "bot's"}], **params)
            assert made.admin.read("Dashboard", "name/bi.d")["description"] == description


def test_2_0_takes_certification_tags_out_of_tags() -> None:
    for version, tags in (("1.13.0", ["Certification.Gold", "PII.None"]), ("2.0.0", ["PII.None"])):
        with sandbox(version=version) as made:
            made.admin.make("DashboardService", "bi")
            labels = [{"tagFQN": name, "source": "Classification"} for name in ("Certification.Gold", "PII.None")]
            after = made.admin.make("Dashboard", "d", tags=labels)
            assert [label["tagFQN"] for label in after["tags"]] == tags
