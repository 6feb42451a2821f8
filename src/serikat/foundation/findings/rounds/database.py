"""One connection to the database of a round: SQLite in a file by default, PostgreSQL by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

DATABASE_SETTING = "SERIKAT_ROUND_DATABASE"
_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql://", "postgres://")
# As measured for the whole house: WAL lets readers in while one writes, NORMAL survives the death of the program.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=134217728",
    "PRAGMA cache_size=-20000",
    "PRAGMA journal_size_limit=67108864",
)
_SECONDS_TO_WAIT = 20.0

Value = str | int | float | None
Row = tuple[Any, ...]


class DatabaseError(Exception):
    """A database that cannot be used, with what to do about it."""


class Database(Protocol):
    """What the table of a round asks of a database; SQL is written with `?` for values."""

    locks_rows: bool

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Runs one statement and gives the rows that it returns."""

    def many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for each set of values."""

    def transaction(self) -> Any:
        """A context in which all statements count, or none; writers wait for one another."""

    def close(self) -> None:
        """Lets go of the connection."""


def connected(url: str) -> Database:
    """A connection to `sqlite:///PATH` or `postgresql://…`.

    Raises DatabaseError where the address is neither, the driver is not installed, or nothing answers.
    """
    if url.startswith(_SQLITE):
        return _SQLite(Path(unquote(url.removeprefix(_SQLITE))))
    if url.startswith(_POSTGRESQL):
        return _PostgreSQL(url)
    raise DatabaseError(f"{DATABASE_SETTING}: tulis / write sqlite:///FILE, postgresql://USER:PASSWORD@HOST/NAME")


def sqlite_url(file: Path) -> str:
    """The address of a SQLite file."""
    return f"{_SQLITE}{file.absolute()}".replace("%", "%25")


class _SQLite:
    locks_rows = False

    def __init__(self, file: Path) -> None:
        try:
            self._connection = sqlite3.connect(file, timeout=_SECONDS_TO_WAIT, isolation_level=None)
            for pragma in _PRAGMAS:
                self._connection.execute(pragma)
        except sqlite3.Error as error:
            raise DatabaseError(f"{file}: {error}") from error

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        self._connection.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


class _PostgreSQL:
    locks_rows = True

    def __init__(self, url: str) -> None:
        try:
            import psycopg  # noqa: PLC0415 - an optional part
        except ImportError as error:
            raise DatabaseError('PostgreSQL: pasang dahulu / install first: pip install "serikat[postgres]"') from error
        try:
            self._connection = psycopg.connect(url, autocommit=True)
        except psycopg.Error as error:
            raise DatabaseError(f"{DATABASE_SETTING}: {error}") from error

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        cursor = self._connection.execute(_with_percent(sql), values)
        return cursor.fetchall() if cursor.description else []

    def many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_with_percent(sql), values)

    def transaction(self) -> Any:
        return self._connection.transaction()

    def close(self) -> None:
        self._connection.close()


def _with_percent(sql: str) -> bytes:
    return sql.replace("?", "%s").encode()
