"""A database as it stands at one moment, put into a file while others write to it, and taken out of the file again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from serikat.engines.judgement.words import Words

SQLITE, POSTGRESQL = "sqlite", "postgresql"
DUMP = "database.pgdump"
_NOT_INSTALLED = Words(
    "{program} belum terpasang di mesin ini. Pasang klien PostgreSQL (Debian, Ubuntu: apt install postgresql-client).",
    "{program} is not installed here. Install PostgreSQL's client (Debian, Ubuntu: apt install postgresql-client).",
)
_WENT_WRONG = Words("{program} gagal: {said}", "{program} failed: {said}")


class DatabaseToolError(Exception):
    """A program that this needs is missing or failed, with what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def copy_sqlite(database: Path, into: Path) -> None:
    """A copy of a SQLite file as of now; whoever writes meanwhile does not wait.

    Page by page in one go, because VACUUM INTO of SQLite 3.40 stumbles over tables with generated columns.
    """
    with (
        closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=60)) as source,
        closing(sqlite3.connect(into)) as target,
    ):
        source.backup(target)
        # One file that stands alone, not a file with a journal beside it.
        target.execute("PRAGMA journal_mode=DELETE")


def dump_postgresql(address: str, into: Path) -> None:
    """A dump of the whole database as of now. Raises DatabaseToolError."""
    _run("pg_dump", address, "--format=custom", "--no-owner", "--no-privileges", f"--file={into}")


def load_postgresql(address: str, dump: Path) -> None:
    """Replace what the database holds by the dump, all or nothing. Raises DatabaseToolError."""
    options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _run("pg_restore", address, *options, "--dbname", _names(address)["PGDATABASE"], str(dump))


def _run(program: str, address: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise DatabaseToolError(_NOT_INSTALLED.filled(program=program))
    # By the environment, because everybody on the machine sees the arguments of a program.
    surroundings = {**os.environ, **_names(address)}
    done = subprocess.run([found, *arguments], env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise DatabaseToolError(_WENT_WRONG.filled(program=program, said=done.stderr.strip()[-500:]))


def _names(address: str) -> dict[str, str]:
    """An address `postgresql://USER:PASSWORD@HOST:PORT/NAME?option=…` as PostgreSQL's programs read it."""
    parts = urlsplit(address)
    said = {
        "PGHOST": parts.hostname,
        "PGPORT": str(parts.port) if parts.port else None,
        "PGUSER": unquote(parts.username) if parts.username else None,
        "PGPASSWORD": unquote(parts.password) if parts.password else None,
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    options = {"host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    said |= {options[name]: value for name, value in parse_qsl(parts.query) if name in options}
    return {name: value for name, value in said.items() if value}
