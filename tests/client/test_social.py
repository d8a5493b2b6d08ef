"""Followers, votes and assets: on the kinds of entity that have them, and on no other."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_server import Server, error_answer, json_answer

from openmetadata_bindings.models import Dashboard, EntityReference, User
from openmetadata_provider import AnswerMismatch, AssetsResult, BulkError, BulkFailure, InvalidRequest, UsageError

ID = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
JANE = "6f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c22"
OTHER = "7f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c33"
FOLLOWERS = f"/v1/dashboards/{ID}/followers"
EVENT = json_answer(200, {"eventType": "entityUpdated"})


# Followers and votes


@pytest.mark.parametrize("user", ["jane", "user:jane", JANE, User(id=JANE, name="jane", email="jane@x.test")])
def test_a_user_follows_by_id_name_or_entity(catalogue: Any, server: Server, user: object) -> None:
    server.on("GET", "/v1/users/name/jane", json_answer(200, {"id": JANE, "name": "jane"}))
    server.on("PUT", FOLLOWERS, EVENT)
    server.on("DELETE", f"{FOLLOWERS}/{JANE}", EVENT)
    catalogue.dashboards.follow(ID, user)
    assert server.last_json == JANE
    catalogue.dashboards.unfollow(ID, user)
    assert server.last.method == "DELETE"
    assert server.calls().count("GET /v1/users/name/jane") <= 1


def test_a_follower_that_does_not_exist_is_refused(catalogue: Any, server: Server) -> None:
    with pytest.raises(InvalidRequest, match="no user has the name 'ghost'"):
        catalogue.dashboards.follow(ID, "ghost")


@pytest.mark.parametrize("vote", ["votedUp", "votedDown", "unVoted"])
def test_a_vote_is_cast(catalogue: Any, server: Server, vote: str) -> None:
    server.on("PUT", f"/v1/dashboards/{ID}/vote", EVENT)
    catalogue.dashboards.vote(ID, vote)
    assert server.last_json == {"updatedVoteType": vote}


def test_another_vote_is_refused(catalogue: Any, server: Server) -> None:
    with pytest.raises(UsageError, match="one of votedUp, votedDown, unVoted"):
        catalogue.dashboards.vote(ID, "up")
    assert server.requests == []


@pytest.mark.parametrize(("collection", "verb"), [("teams", "follow"), ("users", "vote"), ("dashboards", "add_assets")])
def test_kinds_without_followers_votes_or_assets_have_no_such_verb(catalogue: Any, collection: str, verb: str) -> None:
    collection_ = getattr(catalogue, collection)
    with pytest.raises(AttributeError):
        getattr(collection_, verb)


# Assets


def _dashboards(server: Server) -> None:
    server.on("GET", "/v1/dashboards/name/s.10", json_answer(200, {"id": ID, "name": "10"}))
    server.on("GET", "/v1/tables/name/d.s.t", json_answer(200, {"id": OTHER, "name": "t"}))


ASSETS = ["dashboard:s.10", {"type": "table", "fullyQualifiedName": "d.s.t"}]
SENT = {"assets": [{"id": ID, "type": "dashboard"}, {"id": OTHER, "type": "table"}]}
DONE = {"status": "success", "numberOfRowsPassed": 2, "successRequest": [], "failedRequest": []}


@pytest.mark.parametrize("collection", ["domains", "data_products", "teams"])
@pytest.mark.parametrize("action", ["add", "remove"])
def test_assets_go_in_and_out_by_the_name_of_what_holds_them(
    catalogue: Any, server: Server, collection: str, action: str
) -> None:
    _dashboards(server)
    path = {"data_products": "dataProducts"}.get(collection, collection)
    server.on("PUT", f"/v1/{path}/Sales%20EU/assets/{action}", json_answer(200, DONE))
    result = getattr(getattr(catalogue, collection), f"{action}_assets")("Sales EU", ASSETS)
    assert result == AssetsResult(passed=("s.10", "d.s.t"), failed=())
    assert result.raise_for_failures() is result
    assert server.last_json == SENT


@pytest.mark.parametrize("asset", [Dashboard(id=ID, name="10", service=EntityReference(id=ID, type="x"))])
def test_an_entity_or_a_reference_is_an_asset(catalogue: Any, server: Server, asset: Dashboard) -> None:
    server.on("PUT", "/v1/domains/Sales/assets/add", json_answer(200, DONE))
    catalogue.domains.add_assets("Sales", [asset, EntityReference(id=OTHER, type="table")])
    assert server.last_json == SENT


@pytest.mark.parametrize(("collection", "path"), [("tags", "tags"), ("glossary_terms", "glossaryTerms")])
def test_assets_of_tags_and_terms_go_by_id_and_in_the_background(
    catalogue: Any, server: Server, collection: str, path: str
) -> None:
    _dashboards(server)
    server.on("GET", f"/v1/{path}/name/A.B", json_answer(200, {"id": JANE, "name": "B"}))
    server.on("PUT", f"/v1/{path}/{JANE}/assets/add", json_answer(200, {"jobId": "j1", "message": "begun"}))
    assert getattr(catalogue, collection).add_assets("A.B", ASSETS).job_id == "j1"
    assert server.last_json == {**SENT, "dryRun": False}


@pytest.mark.parametrize("request_", [{"id": OTHER, "type": "table"}, OTHER])
def test_refused_assets_are_named_as_they_were_written(catalogue: Any, server: Server, request_: object) -> None:
    _dashboards(server)
    failed = [{"request": request_, "status": 400, "message": "in another domain"}]
    server.on("PUT", "/v1/domains/Sales/assets/add", json_answer(200, {"status": "failure", "failedRequest": failed}))
    result = catalogue.domains.add_assets("Sales", ASSETS)
    assert result.passed == ("s.10",)
    assert result.failed == (BulkFailure(fqn="d.s.t", status=400, message="in another domain"),)
    with pytest.raises(BulkError, match=r"d\.s\.t: 400 in another domain"):
        result.raise_for_failures()


def test_every_asset_that_does_not_exist_is_named_and_nothing_is_sent(catalogue: Any, server: Server) -> None:
    _dashboards(server)
    with pytest.raises(InvalidRequest) as caught:
        catalogue.domains.add_assets(
            "Sales", ["table:d.s.none", "dashboard:s.10", "s.10", {"type": "moon", "name": "x"}]
        )
    assert [str(p) for p in caught.value.problems] == [
        "/0: no table has the name 'd.s.none'; create it first or correct the name",
        "/2: an asset is written TYPE:FQN, an object with type and id or name",
        "/3: a moon cannot stand here; only an asset can",
    ]
    assert all(request.method == "GET" for request in server.requests)


def test_no_assets_are_no_call(catalogue: Any, server: Server) -> None:
    assert catalogue.domains.add_assets("Sales", []) == AssetsResult(passed=(), failed=())
    assert server.requests == []


def test_what_is_no_result_is_an_error(catalogue: Any, server: Server) -> None:
    _dashboards(server)
    server.on("PUT", "/v1/domains/Sales/assets/add", json_answer(200, []))
    with pytest.raises(AnswerMismatch, match="neither a result nor a job"):
        catalogue.domains.add_assets("Sales", ASSETS)


def test_a_holder_that_does_not_exist_is_an_error(catalogue: Any, server: Server) -> None:
    _dashboards(server)
    server.on("GET", "/v1/tags/name/A.B", error_answer(404, "tag instance for A.B not found"))
    with pytest.raises(InvalidRequest, match=r"Tag A\.B: .*\n.*no tag has the name 'A\.B'"):
        catalogue.tags.add_assets("A.B", ASSETS)
