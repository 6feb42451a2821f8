"""Who uses the data folder: many at a time who work in it, or one alone who changes all of it.

SQLite's own locks on an empty file: they work on every system, and go with the process that held them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

IN_USE = "in-use.lock"
UPGRADE = "upgrade.lock"


class InUseError(Exception):
    """Others hold the lock and did not let go in time."""


@contextmanager
def among_others(file: Path) -> Iterator[None]:
    """Share the lock for as long as the block runs. Raises InUseError where one holds it alone."""
    with _opened(file, 5.0) as lock:
        _ask(lock, "BEGIN")
        _ask(lock, "SELECT count(*) FROM sqlite_master")
        yield


@contextmanager
def alone(file: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock alone for as long as the block runs. Raises InUseError where others hold it for too long."""
    with _opened(file, wait_seconds) as lock:
        _ask(lock, "BEGIN EXCLUSIVE")
        yield


@contextmanager
def _opened(file: Path, wait_seconds: float) -> Iterator[sqlite3.Connection]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=wait_seconds, isolation_level=None)) as lock:
        # Nothing is ever written, so there is no need for a file to undo it.
        lock.execute("PRAGMA journal_mode=MEMORY")
        yield lock


def _ask(lock: sqlite3.Connection, words: str) -> None:
    try:
        lock.execute(words).fetchall()
    except sqlite3.OperationalError as error:
        raise InUseError(str(error)) from error
