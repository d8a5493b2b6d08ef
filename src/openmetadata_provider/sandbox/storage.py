"""Storage in SQLite: entities, the versions they had, and the relationships between them.

One connection, used by one thread at a time. A write is one transaction; a row of a bulk write is a savepoint in it.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from .errors import already_exists
from .opening import opened

TABLES = """
CREATE TABLE IF NOT EXISTS entity(
  type TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, fqn TEXT NOT NULL, deleted INTEGER NOT NULL,
  version REAL NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL, document TEXT NOT NULL,
  PRIMARY KEY(type, id));
CREATE UNIQUE INDEX IF NOT EXISTS entity_fqn ON entity(type, fqn);
CREATE INDEX IF NOT EXISTS entity_listed ON entity(type, name, id, deleted);
CREATE INDEX IF NOT EXISTS entity_below ON entity(type, fqn, deleted, name, id);
DROP INDEX IF EXISTS entity_order;
CREATE INDEX IF NOT EXISTS entity_name ON entity(type, name COLLATE NOCASE);
CREATE UNIQUE INDEX IF NOT EXISTS user_email ON entity(json_extract(document, '$.email')) WHERE type = 'user';
CREATE TABLE IF NOT EXISTS version(
  id TEXT NOT NULL, version REAL NOT NULL, document TEXT NOT NULL, PRIMARY KEY(id, version));
CREATE TABLE IF NOT EXISTS link(
  from_type TEXT NOT NULL, from_id TEXT NOT NULL, relation TEXT NOT NULL, to_type TEXT NOT NULL, to_id TEXT NOT NULL,
  label TEXT, PRIMARY KEY(from_id, relation, to_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS link_back ON link(to_id, relation);
"""
COLUMNS = "type, id, name, fqn, deleted, version, updated_at, updated_by, document"
REMEMBERED, LARGEST = 1_000, 16_384
"""Rows of one type that are kept in memory to be found again, and the characters of the largest document kept."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stored entity: the columns that look-ups need, and the plain properties as JSON text."""

    type: str
    id: str
    name: str
    fqn: str
    deleted: bool
    version: float
    updated_at: int
    updated_by: str
    document: str

    @classmethod
    def from_columns(cls, columns: Sequence[Any]) -> Row:
        """A row from the columns of a query, in the order of `COLUMNS`."""
        *key, deleted, version, updated_at, updated_by, document = columns
        return cls(key[0], key[1], key[2], key[3], bool(deleted), version, updated_at, updated_by, document)

    @property
    def plain(self) -> dict[str, Any]:
        """The plain properties, parsed anew."""
        parsed: dict[str, Any] = json.loads(self.document)
        return parsed


class Store:
    """The database of one sandbox."""

    def __init__(self, database: str | None) -> None:
        """`database` is a path, or None for memory. StorageError if the file is of no use, or another store has it."""
        self._db = opened(database)
        self._db.executescript(TABLES)
        self._found: defaultdict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
        self._counted: dict[tuple[Any, ...], int] = {}

    def close(self) -> None:
        """Close the database; the store is of no use after."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside, or none. The 409 of a unique index comes out as `ApiError`."""
        with self._bracket("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)):
            yield

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Like a transaction, inside one."""
        with self._bracket("SAVEPOINT step", "RELEASE step", ("ROLLBACK TO step", "RELEASE step")):
            yield

    @contextmanager
    def _bracket(self, begin: str, keep: str, drop: tuple[str, ...]) -> Iterator[None]:
        self._db.execute(begin)
        try:
            yield
            self._db.execute(keep)
        except BaseException as failure:
            self._found.clear()
            self._counted.clear()
            for statement in drop if self._db.in_transaction else ():  # a full disk may have ended it already
                self._db.execute(statement)
            if isinstance(failure, sqlite3.IntegrityError):
                raise already_exists() from None
            raise

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self._db.execute(sql, values).fetchall()

    def count(self, where: str, *values: Any) -> int:
        """How many entities a condition holds for; remembered until the next write, for the pages of one list."""
        key = (where, *values)
        if key not in self._counted:
            [(self._counted[key],)] = self.query(f"SELECT count(*) FROM entity WHERE {where}", *values)
        return self._counted[key]

    def by_id(self, entity_type: str, entity_id: str) -> Row | None:
        """The entity with this UUID, deleted or not."""
        return self._one(entity_type, "id", entity_id)

    def by_fqn(self, entity_type: str, fqn: str) -> Row | None:
        """The entity with exactly this FQN, deleted or not."""
        return self._one(entity_type, "fqn", fqn)

    def _one(self, entity_type: str, column: str, value: str) -> Row | None:
        """A row, remembered until an entity of its type is written: bulk calls look up the same parent every time."""
        remembered = self._found[entity_type]
        if (known := remembered.get((column, value))) is not None:
            return known
        sql = f"SELECT {COLUMNS} FROM entity WHERE type = ? AND {column} = ?"
        columns = self._db.execute(sql, (entity_type, value)).fetchone()
        if columns is None:
            return None
        row = Row.from_columns(columns)
        if len(remembered) >= REMEMBERED:
            remembered.clear()
        if len(row.document) <= LARGEST:
            remembered[column, value] = row
        return row

    def _forget(self, entity_type: str) -> None:
        """Entities of this type are about to be written."""
        self._found[entity_type].clear()
        self._counted.clear()

    def insert(self, row: Row) -> None:
        """Store a new entity. 409, and nothing is stored, if its FQN (or the e-mail address of a user) is taken."""
        self._forget(row.type)
        values = (
            row.type, row.id, row.name, row.fqn, row.deleted, row.version, row.updated_at, row.updated_by, row.document,
        )  # fmt: skip
        try:
            self._db.execute(f"INSERT INTO entity({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        except sqlite3.IntegrityError:
            raise already_exists() from None

    def update(self, row: Row) -> None:
        """Store an entity over itself."""
        self._forget(row.type)
        self._db.execute(
            "UPDATE entity SET name = ?, fqn = ?, deleted = ?, version = ?, updated_at = ?, updated_by = ?,"
            " document = ? WHERE type = ? AND id = ?",
            (
                row.name,
                row.fqn,
                row.deleted,
                row.version,
                row.updated_at,
                row.updated_by,
                row.document,
                row.type,
                row.id,
            ),
        )

    def rewrite(self, row: Row, plain: dict[str, Any]) -> None:
        """Store other plain properties without a new version, for entities that a change elsewhere hits."""
        self.update(replace(row, document=json.dumps(plain)))

    def rows_where(self, entity_type: str, condition: str, *values: Any) -> list[Row]:
        """The entities of a type for which a piece of SQL is true."""
        found = self.query(f"SELECT {COLUMNS} FROM entity WHERE type = ? AND {condition}", entity_type, *values)
        return [Row.from_columns(columns) for columns in found]

    def rename_below(self, old_fqn: str, new_fqn: str, entity_types: Sequence[str]) -> None:
        """Move the entities of some types below one FQN to another."""
        for entity_type in entity_types:
            self._forget(entity_type)
            self._db.execute(
                "UPDATE entity SET fqn = ? || substr(fqn, ?) WHERE type = ? AND fqn > ? AND fqn < ?",
                (new_fqn, len(old_fqn) + 1, entity_type, f"{old_fqn}.", f"{old_fqn}/"),
            )

    def remove(self, row: Row) -> None:
        """Forget an entity, its versions and its relationships."""
        self._forget(row.type)
        self._db.execute("DELETE FROM entity WHERE type = ? AND id = ?", (row.type, row.id))
        self._db.execute("DELETE FROM version WHERE id = ?", (row.id,))
        self._db.execute("DELETE FROM link WHERE from_id = ?", (row.id,))
        self._db.execute("DELETE FROM link WHERE to_id = ?", (row.id,))

    def link(self, source: tuple[str, str], relation: str, target: tuple[str, str], label: str | None = None) -> None:
        """Relate two entities, each given by type and id."""
        self._counted.clear()
        self._db.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?, ?)", (*source, relation, *target, label))

    def unlink(self, source_id: str, relation: str, target_id: str) -> None:
        """Take a relationship away."""
        self._counted.clear()
        self._db.execute(
            "DELETE FROM link WHERE from_id = ? AND relation = ? AND to_id = ?", (source_id, relation, target_id)
        )

    def add_version(self, entity_id: str, version: float, document: str) -> None:
        """Keep what an entity was at `version`."""
        self._db.execute("INSERT OR REPLACE INTO version VALUES (?, ?, ?)", (entity_id, version, document))

    def forget_version(self, entity_id: str, version: float) -> None:
        """Take a past version out of the history, because it is the present one again."""
        self._db.execute("DELETE FROM version WHERE id = ? AND version = ?", (entity_id, version))

    def versions(self, entity_id: str) -> list[tuple[float, str]]:
        """Past versions with their documents, newest first."""
        found = self.query("SELECT version, document FROM version WHERE id = ? ORDER BY version DESC", entity_id)
        return [(version, document) for version, document in found]
