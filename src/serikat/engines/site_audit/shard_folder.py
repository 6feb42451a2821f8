"""The folder of one shard: its JSON lines, which of them are whole, what was begun, and a lock on it all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from serikat.engines.site_audit.evidence.copies import read_copies
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.file_locks import LockedError, locked

LINES, SKETCHES, MANIFEST = "audits.jsonl", "sketches.jsonl", "manifest.json"
_LOCK, _BEGUN = "lock", "begun"
_PROOF_OF_EVIDENCE = ("gathering.json", "pages.warc.gz")


class ShardBusyError(Exception):
    """Another worker holds the shard's folder, and a host is never visited by two."""


@dataclass(frozen=True, slots=True)
class AuditedOutlet:
    """One finished outlet: how far its gathering came, and where its line stands in the shard's file, in bytes."""

    key: str
    row: int
    reached: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Fault:
    """An outlet that could not be audited through a fault of ours, and the error in the machine's words."""

    key: str
    error: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What lines add up to; `reached` and `outcomes` count words of the audit, `moments` are those of gathering."""

    reached: Counter[str]
    outcomes: Counter[str]
    moments: tuple[str, ...]

    @classmethod
    def of(cls, *records: dict[str, Any]) -> Tally:
        """The sums of these lines."""
        return cls(
            Counter(record["reached"] for record in records),
            Counter(finding["outcome"] for record in records for finding in record["findings"]),
            tuple(sorted({record["gathered_at"] for record in records})),
        )


class ShardFolder:
    """A shard's folder, held by one worker at a time; used as a context manager.

    Of several lines for one outlet the last counts: what was judged again is added, and nothing is written over.
    `outdated` are the outlets whose line was judged without the copies that lie beside their evidence by now. Entering
    drops a torn last line and leftovers of a worker that died. Raises ShardBusyError where another worker holds the
    folder; the lock ends with its process, however that ends.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.finished: dict[str, AuditedOutlet] = {}
        self.outdated: set[str] = set()
        self._tallies: dict[str, Tally] = {}
        self._lock: IO[bytes] | None = None
        self._lines = self._sketches = -1
        self._end = 0

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock = locked(self._folder / _LOCK)
        except LockedError as error:
            raise ShardBusyError(str(error)) from error
        for draft in self._folder.glob(".*.draft"):
            shutil.rmtree(draft, ignore_errors=True)
        for audited, record in _whole_lines(self._folder):
            self._take(audited, record)
            self._end = audited.offset + audited.length
        self._lines = _opened(self._folder / LINES, self._end)
        self._sketches = _opened(self._folder / SKETCHES, _end_of_whole_lines(self._folder / SKETCHES))
        return self

    def _take(self, audited: AuditedOutlet, record: dict[str, Any]) -> None:
        self.finished[audited.key] = audited
        self._tallies[audited.key] = Tally.of(record)
        if _copies_beside(self._folder / _evidence_in(record)) == (record.get("copies") or []):
            self.outdated.discard(audited.key)
        else:
            self.outdated.add(audited.key)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._lines)
        os.close(self._sketches)
        if self._lock:
            self._lock.close()

    def begun(self) -> Counter[str]:
        """How often each outlet was begun since the round was last started."""
        try:
            return Counter((self._folder / _BEGUN).read_text(encoding="utf-8").splitlines())
        except FileNotFoundError:
            return Counter()

    def begin(self, key: str) -> None:
        """Note that an outlet is begun, for whoever has to find out what stopped a worker."""
        with (self._folder / _BEGUN).open("a", encoding="utf-8") as notes:
            notes.write(f"{key}\n")

    def keep_sketches(self, key: str, articles: Iterable[tuple[str, bytes]]) -> None:
        """Keep address and sketch of an outlet's articles; done before it is finished, so that no line lacks them."""
        coded = [[url, b64encode(numbers).decode()] for url, numbers in articles]
        _append(self._sketches, json.dumps({"outlet": key, "articles": coded}).encode() + b"\n")

    def finish(self, row: int, record: dict[str, Any], line: bytes) -> AuditedOutlet:
        """Write an outlet's line; on return it is on the disk, and the outlet is finished."""
        audited = _audited(record, row, self._end, line)
        _append(self._lines, line)
        self._end += len(line)
        self._take(audited, record)
        return audited

    def tally(self, keys: Iterable[str]) -> Tally:
        """What the lines of these finished outlets add up to."""
        tallies = [self._tallies[key] for key in keys]
        return Tally(
            sum((each.reached for each in tallies), Counter()),
            sum((each.outcomes for each in tallies), Counter()),
            tuple(sorted({moment for each in tallies for moment in each.moments})),
        )

    def close_with(self, manifest: Manifest) -> Manifest:
        """Write the manifest beside the lines, whole or not at all."""
        draft = self._folder / f".{MANIFEST}.draft"
        draft.write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        draft.replace(self._folder / MANIFEST)
        forget_begun(self._folder)
        return manifest


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a shard came to: every finished outlet with the hash of its line, the sums, and what failed through us.

    `reached` and `outcomes` map words of the audit to counts; the moments are those of the first and last gathering.
    """

    release: str
    standards: tuple[str, ...]
    audited: tuple[AuditedOutlet, ...]
    faults: tuple[Fault, ...]
    reached: dict[str, int]
    outcomes: dict[str, int]
    first_gathered_at: str
    last_gathered_at: str


def finished_lines(folder: Path) -> list[AuditedOutlet]:
    """The outlets finished in a shard's folder so far, each by its last line, read without holding it."""
    return list({audited.key: audited for audited, _ in _whole_lines(folder)}.values())


def forget_begun(folder: Path) -> None:
    """Drop the note of what was begun, when a stopped round starts again and no outlet is to blame for the stop."""
    (folder / _BEGUN).unlink(missing_ok=True)


def _whole_lines(folder: Path) -> Iterator[tuple[AuditedOutlet, dict[str, Any]]]:
    """The lines up to the first that is torn, or whose evidence is not there; what follows was never finished."""
    try:
        lines = (folder / LINES).open("rb")
    except FileNotFoundError:
        return
    offset = 0
    with lines:
        for line in lines:
            record = _record(line)
            if record is None or not _has_evidence(folder / _evidence_in(record)):
                return
            yield _audited(record, record["roster_row"], offset, line), record
            offset += len(line)


def _record(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        record: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return record


def _evidence_in(record: dict[str, Any]) -> str:
    """The name of the outlet's evidence in the shard's folder."""
    return str(record["evidence"]).rpartition("/")[2]


def _copies_beside(evidence: Path) -> list[dict[str, Any]] | None:
    """The copies noted beside an outlet's evidence; None where the note is damaged, which the judging then names."""
    try:
        return [asdict(copy) for copy in read_copies(evidence) or ()]
    except EvidenceError:
        return None


def _opened(path: Path, end: int) -> int:
    """A file to append to after its last whole line; a killed worker leaves at most a torn one behind that."""
    lines = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    os.ftruncate(lines, end)
    os.lseek(lines, end, os.SEEK_SET)
    return lines


def _append(lines: int, line: bytes) -> None:
    unwritten = memoryview(line)
    while unwritten:
        unwritten = unwritten[os.write(lines, unwritten) :]
    os.fsync(lines)


def _end_of_whole_lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(len(line) for line in lines if line.endswith(b"\n"))
    except FileNotFoundError:
        return 0


def _has_evidence(folder: Path) -> bool:
    files = [folder / name for name in _PROOF_OF_EVIDENCE]
    return all(file.is_file() and file.stat().st_size > 0 for file in files)


def _audited(record: dict[str, Any], row: int, offset: int, line: bytes) -> AuditedOutlet:
    return AuditedOutlet(
        key=record["outlet"],
        row=row,
        reached=record["reached"],
        offset=offset,
        length=len(line),
        sha256=hashlib.sha256(line).hexdigest(),
    )
