"""Generated bindings, found by the name of their package and loaded one entity at a time.

The only thing a client relies on is `<package>.registry.ENTITIES`: kind → entry, an entry being strings, classes
written `module:Class`. Nothing else of a bindings package is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Protocol

from openmetadata_provider.errors import ConfigurationError

PROVENANCE: Final = "PROVENANCE.toml"
"""File of a generated package that tells what it was made from."""


class Entry(Protocol):
    """One kind of entity in a registry. Classes are `module:Class`."""

    @property
    def kind(self) -> str:
        """`Dashboard`."""

    @property
    def attribute(self) -> str:
        """Name of the collection on a client: `dashboards`."""

    @property
    def spec(self) -> str:
        """Its EntitySpec, as `module:NAME`."""

    @property
    def resource(self) -> str:
        """Subclass of `Resource`."""

    @property
    def async_resource(self) -> str:
        """Subclass of `AsyncResource`."""

    @property
    def request(self) -> str:
        """Model of the create request."""

    @property
    def entity(self) -> str:
        """Model of the entity."""


@cache
def registry(package: str) -> Mapping[str, Entry]:
    """Kind → entry. Raises ConfigurationError if there is no such package or it holds no registry."""
    name = f"{package}.registry"
    try:
        entities: Mapping[str, Entry] = import_module(name).ENTITIES
    except ModuleNotFoundError as error:
        if error.name not in (package, name):
            raise
        raise ConfigurationError(
            f"there is no bindings package {package!r}: module {error.name} is not installed. "
            "Generate it from the server's schemas (omp codegen generate), or correct bindings=."
        ) from None
    return entities


@cache
def bindings_release(package: str) -> str:
    """Release of the server that the bindings are generated for: `1.13`; empty if they do not tell."""
    import tomllib  # not before somebody asks
    from importlib.resources import files

    try:
        text = files(package).joinpath(PROVENANCE).read_text(encoding="utf-8")
        return str(tomllib.loads(text).get("release", ""))
    except (ModuleNotFoundError, OSError, ValueError):
        return ""


@cache
def entry_by_attribute(package: str) -> Mapping[str, Entry]:
    """Attribute → entry: what a client looks its collections up in."""
    return {entry.attribute: entry for entry in registry(package).values()}


@cache
def class_paths(package: str) -> Mapping[str, str]:
    """Class name → `module:Class`, for every class the registry names."""
    entries = registry(package).values()
    paths = [path for e in entries for path in (e.resource, e.async_resource, e.request, e.entity)]
    return {path.rpartition(":")[2]: path for path in paths}


def class_by_name(package: str, name: str) -> Any:
    """A class of the bindings: one the registry names, or another model. Raises AttributeError, ConfigurationError."""
    if (path := class_paths(package).get(name)) is not None:
        return load_class(path)
    models = f"{package}.models"
    if find_spec(models) is not None and (model := getattr(import_module(models), name, None)) is not None:
        return model
    raise AttributeError(f"no class {name!r} in {package}.{suggestion(name, class_paths(package))}")


def load_class(path: str) -> Any:
    """The class that `module:Class` names."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def suggestion(name: str, known: Mapping[str, object]) -> str:
    """` Did you mean X?` or nothing."""
    close = get_close_matches(name, known, n=1)
    return f" Did you mean {close[0]}?" if close else ""
