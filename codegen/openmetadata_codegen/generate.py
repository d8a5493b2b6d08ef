"""The generator as one pure function: texts in, `{path: text}` and a report out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openmetadata_codegen.build import ServiceFamily, entity_specs, service_family
from openmetadata_codegen.bundle import bundle_text, bundles
from openmetadata_codegen.formatting import formatted
from openmetadata_codegen.load import SchemaSet, Skipped, Target, checked, parsed
from openmetadata_codegen.lower import Lowering
from openmetadata_codegen.lowered import Lowered
from openmetadata_codegen.manifest import Guess, Manifest, manifest_from_schemas, manifest_from_toml
from openmetadata_codegen.models import model_modules
from openmetadata_codegen.naming import Renaming, snake
from openmetadata_codegen.render import Printable, Printer, report_text
from openmetadata_codegen.repair import DEFAULT_RULES, RULES, Repair, repaired

Progress = Callable[[str], None]
"""Told the name of each stage as it begins."""

STAGES = ("load", "repair", "name", "bundle", "models", "render", "format")
_ALIAS = re.compile(r'^    (?P<python>\w+): .*Field\([^\n]*alias="(?P<wire>[^"]+)"', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A property whose wire name Python or pydantic does not leave free."""

    module: str
    wire: str
    python: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was changed, guessed and left out on the way."""

    repairs: tuple[Repair, ...]
    renamings: tuple[Renaming, ...]
    aliases: tuple[Alias, ...]
    guesses: tuple[Guess, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Everything that is written, by path below the output folder, and the report."""

    files: Mapping[str, str]
    report: Report


def generate(
    schema_texts: Mapping[str, str], manifest_text: str | None, package: str, progress: Progress = lambda _: None
) -> Output:
    """The bindings for `schema_texts` (path → JSON text).

    `manifest_text` is `entities.toml`; without it the entities are guessed from the files, and a file that cannot be
    used is left out and listed instead of being an error. Raises CodegenError.
    """
    lenient = manifest_text is None
    progress("load")
    schemas = parsed(schema_texts, lenient=lenient)
    progress("repair")
    schemas, repairs = _mended(schemas, lenient=lenient)
    manifest = manifest_from_schemas(schemas) if manifest_text is None else manifest_from_toml(manifest_text, schemas)
    progress("name")
    families = {e.create: f for e in manifest.entries if (f := service_family(schemas, e.create)) is not None}
    lowered = _lowered(schemas, manifest, families, package)
    progress("bundle")
    files = {f"{package}/schemas/{path}": bundle_text(schema) for path, schema in bundles(manifest, schemas).items()}
    progress("models")
    files |= {f"{package}/models/{path}": text for path, text in model_modules(lowered).items()}
    progress("render")
    files |= Printer(package=package, schemas=schemas, lowered=lowered).files(
        _printables(schemas, manifest, lowered, families)
    )
    progress("format")
    files = formatted(files)
    report = Report(
        repairs=repairs,
        renamings=tuple(lowered.renamings),
        aliases=_aliases(files),
        guesses=manifest.guesses,
        skipped=schemas.skipped,
    )
    files["docs/REPORT.md"] = _report_page(report, len(schemas.documents), len(manifest.entries))
    return Output(files=dict(sorted(files.items())), report=report)


def _mended(schemas: SchemaSet, *, lenient: bool) -> tuple[SchemaSet, tuple[Repair, ...]]:
    schemas, first = repaired(schemas, RULES)
    schemas = checked(schemas, lenient=lenient)
    schemas, second = repaired(schemas, DEFAULT_RULES)
    return schemas, tuple(sorted(first + second))


def _lowered(schemas: SchemaSet, manifest: Manifest, families: Mapping[str, ServiceFamily], package: str) -> Lowered:
    overrides: dict[tuple[Target, str], str] = {}
    for entry in manifest.entries:
        if (family := families.get(entry.create)) is not None:
            base = f"{package}.models.connectors.{snake(entry.kind)}"
            overrides[family.connection, "config"] = f"{base}.{entry.kind}Config"
            overrides[Target(entry.create), "connection"] = f"{base}_input.{entry.kind}ConnectionInput"
    lowered = Lowering(schemas, overrides, f"{package}.models.scalars").result()
    for entry in manifest.entries:
        if entry.create in families:
            _note_service(
                lowered,
                entry.create,
                entry.entity,
                f"{package}.models.connectors.{snake(entry.kind)}.{entry.kind}Model",
            )
    return lowered


def _note_service(lowered: Lowered, create: str, entity: str | None, base: str) -> None:
    request = lowered.notes[lowered.classes[Target(create)]]
    request.base = base
    request.inferred = ["serviceType"]
    if entity is not None:
        lowered.notes[lowered.classes[Target(entity)]].base = base


def _printables(
    schemas: SchemaSet, manifest: Manifest, lowered: Lowered, families: Mapping[str, ServiceFamily]
) -> list[Printable]:
    specs = entity_specs(manifest, schemas, lowered.classes.get)
    return [
        Printable(
            spec=spec,
            plural=entry.plural,
            request=Target(entry.create),
            entity=Target(entry.entity) if entry.entity and Target(entry.entity) in lowered.classes else None,
            family=families.get(entry.create),
        )
        for entry, spec in zip(manifest.entries, specs, strict=True)
    ]


def _aliases(files: Mapping[str, str]) -> tuple[Alias, ...]:
    modules = ((path, text) for path, text in files.items() if "/models/" in path and path.endswith(".py"))
    return tuple(
        Alias(module=path, wire=found["wire"], python=found["python"])
        for path, text in sorted(modules)
        for found in _ALIAS.finditer(text)
    )


def _report_page(report: Report, schemas: int, entities: int) -> str:
    rules = [
        (name, (rule.__doc__ or "").strip(), [r for r in report.repairs if r.rule == name])
        for name, rule in (*RULES, *DEFAULT_RULES)
    ]
    return report_text(
        schemas=schemas,
        entities=entities,
        rules=[row for row in rules if row[2]],
        renamings=report.renamings,
        aliases=report.aliases,
        guesses=report.guesses,
        skipped=report.skipped,
    )
