"""The page in the models: what it lists is accepted, and goes over the wire as it was written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from api_reference import documented
from pydantic import BaseModel, ValidationError

from openmetadata_bindings.models import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    CreateDatabaseServiceRequest,
    Dashboard,
    DashboardService,
)
from openmetadata_provider.client.wire import wire_from_model

UUID = "7fca3be2-12c4-4b3e-a1f9-7d7c4ab4c4d1"
OWNERS = [{"id": UUID, "type": "user", "name": "jane"}, {"id": UUID, "type": "team", "name": "data"}]
TAGS = [
    {"tagFQN": "PII.Sensitive"},
    {"tagFQN": "a.b", "labelType": "Derived", "state": "Suggested"},
    {"tagFQN": "a.c", "labelType": "Propagated", "state": "Confirmed"},
]
COMMON: dict[str, Any] = {
    "name": "x",
    "displayName": "X",
    "description": "**bold**\n\n- a list",
    "owners": OWNERS,
    "domain": "Sales",
    "tags": TAGS,
}
SERVICE = {**COMMON, "serviceType": "Looker", "connection": {"config": documented.LOOKER}}
DASHBOARD = {
    **COMMON,
    "service": "sample_superset",
    "sourceUrl": "http://localhost:808/superset/dashboard/10/",
    "charts": ["sample_superset.c1"],
    "extension": {"costCentre": "42", "list": [1, None]},
}
DATABASE = {**COMMON, "serviceType": "Snowflake", "connection": {"config": {}}}
MINIMA: dict[type[BaseModel], dict[str, Any]] = {
    CreateDashboardServiceRequest: {"name": "x", "serviceType": "Looker"},
    CreateDatabaseServiceRequest: {"name": "x", "serviceType": "Snowflake"},
    CreateDashboardRequest: {"name": "x", "service": "s"},
}
FIELDS = [
    *((CreateDashboardServiceRequest, key, value) for key, value in SERVICE.items()),
    *((CreateDashboardRequest, key, value) for key, value in DASHBOARD.items()),
    *((CreateDatabaseServiceRequest, key, value) for key, value in DATABASE.items()),
]
IDS = [f"{model.__name__}-{key}" for model, key, _ in FIELDS]


def _wire(model: BaseModel) -> Any:
    return wire_from_model(model).value


@pytest.mark.parametrize(("model", "key", "value"), FIELDS, ids=IDS)
def test_every_documented_field_is_validated_and_sent_as_written(model: type[BaseModel], key: str, value: Any) -> None:
    body = {**MINIMA[model], key: value}
    assert _wire(model.model_validate(body)) == body
    assert _wire(model.model_validate_json(json.dumps(body))) == body


@pytest.mark.parametrize(("model", "key", "value"), FIELDS, ids=IDS)
def test_every_documented_field_is_a_keyword_argument(model: type[BaseModel], key: str, value: Any) -> None:
    body = {**MINIMA[model], key: value}
    assert _wire(model(**body)) == body


@pytest.mark.parametrize(
    ("model", "body"),
    [
        (CreateDashboardServiceRequest, SERVICE),
        (CreateDashboardRequest, DASHBOARD),
        (CreateDatabaseServiceRequest, DATABASE),
    ],
)
def test_all_documented_fields_go_together(model: type[BaseModel], body: dict[str, Any]) -> None:
    assert _wire(model.model_validate(body)) == body


@pytest.mark.parametrize(
    ("model", "key"), [(model, key) for model, body in MINIMA.items() for key in body], ids=lambda v: str(v)
)
def test_a_required_field_that_is_missing_is_one_error(model: type[BaseModel], key: str) -> None:
    body = {name: value for name, value in MINIMA[model].items() if name != key}
    with pytest.raises(ValidationError) as caught:
        model.model_validate(body)
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [((key,), "missing")]


@pytest.mark.parametrize("service_type", documented.DASHBOARD_SERVICE_TYPES)
def test_every_listed_dashboard_service_type_is_sent_as_written(service_type: str) -> None:
    request = CreateDashboardServiceRequest.model_validate({"name": "x", "serviceType": service_type})
    assert _wire(request) == {"name": "x", "serviceType": service_type}


@pytest.mark.parametrize(("written", "sent"), documented.DATABASE_SERVICE_TYPES.items())
def test_every_listed_database_service_type_is_sent_in_the_servers_spelling(written: str, sent: str) -> None:
    request = CreateDatabaseServiceRequest.model_validate({"name": "x", "serviceType": written})
    assert _wire(request) == {"name": "x", "serviceType": sent}


@pytest.mark.parametrize("state", documented.STATES)
@pytest.mark.parametrize("label_type", documented.LABEL_TYPES)
def test_every_label_type_and_state_of_a_tag_is_accepted(label_type: str, state: str) -> None:
    tag = {"tagFQN": "PII.Sensitive", "labelType": label_type, "state": state}
    assert _wire(CreateDashboardRequest.model_validate({"name": "x", "service": "s", "tags": [tag]}))["tags"] == [tag]


@pytest.mark.parametrize("wrong", [{"labelType": "Automatic"}, {"state": "Unknown"}, {"tagFQN": None}])
def test_another_label_type_or_state_or_a_tag_without_fqn_is_one_error(wrong: dict[str, Any]) -> None:
    tag = {"tagFQN": "PII.Sensitive", **wrong}
    with pytest.raises(ValidationError) as caught:
        CreateDashboardRequest.model_validate({"name": "x", "service": "s", "tags": [tag]})
    assert [error["loc"] for error in caught.value.errors()] == [("tags", 0, *wrong)]


def test_the_example_bodies_are_sent_as_printed() -> None:
    for model, text in (
        (CreateDashboardServiceRequest, documented.SERVICE_BODY),
        (CreateDashboardRequest, documented.DASHBOARD_BODY),
    ):
        assert _wire(model.model_validate_json(text)) == json.loads(text)


def test_the_rows_of_the_bulk_bodies_are_sent_as_printed() -> None:
    for model, text in (
        (CreateDashboardServiceRequest, documented.SERVICE_BULK),
        (CreateDashboardRequest, documented.DASHBOARD_BULK),
    ):
        rows = json.loads(text)
        assert [_wire(model.model_validate(row)) for row in rows] == rows


def test_an_answer_with_every_documented_field_is_read() -> None:
    answer = {
        "id": UUID,
        "name": "10",
        "fullyQualifiedName": "sample_superset.10",
        "displayName": "deck.gl Demo",
        "description": "d",
        "version": 0.1,
        "updatedAt": 1769982664000,
        "updatedBy": "admin",
        "href": f"http://localhost:8585/api/v1/dashboards/{UUID}",
        "owners": [],
        "tags": [],
        "deleted": False,
        "domains": [],
    }
    service = {**answer, "serviceType": "Looker", "connection": {"config": documented.LOOKER}}
    dashboard = {
        **answer,
        "service": {
            "id": UUID,
            "type": "dashboardService",
            "name": "sample_superset",
            "fullyQualifiedName": "sample_superset",
            "deleted": False,
        },
        "serviceType": "Superset",
        "sourceUrl": "http://localhost:808/superset/dashboard/10/",
        "followers": [],
        "votes": {"upVotes": 0, "downVotes": 0},
        "charts": [],
    }
    for model, body in ((DashboardService, service), (Dashboard, dashboard)):
        read = model.model_validate(body, context={"answer": True}, extra="ignore")
        assert read.model_fields_set == body.keys()
        assert _wire(read) == body
