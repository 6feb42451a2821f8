"""From an assembly's record to a certificate that a bare Python verifies."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.legitimacy.certificate import JUDGES, certified_record, draw_up
from serikat.engines.legitimacy.editions import edition_texts
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.certificate import Rederived, certificate, check, read_certificate
from serikat.engines.proof.heads import Head, head_document
from serikat.engines.proof.inclusion import RECORD_HASH, record_sha256
from serikat.engines.proof.merkle import Log
from serikat.engines.proof.private_keys import KeyFolder
from serikat.engines.proof.tests.keys import private_key
from serikat.fronts.command_line.entry import main

ENGINE_TESTS = Path(__file__).resolve().parents[3] / "engines" / "legitimacy" / "tests"
RECORDS = sorted((ENGINE_TESTS / "records").glob("*.json"))
VALID = ENGINE_TESTS / "records" / "sah-kongres-suara.json"


def certified(record: Path, folder: Path) -> Path:
    assert main(["keys", "new", "--owner", "Serikat Contoh", "--dir", str(folder / "kunci")]) == 0
    file = folder / "sertifikat.json"
    assert main(["certify", str(record), "--dir", str(folder / "kunci"), "--out", str(file)]) == 0
    return file


def public_file(folder: Path) -> str:
    keys = KeyFolder(folder / "kunci")
    return str(keys.public_file(keys.all()[0]))


@pytest.mark.parametrize("record", RECORDS, ids=lambda file: file.stem)
def test_every_record_is_certified_and_follows(record: Path, tmp_path: Path) -> None:
    file = certified(record, tmp_path)
    assert main(["verify", str(file), "--key", public_file(tmp_path)]) == 0


def test_the_verifier_beside_it_needs_a_bare_python(tmp_path: Path) -> None:
    file = certified(VALID, tmp_path)
    arguments = ["serikat-verify.pyz", file.name, "--key", public_file(tmp_path), "--json", "-"]
    done = subprocess.run(
        [sys.executable, "-I", "-S", *arguments], check=False, capture_output=True, text=True, cwd=tmp_path, env={}
    )
    told = json.loads(done.stdout)
    assert (done.returncode, told["verdict"], told["rederived"]) == (0, "valid", "equal")


def test_a_certificate_shows_where_its_record_stands_in_the_journal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {
        "deed": "assembly.recorded",
        RECORD_HASH: record_sha256(certified_record(json.loads(VALID.read_bytes()))[0]),
    }
    log = Log([b"catatan 0", canonical_json(entry)])
    kept = head_document(Head("jurnal", 2, log.root(), "2026-06-01T00:00:00Z", {}), [private_key()])
    (tmp_path / "kepala.json").write_bytes(kept)
    keys = ["--dir", str(tmp_path / "kunci")]
    main(["keys", "new", "--owner", "Serikat Contoh", *keys])
    for index, status in ((1, 0), (0, 2)):
        shown = {"entry": entry, "index": index, "hashes": [each.hex() for each in log.inclusion(1)]}
        (tmp_path / "letak.json").write_text(json.dumps(shown), encoding="utf-8")
        carried = ["--head", str(tmp_path / "kepala.json"), "--inclusion", str(tmp_path / "letak.json")]
        out = tmp_path / f"sertifikat-{index}.json"
        assert main(["certify", str(VALID), *keys, *carried, "--out", str(out)]) == status
    capsys.readouterr()
    file, head = str(tmp_path / "sertifikat-1.json"), str(tmp_path / "kepala.json")
    assert main(["verify", file, "--key", public_file(tmp_path), "--head", head, "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["included"], told["head"]) == (True, "same")


def test_names_stay_out_of_the_certificate(tmp_path: Path) -> None:
    record = json.loads(VALID.read_bytes())
    record["names"] = {"o-1": "Warga Rekaan Sekali"}
    named = tmp_path / "catatan.json"
    named.write_text(json.dumps(record), encoding="utf-8")
    file = certified(named, tmp_path)
    held = tmp_path / "sertifikat.annex.json"
    assert b"Rekaan Sekali" not in file.read_bytes()
    assert b"Rekaan Sekali" in held.read_bytes()
    assert held.stat().st_mode & 0o777 == 0o600
    assert main(["verify", str(file), "--key", public_file(tmp_path), "--annex", str(held)]) == 0


def test_a_name_in_the_record_s_own_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(VALID.read_bytes())
    record["names"] = {"o-1": "Warga Rekaan Sekali"}
    record["assembly"]["place"] = "rumah WARGA rekaan sekali"
    (tmp_path / "catatan.json").write_text(json.dumps(record), encoding="utf-8")
    main(["keys", "new", "--owner", "Serikat Contoh", "--dir", str(tmp_path / "kunci")])
    out = tmp_path / "sertifikat.json"
    assert main(["certify", str(tmp_path / "catatan.json"), "--dir", str(tmp_path / "kunci"), "--out", str(out)]) == 2
    assert "/assembly/place" in capsys.readouterr().err
    assert not out.exists()


def test_what_was_told_in_words_stays_in_the_annex(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(VALID.read_bytes())
    record["accountability"]["follow_up"] = "dibawa oleh Warga Rekaan Sekali"
    record["positions"] = [{"name": "Lain", "facts": [{"path": "/accountability/follow_up", "value": "Warga lain"}]}]
    (tmp_path / "catatan.json").write_text(json.dumps(record), encoding="utf-8")
    file = certified(tmp_path / "catatan.json", tmp_path)
    said, held = capsys.readouterr().out, tmp_path / "sertifikat.annex.json"
    assert "\n- Balai Contoh\n" in said
    assert "Warga" not in file.read_text(encoding="utf-8") + said
    assert '"reason":"teks-' in file.read_text(encoding="utf-8")
    assert held.read_text(encoding="utf-8").count("Warga") == 2
    assert main(["verify", str(file), "--key", public_file(tmp_path), "--annex", str(held)]) == 0
    assert "4 nama dan keterangan" in capsys.readouterr().out


def lying(change: dict[str, Any]) -> Rederived:
    """A certificate, rightly signed, whose judgement was changed by hand before signing."""
    texts = edition_texts()
    draft = draw_up(
        json.loads(VALID.read_bytes()), texts, release="0", signed_at="2026-03-01T09:00:00Z", new_salt=lambda: bytes(32)
    ).draft
    draft.judgement.update(change)
    return check(certificate(draft, [private_key()]), [], JUDGES).rederived


def test_a_judgement_changed_before_signing_does_not_follow() -> None:
    assert lying({}) is Rederived.EQUAL
    assert lying({"verdict": "invalid"}) is Rederived.DIFFERS
    assert lying({"open_facts": [{"fact": "/x"}]}) is Rederived.DIFFERS


def test_only_the_editions_that_apply_are_carried(tmp_path: Path) -> None:
    found = read_certificate(certified(VALID, tmp_path).read_bytes())
    named = {each["id"] for each in found.draft.record["editions"]}
    assert {edition.id for edition in found.draft.editions} == named


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "serikat-assembly-record/9"}'])
def test_a_record_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "catatan.json").write_text(text, encoding="utf-8")
    out = tmp_path / "sertifikat.json"
    assert main(["certify", str(tmp_path / "catatan.json"), "--out", str(out)]) == 2
    assert not out.exists()


def test_without_a_key_nothing_is_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sertifikat.json"
    assert main(["certify", str(VALID), "--dir", str(tmp_path / "kosong"), "--out", str(out)]) == 2
    assert "keys new" in capsys.readouterr().err
    assert not out.exists()
