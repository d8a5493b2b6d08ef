"""Old releases: `owner` before 1.5 and `domain` before 1.9, each a single value under its old name.

Inside the sandbox every document has the new names; only what comes in and what goes out is translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .errors import unmappable
from .releases import DOMAINS_LIST, OWNERS_LIST, Release

CHANGE_DESCRIPTIONS = ("changeDescription", "incrementalChangeDescription")


@lru_cache(maxsize=64)
def old_names(release: Release) -> Mapping[str, str]:
    """The properties that a release calls otherwise: new name → old name. Empty from 1.9 on."""
    names = {} if release >= DOMAINS_LIST else {"domains": "domain"}
    return names if release >= OWNERS_LIST else {**names, "owners": "owner"}


def outgoing(release: Release, document: dict[str, Any]) -> dict[str, Any]:
    """An answer as the release gives it: old names, one value in place of a list, no key for an empty one."""
    renamed = old_names(release)
    if not renamed:
        return document
    shown = {renamed.get(name, name): _single(name, value, renamed) for name, value in document.items()}
    for name in shown.keys() & set(CHANGE_DESCRIPTIONS):
        shown[name] = _description(shown[name], renamed)
    return {name: value for name, value in shown.items() if value is not None}


def _single(name: str, value: Any, renamed: Mapping[str, str]) -> Any:
    return value[0] if name in renamed and value else None if name in renamed else value


def _description(change: Any, renamed: Mapping[str, str]) -> Any:
    return {key: [_field(item, renamed) for item in value] if isinstance(value, list) else value
            for key, value in change.items()}  # fmt: skip


def _field(item: dict[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    return {**item, "name": renamed.get(item["name"], item["name"])}


def incoming(release: Release, body: dict[str, Any]) -> dict[str, Any]:
    """What a caller of the release sent, with the new names; 400 for a new name it cannot know."""
    renamed = old_names(release)
    if not renamed:
        return body
    if unknown := renamed.keys() & body.keys():
        raise unmappable(f'Unrecognized field "{min(unknown)}", not marked as ignorable')
    back = {old: new for new, old in renamed.items()}
    return {back.get(name, name): _listed(name, value, back) for name, value in body.items()}


def _listed(name: str, value: Any, back: Mapping[str, str]) -> Any:
    if name not in back or value is None:
        return value
    if isinstance(value, list):
        raise unmappable("Cannot deserialize value of type `org.openmetadata.schema.type.EntityReference` from Array")
    return [value]


def known_field(release: Release, name: str) -> str:
    """The new name of a property that `fields=` asks for; a new name of an old release means no property."""
    renamed = old_names(release)
    back = {old: new for new, old in renamed.items()}
    return back.get(name, "" if name in renamed else name)
