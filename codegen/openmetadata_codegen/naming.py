"""Names: from files, definitions and properties to Python modules, classes and attributes.

A class is named after what it is in the schemas, never numbered. Two schemas that claim one name are told apart by the
folder or file they come from, and the renaming is recorded.
"""

from __future__ import annotations

import keyword
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openmetadata_codegen.load import Target

RESERVED_CLASSES = frozenset(
    {"Any", "Annotated", "Field", "Model", "ConfigDict", "StrEnum", "OpenEnum", "Literal", "None", "True", "False"}
)
"""Names that the generated modules use for something else."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Renaming:
    """A name that could not be kept as it was."""

    file: str
    pointer: str
    wanted: str
    given: str
    reason: str


def words(name: str) -> list[str]:
    """`powerBIConnection` → `["power", "BI", "Connection"]`."""
    return _WORDS.findall(name)


def pascal(name: str) -> str:
    """`powerBIConnection` → `PowerBIConnection`; acronyms stay as they are."""
    joined = "".join(w[0].upper() + w[1:] for w in words(name))
    return joined if joined and not joined[0].isdigit() else f"N{joined}"


def snake(name: str) -> str:
    """`createDashboardService` → `create_dashboard_service`, `powerBIConnection` → `power_bi_connection`."""
    joined = "_".join(w.lower() for w in words(name))
    return f"{joined}_" if keyword.iskeyword(joined) or not joined else joined


def module_path(file: str) -> str:
    """`api/data/createDashboard.json` → `api/data/create_dashboard`, below the models package."""
    folders, stem = posixpath.split(file.removesuffix(".json"))
    parts = [snake(part) for part in folders.split("/") if part]
    return "/".join([*parts, snake(stem)])


def plural(name: str) -> str:
    """English plural of the last word of a camelCase name: `glossary` → `glossaries`."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|ch|sh)$", name) else f"{name}s"


def joined(owner: str, name: str) -> str:
    """Class name of an inline schema, what both names share said once: `TagLabel`, `labelType` → `TagLabelType`."""
    left, right = words(owner), words(pascal(name))
    for length in range(min(len(left), len(right)), 0, -1):
        if left[-length:] == right[:length]:
            return owner + "".join(right[length:])
    return owner + pascal(name)


def is_create_request(file: str) -> bool:
    """Whether a file is called like a create request: `create….json`, but not a step of a workflow (`create…Task`)."""
    stem = posixpath.basename(file).removesuffix(".json")
    return stem.startswith("create") and stem != "create" and not stem.endswith("Task")


def root_class(file: str) -> str:
    """Class of a whole file: `api/data/createDashboard.json` → `CreateDashboardRequest`."""
    name = pascal(posixpath.basename(file).removesuffix(".json"))
    return f"{name}Request" if is_create_request(file) and not name.endswith(("Request", "Req")) else name


def own_name(target: Target) -> str:
    """The name a file or a definition would have if nobody else wanted it."""
    return pascal(target.name) if target.pointer else root_class(target.file)


def class_names(
    targets: Iterable[Target], reserved: frozenset[str] = RESERVED_CLASSES
) -> tuple[dict[Target, str], tuple[Renaming, ...]]:
    """A distinct class name for every file and definition, and the renamings that took.

    `reserved` names are given to none: those the modules use themselves, and those of properties, which would hide the
    class inside the models that have them.
    """
    ordered = sorted(set(targets))
    wanted = {t: own_name(t) for t in ordered}
    roots = Counter(name for t, name in wanted.items() if not t.pointer)
    claims = Counter(wanted.values()) + Counter(dict.fromkeys(reserved, 2))
    given = {t: _distinct(t, name, claims, roots, reserved) for t, name in wanted.items()}
    given = _told_apart(given)
    renamings = tuple(
        Renaming(
            file=t.file, pointer=t.pointer, wanted=wanted[t], given=given[t], reason=_reason(wanted[t] in reserved)
        )
        for t in ordered
        if wanted[t] != given[t]
    )
    return given, renamings


def _distinct(
    target: Target, name: str, claims: Mapping[str, int], roots: Mapping[str, int], reserved: frozenset[str]
) -> str:
    if name in reserved:
        return qualified(target, name, 1)
    if claims[name] == 1:
        return name
    if not target.pointer and roots[name] == 1:
        return name  # a file is what its name says; definitions of the same name step aside
    return qualified(target, name, 1)


def _told_apart(given: dict[Target, str]) -> dict[Target, str]:
    """`given`, every name that several still share qualified by ever more of the path."""
    for depth in range(2, 12):
        shared = {name for name, count in Counter(given.values()).items() if count > 1}
        if not shared:
            return given
        given = {
            t: qualified(t, own_name(t), depth) if n in shared and n != own_name(t) else n for t, n in given.items()
        }
    return given


def qualified(target: Target, name: str, depth: int) -> str:
    """`name` with `depth` parts of where it comes from before it: the file for a definition, else its folders."""
    parts = target.file.removesuffix(".json").split("/")
    origin = parts if target.pointer else parts[:-1]
    prefix = "".join(pascal(part) for part in origin[-depth:])
    return joined(prefix, name) if prefix else name


def _reason(is_reserved: bool) -> str:
    return "a property or the generated modules use this name" if is_reserved else "several schemas claim this name"
