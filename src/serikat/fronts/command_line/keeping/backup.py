"""`serikat backup FILE`: the databases as of one moment, then every file that they speak of; all goes on running."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from serikat import RELEASE
from serikat.engines.judgement.words import Words
from serikat.fronts.command_line.house_lock import IN_USE, UPGRADE, InUseError, among_others
from serikat.fronts.command_line.keeping.archive import ArchiveWriter, writing
from serikat.fronts.command_line.keeping.databases import (
    DUMP,
    POSTGRESQL,
    SQLITE,
    DatabaseToolError,
    copy_sqlite,
    dump_postgresql,
)
from serikat.fronts.command_line.web import BEING_RESTORED, prepared

DONE, FAILED = 0, 2
# Made anew at every start, or of no use to anybody later.
_LEFT_OUT = {"static", IN_USE, UPGRADE}
_NOT_KEPT = (".backup-", ".restoring", ".replaced-")
_SQLITE_FILES = (".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".sqlite3-journal")
_SAID = Words(
    "Cadangan {file}: {count} berkas, {size} MB. Isinya data pribadi: simpan terkunci, di mesin lain.",
    "Backup {file}: {count} files, {size} MB. It holds personal data: keep it locked, on another machine.",
)
_THERE = Words("{file} sudah ada; pilih nama lain.", "{file} exists already; choose another name.")


def back_up(target: str) -> int:
    """Write a backup to the file, which must not exist yet, or to standard output for `-`. Returns 0, or 2."""
    data = prepared()
    # pg_dump wants the address as it was written; Django's settings hold it in pieces.
    address = os.environ.get("DATABASE_URL", "") if _is_on_postgresql() else ""
    try:
        with among_others(data / IN_USE), _sink(target) as sink, writing(sink) as archive:
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            _add_databases(archive, data, address)
            for file, name in _files(data):
                archive.add(file, name)
            archive.close_with(RELEASE, moment, POSTGRESQL if address else SQLITE)
    except FileExistsError:
        return _fail(_THERE.filled(file=target))
    except DatabaseToolError as error:
        return _fail(error.words)
    except InUseError:
        print(BEING_RESTORED, file=sys.stderr)
        return FAILED
    size = f"{Path(target).stat().st_size / 1e6:.1f}" if target != "-" else "–"
    words = _SAID.filled(file=target, count=len(archive.files), size=size)
    print(words.id, words.en, sep="\n", file=sys.stderr)
    return DONE


def _add_databases(archive: ArchiveWriter, data: Path, address: str) -> None:
    """They go first: a file that a row speaks of was written before the row, so it is still found afterwards."""
    with tempfile.TemporaryDirectory(dir=data, prefix=".backup-") as name:
        if address:
            dump_postgresql(address, Path(name, DUMP))
            archive.add(Path(name, DUMP), DUMP)
        # The table of rounds before the database: an outlet that the database knows is then never done twice.
        for database in sorted(data.glob("*.sqlite3")):
            copy_sqlite(database, Path(name, database.name))
            archive.add(Path(name, database.name), database.name)


def _files(data: Path) -> Iterator[tuple[Path, str]]:
    """What else lies in the data folder, with its name in the archive."""
    for folder, folders, names in os.walk(data):
        here = Path(folder)
        if here == data:
            folders[:] = [name for name in folders if name not in _LEFT_OUT and not name.startswith(_NOT_KEPT)]
            names = [name for name in names if name not in _LEFT_OUT and not name.endswith(_SQLITE_FILES)]
        folders.sort()
        yield from ((here / name, (here / name).relative_to(data).as_posix()) for name in sorted(names))


@contextmanager
def _sink(target: str) -> Iterator[IO[bytes]]:
    """Where the backup goes. A file gets its name only once it is whole."""
    if target == "-":
        yield sys.stdout.buffer
        return
    file = Path(target)
    if file.exists():
        raise FileExistsError(target)
    part = file.with_name(f"{file.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


def _is_on_postgresql() -> bool:
    from django.db import connection  # noqa: PLC0415

    return connection.vendor == "postgresql"


def _fail(words: Words) -> int:
    print(words.id, words.en, sep="\n", file=sys.stderr)
    return FAILED
