"""Of every kind, what somebody else edits is told, and that it was them; a plan then mends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lifecycle.lifecycle_export_world import Pair, pair_of_servers

from openmetadata_provider import OpenMetadata, drift, export, plan
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.validation.kinds import kinds


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with pair_of_servers(tmp_path_factory.mktemp("servers")) as pair:
        yield pair


def rename(om: OpenMetadata, kind: str, fqn: str, text: str) -> None:
    path = f"/v1/{kinds()[kind].spec.collection}"
    entity = om.connection.run(fetch(Request(method="GET", path=f"{path}/name/{fqn}"))).value
    patch: Any = [{"op": "add", "path": "/displayName", "value": text}]
    om.connection.run(fetch(Request(method="PATCH", path=f"{path}/{entity['id']}", body=patch)))


@pytest.mark.parametrize("kind", kinds())
def test_of_every_kind_an_edit_is_told_with_its_author_and_mended(pair: Pair, kind: str) -> None:
    if kind == "Database":
        pair.created(kind, {"name": "d", "service": "db"})
    fqn = export(pair.source, kind, include_system=True)[-1].fqn
    rename(pair.source, kind, fqn, "As declared")
    declared = export(pair.source, f"{kind}/{fqn}")
    assert drift(pair.source, declared).is_empty
    rename(pair.person, kind, fqn, "Edited")
    (entity,) = drift(pair.source, declared).entities
    (one,) = entity.properties
    assert one.changed is not None
    assert (one.path, one.declared, one.on_server) == ("displayName", "As declared", "Edited")
    assert (one.changed.by, one.changed.is_exact) == ("admin", True)
    plan(pair.source, declared).apply().raise_for_failures()
    assert drift(pair.person, declared).is_empty
