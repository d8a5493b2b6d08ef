"""Relations that two documents would tell: each is told once, so that one of the two can be made first.

Teams list their users and users their teams; a term lists its related terms and is listed by them. A list is managed as
a whole, so it is left out only where the documents of all that it names tell the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from openmetadata_provider.client.differences import ORGANIZATION
from openmetadata_provider.client.references import reference_fqn
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.exporting.document import Exported

MIRRORS: Final = (("user", "teams", "team", "users"), ("glossaryTerm", "relatedTerms", "glossaryTerm", "relatedTerms"))
"""Entity type and property that are left out, and those that tell the same from the other side."""


_EVERYBODY: Final = (ORGANIZATION["type"], ORGANIZATION["name"])
"""The team that everybody is in who was in no other once: it need not tell its users."""


def told_once(documents: Iterable[Exported]) -> list[Exported]:
    """The documents, without the lists that others tell."""
    found = {document.key: document for document in documents}
    for entity_type, name, other_type, other_name in MIRRORS:
        for key in [key for key in found if key[0] == entity_type]:
            named = [(other_type, reference_fqn(other_type, text)) for text in found[key].spec.get(name, ())]
            told = [target for target in named if target != _EVERYBODY]
            if told and all(_tells(found.get(other), other_name, key) for other in told):
                found[key] = without(found[key], name)
    return list(found.values())


def _tells(document: Exported | None, name: str, key: Key) -> bool:
    names = document.spec.get(name, ()) if document is not None else ()
    return key[1] in [reference_fqn(key[0], text) for text in names]


def without(document: Exported, name: str, note: str = "") -> Exported:
    """The document without one property, and why that was left out, if it is told nowhere else."""
    spec: Mapping[str, Any] = {key: value for key, value in document.spec.items() if key != name}
    return replace(document, spec=spec, notes=(*document.notes, *filter(None, (note,))))
