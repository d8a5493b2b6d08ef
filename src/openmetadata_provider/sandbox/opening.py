"""Opening the SQLite database of a sandbox.

What is committed to a file survives the end of the process, however it ends. After a power cut the file is sound, but
the last writes may be missing: the disk is waited for at checkpoints, not at every commit.
"""

from __future__ import annotations

import sqlite3

from .errors import StorageError

PRAGMAS: dict[str, str | int] = {
    "locking_mode": "EXCLUSIVE",  # what the store remembers of the file is true only if nobody else writes it
    "journal_mode": "WAL",
    "synchronous": "NORMAL",
    "cache_size": -32_768,  # KiB
    "wal_autocheckpoint": 4_000,  # pages; each time the system is waited for
}
STATEMENTS = 1_000
"""Prepared statements that are kept."""


def opened(database: str | None) -> sqlite3.Connection:
    """A connection to a file, which it alone has until it is closed, or to memory. StorageError if that fails."""
    if database is None:
        return _connected(":memory:")
    try:
        connection = _connected(database)
    except sqlite3.Error as problem:
        raise StorageError(database, str(problem)) from None
    try:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        connection.executescript("BEGIN IMMEDIATE; COMMIT")  # takes the lock
    except sqlite3.Error as problem:
        connection.close()
        taken = problem.sqlite_errorcode == sqlite3.SQLITE_BUSY
        reason = "it is open elsewhere, most likely in another sandbox" if taken else str(problem)
        raise StorageError(database, reason) from None
    return connection


def _connected(database: str) -> sqlite3.Connection:
    return sqlite3.connect(
        database, timeout=0, isolation_level=None, check_same_thread=False, cached_statements=STATEMENTS
    )
