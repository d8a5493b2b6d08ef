"""PATCH sessions of ten minutes (server reference, 3.4; point 22)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sandbox_callers import Api
from sandbox_releases import Sandbox, sandbox


@pytest.fixture
def world() -> Iterator[Sandbox]:
    with sandbox() as made:
        made.admin.make("DashboardService", "bi")
        made.admin.make("Dashboard", "d", description="first")
        yield made


def patched(api: Api, path: str, value: Any, **headers: str) -> Any:
    answer = api.patch("Dashboard", "name/bi.d", [{"op": "add", "path": path, "value": value}], **headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def versions(api: Api) -> list[float]:
    made = api.read("Dashboard", "name/bi.d")
    texts = api.get(f"dashboards/{made['id']}/versions").json()["versions"]
    return [json.loads(text)["version"] for text in texts]


def test_the_first_patch_of_a_new_entity_is_a_version(world: Sandbox) -> None:
    assert patched(world.admin, "/description", "second")["version"] == 0.2


def test_a_second_patch_within_ten_minutes_keeps_the_version(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    world.clock.move(minutes=10)
    after = patched(world.admin, "/displayName", "D")
    assert after["version"] == 0.2
    assert after["changeDescription"]["previousVersion"] == 0.1
    assert after["changeDescription"]["fieldsAdded"] == [{"name": "displayName", "newValue": "D"}]
    assert after["changeDescription"]["fieldsUpdated"] == [
        {"name": "description", "oldValue": "first", "newValue": "second"}
    ]
    assert after["updatedAt"] == world.clock.now_ms
    assert versions(world.admin) == [0.2, 0.1]


def test_the_last_step_alone_is_told_apart(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    step = patched(world.admin, "/displayName", "D")["incrementalChangeDescription"]
    assert (step["previousVersion"], step["fieldsUpdated"]) == (0.2, [])
    assert [change["name"] for change in step["fieldsAdded"]] == ["displayName"]


def test_after_ten_minutes_a_patch_is_a_version(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    world.clock.move(minutes=10.001)
    assert patched(world.admin, "/displayName", "D")["version"] == 0.3


def test_every_patch_opens_the_window_anew(world: Sandbox) -> None:
    for n in range(4):
        assert patched(world.admin, "/description", str(n))["version"] == 0.2
        world.clock.move(minutes=9)


def test_another_user_begins_a_version(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    assert patched(world.bot, "/displayName", "D")["version"] == 0.3
    assert patched(world.admin, "/displayName", "E")["version"] == 0.4


def test_if_match_begins_a_version(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    assert patched(world.admin, "/displayName", "D", **{"If-Match": 'W/"0.2"'})["version"] == 0.3


def test_another_source_of_change_begins_a_version(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    patch = [{"op": "add", "path": "/displayName", "value": "D"}]
    headers = {"Content-Type": "application/json-patch+json"}
    for version in (0.3, 0.3):
        answer = world.admin.call(
            "PATCH", "dashboards/name/bi.d", json=patch, headers=headers, params={"changeSource": "Automated"}
        )
        assert answer.json()["version"] == version
        patch[0]["value"] += "!"
    assert patched(world.admin, "/displayName", "by hand")["version"] == 0.4


def test_undoing_a_session_goes_back_to_the_version_before(world: Sandbox) -> None:
    before = world.admin.read("Dashboard", "name/bi.d")
    patched(world.admin, "/description", "second")
    world.clock.move(minutes=1)
    after = patched(world.admin, "/description", "first")
    assert (after["version"], after["updatedAt"]) == (0.1, before["updatedAt"])
    assert "changeDescription" not in after
    assert versions(world.admin) == [0.1]
    assert patched(world.admin, "/description", "third")["version"] == 0.2


def test_undoing_one_of_two_changes_leaves_the_other(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    patched(world.admin, "/displayName", "D")
    after = patched(world.admin, "/description", "first")
    assert (after["version"], after["changeDescription"]["fieldsUpdated"]) == (0.2, [])


def test_put_is_always_a_version_and_a_patch_after_it_joins_it(world: Sandbox) -> None:
    patched(world.admin, "/description", "second")
    assert world.admin.change("Dashboard", "d", description="third")["version"] == 0.3
    assert patched(world.admin, "/displayName", "D")["version"] == 0.3
    assert world.admin.change("Dashboard", "d", description="fourth")["version"] == 0.4


def test_lists_are_counted_from_the_start_of_the_session(world: Sandbox) -> None:
    patched(world.admin, "/tags", [{"tagFQN": "PII.None", "source": "Classification"}])
    patched(world.admin, "/owners", [{"id": world.admin.read("User", "name/admin")["id"], "type": "user"}])
    added = patched(world.admin, "/tags", [])["changeDescription"]["fieldsAdded"]
    assert [change["name"] for change in added] == ["owners"]
    assert patched(world.admin, "/owners", [])["version"] == 0.1


def test_what_came_from_elsewhere_is_no_change_of_the_session(world: Sandbox) -> None:
    made = patched(world.admin, "/description", "second")
    reader = world.admin.read("User", "name/reader")
    world.admin.call("PUT", f"dashboards/{made['id']}/followers", json=reader["id"])
    assert patched(world.admin, "/description", "first")["version"] == 0.1
    again = world.admin.get(f"dashboards/{made['id']}/versions/0.1").json()
    assert [ref["name"] for ref in again["followers"]] == ["reader"]
