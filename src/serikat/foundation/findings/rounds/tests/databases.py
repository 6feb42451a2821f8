"""Databases for the tests of the round's table: a SQLite file, and a throw-away PostgreSQL where one can be started."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL (initdb, pg_ctl) or psycopg is not installed here"


def postgresql_programs() -> Path | None:
    """Where initdb and pg_ctl stand; Debian keeps them off the path."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    usable = importlib.util.find_spec("psycopg") is not None
    return next((place for place in places if usable and (place / "pg_ctl").exists()), None)


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """The address of a fresh server that listens on a socket in a temporary folder alone."""
    with tempfile.TemporaryDirectory(prefix="serikat-pg-") as name:
        folder = Path(name)
        data = folder / "data"
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        run(programs / "initdb", "-D", data, "-U", "serikat", "--auth=trust", "--no-sync", "-E", "UTF8")
        server = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run(programs / "pg_ctl", "-D", data, "-o", server, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://serikat@/postgres?host={folder}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def run(*command: object) -> None:
    """PostgreSQL refuses to run as root, so root runs it as the user that its package made."""
    as_other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    arguments = [*as_other, *map(str, command)]
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
