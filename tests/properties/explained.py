"""The differences between schema, model and sandbox that are meant, each with its reason. Everything else is a fault.

A *laxness* rewrites a payload into what it means; the payload may then be accepted although its schema refuses it,
provided that the schema accepts the rewritten payload, and that this is what is sent. A *rule* is a refusal that no
schema can express; it is known by its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from jsonschema_rs import ValidationError

Payload = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Laxness:
    """Payloads that are taken for another payload, which is the one that the schema has to accept."""

    name: str
    reason: str
    meant: Callable[[Payload, Callable[[str], str], Payload], Payload]
    """The payload that is meant, given the server's spelling of service types and what was sent, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A refusal of the server that looks at more than the shape of a payload."""

    name: str
    reason: str
    text: re.Pattern[str]


def without_nulls(payload: Payload, sent: Payload = None) -> Payload:
    """`payload` without the properties that are null, but for those that were sent after all, in an open object."""
    if isinstance(payload, dict):
        kept = sent if isinstance(sent, dict) else {}
        return {
            key: without_nulls(value, kept.get(key))
            for key, value in payload.items()
            if value is not None or key in kept
        }
    if isinstance(payload, list):
        items = sent if isinstance(sent, list) and len(sent) == len(payload) else [None] * len(payload)
        return [without_nulls(*pair) for pair in zip(payload, items, strict=True)]
    return payload


def with_service_type(payload: Payload, spelled: Callable[[str], str]) -> Payload:
    """`payload` with its service type spelled as the server does."""
    if not isinstance(payload, dict) or not isinstance(payload.get("serviceType"), str):
        return payload
    return payload | {"serviceType": spelled(payload["serviceType"])}


LAXNESSES = (
    Laxness(
        name="null is absent",
        reason="a null property is left out of what is sent: in a manifest it means 'remove', and the server reads null "
        "and absent alike (DESIGN, 'Models are for people first'; server reference, last table)",
        meant=lambda payload, _, sent: without_nulls(payload, sent),
    ),
    Laxness(
        name="service type in another spelling",
        reason="`metabase` and `METABASE` mean Metabase, and an alias its service type; sent in the server's spelling",
        meant=lambda payload, spelled, _: with_service_type(payload, spelled),
    ),
)
INCOMPLETE_CONNECTION = "incomplete connection"
"""Sandbox only: the server maps a config to a class and misses no property (server reference, section 9.2)."""
FORMAT = "malformed link, date or id"
"""Sandbox only: refused by what draft-07 asserts of formats, and by nothing else in the schema."""
REASONS = {laxness.name: laxness.reason for laxness in LAXNESSES} | {
    INCOMPLETE_CONNECTION: "sandbox only: the server maps a connection config to a class, which misses no property "
    "and nothing that tells two shapes apart; the schema and the model demand what the connector needs",
    FORMAT: "sandbox only: the server reads links, dates and ids into types of their own; to schema and model they are the "
    "text that the user wrote",
}


def _rule(name: str, reason: str, text: str) -> Rule:
    return Rule(name=name, reason=reason, text=re.compile(text, re.DOTALL))


RULES = (
    _rule("quote in a name", "an FQN cannot hold a part with a quote inside", r"^Invalid name "),
    _rule("owner", "owners are several users, or one team of type Group", r"can't be the owner|can't own|Ownership\]"),
    _rule("owner not named", "a reference needs an id or a name to be looked up", r"^\[query param id must not be null"),
    _rule("reference type", "a reference names a kind of entity that fits", r"^Entity type .* is not valid for"),
    _rule("data product", "data products belong to the domains of the asset", r"[Dd]ata [Pp]roduct"),
    _rule("team type", "a team may hold teams of its own rank and below, and there is one Organization",
          r"^Team .* (can't be of parent|can't have children|must have exactly one parent)|^Only one Organization"),
    _rule("exclusive tags", "one tag of a classification that is mutually exclusive", r"mutually exclusive"),
    _rule("tag parent", "a tag needs a classification or a parent", r"^\[query param classification must not be null\]$"),
    _rule("term name", "a term's name is unique in its glossary", r"^A term with the name"),
    _rule("empty role or policy", "a role has a policy and a policy a rule", r"^At least one (policy|rule) is required"),
    _rule("condition", "the condition of a rule is one that the server can evaluate", r"^Failed to (parse|evaluate) - "),
    _rule("bot user", "a bot acts as a bot user that no other bot has", r"is not a bot user$|^Bot user .* is already used"),
    _rule("custom properties", "an extension holds values of the custom properties of its type", r"^Custom field"),
    _rule("number beyond 64 bits", "the server reads a whole number into 64 bits", r"a number out of range$"),
    _rule("term parent", "the parent of a term is in the same glossary", r"^Invalid parent "),
)  # fmt: skip


def rule_of(message: str) -> str | None:
    """The name of the rule that refused with this text, or None: then it was the shape of the payload."""
    return next((rule.name for rule in RULES if rule.text.search(message)), None)


def is_incomplete_connection(errors: Iterable[ValidationError]) -> bool:
    """Whether all that the schema misses is properties of the connection config."""
    return all(list(error.instance_path)[:2] == ["connection", "config"] and _misses(error) for error in errors)


def _misses(error: ValidationError) -> bool:
    if error.kind.name in ("anyOf", "oneOf"):
        branches = getattr(error.kind, "context", [])  # several without an error where several shapes of a oneOf fit
        return any(all(_misses(item) for item in branch) for branch in branches)
    return bool(error.kind.name == "required")


REASONS |= {f"rule: {rule.name}": rule.reason for rule in RULES}
