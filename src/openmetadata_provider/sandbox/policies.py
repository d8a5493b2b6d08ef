"""Rules of policies as the server keeps them: checked, sorted, without what others make redundant."""

from __future__ import annotations

from typing import Any

from .catalogue import Document
from .conditions import check_condition
from .errors import bad_request

ALL = "All"
_WHOLES = {"ViewAll": "View", "EditAll": "Edit"}


def checked_rules(rules: Any) -> list[Document]:
    """The rules of a policy, sorted by name; 400 without a rule or for a condition that cannot be evaluated."""
    if not rules:
        raise bad_request("At least one rule is required in a policy")
    return sorted((_checked_rule(rule) for rule in rules), key=lambda rule: str(rule["name"]))


def _checked_rule(rule: Document) -> Document:
    if rule.get("condition") is not None:
        check_condition(rule["condition"])
    return {
        **rule,
        "resources": sorted_resources(rule["resources"]),
        "operations": sorted_operations(rule["operations"]),
    }


def sorted_resources(resources: list[str]) -> list[str]:
    """Resources in any case's order; `All` stands alone."""
    if any(resource.lower() == ALL.lower() for resource in resources):
        return [ALL]
    return sorted(resources, key=str.lower)


def sorted_operations(operations: list[str]) -> list[str]:
    """Operations in order; `All` stands for every other, `ViewAll` and `EditAll` for those of their kind."""
    if ALL in operations:
        return [ALL]
    whole = [prefix for name, prefix in _WHOLES.items() if name in operations]
    return sorted(name for name in operations if name in _WHOLES or not name.startswith(tuple(whole)))
