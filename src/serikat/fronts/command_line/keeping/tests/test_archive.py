"""An archive comes back as it was, or is refused whole."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
import zstandard

from serikat.fronts.command_line.keeping.archive import BrokenArchiveError, unpack, writing


def packed(folder: Path, **files: bytes) -> bytes:
    sink = io.BytesIO()
    with writing(sink) as archive:
        for name, content in files.items():
            (folder / name).write_bytes(content)
            archive.add(folder / name, f"a/{name}")
        archive.close_with("1.0", "2026-11-22", "sqlite")
    return sink.getvalue()


def in_tar(name: str, content: bytes) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as tar:
        facts = tarfile.TarInfo(name)
        facts.size = len(content)
        tar.addfile(facts, io.BytesIO(content))
    return zstandard.compress(sink.getvalue())


def test_what_went_in_comes_out(tmp_path: Path) -> None:
    archive = packed(tmp_path, one=b"1" * 3_000_000, two=b"")
    manifest = unpack(io.BytesIO(archive), tmp_path / "out")
    assert (manifest.release, manifest.kind, sorted(manifest.files)) == ("1.0", "sqlite", ["a/one", "a/two"])
    assert (tmp_path / "out" / "a" / "one").read_bytes() == b"1" * 3_000_000


def test_an_archive_cut_short_is_refused(tmp_path: Path) -> None:
    archive = packed(tmp_path, one=bytes(range(256)) * 400)
    with pytest.raises(BrokenArchiveError):
        unpack(io.BytesIO(archive[:-20]), tmp_path / "out")


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    plain = zstandard.ZstdDecompressor().decompressobj().decompress(packed(tmp_path, one=b"seventeen seconds"))
    changed = zstandard.compress(plain.replace(b"seventeen", b"seventy-1", 1))
    with pytest.raises(BrokenArchiveError, match="a/one"):
        unpack(io.BytesIO(changed), tmp_path / "out")


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "a/../../outside"])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(BrokenArchiveError, match="not a plain file"):
        unpack(io.BytesIO(in_tar(name, b"x")), tmp_path / "in" / "out")
    assert not (tmp_path / "in" / "outside").exists()


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenArchiveError):
        unpack(io.BytesIO(b"hello"), tmp_path)
    with pytest.raises(BrokenArchiveError, match="manifest"):
        unpack(io.BytesIO(in_tar("a", b"x")), tmp_path)
