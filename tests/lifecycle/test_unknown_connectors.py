"""Secrets that no schema of the bindings calls so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.sandbox import SandboxServer


@pytest.fixture
def om(server: SandboxServer) -> Iterator[OpenMetadata]:
    with OpenMetadata(host=server.url, jwt_token=server.bot_token) as om:
        yield om


def hive(**config: Any) -> dict[str, Any]:
    """A service of a type whose connection the bindings do not know."""
    given = {"type": "Hive", "username": "u", "password": {"env": "OMP_TEST_SECRET"}, "hostPort": "h:1", **config}
    return {"kind": "DatabaseService", "spec": {"name": "hive", "serviceType": "Hive", "connection": {"config": given}}}


def test_a_reference_is_resolved_without_a_schema_of_the_connector(
    om: OpenMetadata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_TEST_SECRET", "h1ve")
    made = plan(om, hive(vault={"role": {"env": "OMP_TEST_SECRET"}}))
    shown = [field.path for field in made.changes[0].fields if field.is_secret]
    assert shown == ["connection.config.password", "connection.config.vault.role"]
    made.apply().raise_for_failures()
    config = om.database_services.get_by_name("hive").model_dump()["connection"]["config"]
    assert (config["password"], config["vault"]) == ("h1ve", {"role": "h1ve"})
    assert plan(om, hive(vault={"role": {"env": "OMP_TEST_SECRET"}})).is_empty


def test_a_password_stays_when_another_part_of_an_unknown_connection_changes(
    om: OpenMetadata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_TEST_SECRET", "h1ve")
    plan(om, hive()).apply().raise_for_failures()
    made = plan(om, hive(hostPort="h:2"))
    assert [field.path for field in made.changes[0].fields] == ["connection.config.hostPort"]
    made.apply().raise_for_failures()
    config = om.database_services.get_by_name("hive").model_dump()["connection"]["config"]
    assert (config["password"], config["hostPort"]) == ("h1ve", "h:2")


def test_the_password_of_a_user_is_not_shown(om: OpenMetadata) -> None:
    user = {"name": "jane", "email": "jane@example.com", "createPasswordType": "ADMIN_CREATE"}
    made = plan(om, {"kind": "User", "spec": {**user, "password": "S3cret!pass", "confirmPassword": "S3cret!pass"}})
    assert "S3cret!pass" not in f"{made} {made.to_json()} {made!r}"
