"""`serikat verify` and the archive that does the same without anything installed."""

from __future__ import annotations

import ast
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.proof.certificate import certificate
from serikat.engines.proof.commitments import annex, commitment
from serikat.engines.proof.heads import head_document
from serikat.engines.proof.public_keys import key_document
from serikat.engines.proof.signed import sign
from serikat.engines.proof.tests.keys import draft, private_key, public_key
from serikat.engines.proof.tests.test_heads import ENTRIES, head
from serikat.fronts.command_line.entry import main
from serikat.fronts.command_line.verifier_archive import modules, verifier_archive

SALTS = {"o-1": b"\x01" * 32}
COMMITTED = {"o-1": commitment("o-1", "Warga Rekaan", SALTS["o-1"])}
SIGNER = [private_key()]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a certificate, its signer's key in three states, an annex, and heads that somebody kept."""
    journal = json.loads(head_document(head(ENTRIES[:7]), SIGNER))
    revoked = public_key().revoked("2026-06-01T00:00:00Z", "tercuri")
    written = {
        "sertifikat": certificate(draft(commitments=COMMITTED, journal=journal), SIGNER),
        "kunci": key_document(public_key(), SIGNER),
        "dicabut": key_document(revoked, SIGNER),
        "habis": key_document(public_key(until="2026-02-01T00:00:00Z"), SIGNER),
        "lampiran": annex({"o-1": "Warga Rekaan"}, SALTS),
        "lampiran-palsu": annex({"o-1": "Orang Lain"}, SALTS),
        "kepala": head_document(head(ENTRIES, (7,)), SIGNER),
        "kepala-lain": head_document(head([b"lain", *ENTRIES[1:]], (7,)), SIGNER),
        "kepala-bisu": head_document(head(ENTRIES), SIGNER),
    }
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def verified(files: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    named = [str(files / each) if not each.startswith("-") else each for each in arguments]
    status = main(["verify", *named, "--json", "-"])
    out = capsys.readouterr().out
    return status, json.loads(out) if out else {}


# The record of these files is an invented kind, so that it is never derived again: exit 4 is the best that they get.
@pytest.mark.parametrize(
    ("arguments", "status", "integrity", "compared"),
    [
        (["sertifikat"], 3, "unknown_key", None),
        (["sertifikat", "--key", "kunci"], 4, "intact", None),
        (["sertifikat", "--key", "dicabut"], 3, "revoked_key", None),
        (["sertifikat", "--key", "kunci", "--key", "dicabut"], 3, "revoked_key", None),
        (["sertifikat", "--key", "habis"], 3, "outside_validity", None),
        (["sertifikat", "--key", "kunci", "--head", "kepala"], 4, "intact", "consistent"),
        (["sertifikat", "--key", "kunci", "--head", "kepala-lain"], 1, "intact", "contradicts"),
        (["sertifikat", "--key", "kunci", "--head", "kepala-bisu"], 4, "intact", "no_proof"),
        (["kunci", "--key", "kunci"], 0, "intact", None),
        (["kunci"], 3, "unknown_key", None),
        (["kepala", "--key", "kunci", "--head", "kepala"], 0, "intact", "same"),
        (["kepala", "--key", "kunci", "--head", "kepala-lain"], 1, "intact", "contradicts"),
        (["lampiran", "--key", "kunci"], 1, "altered", None),
    ],
)
def test_integrity_and_heads_are_told_by_word_and_by_status(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, integrity: str,
    compared: str | None,
) -> None:  # fmt: skip
    found, told = verified(files, *arguments, capsys=capsys)
    assert (found, told["integrity"], told["head"]) == (status, integrity, compared)


def test_a_format_of_a_later_release_is_not_called_altered(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = {**json.loads((files / "sertifikat").read_bytes())["content"], "format": "serikat-certificate/2"}
    (files / "nanti").write_bytes(sign(later, SIGNER))
    status, told = verified(files, "nanti", "--key", "kunci", capsys=capsys)
    assert (status, told["integrity"], told["rederived"]) == (4, "intact", "not_possible")
    main(["verify", str(files / "nanti"), "--key", str(files / "kunci")])
    assert "rilis yang lebih baru" in capsys.readouterr().out


def test_an_altered_file_has_no_verdict(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = files / "sertifikat"
    file.write_bytes(file.read_bytes().replace(b'"present":["a"', b'"present":["x"'))
    status, told = verified(files, "sertifikat", "--key", "kunci", capsys=capsys)
    assert (status, told["integrity"], told["verdict"]) == (1, "altered", None)
    assert told["why"]


def test_names_are_told_to_whoever_holds_the_annex(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = verified(files, "sertifikat", "--annex", "lampiran", capsys=capsys)
    assert told["names"] == {"o-1": "Warga Rekaan"}
    assert verified(files, "sertifikat", "--annex", "lampiran-palsu", capsys=capsys)[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["tidak-ada"], ["sertifikat", "--key", "kepala"], ["sertifikat", "--head", "kunci"],
        ["sertifikat", "--annex", "kunci"], ["sertifikat", "--key", "tidak-ada"],
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_ends_with_two(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert verified(files, *arguments, capsys=capsys)[0] == 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_says_what_it_cannot_know(files: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    main(["verify", str(files / "sertifikat"), "--key", str(files / "kunci"), "--lang", language])
    told = capsys.readouterr().out
    assert {"id": "Yang tidak dapat diketahui", "en": "What this cannot know"}[language] in told
    assert "Serikat Contoh" in told


def test_a_file_cannot_write_lines_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "licik"
    file.write_bytes(certificate(draft(judgement={"verdict": "x\x1b[2J\nUtuh"}), SIGNER))
    main(["verify", str(file)])
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "\nUtuh" not in told


def test_the_archive_verifies_with_a_bare_python(files: Path, tmp_path: Path) -> None:
    (tmp_path / "serikat-verify.pyz").write_bytes(verifier_archive())
    arguments = ["serikat-verify.pyz", "sertifikat", "--key", "kunci", "--json", "-"]
    done = subprocess.run(
        [sys.executable, "-I", "-S", *arguments], check=False, capture_output=True, text=True, cwd=files, env={}
    )
    assert (done.returncode, done.stderr) == (4, "")
    assert json.loads(done.stdout)["integrity"] == "intact"


def test_the_archive_is_the_same_bytes_every_time() -> None:
    archive = zipfile.ZipFile(io.BytesIO(verifier_archive()))
    assert verifier_archive() == verifier_archive()
    assert {(entry.date_time, entry.compress_type) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_what_verifies_imports_the_standard_library_alone() -> None:
    archive = zipfile.ZipFile(io.BytesIO(verifier_archive()))
    ours = {name.split("/")[0] for name in archive.namelist()}
    foreign = [
        f"{name}: {module}"
        for name in archive.namelist()
        for module in imported(ast.parse(archive.read(name)))
        if module.split(".")[0] not in sys.stdlib_module_names | ours
    ]
    assert "serikat.engines.proof.certificate" in modules()
    assert foreign == []


def test_an_archive_beside_the_certificate_is_never_run(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "serikat-verify.pyz").write_text(f"open({str(files / 'jejak')!r}, 'w')", encoding="utf-8")
    monkeypatch.chdir(files)
    verified(files, "sertifikat", "--key", "kunci", capsys=capsys)
    assert not (files / "jejak").exists()


def imported(tree: ast.Module) -> set[str]:
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
