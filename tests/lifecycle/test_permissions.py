"""What a plan says that the user of the token may not do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.lifecycle.permissions import PermissionNote
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

BOT_USER = {"kind": "User", "spec": {"name": "loader", "email": "loader@example.com", "isBot": True}}
BOT = {"kind": "Bot", "spec": {"name": "loader", "botUser": "loader"}}
JANE = {"kind": "User", "spec": {"name": "jane", "email": "jane@example.com", "displayName": "Jane"}}


@pytest.fixture(params=["1.13.0", "2.0.0"])
def server(request: pytest.FixtureRequest) -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions(version=request.param)) as server:
        with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
            plan(om, JANE).apply().raise_for_failures()
        yield server


def notes(server: SandboxServer, token: str, *declared: dict[str, Any]) -> tuple[PermissionNote, ...]:
    with OpenMetadata(host=server.url, jwt_token=token) as om:
        return plan(om, declared).notes


def renamed(**spec: Any) -> dict[str, Any]:
    return {"kind": "User", "spec": {**JANE["spec"], **spec}}


def test_an_admin_is_told_nothing(server: SandboxServer) -> None:
    assert notes(server, server.admin_token, BOT_USER, BOT, renamed(displayName="J", isAdmin=True)) == ()


def test_who_is_no_admin_makes_no_bots_and_no_admins(server: SandboxServer) -> None:
    [note] = notes(server, server.bot_token, BOT_USER, BOT, renamed(isAdmin=True))
    assert note.entities == ("User jane", "User loader", "Bot loader")


def test_a_bot_may_not_change_a_display_name_from_2_0_on(server: SandboxServer) -> None:
    found = notes(server, server.bot_token, renamed(displayName="Jane Doe"))
    is_denied = server.options.version.startswith("2.")
    assert [note.entities for note in found] == ([("User jane",)] if is_denied else [])


@pytest.mark.parametrize("spec", [{"displayName": "Jane"}, {"description": "Somebody."}])
def test_a_bot_that_changes_something_else_is_told_nothing(server: SandboxServer, spec: dict[str, str]) -> None:
    assert notes(server, server.bot_token, renamed(**spec)) == ()


def test_a_display_name_of_what_is_created_is_no_change_of_it(server: SandboxServer) -> None:
    new = {"kind": "Persona", "spec": {"name": "analyst", "displayName": "Analyst"}}
    assert notes(server, server.bot_token, new) == ()


def test_the_version_of_the_server_is_looked_up_only_where_it_matters(server: SandboxServer) -> None:
    notes(server, server.bot_token, BOT_USER, BOT)
    assert server.requests.count("GET", "/api/v1/system/version") == 0


def test_a_person_is_told_that_roles_decide(server: SandboxServer) -> None:
    [note] = notes(server, server.reader_token, renamed(displayName="J"))
    assert str(note).startswith("reader is no admin")
    assert note.entities == ()


def test_an_empty_plan_has_no_notes(server: SandboxServer) -> None:
    assert notes(server, server.reader_token, JANE) == ()


def test_many_entities_are_counted() -> None:
    note = PermissionNote(message="Not allowed.", entities=tuple(f"User {n}" for n in range(1005)))
    assert str(note) == "Not allowed: User 0, User 1, User 2 and 1,002 more."
