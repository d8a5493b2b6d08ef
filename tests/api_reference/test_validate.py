"""The page in `omp validate`: what it shows is valid, what it calls wrong is one error."""

from __future__ import annotations

import json
from typing import Any

import pytest
from api_reference import documented

from openmetadata_provider import Checks, Severity, validate

UUID = "7fca3be2-12c4-4b3e-a1f9-7d7c4ab4c4d1"
SECRETS_MAY_BE_WRITTEN = Checks(literal_secrets=False)
SERVICE = {"name": "x", "serviceType": "Looker"}
DASHBOARD = {"name": "x", "service": "s"}


def codes(payload: Any, kind: str, checks: Checks = SECRETS_MAY_BE_WRITTEN) -> list[str]:
    return [diagnostic.code for diagnostic in validate(payload, kind=kind, checks=checks)]


def test_the_example_bodies_are_valid() -> None:
    assert codes(documented.service_body(), "DashboardService") == []
    assert codes(documented.dashboard_body(), "Dashboard") == []
    assert codes(json.loads(documented.DASHBOARD_BULK), "Dashboard") == []


def test_the_bulk_body_with_empty_configs_is_valid_with_a_warning_and_an_error_if_strict() -> None:
    body = json.loads(documented.SERVICE_BULK)
    for strict, severity in ((False, Severity.warning), (True, Severity.error)):
        found = validate(body, kind="DashboardService", checks=Checks(strict=strict))
        assert [(d.code, d.severity, d.pointer) for d in found] == [
            ("empty-config", severity, f"/{row}/connection/config") for row in (0, 1)
        ]


@pytest.mark.parametrize("service_type", documented.DASHBOARD_SERVICE_TYPES)
def test_every_listed_dashboard_service_type_is_valid(service_type: str) -> None:
    assert codes({"name": "x", "serviceType": service_type}, "DashboardService") == []


@pytest.mark.parametrize("service_type", documented.DATABASE_SERVICE_TYPES)
def test_every_listed_database_service_type_is_valid_in_any_case(service_type: str) -> None:
    for spelling in (service_type, service_type.lower(), service_type.upper()):
        assert codes({"name": "x", "serviceType": spelling}, "DatabaseService") == []


@pytest.mark.parametrize(("written", "meant"), [("Postgre", "Postgres"), ("Snowflak", "Snowflake"), ("MySQ", "Mysql")])
def test_another_spelling_gets_did_you_mean(written: str, meant: str) -> None:
    found = validate({"name": "x", "serviceType": written}, kind="DatabaseService")
    assert [diagnostic.code for diagnostic in found] == ["unknown-service-type"]
    assert found[0].hint in (f'Did you mean "{meant}"?', 'Did you mean "PostgreSQL"?', 'Did you mean "MySQL"?')


@pytest.mark.parametrize("payload", [{"domain": "Sales"}, {"domains": ["Sales"]}])
@pytest.mark.parametrize(("kind", "base"), [("DashboardService", SERVICE), ("Dashboard", DASHBOARD)])
def test_a_domain_is_given_in_either_way(kind: str, base: dict[str, Any], payload: dict[str, Any]) -> None:
    assert codes({**base, **payload}, kind) == []


def test_a_domain_given_in_both_ways_is_one_error() -> None:
    assert codes({**DASHBOARD, "domain": "Sales", "domains": ["Sales"]}, "Dashboard") == ["conflicting-fields"]


@pytest.mark.parametrize(
    "owner",
    [
        {"id": UUID, "type": "user", "name": "jane"},
        {"id": UUID, "type": "team"},
        {"id": UUID},
        {"name": "jane"},
        {"name": "jane", "type": "user"},
        {"fullyQualifiedName": "jane"},
        "user:jane",
        "team:data",
    ],
)
def test_an_owner_is_given_by_id_or_by_name(owner: Any) -> None:
    assert codes({**SERVICE, "owners": [owner]}, "DashboardService") == []


@pytest.mark.parametrize("label_type", documented.LABEL_TYPES)
@pytest.mark.parametrize("state", documented.STATES)
def test_a_tag_needs_its_fqn_only(label_type: str, state: str) -> None:
    for tag in ({"tagFQN": "PII.None"}, {"tagFQN": "PII.None", "labelType": label_type, "state": state}):
        assert codes({**DASHBOARD, "tags": [tag]}, "Dashboard") == []


@pytest.mark.parametrize("wrong", [{"labelType": "Automatic"}, {"state": "Unknown"}, {"tagFQN": None}])
def test_a_wrong_tag_is_one_error(wrong: dict[str, Any]) -> None:
    found = validate({**DASHBOARD, "tags": [{"tagFQN": "PII.None", **wrong}]}, kind="Dashboard")
    assert [diagnostic.pointer for diagnostic in found] == [f"/tags/0/{name}" for name in wrong]


@pytest.mark.parametrize("secret", ["***", "*" * 9, "anything", "secret:x", {"env": "A"}, {"file": "/run/secrets/a"}])
def test_a_client_secret_is_any_text_or_a_reference(secret: Any) -> None:
    config = {**documented.LOOKER, "clientSecret": secret}
    assert codes({**SERVICE, "connection": {"config": config}}, "DashboardService") == []


@pytest.mark.parametrize(
    ("kind", "base"),
    [("DashboardService", SERVICE), ("Dashboard", DASHBOARD), ("DatabaseService", {**SERVICE, "serviceType": "Mysql"})],
)
def test_a_missing_required_field_is_one_error(kind: str, base: dict[str, Any]) -> None:
    for missing in base:
        assert codes({name: value for name, value in base.items() if name != missing}, kind) == ["missing-field"]


def test_every_documented_field_of_a_dashboard_is_valid() -> None:
    body = {**documented.dashboard_body(), "charts": ["s.c"], "extension": {"a": [1, None]}, "domain": "Sales"}
    assert codes(body, "Dashboard") == []


@pytest.mark.parametrize("payload", [None, 1, "x", [], [1], {"name": {}}, {1: 2}, object(), {"name": float("nan")}])
@pytest.mark.parametrize("kind", ["Dashboard", "DashboardService", "NoSuchKind"])
def test_bad_data_is_never_an_exception(payload: Any, kind: str) -> None:
    assert validate(payload, kind=kind) or payload == []
