"""The demo's Musda is valid, told in one sentence, and its certificate verifies by the line that is printed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from serikat.engines.judgement.words import Language
from serikat.fronts.command_line.demo import show_assembly
from serikat.fronts.command_line.entry import main


@pytest.mark.parametrize(("language", "said"), [("id", "sah menurut CONTOH"), ("en", "is valid under SAMPLE")])
def test_the_demo_s_assembly_is_judged_and_certified(
    tmp_path: Path, language: Language, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show_assembly(tmp_path, language)
    told = capsys.readouterr().out
    assert said in told
    assert "stamp" in (tmp_path / "laporan" / "musda.html").read_text(encoding="utf-8")
    line = next(line for line in told.splitlines() if "serikat verify" in line)
    assert main(shlex.split(line.partition("serikat ")[2])) == 0


def test_the_certificate_carries_no_name(tmp_path: Path) -> None:
    show_assembly(tmp_path, "id")
    assert b"Sekar Rekaan" in (tmp_path / "musda" / "catatan.json").read_bytes()
    assert b"Sekar Rekaan" not in (tmp_path / "musda" / "sertifikat.json").read_bytes()
