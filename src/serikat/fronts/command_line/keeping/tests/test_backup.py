"""The drill: an installation is backed up while in use, lost, and brought back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from serikat.foundation.findings.rounds.tests.databases import MISSING, postgresql, postgresql_programs
from serikat.fronts.command_line.house_lock import IN_USE, among_others
from tests.support.installations import serikat


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An installation with a region renamed, so that one would see whether it is the same again, and a file."""
    folder = tmp_path / "data"
    assert serikat(folder, "migrate").returncode == 0
    with closing(sqlite3.connect(folder / "serikat.sqlite3")) as database, database:
        database.execute("UPDATE chapters_region SET name = 'Provinsi Rekaan' WHERE code = '36'")
    (folder / "files" / "rosters").mkdir(parents=True)
    (folder / "files" / "rosters" / "daftar.xlsx").write_bytes(b"rekaan")
    return folder


def name_of_36(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "serikat.sqlite3")) as database:
        return str(database.execute("SELECT name FROM chapters_region WHERE code = '36'").fetchone()[0])


def test_a_backup_brings_everything_back_elsewhere(data: Path, tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "cadangan.tar.zst", tmp_path / "elsewhere"
    with among_others(data / IN_USE), closing(sqlite3.connect(data / "serikat.sqlite3")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE chapters_region SET name = 'belum selesai' WHERE code = '36'")
        assert serikat(data, "backup", str(file)).returncode == 0
    assert file.stat().st_mode & 0o077 == 0
    done = serikat(elsewhere, "restore", str(file))
    assert done.returncode == 0, done.stderr
    assert name_of_36(elsewhere) == "Provinsi Rekaan"
    assert (elsewhere / "files" / "rosters" / "daftar.xlsx").read_bytes() == b"rekaan"
    assert (elsewhere / "secret-key").read_bytes() == (data / "secret-key").read_bytes()


def test_data_in_place_is_only_replaced_when_told_and_then_kept_aside(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.tar.zst"
    serikat(data, "backup", str(file))
    (data / "files" / "rosters" / "baru.xlsx").write_bytes(b"baru")
    refused = serikat(data, "restore", str(file))
    assert (refused.returncode, "--replace" in refused.stderr) == (2, True)
    assert (data / "files" / "rosters" / "baru.xlsx").exists()
    assert serikat(data, "restore", "--replace", str(file)).returncode == 0
    assert not (data / "files" / "rosters" / "baru.xlsx").exists()
    assert [path.read_bytes() for path in data.glob(".replaced-*/files/rosters/baru.xlsx")] == [b"baru"]


def test_a_running_installation_is_not_restored_over(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.tar.zst"
    serikat(data, "backup", str(file))
    with among_others(data / IN_USE):
        done = serikat(data, "restore", "--replace", str(file))
    assert (done.returncode, "still runs" in done.stderr) == (2, True)


def test_a_broken_backup_changes_nothing(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.tar.zst"
    serikat(data, "backup", str(file))
    file.write_bytes(file.read_bytes()[:-100])
    before = {path: path.stat().st_size for path in data.rglob("*") if path.is_file()}
    assert serikat(data, "restore", "--replace", str(file)).returncode == 2
    assert {path: path.stat().st_size for path in data.rglob("*") if path.is_file()} == before


def test_a_backup_never_writes_over_a_file(data: Path, tmp_path: Path) -> None:
    (tmp_path / "penting").write_bytes(b"penting")
    assert serikat(data, "backup", str(tmp_path / "penting")).returncode == 2
    assert (tmp_path / "penting").read_bytes() == b"penting"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A throw-away PostgreSQL."""
    programs = postgresql_programs()
    if programs is None:
        pytest.skip(MISSING)
    with postgresql(programs) as address:
        yield address


def test_a_backup_of_postgresql_brings_everything_back(server: str, tmp_path: Path) -> None:
    import psycopg  # noqa: PLC0415 - an optional part, which the fixture asked for

    file, data = tmp_path / "cadangan.tar.zst", tmp_path / "data"
    assert serikat(data, "migrate", DATABASE_URL=server).returncode == 0
    with psycopg.connect(server) as database:
        database.execute("UPDATE chapters_region SET name = 'Provinsi Rekaan' WHERE code = '36'")
    done = serikat(data, "backup", str(file), DATABASE_URL=server)
    assert done.returncode == 0, done.stderr
    with psycopg.connect(server) as database:
        database.execute("UPDATE chapters_region SET name = 'lain' WHERE code = '36'")
    refused = serikat(tmp_path / "new", "restore", str(file), DATABASE_URL=server)
    assert (refused.returncode, "--replace" in refused.stderr) == (2, True)
    done = serikat(tmp_path / "new", "restore", "--replace", str(file), DATABASE_URL=server)
    assert done.returncode == 0, done.stderr
    with psycopg.connect(server) as database:
        [(name,)] = database.execute("SELECT name FROM chapters_region WHERE code = '36'").fetchall()
    assert name == "Provinsi Rekaan"
    assert not list((tmp_path / "new").glob("*.pgdump"))


def test_a_missing_postgresql_client_is_said(server: str, tmp_path: Path) -> None:
    done = serikat(tmp_path / "data", "backup", str(tmp_path / "x"), DATABASE_URL=server, PATH=os.devnull)
    assert (done.returncode, "postgresql-client" in done.stderr) == (2, True)
    assert not (tmp_path / "x").exists()
