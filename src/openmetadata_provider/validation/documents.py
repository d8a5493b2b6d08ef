"""Documents into the payloads inside them: `kind` and `spec`, or a bare payload of a kind that is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from jsonschema_rs import Draft7Validator

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, nearest
from openmetadata_provider.validation.kinds import Kind
from openmetadata_provider.validation.payloads import unknown_kind
from openmetadata_provider.validation.phrases import given_type, listed
from openmetadata_provider.validation.reading.source import Document
from openmetadata_provider.validation.unions import leaves
from openmetadata_provider.validation.wording import COMPARED, Fault, described

KEYS: Final = ("kind", "spec", "lifecycle", "renamed_from")
FOREIGN: Final = {
    "apiVersion": "Remove it: kind and spec are all there is.",
    "metadata": "Remove it: the name stands in spec.",
    "status": "Remove it: what the server says is not declared.",
}
"""Keys that people bring from other tools, and what to do with them."""
_BARE: Final = "Write kind and spec, or say the kind of bare payloads with --kind."
LIFECYCLE: Final = {
    "type": "object",
    "properties": {
        "prevent_destroy": {"type": "boolean"},
        "ignore_changes": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "delete": {"type": "string", "enum": ["soft", "hard"]},
        "recursive": {"type": "boolean"},
    },
    "additionalProperties": False,
}
"""JSON Schema of what stands below `lifecycle`."""
_LIFECYCLE_VALIDATOR: Final = Draft7Validator(LIFECYCLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One payload, and where in which document it stands."""

    kind: str
    payload: Any = field(repr=False)  # it may hold secrets
    path: Path
    document: Document


def kind_of_file(file: str, known: Mapping[str, Kind]) -> str | None:
    """The kind of bare payloads that a file's name tells: a name of the collection, `dashboards.json`."""
    stem = PurePath(file).stem.replace("_", "").casefold()
    return next((name for name, kind in known.items() if stem == kind.collection.casefold()), None)


def items(document: Document, kind: str | None, known: Collection[str]) -> Iterator[Item | Diagnostic]:
    """The payloads of a document, or what keeps it from holding one. `kind` is that of bare payloads."""
    value = document.value
    if isinstance(value, dict) and (kind is None or "spec" in value or "kind" in value):
        yield from _declared(document, value, known)
    elif kind is None:
        yield _without_kind(value)
    elif isinstance(value, list):
        yield from (Item(kind=kind, payload=row, path=(n,), document=document) for n, row in enumerate(value))
    else:
        yield Item(kind=kind, payload=value, path=(), document=document)


def _without_kind(value: Any) -> Diagnostic:
    message = f"a document is an object with kind and spec, not {given_type(value)}"
    return Diagnostic(
        code="no-document", message=message, hint="Write kind and spec, or say the kind of bare payloads with --kind."
    )


def _declared(document: Document, value: dict[str, Any], known: Collection[str]) -> Iterator[Item | Diagnostic]:
    extra = [key for key in value if key not in KEYS]
    near = {key: nearest(key, KEYS) for key in extra[:COMPARED] if key not in FOREIGN}
    misspelled = {wanted for wanted in near.values() if wanted}
    own = [key for key in extra if key not in FOREIGN and not near.get(key)]
    loose = own if "spec" not in value and "spec" not in misspelled else []
    yield from (_unknown_key(key, near.get(key)) for key in extra if not loose or key in FOREIGN or near.get(key))
    if "lifecycle" in value:
        yield from _lifecycle(value["lifecycle"])
    if "renamed_from" in value and not (isinstance(value["renamed_from"], str) and value["renamed_from"]):
        yield _wrong_old_name(value["renamed_from"])
    if "kind" in value:
        yield from _of_kind(document, value, known, has_spec="spec" in misspelled, loose=loose)
    elif "kind" not in misspelled:
        yield _missing_kind(loose, known)


def _of_kind(
    document: Document, value: dict[str, Any], known: Collection[str], *, has_spec: bool, loose: list[str]
) -> Iterator[Item | Diagnostic]:
    """The payload of a document that says its kind. `has_spec`: under a misspelled key, which is told already."""
    kind = value["kind"]
    if not isinstance(kind, str):
        message = f'"kind" must be a text, not {given_type(kind)}'
        yield Diagnostic(code="wrong-type", message=message, hint=_kind_hint(known), path=("kind",))
    elif kind not in known:
        yield unknown_kind(kind, known)
    elif "spec" in value:
        yield Item(kind=kind, payload=value["spec"], path=("spec",), document=document)
    elif not has_spec:
        yield _missing_spec(loose)


def _missing_kind(loose: list[str], known: Collection[str]) -> Diagnostic:
    """One error for a payload without an envelope, and for an envelope without a kind."""
    if loose:
        return Diagnostic(code="missing-kind", message='the document has neither "kind" nor "spec"', hint=_BARE)
    return Diagnostic(code="missing-kind", message='the document lacks "kind"', hint=_kind_hint(known))


def _missing_spec(loose: list[str]) -> Diagnostic:
    hint = f"Put {listed(loose)} below spec." if loose else "Write the properties of the entity below spec."
    return Diagnostic(code="missing-spec", message='the document lacks "spec"', hint=hint)


def _kind_hint(known: Collection[str]) -> str:
    return f"Say which kind: {', '.join(sorted(known))}."


def _unknown_key(key: str, near: str | None) -> Diagnostic:
    meant = f'Did you mean "{near}"?' if near else ""
    hint = FOREIGN.get(key) or meant or "Properties of the entity stand below spec."
    return Diagnostic(code="unknown-key", message=f'a document has no "{key}"', hint=hint, path=(key,), at_key=True)


def _wrong_old_name(value: Any) -> Diagnostic:
    message = f'"renamed_from" must be a text, not {given_type(value)}'
    hint = "Write the name, or the fully qualified name, that it had before."
    return Diagnostic(code="wrong-type", message=message, hint=hint, path=("renamed_from",))


def _lifecycle(value: Any) -> Iterator[Diagnostic]:
    for error in leaves(_LIFECYCLE_VALIDATOR.iter_errors(value)):
        path: Path = ("lifecycle", *error.instance_path)
        node: Any = LIFECYCLE
        for step in error.schema_path[:-1]:
            node = node[step]
        yield from described(Fault(error=error, path=path, node=node, secret=False, subjects={}))
