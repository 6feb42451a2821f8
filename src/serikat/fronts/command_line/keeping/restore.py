"""`serikat restore FILE`: a backup unpacked beside the data, compared with its hashes, and only then put in place."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import IO

from serikat.engines.judgement.words import Words
from serikat.fronts.command_line.house_lock import IN_USE, UPGRADE, InUseError, alone
from serikat.fronts.command_line.keeping.archive import BrokenArchiveError, Manifest, unpack
from serikat.fronts.command_line.keeping.databases import (
    DUMP,
    POSTGRESQL,
    SQLITE,
    DatabaseToolError,
    load_postgresql,
)
from serikat.fronts.command_line.web import bring_up_to_date, prepared

DONE, FAILED = 0, 2
_WAIT_SECONDS = 5.0
# What an installation makes for itself before anybody has used it.
_NOTHING_YET = {"static", "secret-key", UPGRADE}
# Names in the data folder that a restore itself uses.
_OURS = (IN_USE, ".restoring", ".replaced-")
_BROKEN = Words("{file} tidak dapat dipulihkan: {said}.", "{file} cannot be restored: {said}.")
_HOLDS_DATA = Words(
    "{place} sudah berisi data. Untuk menggantinya: serikat restore --replace FILE (yang lama disisihkan).",
    "{place} holds data already. To put this in its place: serikat restore --replace FILE (the old is put aside).",
)
_RUNNING = Words(
    "Serikat masih berjalan atas data ini. Hentikan serve dan work, lalu ulangi.",
    "Serikat still runs on this data. Stop serve and work, then try again.",
)
_OTHER_KIND = Words(
    "Cadangan ini dari {backup}, sedangkan pengaturan menunjuk {here}. Sesuaikan DATABASE_URL lebih dahulu.",
    "This backup is of {backup}, but the settings name {here}. Change DATABASE_URL first.",
)
_SAID = Words(
    "Dipulihkan: cadangan dari {moment} (Serikat {release}), {count} berkas, semua sama dengan sidik aslinya.",
    "Restored: the backup of {moment} (Serikat {release}), {count} files, all alike to their first hash.",
)


def restore(source: str, *, replace: bool) -> int:
    """Put a backup (a file, or `-` for standard input) in place. Returns 0, or 2 where nothing was changed.

    With `replace` what is there already is put aside in the data folder, except what a PostgreSQL database held.
    """
    data = prepared()
    try:
        with alone(data / IN_USE, _WAIT_SECONDS), closing(_opened(source)) as archive:
            if not replace and _holds_data(data):
                return _fail(_HOLDS_DATA.filled(place=_place(data)))
            manifest = _put_in_place(archive, data)
    except InUseError:
        return _fail(_RUNNING)
    except (BrokenArchiveError, OSError) as error:
        return _fail(_BROKEN.filled(file=source, said=str(error)))
    except (DatabaseToolError, _OtherKindError) as error:
        return _fail(error.words)
    bring_up_to_date(data)
    words = _SAID.filled(moment=manifest.made_at, release=manifest.release, count=len(manifest.files))
    print(words.id, words.en, sep="\n", file=sys.stderr)
    return DONE


class _OtherKindError(Exception):
    """The backup is of another kind of database."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def _put_in_place(archive: IO[bytes], data: Path) -> Manifest:
    """Unpack, compare, load, change the old for the new by names alone; a fault before that leaves all as it was."""
    arriving = data / ".restoring"
    shutil.rmtree(arriving, ignore_errors=True)
    arriving.mkdir(parents=True, mode=0o700)
    try:
        manifest = unpack(archive, arriving)
        here = _kind_here()
        if manifest.kind != here:
            raise _OtherKindError(_OTHER_KIND.filled(backup=manifest.kind, here=here))
        if here == POSTGRESQL:
            load_postgresql(os.environ["DATABASE_URL"], arriving / DUMP)
            (arriving / DUMP).unlink()
        _change_over(arriving, data)
    finally:
        shutil.rmtree(arriving, ignore_errors=True)
    return manifest


def _change_over(arriving: Path, data: Path) -> None:
    from django.db import connections  # noqa: PLC0415

    connections.close_all()
    old = [file for file in data.iterdir() if not file.name.startswith(_OURS)]
    if not _is_used(data):
        for file in old:
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    else:
        aside = data / f".replaced-{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005 - a name for people of this place
        aside.mkdir(mode=0o700)
        for file in old:
            file.rename(aside / file.name)
    for file in list(arriving.iterdir()):
        file.rename(data / file.name)


def _holds_data(data: Path) -> bool:
    """Whether anybody has put anything here, in the folder or in the database."""
    if _is_used(data):
        return True
    from django.db import connection  # noqa: PLC0415

    return connection.vendor == "postgresql" and bool(connection.introspection.table_names())


def _is_used(data: Path) -> bool:
    return any(file.name not in _NOTHING_YET and not file.name.startswith(_OURS) for file in data.iterdir())


def _kind_here() -> str:
    from django.db import connection  # noqa: PLC0415

    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def _place(data: Path) -> str:
    return f"PostgreSQL / {data}" if _kind_here() == POSTGRESQL else str(data)


def _opened(source: str) -> IO[bytes]:
    return sys.stdin.buffer if source == "-" else Path(source).open("rb")


def _fail(words: Words) -> int:
    print(words.id, words.en, sep="\n", file=sys.stderr)
    return FAILED
