"""Connections and secrets (server reference, 9)."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api

MASK = "*********"
LOOKER = {"clientId": "omp", "clientSecret": "s3cret", "hostPort": "https://looker.example.com:443"}
MYSQL = {"username": "u", "hostPort": "db:3306", "authType": {"password": "s3cret"}}


def config(body: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = body["connection"]["config"]
    return found


def make(api: Api, **values: Any) -> dict[str, Any]:
    return api.make("DashboardService", "looker", serviceType="Looker", connection={"config": {**LOOKER, **values}})


def secret(bot: Api) -> str:
    return str(config(bot.read("DashboardService", "name/looker"))["clientSecret"])


def test_a_service_needs_no_connection(admin: Api) -> None:
    assert "connection" not in admin.make("DashboardService", "s", serviceType="Looker")


@pytest.mark.parametrize("service_type", ["Looker", "Grafana", "CustomDashboard", "Superset"])
def test_an_empty_config_is_taken_for_any_type(admin: Api, service_type: str) -> None:
    admin.make("DashboardService", "s", serviceType=service_type, connection={"config": {}})


def test_defaults_of_the_connector_are_filled_in(admin: Api) -> None:
    assert config(make(admin)) == {**LOOKER, "clientSecret": MASK, "type": "Looker", "supportsMetadataExtraction": True}


def test_defaults_follow_the_alternative_that_was_chosen(admin: Api) -> None:
    inner = {"type": "Mysql", "username": "u", "hostPort": "db:3306", "authType": {"password": "s3cret"}}
    made = admin.make("DashboardService", "s", serviceType="Superset", connection={"config": {"connection": inner}})
    shown = config(made)["connection"]
    assert (shown["scheme"], shown["authType"]) == ("mysql+pymysql", {"password": MASK})


@pytest.mark.parametrize(
    "wrong", [{"foo": 1}, {"clientId": 7}, {"type": "Metabase"}, {"gitCredentials": {"nope": 1}}, {"hostPort": {}}]
)
def test_what_the_connector_does_not_know_is_refused_without_showing_it(admin: Api, wrong: dict[str, Any]) -> None:
    body = {"name": "s", "serviceType": "Looker", "connection": {"config": {**LOOKER, **wrong}}}
    answer = admin.post("DashboardService", body)
    text = (
        "InvalidServiceConnectionException for service [Looker] due to "
        "[Failed to encrypt connection instance of Looker]."
    )
    assert (answer.status_code, answer.json()) == (400, {"code": 400, "message": text})


def test_a_missing_connector_property_is_no_offence(admin: Api) -> None:
    admin.make("DashboardService", "s", serviceType="Looker", connection={"config": {"clientId": "a"}})
    admin.make("DashboardService", "t", serviceType="Superset", connection={"config": {"connection": {}}})


def test_secrets_are_masked_for_people_and_plain_for_bots(admin: Api, reader: Api, bot: Api) -> None:
    made = make(admin)
    key = f"{COLLECTIONS['DashboardService']}/{made['id']}"
    for api, seen in ((admin, MASK), (reader, MASK), (bot, "s3cret")):
        assert config(api.get(key).json())["clientSecret"] == seen
        [listed] = api.get(COLLECTIONS["DashboardService"]).json()["data"]
        assert config(listed)["clientSecret"] == seen
    assert config(made)["clientId"] == "omp"


def test_a_secret_shows_in_no_answer_to_a_person(admin: Api) -> None:
    made = make(admin)
    key = f"{COLLECTIONS['DashboardService']}/{made['id']}"
    body = {
        "name": "looker",
        "serviceType": "Looker",
        "connection": {"config": {**LOOKER, "clientSecret": "n3w-s3cret"}},
    }
    answers = [
        admin.put("DashboardService", body),
        admin.patch("DashboardService", made["id"], [{"op": "add", "path": "/displayName", "value": "x"}]),
        admin.get(f"{key}/versions"),
        admin.get(f"{key}/versions/0.1"),
        admin.get(key, fields="*"),
        admin.bulk("DashboardService", [{**body, "name": ""}, body, {**body, "serviceType": "Metabase", "name": "x"}]),
        admin.delete("DashboardService", made["id"]),
        admin.call("PUT", f"{COLLECTIONS['DashboardService']}/restore", json={"id": made["id"]}),
        admin.delete("DashboardService", made["id"], hardDelete="true"),
    ]
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    assert not any("s3cret" in answer.text for answer in answers)


def test_nested_secrets_are_masked(admin: Api, bot: Api) -> None:
    made = admin.make("DatabaseService", "db", serviceType="Mysql", connection={"config": MYSQL})
    assert config(made)["authType"] == {"password": MASK}
    assert config(bot.read("DatabaseService", made["id"]))["authType"] == {"password": "s3cret"}


def test_a_mask_in_a_put_keeps_the_stored_secret(admin: Api, bot: Api) -> None:
    make(admin)
    masked = {"config": {**LOOKER, "clientSecret": MASK, "clientId": "other"}}
    after = admin.change("DashboardService", "looker", serviceType="Looker", connection=masked)
    assert (after["version"], config(after)["clientId"]) == (0.2, "other")
    assert secret(bot) == "s3cret"


def test_echoing_the_masked_connection_changes_nothing(admin: Api) -> None:
    made = make(admin)
    after = admin.put("DashboardService", {"name": "looker", "serviceType": "Looker", "connection": made["connection"]})
    assert after.headers["X-OpenMetadata-Change"] == "entityNoChange"


def test_a_new_secret_reaches_the_store_and_stays_out_of_the_change(admin: Api, bot: Api) -> None:
    make(admin)
    new = {"config": {**LOOKER, "clientSecret": "rotated"}}
    after = admin.change("DashboardService", "looker", serviceType="Looker", connection=new)
    assert after["changeDescription"]["fieldsUpdated"] == [
        {"name": "connection", "oldValue": "old-encrypted-value", "newValue": "new-encrypted-value"}
    ]
    assert secret(bot) == "rotated"


def test_put_without_connection_keeps_it_and_with_one_replaces_it(admin: Api, bot: Api) -> None:
    make(admin)
    admin.change("DashboardService", "looker", serviceType="Looker")
    assert secret(bot) == "s3cret"
    smaller = {"config": {"hostPort": "https://other"}}
    after = admin.change("DashboardService", "looker", serviceType="Looker", connection=smaller)
    assert config(after) == {"hostPort": "https://other", "type": "Looker", "supportsMetadataExtraction": True}


def test_put_with_the_connection_of_another_type_is_refused(admin: Api) -> None:
    make(admin)
    other = {"type": "Metabase", "hostPort": "https://m"}
    body = {"name": "looker", "serviceType": "Metabase", "connection": {"config": other}}
    assert admin.put("DashboardService", body).status_code == 400


def test_patch_writes_a_connection_as_sent(admin: Api, bot: Api) -> None:
    made = make(admin)
    operation = {"op": "replace", "path": "/connection/config/clientSecret", "value": "patched"}
    answer = admin.patch("DashboardService", made["id"], [operation])
    assert config(answer.json())["clientSecret"] == MASK
    assert secret(bot) == "patched"


@pytest.mark.parametrize(
    ("kind", "given", "stored"),
    [
        ("DatabaseService", "PostgreSQL", "Postgres"),
        ("DatabaseService", "MySQL", "Mysql"),
        ("DatabaseService", "mysql", "Mysql"),
        ("DatabaseService", "BIGQUERY", "BigQuery"),
        ("DashboardService", "looker", "Looker"),
        ("DashboardService", "powerbi", "PowerBI"),
    ],
)
def test_a_service_type_is_taken_in_any_case_and_by_alias(admin: Api, kind: str, given: str, stored: str) -> None:
    assert admin.make(kind, "s", serviceType=given)["serviceType"] == stored
    [row] = admin.bulk(kind, [{"name": "t", "serviceType": given}]).json()["successRequest"]
    assert row["status"] == 200


def test_an_unknown_service_type_is_400(admin: Api) -> None:
    answer = admin.post("DashboardService", {"name": "s", "serviceType": "Nope"})
    assert answer.status_code == 400
    assert answer.json()["message"].endswith("problem: Nope")
