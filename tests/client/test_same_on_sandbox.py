"""What counts as a change and what does not, as the server answers it: a second update must find nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openmetadata_provider import BadRequest, InvalidRequest, OpenMetadata
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

LOOKER = {"type": "Looker", "clientId": "id", "clientSecret": "s3cret", "hostPort": "https://looker.example.com"}


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions(version="1.13.3", sanitize_descriptions="2.0")) as server:
        yield server


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.bot_token) as om:
        om.dashboard_services.upsert(name="bi", serviceType="Looker", connection={"config": LOOKER})
        yield om


def writes(server: SandboxServer) -> int:
    return server.requests.count("PATCH") + server.requests.count("PUT")


def test_a_description_that_the_server_escaped_is_the_same(om: OpenMetadata, server: SandboxServer) -> None:
    text = 'Orders & returns: fewer than 3 "open" ones'
    made = om.dashboards.create(name="escaped", service="bi", description=text)
    om.dashboards.update(made, description=text)
    again = om.dashboards.get(made.id)
    before = writes(server)
    assert om.dashboards.update(again, description=text) is again
    assert writes(server) == before


def test_defaults_that_the_server_adds_to_a_connection_are_no_change(om: OpenMetadata, server: SandboxServer) -> None:
    service = om.dashboard_services.get_by_name("bi")
    before = writes(server)
    assert om.dashboard_services.update(service, connection={"config": LOOKER}) is service
    assert writes(server) == before
    changed = om.dashboard_services.update(service, connection={"config": {**LOOKER, "clientId": "other"}})
    assert changed.version > service.version


def test_a_version_that_stays_does_not_hide_a_change(om: OpenMetadata) -> None:
    made = om.dashboards.create(name="consolidated", service="bi")
    first = om.dashboards.patch(made.id, [{"op": "add", "path": "/displayName", "value": "one"}])
    second = om.dashboards.patch(made.id, [{"op": "add", "path": "/displayName", "value": "two"}])
    assert (first.version, first.displayName) == (second.version, "one")
    assert second.displayName == "two"


@pytest.mark.parametrize(
    ("collection", "name", "change"),
    [
        ("dashboard_services", "bi", {"serviceType": "Tableau"}),
        ("users", "admin", {"email": "other@example.com"}),
        ("classifications", "Tier", {"mutuallyExclusive": False}),
    ],
)
def test_what_is_settled_at_creation_is_refused_before_it_is_sent(
    om: OpenMetadata, server: SandboxServer, collection: str, name: str, change: dict[str, object]
) -> None:
    resource = getattr(om, collection)
    entity = resource.get_by_name(name)
    before = writes(server)
    with pytest.raises(InvalidRequest, match="settled when the entity is made"):
        resource.update(entity, change)
    assert writes(server) == before


@pytest.mark.parametrize(("version", "is_taken"), [("1.13.3", True), ("2.0.0", False)])
def test_the_narrower_names_of_2_0_are_left_to_the_server(version: str, is_taken: bool) -> None:
    with (
        SandboxServer(SandboxOptions(version=version)) as server,
        OpenMetadata(host=server.url, jwt_token=server.admin_token) as om,
    ):
        try:
            stored = om.glossaries.create(name="sales > 10", description="d").name
        except BadRequest:
            stored = None
    assert (stored == "sales > 10") is is_taken
