"""One entity as a document that declares it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_spec import EntitySpec


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exported(Mapping[str, Any]):
    """The document `{"kind": ..., "spec": ...}` of one entity, for `plan` and `validate` and YAML. Holds no secret."""

    definition: EntitySpec = field(repr=False)
    """What the kind is."""
    fqn: str
    spec: Mapping[str, Any] = field(repr=False)
    """The create request, as people write it."""
    variables: tuple[str, ...] = ()
    """Environment variables that stand for its secrets."""
    notes: tuple[str, ...] = ()
    """What was left out though the server has it, and why, one sentence each."""

    @property
    def kind(self) -> str:
        """`Dashboard`."""
        return self.definition.kind

    @property
    def key(self) -> Key:
        """Entity type and FQN."""
        return self.definition.entity_type, self.fqn

    @property
    def name(self) -> str:
        """Kind and FQN: `Dashboard looker.sales`."""
        return f"{self.kind} {self.fqn}"

    def __getitem__(self, key: str) -> Any:
        return {"kind": self.kind, "spec": self.spec}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(("kind", "spec"))

    def __len__(self) -> int:
        return 2
