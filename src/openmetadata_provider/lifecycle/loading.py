"""Files, models and mappings into manifests, all of them checked as `omp validate` checks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from openmetadata_provider.client.bindings import registry
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.errors import InvalidManifests, UsageError
from openmetadata_provider.lifecycle.manifest import DEFAULT_LIFECYCLE, Lifecycle, Manifest, Origin, lifecycle_from
from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.documents import Item, items
from openmetadata_provider.validation.kinds import DEFAULT_BINDINGS, kinds
from openmetadata_provider.validation.payloads import Checks, validate
from openmetadata_provider.validation.reading.finding import files_of
from openmetadata_provider.validation.reading.marks import Mark, Span
from openmetadata_provider.validation.reading.source import Document, Source
from openmetadata_provider.validation.run import Options, checked

if TYPE_CHECKING:
    from pydantic import BaseModel

_NOWHERE: Final = Mark(span=Span(0, 0, 0, 0))
Declared: TypeAlias = "Manifest | BaseModel | Mapping[str, Any] | str | PathLike[str]"
"""A manifest in any form: a request model, a document `{"kind": ..., "spec": ...}`, the path of a file or folder."""


def manifests_from(declared: Declared | Iterable[Declared], bindings: str = DEFAULT_BINDINGS) -> list[Manifest]:
    """The manifests: those of files first, each group in its order.

    Raises InvalidManifests with every mistake, UsageError for a path that is not there or what is no manifest.
    """
    given: list[Any] = [declared] if _is_one(declared) else list(cast("Iterable[Any]", declared))
    paths = [str(item) for item in given if isinstance(item, str | PathLike)]
    manifests = manifests_from_files(files_of(paths), bindings) if paths else []
    problems: list[Diagnostic] = []
    for number, item in enumerate((item for item in given if not isinstance(item, str | PathLike)), 1):
        for part in _declared(item, f"manifest {number}", bindings):
            if isinstance(part, Manifest):
                manifests.append(part)
            elif part.severity is Severity.error:
                problems.append(part)
    if problems:
        raise InvalidManifests(problems)
    return manifests


def _is_one(declared: Any) -> bool:
    """Whether it is one manifest; models can be iterated over, too."""
    return isinstance(declared, str | PathLike | Mapping | Manifest) or hasattr(type(declared), "model_fields")


def manifests_from_files(files: Iterable[str], bindings: str = DEFAULT_BINDINGS) -> list[Manifest]:
    """The manifests of files, in order. Raises InvalidManifests with every mistake in every file."""
    checks = Checks(literal_secrets=False, bindings=bindings)
    results = checked(list(files), Options(checks=checks, keeps_items=True, places_notes=False))
    if problems := [d for result in results for d in result.diagnostics if d.severity is Severity.error]:
        raise InvalidManifests(problems)
    return [_from_item(item, result.file) for result in results for item in result.items]


def _from_item(item: Item, file: str) -> Manifest:
    document = item.document.value if item.path == ("spec",) else {}
    return Manifest(
        kind=item.kind,
        payload=Payload(item.payload),
        lifecycle=_lifecycle(document),
        renamed_from=document.get("renamed_from", ""),
        origin=Origin(file=file, item=item),
    )


def _lifecycle(document: Mapping[str, Any]) -> Lifecycle:
    block = document.get("lifecycle")
    return lifecycle_from(block) if block else DEFAULT_LIFECYCLE


def _declared(item: Any, where: str, bindings: str) -> Iterator[Manifest | Diagnostic]:
    """The manifest that a program gave, and what is wrong with it. Raises UsageError for what is no manifest."""
    if isinstance(item, Manifest):
        yield item
    elif isinstance(item, Mapping):
        yield from _from_mapping(dict(item), where, bindings)
    else:
        kind, payload = _kind_of(item, where, bindings), _payload_of(item)
        yield from _faults(kind, payload, where, bindings)
        yield Manifest(kind=kind, payload=payload, origin=Origin(file=where))


def _from_mapping(value: dict[str, Any], where: str, bindings: str) -> Iterator[Manifest | Diagnostic]:
    document = Document(source=Source(where, ""), value=value, mark=lambda: _NOWHERE)
    parts = list(items(document, None, kinds(bindings)))
    if problems := [_at(part, where) for part in parts if isinstance(part, Diagnostic)]:
        yield from problems
        return
    for item in (part for part in parts if isinstance(part, Item)):
        yield from _faults(item.kind, Payload(item.payload), where, bindings)
        yield replace(_from_item(item, where), origin=Origin(file=where))


def _kind_of(model: Any, where: str, bindings: str) -> str:
    name = type(model).__name__
    for kind, entry in registry(bindings).items():
        if entry.request.rpartition(":")[2] == name:
            return kind
    raise UsageError(f"{where}: a {name} declares nothing. Give request models (CreateDashboardRequest), or documents.")


def _payload_of(model: Any) -> Payload:
    """What the model sets; None that was given, which JSON for the server leaves out, stays: it removes."""
    from openmetadata_provider.client.wire import wire_from_model  # imports pydantic

    payload = wire_from_model(model)
    for name, info in type(model).model_fields.items():
        if name in model.model_fields_set and getattr(model, name) is None:
            payload.value[info.alias or name] = None
    return payload


def _faults(kind: str, payload: Payload, where: str, bindings: str) -> Iterator[Diagnostic]:
    checks = Checks(literal_secrets=False, bindings=bindings)
    return (_at(diagnostic, where) for diagnostic in validate(payload.value, kind=kind, checks=checks))


def _at(diagnostic: Diagnostic, where: str) -> Diagnostic:
    return replace(diagnostic, place=Place(file=f"{where}{diagnostic.pointer}"))
