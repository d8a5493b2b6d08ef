"""Roles, policies, personas and bots through the client, as a team would declare them, on a local sandbox."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openmetadata_provider import BadRequest, OpenMetadata
from openmetadata_provider.sandbox import SandboxServer


@pytest.fixture
def om() -> Iterator[OpenMetadata]:
    with SandboxServer() as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as client:
        yield client


def test_a_policy_and_a_role_are_declared_and_given_to_a_user(om: OpenMetadata) -> None:
    policy = om.policies.create(
        name="editors",
        owners=["user:admin"],
        rules=[
            {
                "name": "edit",
                "effect": "allow",
                "operations": ["ViewAll", "EditDescription"],
                "resources": ["dashboard"],
                "condition": "isOwner()",
            }
        ],
    )
    assert [str(item) for item in policy.rules[0].operations or ()] == ["EditDescription", "ViewAll"]
    role = om.roles.create(name="editor", policies=["editors", "DataConsumerPolicy"])
    user = om.users.create(name="jane", email="jane@acme.io", roles=[role.id])
    shown = om.users.get_by_name("jane", fields=["roles"])
    assert [ref.name for ref in shown.roles or ()] == ["editor"]
    assert [ref.name for ref in om.roles.get(role.id, fields=["users"]).users or ()] == [user.name]


def test_a_persona_and_a_bot_are_declared(om: OpenMetadata) -> None:
    jane = om.users.create(name="jane", email="jane@acme.io")
    persona = om.personas.upsert(name="analyst", users=[jane.id])
    assert [ref.name for ref in persona.users or ()] == ["jane"]
    om.users.create(name="airflow-bot", email="airflow-bot@acme.io", isBot=True)
    assert om.bots.create(name="airflow-bot", botUser="airflow-bot").botUser.name == "airflow-bot"


def test_a_system_role_can_be_adopted_and_not_deleted(om: OpenMetadata) -> None:
    role = om.roles.upsert(name="DataConsumer", policies=["DataConsumerPolicy"], description="Ours.")
    assert (role.description, str(role.provider)) == ("Ours.", "system")
    with pytest.raises(BadRequest, match="System entity"):
        om.roles.delete_by_name("DataConsumer")
