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

from serikat.engines.judgement.words import Words
from serikat.foundation.members.models import RosterImport
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import Roster
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster_import.fitting import fitted

MOST_BYTES = 10 * 2**20
MOST_OUTLETS = 20_000
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
    """The file of an import. Raises RosterError where it is not the one that was uploaded."""
    with roster_import.file.open("rb") as kept, on_disk(kept) as path:
        if hashlib.sha256(path.read_bytes()).hexdigest() != roster_import.sha256:
            raise RosterError(_CHANGED)
        yield path


def roster_of(roster_import: RosterImport) -> Roster:
    """The list as it was read by the columns that were chosen. Raises RosterError."""
    return _read(_Asked(roster_import), roster_import.sha256, roster_import.sheet, json.dumps(roster_import.columns))


class _Asked:
    """An import as what is asked of the cache, which tells lists apart by the content of the file alone."""

    def __init__(self, roster_import: RosterImport) -> None:
        self.roster_import = roster_import

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked)

    def __hash__(self) -> int:
        return 0


# Preview, confirmation and the annotated copy follow one another within minutes.
@lru_cache(maxsize=4)
def _read(asked: _Asked, _sha256: str, sheet: str, columns: str) -> Roster:
    chosen = json.loads(columns)
    mapping = {letters: Field(field) if field else None for letters, field in chosen.items()} if chosen else None
    with uploaded(asked.roster_import) as path:
        roster = fitted(read_roster(path, mapping, sheet or None))
    if len(roster.outlets) > MOST_OUTLETS:
        raise RosterError(_TOO_MANY.filled(count=len(roster.outlets), most=MOST_OUTLETS))
    return roster
