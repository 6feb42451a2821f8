"""One archive (`tar`, zstd), written and read as a stream; its last member lists the hash of every other."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

import zstandard

MANIFEST = "manifest.json"
FORMAT = "serikat-backup-1"
_LEVEL = 6
_CHUNK = 1024 * 1024


class BrokenArchiveError(Exception):
    """The file is no backup, is cut short, or does not hold what its manifest says."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: `kind` is the database's (`sqlite` or `postgresql`), `files` the SHA-256 of each member."""

    release: str
    made_at: str
    kind: str
    files: dict[str, str]


@dataclass(slots=True)
class ArchiveWriter:
    """Adds files one after another, hashing them on their way."""

    _tar: tarfile.TarFile
    files: dict[str, str] = field(default_factory=dict)

    def add(self, file: Path, name: str) -> None:
        """Add a file as large as it is now, however it grows meanwhile; one that went away is left out."""
        try:
            opened = file.open("rb")
        except FileNotFoundError:
            return
        with opened as source:
            facts = tarfile.TarInfo(name)
            size = facts.size = file.stat().st_size
            facts.mtime, facts.mode = int(file.stat().st_mtime), 0o600
            hashed = _Hashing(source, size)
            self._tar.addfile(facts, hashed)
            self.files[name] = hashed.digest.hexdigest()

    def close_with(self, release: str, made_at: str, kind: str) -> None:
        """Add the manifest, after which nothing can be added."""
        said = {"format": FORMAT, "release": release, "made_at": made_at, "database": kind, "files": self.files}
        text = json.dumps(said, ensure_ascii=False, indent=1).encode()
        facts = tarfile.TarInfo(MANIFEST)
        facts.size, facts.mode = len(text), 0o600
        self._tar.addfile(facts, io.BytesIO(text))


class _Hashing:
    """A file of which so many bytes are read and hashed; where it became shorter, zeros fill the rest."""

    def __init__(self, source: IO[bytes], size: int) -> None:
        self._source, self._left = source, size
        self.digest = hashlib.sha256()

    def read(self, length: int = _CHUNK) -> bytes:
        wanted = min(length, self._left)
        part = self._source.read(wanted).ljust(wanted, b"\0")
        self._left -= len(part)
        self.digest.update(part)
        return part


@contextmanager
def writing(sink: IO[bytes]) -> Iterator[ArchiveWriter]:
    """An archive that is written to the sink as it grows."""
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    with (
        compressor.stream_writer(sink, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        yield ArchiveWriter(tar)


def unpack(source: IO[bytes], folder: Path) -> Manifest:
    """Unpack into an empty folder and compare every hash with the manifest. Raises BrokenArchiveError."""
    found: dict[str, str] = {}
    said = b""
    try:
        with (
            zstandard.ZstdDecompressor().stream_reader(source, closefd=False) as plain,
            tarfile.open(fileobj=plain, mode="r|") as tar,
        ):
            for member in tar:
                content = tar.extractfile(member)
                if content is None or not _is_safe(member.name):
                    raise BrokenArchiveError(f"{member.name}: not a plain file")
                if member.name == MANIFEST:
                    said = content.read()
                else:
                    found[member.name] = _write(content, folder / member.name)
    except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
        raise BrokenArchiveError(str(error)) from error
    manifest = _manifest(said)
    wrong = sorted({*found.items()} ^ {*manifest.files.items()})
    if wrong:
        raise BrokenArchiveError(f"{wrong[0][0]}: not what was backed up")
    return manifest


def _manifest(said: bytes) -> Manifest:
    try:
        held = json.loads(said)
        if held["format"] != FORMAT:
            raise BrokenArchiveError(f"format {held['format']}")
        return Manifest(held["release"], held["made_at"], held["database"], held["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenArchiveError("no manifest at its end: the file is cut short, or no backup") from error


def _is_safe(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and bool(path.parts)


def _write(content: IO[bytes], file: Path) -> str:
    digest = hashlib.sha256()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as sink:
        file.chmod(0o600)
        while part := content.read(_CHUNK):
            digest.update(part)
            sink.write(part)
    return digest.hexdigest()
