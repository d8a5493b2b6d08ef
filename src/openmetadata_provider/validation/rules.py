"""What a server refuses that no JSON Schema tells, as far as one payload shows it.

Source: the rules that a server has from the start (one domain, many users or a single team as owners, one tag of a
mutually exclusive classification).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from openmetadata_provider.validation.diagnostics import Diagnostic, Path
from openmetadata_provider.validation.versions import RULES, Version

EXCLUSIVE_FROM_THE_START: Final = frozenset({"Tier", "Certification"})
"""Classifications of a fresh server of which an entity takes one tag."""
ONE_DOMAIN_EXEMPT: Final = frozenset({"User", "Team", "Domain", "Persona"})
Payload = Mapping[str, Any]


def rule_faults(kind: str, payload: Payload, version: Version) -> Iterator[Diagnostic]:
    """Rules of a server of some version that a payload breaks."""
    if version >= RULES:
        yield from _owners(payload)
        yield from _domains(kind, payload)
        yield from _data_products(payload)
    yield from _exclusive_tags(payload, ())


def with_rules(kind: str, document: Payload) -> dict[str, Any]:
    """A schema (of draft 2019-09 or newer) that also refuses whatever `rule_faults` is against, and empty configs."""
    domains = {} if kind in ONE_DOMAIN_EXEMPT else {"domains": {"maxItems": 1}}
    properties = {"owners": _ONE_TEAM, "tags": _ONE_EXCLUSIVE, "connection": _CONFIGURED, **domains}
    rules = {"properties": properties, "anyOf": _PRODUCTS_IN_DOMAIN}
    return {**document, "allOf": [*document.get("allOf", ()), rules]}


_CONFIGURED: Final = {"properties": {"config": {"minProperties": 1}}}
_TEAM: Final = {
    "anyOf": [
        {"type": "string", "pattern": "^team:"},
        {"type": "object", "properties": {"type": {"const": "team"}}, "required": ["type"]},
    ]
}
_ONE_TEAM: Final = {"anyOf": [{"maxItems": 1}, {"not": {"contains": _TEAM}}]}
_ONE_EXCLUSIVE: Final = {
    "contains": {"properties": {"tagFQN": {"pattern": f"^({'|'.join(sorted(EXCLUSIVE_FROM_THE_START))})[.]"}}},
    "minContains": 0,
    "maxContains": 1,
}
_PRODUCTS_IN_DOMAIN: Final = [
    {"not": {"required": ["dataProducts"]}},
    {"required": ["domain"]},
    {"required": ["domains"], "properties": {"domains": {"minItems": 1}}},
    {"required": ["service"]},
]


def owner_type(owner: Any) -> str | None:
    """`user` or `team`, None where the owner does not say."""
    if isinstance(owner, str):
        kind, colon, _ = owner.partition(":")
        return kind if colon else None
    named = owner.get("type") if isinstance(owner, dict) else None
    return named if isinstance(named, str) else None


def _owners(payload: Payload) -> Iterator[Diagnostic]:
    owners = payload.get("owners")
    if isinstance(owners, list) and len(owners) > 1 and any(owner_type(owner) == "team" for owner in owners):
        yield Diagnostic(
            code="owners-rule",
            message="a team owns alone, and here are more owners",
            hint="Give one team, or any number of users.",
            path=("owners",),
        )


def _domains(kind: str, payload: Payload) -> Iterator[Diagnostic]:
    domains = payload.get("domains")
    if isinstance(domains, list) and len(domains) > 1 and kind not in ONE_DOMAIN_EXEMPT:
        yield Diagnostic(
            code="domains-rule",
            message=f"it has {len(domains)} domains, and a server takes one unless its rule is switched off",
            hint="Keep one domain.",
            path=("domains",),
        )


def _data_products(payload: Payload) -> Iterator[Diagnostic]:
    in_domain = payload.get("domain") or payload.get("domains") or payload.get("service")
    if payload.get("dataProducts") and not in_domain:
        yield Diagnostic(
            code="data-products-rule",
            message="it has data products and no domain",
            hint="Add the domain of the data products.",
            path=("dataProducts",),
        )


def _exclusive_tags(value: Any, path: Path) -> Iterator[Diagnostic]:
    """Two tags of one exclusive classification, on the entity or on a column of it."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _exclusive_tags(item, (*path, index))
    elif isinstance(value, Mapping):
        yield from _clashes(value.get("tags"), (*path, "tags"))
        for key in ("columns", "children"):
            yield from _exclusive_tags(value.get(key), (*path, key))


def _clashes(tags: Any, path: Path) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for index, tag in enumerate(tags if isinstance(tags, list) else ()):
        fqn = tag.get("tagFQN") if isinstance(tag, dict) else None
        if not isinstance(fqn, str) or (group := fqn.rpartition(".")[0]) not in EXCLUSIVE_FROM_THE_START:
            continue
        if first.setdefault(group, fqn) != fqn:
            message = f"{fqn} and {first[group]} exclude each other"
            hint = f"Keep one tag of {group}."
            yield Diagnostic(code="exclusive-tags", message=message, hint=hint, path=(*path, index, "tagFQN"))
