"""`serikat assembly new`: facts entered from papers, each attested by the paper's hash, and judged at once."""

from __future__ import annotations

import builtins
import hashlib
import json
from pathlib import Path

import pytest

from serikat.engines.legitimacy.paper_file import QUESTIONS
from serikat.engines.legitimacy.reading import read_record
from serikat.fronts.command_line.entry import main


def answering(said: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers a question by its first words, and everything else with Enter."""

    def answer(asked: str) -> str:
        for start, answers in said.items():
            if asked.strip().startswith(start) and answers:
                told = answers.pop(0)
                if told == "STOP":
                    raise EOFError
                return told
        return ""

    monkeypatch.setattr(builtins, "input", answer)


def test_what_stands_on_paper_becomes_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hadir.pdf").write_bytes(b"daftar hadir")
    answering(
        {
            "Nama musyawarah": ["Konferensi Contoh"],
            "Hari pertama": ["2025-02-30", "2025-02-27"],
            "Tingkat": ["regency"],
            "Edisi": ["pwi-prt"],
            "Berapa unit berhak": ["dua", "27"],
            "Berkas pindaian daftar hadir": [str(tmp_path / "hadir.pdf")],
            "Pukul presensi": ["2025-02-27T09:00"],
            "Berapa unit yang hadir": ["17"],
        },
        monkeypatch,
    )
    file = tmp_path / "konferensi.json"
    assert main(["assembly", "new", str(file)]) == 0
    record = read_record(file.read_bytes())
    assert record.events is not None
    assert record.events[0].attested[0].document == hashlib.sha256(b"daftar hadir").hexdigest()
    assert main(["assembly", "judge", str(file)]) == 1


def test_entering_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "m.json"
    answering({"Nama musyawarah": ["Musda Contoh"], "Hari pertama": ["STOP"]}, monkeypatch)
    assert main(["assembly", "new", str(file)]) == 2
    answering({"Hari pertama": ["2025-01-02"], "Keberatan": ["mungkin", "ya"]}, monkeypatch)
    assert main(["assembly", "new", str(file)]) == 0
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["assembly"]["title"] == "Musda Contoh"
    assert content["election"]["objections_asked"] is True


def test_every_question_points_into_the_record() -> None:
    assert len({question.place for question in QUESTIONS}) == len(QUESTIONS)
