"""Certification and its dates (server reference, 10.3; point 26)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sandbox_callers import Api
from sandbox_releases import Sandbox, sandbox

DAY_MS = 24 * 60 * 60 * 1000


@pytest.fixture
def world() -> Iterator[Sandbox]:
    with sandbox() as made:
        made.admin.make("DashboardService", "bi")
        made.admin.make("Dashboard", "d")
        yield made


def certify(api: Api, tag: str, **dates: int) -> Any:
    value = {"tagLabel": {"tagFQN": tag, "source": "Classification"}, **dates}
    return api.patch("Dashboard", "name/bi.d", [{"op": "add", "path": "/certification", "value": value}])


def test_the_server_sets_both_dates(world: Sandbox) -> None:
    found = certify(world.admin, "Certification.Gold", appliedDate=1, expiryDate=2).json()["certification"]
    assert (found["appliedDate"], found["expiryDate"]) == (world.clock.now_ms, world.clock.now_ms + 30 * DAY_MS)


def test_the_label_is_filled_in(world: Sandbox) -> None:
    label = certify(world.admin, "Certification.Gold").json()["certification"]["tagLabel"]
    assert (label["name"], label["labelType"], label["state"]) == ("Gold", "Manual", "Confirmed")
    assert label["href"].startswith("http://")


def test_a_certification_shows_when_asked_for_and_is_no_tag(world: Sandbox) -> None:
    certify(world.admin, "Certification.Gold")
    assert "certification" not in world.admin.read("Dashboard", "name/bi.d")
    found = world.admin.read("Dashboard", "name/bi.d", fields="certification,tags")
    assert (found["certification"]["tagLabel"]["tagFQN"], found["tags"]) == ("Certification.Gold", [])


def test_only_tags_of_the_certification_classification_certify(world: Sandbox) -> None:
    assert certify(world.admin, "Tier.Tier1").status_code == 400
    assert certify(world.admin, "Certification.Nope").status_code == 404


@pytest.mark.parametrize("value", [{}, {"tagLabel": {}}, "Certification.Gold", {"tagLabel": {"tagFQN": 7}}])
def test_what_is_no_certification_is_400(world: Sandbox, value: Any) -> None:
    patch = [{"op": "add", "path": "/certification", "value": value}]
    assert world.admin.patch("Dashboard", "name/bi.d", patch).status_code == 400


def test_the_same_tag_again_renews_and_an_echo_does_not(world: Sandbox) -> None:
    found = certify(world.admin, "Certification.Gold").json()["certification"]
    world.clock.move(minutes=60)
    echo = world.admin.patch("Dashboard", "name/bi.d", [{"op": "add", "path": "/certification", "value": found}])
    assert echo.headers["X-OpenMetadata-Change"] == "entityNoChange"
    assert certify(world.admin, "Certification.Gold").json()["certification"]["appliedDate"] == world.clock.now_ms


def test_a_certification_is_removed_by_patch(world: Sandbox) -> None:
    certify(world.admin, "Certification.Gold")
    world.admin.patch("Dashboard", "name/bi.d", [{"op": "remove", "path": "/certification"}])
    assert "certification" not in world.admin.read("Dashboard", "name/bi.d", fields="certification")


def test_a_certification_is_recorded_as_a_change(world: Sandbox) -> None:
    after = certify(world.admin, "Certification.Gold").json()
    assert (after["version"], after["changeDescription"]["fieldsAdded"][0]["name"]) == (0.2, "certification")


def test_a_create_request_can_not_certify(world: Sandbox) -> None:
    body = {"name": "x", "service": "bi", "certification": {"tagLabel": {"tagFQN": "Certification.Gold"}}}
    assert world.admin.post("Dashboard", body).json()["message"].startswith('Unrecognized field "certification"')
