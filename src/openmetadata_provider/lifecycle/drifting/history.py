"""Who changed a property: the newest version of its entity whose description of changes names it.

Source: reference/openmetadata-server.md, 3.4 and 6.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from openmetadata_provider.client.answers import or_none_if_absent
from openmetadata_provider.client.exchange import Steps
from openmetadata_provider.client.history import version_rows, versions_request
from openmetadata_provider.client.plurals import SINGULAR
from openmetadata_provider.lifecycle.changes import Observed
from openmetadata_provider.lifecycle.drifting.findings import LastChange
from openmetadata_spec import EntitySpec

DELETED: Final = "deleted"
"""The property that says whether an entity is soft-deleted."""
_LISTS: Final = ("fieldsAdded", "fieldsUpdated", "fieldsDeleted")
_MANY: Final = {one: many for many, one in SINGULAR.items()}


def history_of(spec: EntitySpec, entity: Observed) -> Steps[list[Mapping[str, Any]]]:
    """The versions of an entity, newest first; none where the server keeps none. Raises ApiError, AnswerError."""
    request = versions_request(f"/v1/{spec.collection}/{entity.id}", entity.fqn)
    rows = yield from or_none_if_absent(version_rows(request))
    return [row.value for row in rows or () if isinstance(row.value, Mapping)]


def last_change(path: str, versions: Iterable[Mapping[str, Any]], entity: Observed) -> LastChange | None:
    """Who changed the property at a path last. None if not even the last change of the entity is known."""
    for version in versions:
        if any(_touches(name, path) for name in _changed(version)):
            return _change(version, is_exact=True)
    return _change(entity.properties, is_exact=False)


def _changed(version: Mapping[str, Any]) -> Iterator[str]:
    """Names of what a version changed: top-level properties, now and then the path of something inside."""
    description = version.get("changeDescription")
    if not isinstance(description, Mapping):
        return
    fields = (field for name in _LISTS for field in description.get(name) or ())
    yield from (str(field["name"]) for field in fields if isinstance(field, Mapping) and field.get("name"))


def _touches(name: str, path: str) -> bool:
    """Whether one of them holds the other."""
    own, asked = _steps(name), _steps(path)
    length = min(len(own), len(asked))
    return own[:length] == asked[:length]


def _steps(path: str) -> Sequence[str]:
    first, *rest = path.split(".")
    return [_MANY.get(first, first), *rest]


def _change(version: Mapping[str, Any], *, is_exact: bool) -> LastChange | None:
    by, at, number = version.get("updatedBy"), version.get("updatedAt"), version.get("version")
    if not by:
        return None
    return LastChange(
        by=str(by),
        at=datetime.fromtimestamp(at / 1000, UTC) if isinstance(at, int) else None,
        version=float(number) if isinstance(number, int | float) else None,
        is_exact=is_exact,
    )
