"""The verbs that change, restore and look back, against the local sandbox, in both flavours."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from blocking import Blocking

from openmetadata_provider import (
    AsyncOpenMetadata,
    BadRequest,
    Conflict,
    InvalidRequest,
    NotFound,
    OpenMetadata,
    PreconditionFailed,
)
from openmetadata_provider.sandbox import SandboxServer

CONFIG = {"clientId": "omp", "clientSecret": "l00ker", "hostPort": "https://looker.example.com:443"}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def om(request: pytest.FixtureRequest, sandbox: SandboxServer) -> Iterator[Any]:
    """A client with the generated bindings; what a test made is purged."""
    if request.param == "sync":
        with OpenMetadata(host=sandbox.url, jwt_token=sandbox.admin_token) as client:
            yield client
            _purge(client)
        return
    loop = asyncio.new_event_loop()
    awaited = AsyncOpenMetadata(host=sandbox.url, jwt_token=sandbox.admin_token)
    try:
        client = Blocking(awaited, loop)
        yield client
        _purge(client)
    finally:
        loop.run_until_complete(awaited.aclose())
        loop.close()


def _purge(om: Any) -> None:
    for collection in ("dashboard_services", "glossaries", "domains", "classifications", "teams", "users"):
        for entity in list(getattr(om, collection).list(include="all")):
            if entity.name.startswith("t_"):
                getattr(om, collection).delete(entity, hard=True, recursive=True)


@pytest.fixture
def dashboard(om: Any) -> Any:
    """A dashboard inside a Looker service."""
    service = om.dashboard_services.create(name="t_looker", serviceType="Looker", connection={"config": CONFIG})
    return om.dashboards.create(name="10", service=service.fullyQualifiedName, displayName="Ten", description="d")


def _user(om: Any, name: str) -> Any:
    return om.users.create(name=name, email=f"{name}@example.com")


def test_an_update_changes_what_is_named_and_nothing_else(om: Any, dashboard: Any) -> None:
    _user(om, "t_jane")
    om.classifications.create(name="t_pii", description="d")
    om.tags.create(name="None", classification="t_pii", description="d")
    after = om.dashboards.update(dashboard, displayName=None, owners=["t_jane"], tags=[{"tagFQN": "t_pii.None"}])
    read = om.dashboards.get(dashboard, fields="owners,tags")
    assert (read.displayName, read.description) == (None, "d")
    assert [owner.name for owner in read.owners] == ["t_jane"]
    assert [tag.tagFQN for tag in read.tags] == ["t_pii.None"]
    assert after.version > dashboard.version
    bare = om.dashboards.get(dashboard)
    om.dashboards.update(bare, owners=None, tags=[])
    read = om.dashboards.get(dashboard, fields="owners,tags")
    assert (read.owners or [], read.tags or []) == ([], [])


def test_a_lost_update_is_refused_by_the_version_that_was_read(om: Any, dashboard: Any) -> None:
    om.dashboards.update(dashboard, displayName="theirs")
    with pytest.raises(PreconditionFailed):
        om.dashboards.update(dashboard, displayName="mine")
    assert om.dashboards.update_by_name("t_looker.10", displayName="mine").displayName == "mine"
    same = om.dashboards.update_by_name("t_looker.10", displayName="mine")
    assert same.version == om.dashboards.get(dashboard).version


def test_patches_go_by_id_and_by_name(om: Any, dashboard: Any) -> None:
    patch = [{"op": "add", "path": "/description", "value": "new"}]
    assert om.dashboards.patch(dashboard, patch, version=dashboard.version).description == "new"
    patch[0]["value"] = "newer"
    assert om.dashboards.patch_by_name("t_looker.10", patch).description == "newer"


def test_a_service_is_updated_around_its_masked_secret(om: Any, dashboard: Any) -> None:
    service = om.dashboard_services.get_by_name("t_looker")
    after = om.dashboard_services.update(service, service.model_copy(update={"displayName": "L"}))
    assert after.displayName == "L"
    connection = {"config": {**CONFIG, "clientId": "other", "clientSecret": "*********"}}
    with pytest.raises(InvalidRequest, match="/connection/config/clientSecret"):
        om.dashboard_services.update(service, connection=connection)


def test_a_deleted_dashboard_is_told_apart_restored_and_purged(om: Any, dashboard: Any) -> None:
    om.dashboards.delete(dashboard)
    assert om.dashboards.find(dashboard) is None
    with pytest.raises(Conflict, match="soft-deleted") as caught:
        om.dashboards.create(name="10", service="t_looker")
    assert caught.value.deleted_id == dashboard.id
    assert om.dashboards.restore(caught.value.deleted_id).name == "10"
    assert om.dashboards.restore_by_name("t_looker.10").deleted is not True
    with pytest.raises(Conflict, match="Use upsert"):
        om.dashboards.create(name="10", service="t_looker")
    om.dashboards.delete(dashboard, hard=True)
    assert om.dashboards.find_by_name("t_looker.10", include="all") is None
    with pytest.raises(NotFound):
        om.dashboards.restore(dashboard)


def test_a_seeded_entity_is_adopted_and_its_deletion_is_the_servers_refusal(om: Any) -> None:
    tier = om.classifications.get_by_name("Tier")
    changed = om.classifications.update(tier, displayName="Levels")
    assert om.classifications.update(changed, displayName=None).displayName is None
    with pytest.raises(BadRequest, match="can not be deleted"):
        om.classifications.delete(tier, hard=True, recursive=True)


def test_a_rename_is_a_patch_of_the_name(om: Any) -> None:
    om.classifications.create(name="t_pii", description="d")
    tag = om.tags.create(name="Old", classification="t_pii", description="d")
    assert om.tags.update(tag, name="New").fullyQualifiedName == "t_pii.New"
    assert om.tags.find_by_name("t_pii.Old") is None


def test_versions_are_there_newest_first(om: Any, dashboard: Any) -> None:
    om.dashboards.update(dashboard, displayName="Dix")
    versions = om.dashboards.versions(dashboard)
    assert [d.displayName for d in versions] == ["Dix", "Ten"]
    assert om.dashboards.version(dashboard, 0.1).displayName == "Ten"


def test_teams_and_users_are_put_together_by_name(om: Any) -> None:
    _user(om, "t_jane")
    om.teams.create(name="t_data", teamType="Group", users=["t_jane"])
    team = om.teams.get_by_name("t_data", fields="users")
    assert [u.name for u in team.users] == ["t_jane"]
    _user(om, "t_joe")
    om.teams.update(team, users=["t_joe"])
    assert [u.name for u in om.teams.get_by_name("t_data", fields="users").users] == ["t_joe"]


def test_experts_of_a_domain_are_changed_by_name(om: Any) -> None:
    _user(om, "t_jane")
    domain = om.domains.create(name="t_sales", description="d", domainType="Aggregate")
    om.domains.update(domain, experts=["t_jane"])
    assert [u.name for u in om.domains.get(domain, fields="experts").experts] == ["t_jane"]


def test_related_terms_are_changed_by_name(om: Any) -> None:
    om.glossaries.create(name="t_g", description="d")
    terms = [om.glossary_terms.create(name=n, glossary="t_g", description="d") for n in ("a", "b")]
    om.glossary_terms.update(terms[0], relatedTerms=["t_g.b"])
    related = om.glossary_terms.get(terms[0], fields="relatedTerms").relatedTerms
    assert [relation.term.fullyQualifiedName for relation in related] == ["t_g.b"]
