"""`serikat keys` from the first key to a revoked one, as an officer types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from serikat.engines.proof.private_keys import KeyFolder
from serikat.engines.proof.public_keys import read_key
from serikat.fronts.command_line.entry import main


def keys(folder: Path, *arguments: str) -> int:
    return main(["keys", *arguments, "--dir", str(folder)])


def test_a_key_is_made_rotated_and_revoked(tmp_path: Path) -> None:
    assert keys(tmp_path, "new", "--owner", "Serikat Contoh", "--until", "2999-12-31") == 0
    [old] = KeyFolder(tmp_path).all()
    assert (old.owner, old.valid_until) == ("Serikat Contoh", "2999-12-31T23:59:59Z")
    assert keys(tmp_path, "rotate") == 0
    [new] = [key for key in KeyFolder(tmp_path).all() if key.succeeds == old.id]
    assert keys(tmp_path, "revoke", new.id[:8], "--reason", "laptop hilang", "--by", old.id[:8]) == 0
    assert read_key(KeyFolder(tmp_path).public_file(new).read_bytes()).revoked_because == "laptop hilang"


def test_the_list_tells_the_state_of_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert keys(tmp_path, "list") == 0
    keys(tmp_path, "new", "--owner", "Serikat Contoh")
    keys(tmp_path, "revoke", KeyFolder(tmp_path).all()[0].id, "--reason", "tercuri")
    keys(tmp_path, "new", "--owner", "Serikat Contoh")
    capsys.readouterr()
    keys(tmp_path, "list")
    told = capsys.readouterr().out.splitlines()
    assert sorted(line.split("Contoh  ")[1].split(" ")[0] for line in told) == ["berlaku", "dicabut"]


def test_a_passphrase_from_a_file_keeps_the_key(tmp_path: Path) -> None:
    right, wrong = tmp_path / "sandi", tmp_path / "salah"
    right.write_text("kata sandi panjang\n", encoding="utf-8")
    wrong.write_text("bukan itu\n", encoding="utf-8")
    folder = tmp_path / "kunci"
    assert keys(folder, "new", "--owner", "Serikat Contoh", "--passphrase-file", str(right)) == 0
    assert keys(folder, "rotate", "--passphrase-file", str(wrong)) == 2
    assert keys(folder, "rotate", "--passphrase-file", str(right)) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "--owner"),
        (["new", "--owner", "X", "--until", "besok"], "besok"),
        (["rotate"], "keys new"),
        (["revoke", "--reason", "x"], "keys list"),
        (["revoke", "abc"], "--reason"),
        (["revoke", "abc", "--reason", "x"], "abc"),
    ],
)
def test_what_is_missing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert keys(tmp_path, *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    assert keys(tmp_path / "berkas", "new", "--owner", "X") == 2
    assert "berkas" in capsys.readouterr().err
