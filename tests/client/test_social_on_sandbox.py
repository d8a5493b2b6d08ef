"""Followers, votes, assets, background deletion and old releases, against the local sandbox, in both flavours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from blocking import Blocking

from openmetadata_provider import AsyncOpenMetadata, InvalidRequest, OpenMetadata
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

CONFIG = {"clientId": "omp", "clientSecret": "l00ker", "hostPort": "https://looker.example.com:443"}


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[[SandboxServer], Any]]:
    """Makes clients of one flavour."""
    loop = asyncio.new_event_loop()
    opened: list[Any] = []

    def made(server: SandboxServer) -> Any:
        if request.param == "sync":
            opened.append(OpenMetadata(host=server.url, jwt_token=server.admin_token))
            return opened[-1]
        opened.append(AsyncOpenMetadata(host=server.url, jwt_token=server.admin_token))
        return Blocking(opened[-1], loop)

    yield made
    for client in opened:
        loop.run_until_complete(client.aclose()) if isinstance(client, AsyncOpenMetadata) else client.close()
    loop.close()


@pytest.fixture
def om(connect: Callable[[SandboxServer], Any]) -> Iterator[Any]:
    with SandboxServer() as server:
        yield connect(server)


@pytest.fixture
def dashboard(om: Any) -> Any:
    om.users.create(name="jane", email="jane@example.com")
    om.dashboard_services.create(name="l", serviceType="Looker", connection={"config": CONFIG})
    return om.dashboards.create(name="10", service="l")


def _until(told: Callable[[], bool]) -> None:
    """Waits for what the sandbox does in the background and tells nobody about."""
    end = time.monotonic() + 20
    while not told():
        assert time.monotonic() < end, "the sandbox did not finish"
        time.sleep(0.02)


def test_a_user_follows_and_no_longer_follows(om: Any, dashboard: Any) -> None:
    om.dashboards.follow(dashboard, "jane")
    assert [user.name for user in om.dashboards.get(dashboard, fields="followers").followers] == ["jane"]
    om.dashboards.unfollow(dashboard, om.users.get_by_name("jane"))
    assert not om.dashboards.get(dashboard, fields="followers").followers


def test_votes_are_counted_and_taken_back(om: Any, dashboard: Any) -> None:
    om.dashboards.vote(dashboard, "votedDown")
    assert om.dashboards.get(dashboard, fields="votes").votes.downVotes == 1
    om.dashboards.vote(dashboard, "unVoted")
    assert om.dashboards.get(dashboard, fields="votes").votes.downVotes == 0


def test_assets_go_into_a_domain_and_out(om: Any, dashboard: Any) -> None:
    om.domains.create(name="Sales", description="d", domainType="Aggregate")
    assert om.domains.add_assets("Sales", ["dashboard:l.10"]).raise_for_failures().passed == ("l.10",)
    assert [d.name for d in om.dashboards.get(dashboard, fields="domains").domains] == ["Sales"]
    om.domains.remove_assets("Sales", [dashboard]).raise_for_failures()
    assert not om.dashboards.get(dashboard, fields="domains").domains


def test_an_asset_outside_the_domain_of_a_data_product_is_named(om: Any, dashboard: Any) -> None:
    om.domains.create(name="Sales", description="d", domainType="Aggregate")
    om.data_products.create(name="P", description="d", domains=["Sales"])
    result = om.data_products.add_assets("P", [dashboard])
    assert [(row.fqn, row.status) for row in result.failed] == [("l.10", 400)]


def test_assets_get_a_tag_in_the_background(om: Any, dashboard: Any) -> None:
    om.classifications.create(name="C", description="d")
    om.tags.create(name="t", classification="C", description="d")
    assert om.tags.add_assets("C.t", [dashboard]).job_id
    _until(lambda: bool(om.dashboards.get(dashboard, fields="tags").tags))


def test_a_deletion_in_the_background_is_waited_for(om: Any, dashboard: Any) -> None:
    service = om.dashboard_services.get_by_name("l")
    om.dashboard_services.delete_async(service, hard=True, recursive=True).wait(timeout_s=20)
    assert om.dashboard_services.find(service, include="all") is None
    assert om.dashboards.find(dashboard, include="all") is None


@pytest.mark.parametrize("version", ["1.4.0", "1.8.4"])
def test_an_old_server_looks_like_a_new_one(connect: Callable[[SandboxServer], Any], version: str) -> None:
    with SandboxServer(SandboxOptions(version=version)) as server:
        om = connect(server)
        om.users.create(name="jane", email="jane@example.com")
        om.domains.create(name="Sales", description="d", domainType="Aggregate")
        om.dashboard_services.create(name="l", serviceType="Looker", connection={"config": CONFIG})
        made = om.dashboards.create(name="10", service="l", owners=["user:jane"], domains=["Sales"])
        read = om.dashboards.get(made, fields="owners,domains")
        assert [owner.name for owner in read.owners] == ["jane"]
        assert [domain.name for domain in read.domains] == ["Sales"]
        changed = om.dashboards.update(read, owners=None, domains=None, displayName="Ten")
        assert changed.displayName == "Ten"
        read = om.dashboards.get(made, fields="owners,domains")
        assert (read.owners or [], read.domains or []) == ([], [])
        with pytest.raises(InvalidRequest, match="takes one domain per entity"):
            om.dashboards.update(read, domains=["Sales", "Sales"])
