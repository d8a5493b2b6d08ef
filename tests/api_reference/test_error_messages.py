"""What a person reads when a request is wrong, word for word."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from api_reference import documented

from openmetadata_provider import InvalidRequest, OpenMetadata

UPDATE = "UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/api_reference/test_error_messages.py"
SERVICE = {"name": "x", "serviceType": "Looker"}
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "unknown_field": ("dashboards", {"name": "x", "service": "s", "titel": "X"}),
    "missing_required": ("dashboards", {"displayName": "X"}),
    "wrong_enum": ("dashboard_services", {"name": "x", "serviceType": "Lookr"}),
    "wrong_enum_without_a_near_one": ("dashboard_services", {"name": "x", "serviceType": "Zzz"}),
    "wrong_tag_state": ("dashboards", {"name": "x", "service": "s", "tags": [{"tagFQN": "a.b", "state": "Certain"}]}),
    "wrong_connector_field": (
        "dashboard_services",
        {
            **SERVICE,
            "connection": {"config": {"clientId": "a", "clientSecret": documented.SECRET, "hostport": "https://h"}},
        },
    ),
    "unknown_connector_field": (
        "dashboard_services",
        {**SERVICE, "connection": {"config": {**documented.LOOKER, "region": "eu"}}},
    ),
    "missing_connector_field": ("dashboard_services", {**SERVICE, "connection": {"config": {"clientId": "a"}}}),
    "many_problems": (
        "dashboards",
        {"name": "a::b", "owners": [{"type": "user"}], "domain": 5, "foo": documented.SECRET},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_message_of_a_wrong_request(case: str) -> None:
    resource, properties = CASES[case]
    with (
        OpenMetadata(host="http://localhost:1", jwt_token="token") as client,
        pytest.raises(InvalidRequest) as caught,
    ):
        getattr(client, resource).create(**properties)
    _compare(case, str(caught.value))


def _compare(case: str, message: str) -> None:
    assert documented.SECRET not in message
    golden = Path(__file__).parent / "golden" / f"{case}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(f"{message}\n", encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    assert f"{message}\n" == wanted, f"not what {golden.name} holds; if it is meant to change: {UPDATE}"


def test_there_is_no_golden_file_without_a_case() -> None:
    assert {path.stem for path in (Path(__file__).parent / "golden").glob("*")} == CASES.keys()
