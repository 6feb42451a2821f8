"""Compares the articles of all outlets of a round by their sketches, and notes beside the evidence who has copies."""

from __future__ import annotations

import json
import mmap
from array import array
from base64 import b64decode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from serikat.engines.site_audit.evidence.copies import COPIES, Copy, read_copies, write_copies
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.reading.sketch import most_alike
from serikat.engines.site_audit.shard import evidence_name
from serikat.engines.site_audit.shard_folder import SKETCHES

Breath = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where an outlet's sketches stand: the folder of its shard, and the offset of the line there in bytes."""

    outlet: str
    shard: Path
    offset: int

    def articles(self) -> list[tuple[str, bytes]]:
        """Address and sketch of each article."""
        with (self.shard / SKETCHES).open("rb") as lines:
            lines.seek(self.offset)
            return [(url, b64decode(numbers)) for url, numbers in json.loads(lines.readline())["articles"]]

    @property
    def evidence(self) -> Path:
        return self.shard / evidence_name(self.outlet)


@dataclass(slots=True)
class _Shelf:
    """All sketches of a round, one after the other in a file, with the outlet of each by its place in `outlets`."""

    outlets: Sequence[_Kept]
    breath: Breath
    owners: array[int] = field(default_factory=lambda: array("I"))
    firsts: list[int] = field(default_factory=list)

    def fill(self, file: IO[bytes]) -> None:
        """Write the sketches out; the order is that of outlet and address, whoever audited them when."""
        for place, kept in enumerate(self.outlets):
            self.breath()
            self.firsts.append(len(self.owners))
            for _, numbers in kept.articles():
                file.write(numbers)
                self.owners.append(place)
        file.flush()

    def copies(self, file: IO[bytes], threshold: float) -> dict[int, list[tuple[int, int, float]]]:
        """For each outlet with copies: the number of its article, the place of the other one, and how alike."""
        found: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        if not self.owners:
            return found
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held, memoryview(held) as sketches:
            for each in most_alike(self.owners, sketches, threshold, self.breath):
                owner = self.owners[each.article]
                found[owner].append((each.article - self.firsts[owner], each.other, each.similarity))
        return found


def compare_articles(shards: Iterable[Path], threshold: float = 0.7, *, breath: Breath = lambda: None) -> set[Path]:
    """Note in the evidence of every outlet which of its articles are nearly those of another outlet of these shards.

    Returns the shards whose outlets have such notes: run again, they judge by them. May be repeated, and stopped at any
    moment: `breath` is called several times a second, and may end the work by raising. The sketches lie in a temporary
    file (256 bytes an article); of a million articles, 50,000 outlets with 20, some 160 MB are held in memory. Raises
    OSError where a file cannot be read or written.
    """
    shelf = _Shelf(sorted(_kept(shards, breath), key=lambda kept: kept.outlet), breath)
    with TemporaryFile() as file:
        shelf.fill(file)
        found = shelf.copies(file, threshold)
    noted = (kept.shard for place, kept in enumerate(shelf.outlets) if _note(shelf, place, found.get(place, [])))
    return set(noted)


def _kept(shards: Iterable[Path], breath: Breath) -> Iterator[_Kept]:
    """The outlets of these shards; of two lines for one outlet the later counts, and a torn one was never finished."""
    for shard in shards:
        places: dict[str, int] = {}
        offset = 0
        try:
            lines = (shard / SKETCHES).open("rb")
        except FileNotFoundError:
            continue
        with lines:
            for line in lines:
                breath()
                if line.endswith(b"\n"):
                    places[json.loads(line)["outlet"]] = offset
                offset += len(line)
        yield from (_Kept(outlet, shard, offset) for outlet, offset in places.items())


def _note(shelf: _Shelf, place: int, found: list[tuple[int, int, float]]) -> bool:
    """Bring the note beside one outlet's evidence up to date; whether there is one."""
    shelf.breath()
    kept = shelf.outlets[place]
    if not found and not (kept.evidence / COPIES).exists():
        return False
    if not kept.evidence.is_dir():
        return False
    urls = [url for url, _ in kept.articles()] if found else []
    copies = tuple(_copy(shelf, urls[article], other, alike) for article, other, alike in found)
    if _noted(kept.evidence) != copies:
        write_copies(kept.evidence, copies)
    return True


def _copy(shelf: _Shelf, url: str, other: int, alike: float) -> Copy:
    owner = shelf.owners[other]
    other_outlet = shelf.outlets[owner]
    return Copy(url, other_outlet.outlet, other_outlet.articles()[other - shelf.firsts[owner]][0], alike)


def _noted(evidence: Path) -> tuple[Copy, ...] | None:
    try:
        return read_copies(evidence)
    except EvidenceError:
        return None
