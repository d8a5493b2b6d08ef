"""What lowering gives: schemas for datamodel-code-generator, and beside them what its templates are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from openmetadata_codegen.jsonschema import Schema
from openmetadata_codegen.load import Target
from openmetadata_codegen.naming import Renaming


@dataclass(slots=True, kw_only=True)
class ClassNotes:
    """What the template of a class is told beside its schema."""

    source: Target
    description: str = ""
    docs: dict[str, str] = field(default_factory=dict)
    markers: dict[str, list[str]] = field(default_factory=dict)
    is_open: bool = False
    exclusive: list[list[str]] = field(default_factory=list)
    needed: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    """Required properties that a validator can fill in, so that a type checker must not demand them."""
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text or a number with limits, as a named type: `EntityName`."""

    type: str
    limits: tuple[tuple[str, Any], ...]
    """Keyword arguments of pydantic's `Field`."""
    description: str
    source: Target


@dataclass(slots=True, kw_only=True)
class Lowered:
    """Input for datamodel-code-generator: definitions by module path, notes by class name."""

    modules: dict[str, dict[str, Schema]]
    notes: dict[str, ClassNotes]
    classes: dict[Target, str]
    scalars: dict[str, Scalar]
    renamings: list[Renaming]
