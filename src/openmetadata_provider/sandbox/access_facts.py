"""What the sandbox knows of access control: roles, policies, personas and bots."""

from __future__ import annotations

from .facts import EntityFacts, ReferenceFacts
from .reference_facts import DOMAINS, OWNERS


def _used_by(name: str, entity_type: str) -> ReferenceFacts:
    return ReferenceFacts(property=name, targets=(entity_type,), relation="has", incoming=True)


ROLE = EntityFacts(
    kind="Role",
    entity_type="role",
    collection="roles",
    java_package="teams",
    references=(
        ReferenceFacts(property="policies", targets=("policy",), relation="has", spelling="fqn"),
        _used_by("users", "user"),
        _used_by("teams", "team"),
        DOMAINS,
    ),
    tagged=False,
    hidden=frozenset(),
)
POLICY = EntityFacts(
    kind="Policy",
    entity_type="policy",
    collection="policies",
    java_package="policies",
    references=(
        OWNERS,
        _used_by("teams", "team"),
        _used_by("roles", "role"),
        ReferenceFacts(property="location", targets=("location",), relation="appliedTo", many=False, spelling="id"),
        DOMAINS,
    ),
    tagged=False,
    hidden=frozenset(),
)
PERSONA = EntityFacts(
    kind="Persona",
    entity_type="persona",
    collection="personas",
    java_package="teams",
    references=(
        ReferenceFacts(property="users", targets=("user",), relation="has", spelling="id"),
        DOMAINS,
    ),
    tagged=False,
    soft_delete=False,
    hidden=frozenset({"uiCustomization"}),
    rules_ignored=True,
)
BOT = EntityFacts(
    kind="Bot",
    entity_type="bot",
    collection="bots",
    java_package="",
    references=(
        ReferenceFacts(
            property="botUser", targets=("user",), relation="contains", many=False, spelling="name", always_shown=True
        ),
        DOMAINS,
    ),
    tagged=False,
    hidden=frozenset(),
    rules_ignored=True,
    cascades=True,
)
