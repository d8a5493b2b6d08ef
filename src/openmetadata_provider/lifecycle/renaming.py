"""Names before and after: what `renamed_from` means for an entity, for what is inside it and for what refers to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openmetadata_provider.client.differences import references_of
from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.fqn import join, split
from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration, Key
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_spec import EntitySpec


class OldNames:
    """FQNs that declarations had before, by their new ones."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.by_key: dict[Key, str] = {}
        if any(declaration.manifest.renamed_from for declaration in catalogue):
            for level in catalogue.levels:
                for declaration in level:
                    self._note(declaration)

    def _note(self, declaration: Declaration) -> None:
        above = self.parent_of(declaration)
        given = declaration.manifest.renamed_from
        is_fqn = bool(given) and len(split(given)) > 1
        old = given if is_fqn else join(above, given or split(declaration.fqn)[-1])
        if old != declaration.fqn:
            self.by_key[declaration.key] = old

    def parent_of(self, declaration: Declaration) -> str:
        """FQN that what is around it has until the plan is applied; empty for a root."""
        parent = declaration.parent
        return "" if parent is None else self.by_key.get(parent, parent[1])

    def names_of(self, declaration: Declaration) -> tuple[str, ...]:
        """Under which names to look for it."""
        old = self.by_key.get(declaration.key)
        return (declaration.fqn,) if old is None else (declaration.fqn, old)


class Translation:
    """References of the server, as they will be when the plan is done: new names, and none to what is replaced."""

    def __init__(self) -> None:
        self._renamed: dict[Key, str] = {}
        self._gone: set[Key] = set()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is called otherwise and nothing is deleted."""
        return not self._renamed and not self._gone

    def rename(self, entity_type: str, old: str, new: str) -> None:
        """An entity that will be called otherwise."""
        self._renamed[entity_type, old] = new

    def remove(self, key: Key) -> None:
        """An entity that will be deleted: the references to it go with it, also where it is created anew."""
        self._gone.add(key)

    def applied(self, spec: EntitySpec, observed: Observed) -> Observed:
        """The entity with its references translated."""
        if self.is_empty:
            return observed
        properties = dict(observed.properties)
        for name, reference in references_of(spec).items():
            if properties.get(name):
                properties[name] = self._value(properties[name], reference.inside)
        if properties.get("tags"):
            properties["tags"] = [label for item in properties["tags"] for label in self._label(item)]
        return Observed(body=Payload(properties))

    def _value(self, value: Any, inside: str) -> Any:
        if isinstance(value, list):
            return [kept for item in value for kept in self._reference(item, inside)]
        return next(iter(self._reference(value, inside)), None)

    def _reference(self, item: Any, inside: str) -> list[Any]:
        held = item.get(inside, item) if inside and isinstance(item, Mapping) else item
        if not isinstance(held, Mapping):
            return [item]
        key = str(held.get("type")), str(held.get("fullyQualifiedName") or held.get("name"))
        if key in self._gone:
            return []
        if key not in self._renamed:
            return [item]
        renamed = {**held, "fullyQualifiedName": self._renamed[key]}
        return [{**item, inside: renamed} if held is not item else renamed]

    def _label(self, label: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        entity_type = "glossaryTerm" if label.get("source") == "Glossary" else "tag"
        key = entity_type, str(label.get("tagFQN"))
        if key in self._gone:
            return []
        return [{**label, "tagFQN": self._renamed[key]} if key in self._renamed else label]
