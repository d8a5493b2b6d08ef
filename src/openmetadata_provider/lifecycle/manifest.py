"""One entity as it is declared, in a file or by a program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.validation.documents import Item
from openmetadata_provider.validation.reading.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How an entity is to be treated when it changes or goes: the block `lifecycle` of a document."""

    prevent_destroy: bool = False
    """No plan that deletes or replaces the entity can be applied."""
    ignore_changes: tuple[str, ...] = ()
    """Properties that are set at creation and left alone afterwards: `description`, `connection.config.hostPort`."""
    delete: Literal["soft", "hard"] = "hard"
    """How it is deleted: for good, or so that it can be restored (where the kind has that)."""
    recursive: bool = False
    """Whether what is inside it, and declared nowhere, may go with it."""


DEFAULT_LIFECYCLE: Final = Lifecycle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a manifest comes from. As text: `catalog/looker.yaml:8`."""

    file: str
    item: Item | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.file}:{self._mark.span.line + 1}" if self.item is not None else self.file

    @property
    def _mark(self) -> Mark:
        """Positions are looked up when somebody asks: most manifests are never complained about."""
        if self.item is None:
            raise ValueError("a manifest of a program has no place in a file")
        return self.item.document.mark().at(self.item.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One entity as it is declared. Secrets in it are kept out of the repr."""

    kind: str
    """`Dashboard`."""
    payload: Payload
    """The create request, as people write it: absent is not managed, null or empty removes."""
    lifecycle: Lifecycle = DEFAULT_LIFECYCLE
    renamed_from: str = ""
    """Name or FQN that the entity had before, empty for none."""
    origin: Origin


def lifecycle_from(block: Mapping[str, Any]) -> Lifecycle:
    """The block `lifecycle` of a document that was found valid."""
    return Lifecycle(**{**block, "ignore_changes": tuple(block.get("ignore_changes") or ())})
