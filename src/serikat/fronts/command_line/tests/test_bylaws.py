"""`serikat bylaws new`: asked, answered, stopped, gone on with, and the edition that comes of it."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

from serikat.engines.judgement.loading import load_standard
from serikat.engines.legitimacy.judging import known_rules
from serikat.engines.legitimacy.parameters import parameter_words
from serikat.engines.legitimacy.questionnaire import questions
from serikat.engines.legitimacy.terms import TERMS
from serikat.fronts.command_line.entry import main

HEAD = ["ART Perkumpulan Contoh", "Perkumpulan Contoh", "besok", "2024-01-01"]
NOTICE = [
    "Pasal 12",
    'Undangan dikirim "14 hari" sebelumnya.',
    "empat belas",
    "21",
    "sent",
    "election, accountability",
    "",
]


def answering(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    left: Iterator[str] = iter(said)

    def answer(_asked: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", answer)


def test_what_is_answered_becomes_an_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering([*HEAD, "", "", "", "", *NOTICE, *[""] * len(questions())], monkeypatch)
    assert main(["bylaws", "new", str(tmp_path / "art-contoh.toml")]) == 0
    edition = load_standard((tmp_path / "art-contoh.toml").read_text(encoding="utf-8"), "x", known_rules())
    clause = edition.clauses[0]
    assert [clause.number for clause in edition.clauses] == ["Pasal 12"]
    assert {each.name: each.value for each in clause.parameters} == {
        "days": 21,
        "counted_from": "sent",
        "agenda": ("election", "accountability"),
    }
    assert clause.wording.id == NOTICE[1]


def test_values_are_asked_for_and_answered_in_the_association_s_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    said = iter([*HEAD, "Pasal 3", "Pengurus memanggil.", "pengurus, Pelaksana Tugas", *[""] * len(questions())])

    def answer(question: str) -> str:
        asked.append(question)
        return next(said)

    monkeypatch.setattr(builtins, "input", answer)
    assert main(["bylaws", "new", str(tmp_path / "art.toml")]) == 0
    assert "  Siapa yang boleh memanggil (contoh: pengurus, pelaksana tugas" in asked[6]
    assert 'value = ["board", "acting_board"]' in (tmp_path / "art.toml").read_text(encoding="utf-8")


def test_every_value_that_is_asked_for_has_words() -> None:
    for question in questions():
        for parameter in question.clause.parameters:
            words = parameter_words(question.rule, parameter.name)
            assert words.id != parameter.name, f"{question.rule}.{parameter.name}"
            values = parameter.value if isinstance(parameter.value, tuple) else (parameter.value,)
            codes = [each for each in values if isinstance(each, str) and not each[0].isdigit()]
            assert [code for code in codes if code not in TERMS] in ([], ["contoh-smsi"])


def test_it_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "art.toml"
    answering([*HEAD, "Pasal 1", "Pengurus memanggil.", "board"], monkeypatch)
    assert main(["bylaws", "new", str(file)]) == 2
    assert not file.exists()
    answering([""] * len(questions()), monkeypatch)
    assert main(["bylaws", "new", str(file)]) == 0
    assert 'number = "Pasal 1"' in file.read_text(encoding="utf-8")
    assert not list(tmp_path.glob("*.jawaban.json"))


def test_silence_on_the_quorum_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering([*HEAD, *[""] * len(questions())], monkeypatch)
    main(["bylaws", "new", str(tmp_path / "art.toml")])
    assert capsys.readouterr().out.count("belum dapat ditentukan") == 3


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "art.toml").write_text("x", encoding="utf-8")
    assert main(["bylaws", "new", str(tmp_path / "art.toml")]) == 2
    assert (tmp_path / "art.toml").read_text(encoding="utf-8") == "x"
