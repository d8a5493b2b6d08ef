"""A strict sandbox takes what OpenMetadata takes and no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sandbox_callers import Api
from sandbox_releases import sandbox


@pytest.fixture
def strict() -> Iterator[Api]:
    with sandbox(strict=True) as made:
        made.admin.make("DashboardService", "bi")
        made.admin.make("Domain", "sales")
        yield made.admin


REFUSED: list[tuple[str, Any]] = [
    ("owners", ["user:admin"]),
    ("owners", [{"name": "admin"}]),
    ("owners", [{"type": "user", "name": "admin"}]),
    ("tags", [{"tagFQN": "PII.None"}]),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_spellings_of_ours_are_refused(strict: Api, name: str, value: Any) -> None:
    body = {"name": "d", "service": "bi"}
    assert strict.post("Dashboard", {**body, name: value}).status_code == 400
    made = strict.make("Dashboard", "d")
    patch = [{"op": "add", "path": f"/{name}", "value": value}]
    assert strict.patch("Dashboard", made["id"], patch).status_code == 400


def test_a_single_domain_is_refused_where_there_are_many(strict: Api) -> None:
    answer = strict.post("Dashboard", {"name": "d", "service": "bi", "domain": "sales"})
    assert (answer.status_code, answer.json()["message"].startswith('Unrecognized field "domain"')) == (400, True)
    with sandbox(strict=True, version="1.8") as old:
        old.admin.make("DashboardService", "bi")
        old.admin.make("Domain", "sales")
        assert old.admin.make("Dashboard", "d", domain="sales")["domain"]["name"] == "sales"


def test_an_owner_without_a_type_is_told_so(strict: Api) -> None:
    owner = {"id": strict.read("User", "name/admin")["id"]}
    answer = strict.post("Dashboard", {"name": "d", "service": "bi", "owners": [owner]})
    assert answer.json()["message"] == "[query param type must not be null]"


def test_the_servers_own_spellings_are_taken(strict: Api) -> None:
    owner = {"id": strict.read("User", "name/admin")["id"], "type": "user"}
    tags = [{"tagFQN": "PII.None", "source": "Classification"}]
    made = strict.make("Dashboard", "d", owners=[owner], tags=tags, domains=["sales"])
    assert made["owners"][0]["name"] == "admin"
    patch = [{"op": "add", "path": name, "value": value} for name, value in (("/owners", []), ("/tags", tags))]
    assert strict.patch("Dashboard", made["id"], patch).json()["owners"] == []
