"""Printing with Jinja: everything in the output that is not a Pydantic model.

Decisions are made here, in Python; a template reads like the file it writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from openmetadata_codegen.build import ServiceFamily, type_label
from openmetadata_codegen.filters import docstring, md, py
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.lowered import Lowered
from openmetadata_codegen.models import HEADER
from openmetadata_codegen.naming import module_path, snake
from openmetadata_spec import EntitySpec, PropertySpec

SPELLINGS = {
    "fqn": "FQN",
    "name": "name",
    "id": "name or id (UUID)",
    "ref": "`user:jane`, `team:data`, or an object with the id",
}
UNTYPED = "UntypedEntity"
TRAITS = {"followers": "Followed", "votes": "Voted"}
"""Property of an entity → what its class inherits beside `Resource`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable:
    """One entity with all that its files need."""

    spec: EntitySpec
    plural: str
    request: Target
    entity: Target | None
    family: ServiceFamily | None

    @property
    def module(self) -> str:
        """Name of its resource module."""
        return snake(self.plural)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Prints the files of one package."""

    package: str
    schemas: SchemaSet
    lowered: Lowered

    def files(self, printables: Sequence[Printable]) -> dict[str, str]:
        """Path below the output folder → text."""
        out = dict(self._package_files(printables))
        for printable in printables:
            out[f"{self.package}/resources/{printable.module}.py"] = self._resource(printable)
            out[f"{self.package}/specs/{printable.module}.py"] = self._spec(printable.spec)
            out[f"docs/resources/{printable.spec.attribute}.md"] = self._page(printable)
            if printable.family is not None:
                out |= self._connectors(printable, printable.family)
        out["docs/README.md"] = _rendered("index.md.jinja", specs=[p.spec for p in printables])
        return out

    def _package_files(self, printables: Sequence[Printable]) -> Iterator[tuple[str, str]]:
        entities = [self._registered(p) for p in printables]
        context: dict[str, Any] = {"header": HEADER, "package": self.package, "entities": entities}
        yield f"{self.package}/__init__.py", _rendered("package.py.jinja", context)
        yield f"{self.package}/py.typed", ""
        yield f"{self.package}/registry.py", _rendered("registry.py.jinja", context)
        yield f"{self.package}/surface.py", _rendered("surface.py.jinja", context)
        yield f"{self.package}/models/scalars.py", self._scalars()
        yield from self._lazy_models()
        yield from self._lazy_resources(printables)

    def _scalars(self) -> str:
        scalars = dict(sorted(self.lowered.scalars.items()))
        return _rendered("scalars.py.jinja", header=HEADER, scalars=scalars)

    def _lazy_models(self) -> Iterator[tuple[str, str]]:
        names = {name: module_path(notes.source.file).replace("/", ".") for name, notes in self.lowered.notes.items()}
        title = "Every model by its name: `from " + self.package + ".models import CreateDashboardRequest`."
        return self._lazy("models", title, names | dict.fromkeys(self.lowered.scalars, "scalars"))

    def _lazy_resources(self, printables: Sequence[Printable]) -> Iterator[tuple[str, str]]:
        names = {name: p.module for p in printables for name in (p.plural, f"Async{p.plural}")}
        return self._lazy("resources", "Every collection by its name: `Dashboards`, `AsyncDashboards`.", names)

    def _lazy(self, folder: str, title: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        context = {"header": HEADER, "title": title, "package": f"{self.package}.{folder}"}
        for suffix in ("py", "pyi"):
            text = _rendered(f"init.{suffix}.jinja", names=dict(sorted(names.items())), **context)
            yield f"{self.package}/{folder}/__init__.{suffix}", text

    def _registered(self, printable: Printable) -> dict[str, str]:
        resource = f"{self.package}.resources.{printable.module}"
        entity = "openmetadata_provider.model.untyped:UntypedEntity"
        if printable.entity is not None:
            entity = self._path(printable.entity)
        return {
            "kind": printable.spec.kind,
            "attribute": printable.spec.attribute,
            "plural": printable.plural,
            "module": printable.module,
            "spec": f"{self.package}.specs.{printable.module}:SPEC",
            "resource": f"{resource}:{printable.plural}",
            "async_resource": f"{resource}:Async{printable.plural}",
            "request": self._path(printable.request),
            "entity": entity,
        }

    def _path(self, target: Target) -> str:
        model = self._model(target)
        return f"{model['module']}:{model['name']}"

    def _model(self, target: Target) -> dict[str, str]:
        module = f"{self.package}.models.{module_path(target.file).replace('/', '.')}"
        return {"module": module, "name": self.lowered.classes[target]}

    def _resource(self, printable: Printable) -> str:
        spec = printable.spec
        entity = None if printable.entity is None else self._model(printable.entity)
        document = self.schemas.documents[printable.request.file if printable.entity is None else printable.entity.file]
        text = f"{document.get('description', spec.kind)}\n\n`/api/v1/{spec.collection}` (`{spec.create_schema}`)"
        return _rendered(
            "resource.py.jinja",
            header=HEADER,
            package=self.package,
            module=printable.module,
            spec={"plural_title": printable.plural, "collection": spec.collection},
            plural=printable.plural,
            request=self._model(printable.request),
            entity=entity,
            bases=self._bases(printable),
            entity_name=UNTYPED if entity is None else entity["name"],
            docstring=docstring(text, indent=4),
        )

    def _bases(self, printable: Printable) -> list[str]:
        """What the class of an entity inherits because the entity has it: followers, votes, assets."""
        document = {} if printable.entity is None else self.schemas.documents[printable.entity.file]
        traits = [base for name, base in TRAITS.items() if name in document.get("properties", {})]
        return traits + (["HoldsAssets"] if printable.spec.assets_by else [])

    def _spec(self, spec: EntitySpec) -> str:
        return _rendered("spec.py.jinja", header=HEADER, kind=spec.kind, spec_source=source_of(spec))

    def _page(self, printable: Printable) -> str:
        spec, family = printable.spec, printable.family
        document = self.schemas.documents[printable.request.file if printable.entity is None else printable.entity.file]
        connected = {name for name, _ in family.connectors} if family else set()
        return _rendered(
            "page.md.jinja",
            spec=spec,
            plural=printable.plural,
            request=self._model(printable.request),
            description=document.get("description", ""),
            spellings=SPELLINGS,
            connectors=[self._connector(name, target) for name, target in family.connectors] if family else [],
            untyped=[t for t in spec.service.service_types if t not in connected] if spec.service else [],
        )

    def _connector(self, service_type: str, target: Target) -> dict[str, Any]:
        schema = self.schemas.at(target)
        required = set(schema.get("required", ()))
        properties = [
            PropertySpec(
                name=name,
                type=type_label(self.schemas, target.file, child, self.lowered.classes.get),
                required=name in required,
                secret=self.schemas.follow(target.file, child)[1].get("format") == "password",
                description=child.get("description")
                or self.schemas.follow(target.file, child)[1].get("description", ""),
            )
            for name, child in schema.get("properties", {}).items()
        ]
        model = self.lowered.classes[target]
        return {
            "service_type": service_type,
            "model": model,
            "description": schema.get("description", ""),
            "properties": properties,
        }

    def _connectors(self, printable: Printable, family: ServiceFamily) -> dict[str, str]:
        models = {self._model(t)["name"]: self._model(t)["module"] for _, t in family.connectors}
        service = printable.spec.service
        connection = self._model(family.connection)
        context = {
            "kind": printable.spec.kind,
            "entity_type": printable.spec.entity_type,
            "models": dict(sorted(models.items())),
            "connectors": [(name, self._model(t)["name"]) for name, t in family.connectors],
            "service_types": service.service_types if service else (),
            "aliases": service.aliases if service else (),
            "connection": connection["name"],
            "connection_module": connection["module"],
        }
        base = f"{self.package}/models/connectors/{snake(printable.spec.kind)}"
        return {
            f"{base}.py": _rendered("connectors.py.jinja", header=HEADER, family=context),
            f"{base}_input.py": _rendered("connection_input.py.jinja", header=HEADER, family=context),
        }


def source_of(value: Any) -> str:
    """A spec as Python source, defaults left out."""
    if is_dataclass(value) and not isinstance(value, type):
        given = [(f, getattr(value, f.name)) for f in fields(value)]
        inner = ", ".join(f"{f.name}={source_of(v)}" for f, v in given if v != f.default)
        return f"{type(value).__name__}({inner})"
    if isinstance(value, tuple):
        return f"({', '.join(source_of(v) for v in value)}{',' if value else ''})"
    return py(value)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters |= {"py": py, "docstring": docstring, "md": md, "code": lambda text: f"`{text}`"}
    return environment


def _rendered(name: str, *contexts: Mapping[str, Any], **context: Any) -> str:
    """The text of one template."""
    return _environment().get_template(name).render(*contexts, **context)


def report_text(**context: Any) -> str:
    """The report page."""
    return _rendered("report.md.jinja", **context)
