"""The database file: one sandbox at a time, nothing half written when the disk is full."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sandbox_callers import Api

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer, StorageError
from openmetadata_provider.sandbox.authentication import ADMIN
from openmetadata_provider.sandbox.catalogue import Catalogue
from openmetadata_provider.sandbox.connections import Connectors
from openmetadata_provider.sandbox.entities import GLOSSARY
from openmetadata_provider.sandbox.schemas import Schemas
from openmetadata_provider.sandbox.storage import Store
from openmetadata_provider.sandbox.writing import create

RUN = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.sandbox.command import app; app()"]


def test_a_file_that_a_sandbox_has_open_is_refused_here_and_in_another_process(tmp_path: Path) -> None:
    database = str(tmp_path / "c.db")
    with SandboxServer(SandboxOptions(database=database)):
        with pytest.raises(StorageError, match="it is open elsewhere, most likely in another sandbox"):
            Store(database)
        command = [*RUN, "--port", "0", "--database", database]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
        expected = f"Cannot use database {database}: it is open elsewhere, most likely in another sandbox.\n"
        assert (done.returncode, done.stderr) == (1, expected)
    Store(database).close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "c.db"
    file.write_text("name,owner\n" * 100)
    with pytest.raises(StorageError, match="file is not a database"):
        Store(str(file))
    assert file.read_text() == "name,owner\n" * 100


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    options = SandboxOptions(database=str(tmp_path / "c.db"))
    schemas = Schemas(options.schemas)
    return Catalogue(store=Store(options.database), schemas=schemas, connectors=Connectors(schemas), options=options)


def test_a_full_disk_undoes_the_whole_write_and_the_store_goes_on(catalogue: Catalogue) -> None:
    store = catalogue.store
    requests = [{"name": "short", "description": "d"}, {"name": "long", "description": "d" * 100_000}]

    def write() -> None:
        with store.transaction():
            for request in requests:
                with store.savepoint():
                    create(catalogue, GLOSSARY, request, ADMIN)

    [(pages,)] = store.query("PRAGMA page_count")
    store.query(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        write()
    assert store.query("SELECT name FROM entity") == []
    assert store.by_fqn("glossary", "short") is None
    store.query("PRAGMA max_page_count=1000000")
    write()
    assert store.by_fqn("glossary", "long") is not None
    store.close()


def test_totals_follow_every_kind_of_write(world: Api) -> None:
    def total(**params: str) -> int:
        found: int = world.get("dashboards", limit="0", **params).json()["paging"]["total"]
        return found

    made = world.make("Dashboard", "d", domains=["sales"])
    assert (total(), total(domain="sales"), total(service="bi")) == (1, 1, 1)
    world.make("Dashboard", "e", domains=["sales"])
    assert (total(), total(domain="sales"), total(service="bi")) == (2, 2, 2)
    world.patch("Dashboard", made["id"], [{"op": "add", "path": "/domains", "value": []}])
    assert (total(), total(domain="sales")) == (2, 1)
    world.delete("Dashboard", made["id"])
    assert (total(), total(include="deleted"), total(include="all")) == (1, 1, 2)
    world.delete("DashboardService", "name/bi", recursive="true", hardDelete="true")
    assert (total(include="all"), total(domain="sales")) == (0, 0)
