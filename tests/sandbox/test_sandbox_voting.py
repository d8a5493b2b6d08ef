"""Followers and votes (server reference, 10.6; point 25)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sandbox_callers import COLLECTIONS, Api

FOLLOWED = ["DashboardService", "DatabaseService", "Dashboard", "Chart", "Database", "Domain", "DataProduct"]
VOTED = ["Dashboard", "Chart", "Database", "Domain", "DataProduct", "Glossary", "GlossaryTerm"]


def user_id(api: Api, name: str) -> str:
    return str(api.read("User", f"name/{name}")["id"])


def follow(api: Api, kind: str, key: str, body: Any) -> Any:
    return api.call("PUT", f"{COLLECTIONS[kind]}/{key}/followers", json=body)


def unfollow(api: Api, kind: str, key: str, user: str) -> Any:
    return api.call("DELETE", f"{COLLECTIONS[kind]}/{key}/followers/{user}")


def vote(api: Api, kind: str, key: str, vote_type: Any) -> Any:
    return api.call("PUT", f"{COLLECTIONS[kind]}/{key}/vote", json={"updatedVoteType": vote_type})


@pytest.mark.parametrize("kind", FOLLOWED)
def test_a_follower_shows_on_the_entity(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert follow(world, kind, made["id"], user_id(world, "reader")).status_code == 200
    found = world.read(kind, made["id"], fields="followers")
    assert [ref["name"] for ref in found["followers"]] == ["reader"]
    assert "followers" not in world.read(kind, made["id"])


def test_following_answers_with_a_change_event_and_no_new_version(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = follow(world, "Dashboard", made["id"], user_id(world, "reader"))
    event = answer.json()
    assert answer.headers["X-OpenMetadata-Change"] == "entityFieldsChanged"
    assert (event["entityType"], event["entityId"], event["userName"]) == ("dashboard", made["id"], "admin")
    assert (event["previousVersion"], event["currentVersion"]) == (0.1, 0.1)
    [added] = event["changeDescription"]["fieldsAdded"]
    assert (added["name"], json.loads(added["newValue"])[0]["name"]) == ("followers", "reader")
    after = world.read("Dashboard", made["id"])
    assert (after["version"], after["updatedAt"]) == (0.1, made["updatedAt"])


def test_following_twice_is_following_once(world: Api) -> None:
    made = world.make("Dashboard", "d")
    for _ in range(2):
        assert follow(world, "Dashboard", made["id"], user_id(world, "reader")).status_code == 200
    assert len(world.read("Dashboard", made["id"], fields="followers")["followers"]) == 1


def test_unfollowing_twice_is_unfollowing_once(world: Api) -> None:
    made, reader = world.make("Dashboard", "d"), user_id(world, "reader")
    follow(world, "Dashboard", made["id"], reader)
    for _ in range(2):
        answer = unfollow(world, "Dashboard", made["id"], reader)
        assert (answer.status_code, answer.json()["changeDescription"]["fieldsDeleted"][0]["name"]) == (
            200,
            "followers",
        )
    assert world.read("Dashboard", made["id"], fields="followers")["followers"] == []


def test_only_an_existing_user_follows(world: Api) -> None:
    made = world.make("Dashboard", "d")
    nobody = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
    answer = follow(world, "Dashboard", made["id"], nobody)
    assert (answer.status_code, answer.json()["message"]) == (404, f"user instance for {nobody} not found")
    assert follow(world, "Dashboard", nobody, user_id(world, "admin")).status_code == 404
    assert follow(world, "Dashboard", made["id"], {"id": nobody}).status_code == 400


def test_followers_are_neither_put_nor_patched(world: Api) -> None:
    made, reader = world.make("Dashboard", "d"), user_id(world, "reader")
    follow(world, "Dashboard", made["id"], reader)
    world.change("Dashboard", "d", description="x")
    answer = world.patch("Dashboard", made["id"], [{"op": "add", "path": "/followers", "value": []}])
    assert answer.headers["X-OpenMetadata-Change"] == "entityNoChange"
    assert len(world.read("Dashboard", made["id"], fields="followers")["followers"]) == 1


@pytest.mark.parametrize("kind", ["Classification", "Tag", "Team", "User", "Glossary"])
def test_kinds_without_followers_take_none(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert follow(world, kind, made["id"], user_id(world, "admin")).status_code == 404


@pytest.mark.parametrize("kind", VOTED)
def test_votes_are_counted_with_their_voters(world: Api, bot: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert vote(world, kind, made["id"], "votedUp").status_code == 200
    vote(bot, kind, made["id"], "votedDown")
    found = world.read(kind, made["id"], fields="votes")["votes"]
    assert (found["upVotes"], found["downVotes"]) == (1, 1)
    assert [ref["name"] for ref in found["upVoters"] + found["downVoters"]] == ["admin", "ingestion-bot"]
    assert found["upVoters"][0]["href"].endswith(found["upVoters"][0]["id"])
    assert "votes" not in world.read(kind, made["id"])


def test_a_vote_replaces_the_one_before_and_can_be_taken_back(world: Api) -> None:
    made = world.make("Dashboard", "d")
    for vote_type, counts in (("votedUp", (1, 0)), ("votedUp", (1, 0)), ("votedDown", (0, 1)), ("unVoted", (0, 0))):
        vote(world, "Dashboard", made["id"], vote_type)
        found = world.read("Dashboard", made["id"], fields="votes")["votes"]
        assert (found["upVotes"], found["downVotes"]) == counts


def test_a_vote_answers_with_a_change_event_and_no_new_version(world: Api) -> None:
    made = world.make("Dashboard", "d")
    answer = vote(world, "Dashboard", made["id"], "votedUp")
    assert answer.headers["X-OpenMetadata-Change"] == "entityFieldsChanged"
    assert [change["name"] for change in answer.json()["changeDescription"]["fieldsUpdated"]] == ["votes"]
    assert world.read("Dashboard", made["id"])["version"] == 0.1


def test_a_vote_survives_writes_and_is_not_patched(world: Api) -> None:
    made = world.make("Dashboard", "d")
    vote(world, "Dashboard", made["id"], "votedUp")
    assert world.change("Dashboard", "d", description="x")["votes"]["upVotes"] == 1
    zero = {"upVotes": 0, "downVotes": 0}
    answer = world.patch("Dashboard", made["id"], [{"op": "add", "path": "/votes", "value": zero}])
    assert answer.headers["X-OpenMetadata-Change"] == "entityNoChange"
    assert world.read("Dashboard", made["id"], fields="votes")["votes"]["upVotes"] == 1


def test_a_vote_of_an_unknown_type_is_400(world: Api) -> None:
    made = world.make("Dashboard", "d")
    for body in ("up", None, 7):
        assert vote(world, "Dashboard", made["id"], body).status_code == 400


def test_nobody_follows_or_votes_for_what_is_deleted(world: Api) -> None:
    made = world.make("Dashboard", "d")
    world.delete("Dashboard", made["id"])
    assert follow(world, "Dashboard", made["id"], user_id(world, "admin")).status_code == 404
    assert vote(world, "Dashboard", made["id"], "votedUp").status_code == 404


def test_a_service_has_followers_and_no_votes(world: Api) -> None:
    service = world.read("DashboardService", "name/bi", fields="*")
    assert vote(world, "DashboardService", service["id"], "votedUp").status_code == 404
    assert "votes" not in service
