"""The uploaded file as a file of this machine, wherever files are kept; it is never handed out as it came."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO

from django.core.files.storage import default_storage

from serikat.engines.judgement.words import Words
from serikat.foundation.members.models import RosterImport
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import Roster
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster_import.fitting import fitted

MOST_BYTES = 10 * 2**20
MOST_OUTLETS = 20_000
ERASED = Words(
    "Isi daftar ini sudah dihapus karena masa simpannya habis. Unggah lagi berkasnya bila masih diperlukan.",
    "The content of this list was erased, since its time was over. Upload the file again if it is still needed.",
)
_CHANGED = Words(
    "Berkas yang tersimpan tidak sama lagi dengan yang diunggah. Unggah lagi berkasnya.",
    "The stored file is no longer the one that was uploaded. Upload it again.",
)
_TOO_MANY = Words(
    "Daftar ini memuat {count} media; paling banyak {most} sekali unggah. Bagi menjadi beberapa berkas.",
    "This list holds {count} outlets; at most {most} can be taken in at once. Split it into several files.",
)


@contextmanager
def on_disk(file: IO[bytes]) -> Iterator[Path]:
    """A copy of the content under a name that says nothing, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        yield path


@contextmanager
def uploaded(roster_import: RosterImport) -> Iterator[Path]:
    """The file of an import. Raises RosterError where it was erased, or is not the one that was uploaded."""
    if roster_import.erased_at is not None:
        raise RosterError(ERASED)
    with _stored(roster_import.file.name or "", roster_import.sha256) as path:
        yield path


def roster_of(roster_import: RosterImport) -> Roster:
    """The list as it was read by the columns that were chosen. Raises RosterError."""
    if roster_import.erased_at is not None:
        raise RosterError(ERASED)
    columns = json.dumps(roster_import.columns)
    return _read(roster_import.file.name or "", roster_import.sha256, roster_import.sheet, columns)


# Preview, confirmation and the annotated copy follow one another within minutes.
@lru_cache(maxsize=4)
def _read(name: str, sha256: str, sheet: str, columns: str) -> Roster:
    chosen = json.loads(columns)
    mapping = {letters: Field(field) if field else None for letters, field in chosen.items()} if chosen else None
    with _stored(name, sha256) as path:
        roster = fitted(read_roster(path, mapping, sheet or None))
    if len(roster.outlets) > MOST_OUTLETS:
        raise RosterError(_TOO_MANY.filled(count=len(roster.outlets), most=MOST_OUTLETS))
    return roster


@contextmanager
def _stored(name: str, sha256: str) -> Iterator[Path]:
    with default_storage.open(name) as kept, on_disk(kept) as path:
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise RosterError(_CHANGED)
        yield path
