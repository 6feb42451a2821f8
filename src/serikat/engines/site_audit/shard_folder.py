"""The folder of one shard: its JSON lines, which of them are whole, what was begun, and a lock on it all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

LINES, MANIFEST = "audits.jsonl", "manifest.json"
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


@dataclass(slots=True)
class Tally:
    """What the lines of a shard add up to; `reached` and `outcomes` count words of the audit."""

    reached: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    moments: list[str] = field(default_factory=list)

    def add(self, record: dict[str, Any]) -> None:
        """Count one line; of the moments only the first and the last are kept."""
        self.reached[record["reached"]] += 1
        self.outcomes.update(finding["outcome"] for finding in record["findings"])
        moments = sorted((*self.moments, record["gathered_at"]))
        self.moments = [moments[0], moments[-1]]


class ShardFolder:
    """A shard's folder, held by one worker at a time; used as a context manager.

    Entering drops a torn last line and leftovers of a worker that died. Raises ShardBusyError where another worker
    holds the folder; the lock ends with its process, however that ends.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.finished: dict[str, AuditedOutlet] = {}
        self.tally = Tally()
        self._lock: IO[bytes] | None = None
        self._lines = -1
        self._end = 0

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = locked(self._folder / _LOCK)
        for draft in self._folder.glob(".*.draft"):
            shutil.rmtree(draft, ignore_errors=True)
        for audited, record in _whole_lines(self._folder):
            self.finished[audited.key] = audited
            self.tally.add(record)
            self._end = audited.offset + audited.length
        # The lines are appended to with the plainest of calls, so that a killed worker leaves at most a torn last one.
        self._lines = os.open(self._folder / LINES, os.O_RDWR | os.O_CREAT, 0o644)
        os.ftruncate(self._lines, self._end)
        os.lseek(self._lines, self._end, os.SEEK_SET)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._lines)
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

    def finish(self, row: int, record: dict[str, Any], line: bytes) -> AuditedOutlet:
        """Write an outlet's line; on return it is on the disk, and the outlet is finished."""
        audited = _audited(record, row, self._end, line)
        unwritten = memoryview(line)
        while unwritten:
            unwritten = unwritten[os.write(self._lines, unwritten) :]
        os.fsync(self._lines)
        self._end += len(line)
        self.finished[audited.key] = audited
        self.tally.add(record)
        return audited

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
    """The outlets finished in a shard's folder so far, read without holding it."""
    return [audited for audited, _ in _whole_lines(folder)]


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
            if record is None or not _has_evidence(folder / str(record["evidence"]).rpartition("/")[2]):
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


def locked(path: Path, *, waits: bool = False) -> IO[bytes]:
    """An open file that no other process has until it is closed, or its process ends, however that ends.

    Raises ShardBusyError where another has it, unless we wait for it.
    """
    held = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each system has one of the two

            held.seek(0)
            msvcrt.locking(held.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - each system has one of the two

            fcntl.flock(held, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise ShardBusyError(f"{path} is held by another worker") from error
    return held
