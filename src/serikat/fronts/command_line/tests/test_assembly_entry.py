"""`serikat assembly new`: facts entered from papers, each attested by the paper's hash, and judged at once."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.legitimacy.judging import AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.paper_answers import entries_of_units, put
from serikat.engines.legitimacy.paper_file import automatic, empty_record, fact_at, next_ask, questions
from serikat.engines.legitimacy.reading import read_record, record_of
from serikat.engines.legitimacy.schema import group_fields, record_groups
from serikat.engines.legitimacy.tests.records import RECORDS, content, editions
from serikat.fronts.command_line.entry import main


def answering(said: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answers a question by its first words, and everything else with Enter; returns what was asked."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        for start, answers in said.items():
            if question.strip().startswith(start) and answers:
                told = answers.pop(0)
                if told == "STOP":
                    raise EOFError
                return told
        return ""

    monkeypatch.setattr(builtins, "input", answer)
    return asked


def test_what_stands_on_paper_becomes_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hadir.pdf").write_bytes(b"daftar hadir")
    said = {
        "Nama musyawarah": ["Konferensi Contoh"],
        "Hari pertama": ["2025-02-30", "27 Februari 2025"],
        "Tingkat": ["kabupaten/kota"],
        "Naskah": ["pwi-prt"],
        "Berapa unit berhak": ["dua", "27"],
        "Berkas pindaian daftar hadir": [str(tmp_path / "hadir.pdf")],
        "Pukul dan jumlah": ["09.00: 17"],
    }
    asked = answering(said, monkeypatch)
    file = tmp_path / "konferensi.json"
    assert main(["assembly", "new", str(file)]) == 0
    record = read_record(file.read_bytes())
    assert [(event.at.isoformat() if event.at else "", event.units) for event in record.events or ()] == [
        ("2025-02-27T09:00:00", 17)
    ]
    assert main(["assembly", "judge", str(file)]) == 1
    assert not any("Undangan" in question for question in asked), "PWI's text as far as read has no article on notice"


def test_entering_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "m.json"
    answering({"Nama musyawarah": ["Musda Contoh"], "Hari pertama": ["STOP"]}, monkeypatch)
    assert main(["assembly", "new", str(file)]) == 2
    said = {"Hari pertama": ["2/1/2025"], "Naskah": ["contoh-smsi"], "Cara pemilihan": ["Mufakat"],
            "Keberatan": ["mungkin", "ya"]}  # fmt: skip
    answering(said, monkeypatch)
    assert main(["assembly", "new", str(file)]) == 0
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["assembly"] == {"id": "m", "title": "Musda Contoh", "held_on": "2025-01-02"}
    assert held["election"] == {"method": "mufakat", "objections_asked": True}


def test_one_answer_serves_all_that_follow_and_a_dash_strikes_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roll.pdf").write_bytes(b"daftar")
    said = {
        "Nama musyawarah": ["Musda Contoh"], "Hari pertama": ["2025-02-27"], "Naskah": ["contoh-smsi"],
        "Unit yang berhak": ["a, b, c"], "[a] Undangan dikirim": ["semua 2025-02-01"],
        "[a] Pukul berapa datang": ["08.30"], "[b] Pukul berapa datang": ["-"], "[c] Pukul": ["08.40"],
        "Yang pergi": ["c: 11.15"], "Skors": ["12.00: 13.00"],
    }  # fmt: skip
    answering(said, monkeypatch)
    file = tmp_path / "m.json"
    assert main(["assembly", "new", str(file)]) == 0
    held = json.loads(file.read_text(encoding="utf-8"))
    assert [notice["sent"] for notice in held["notices"]] == ["2025-02-01"] * 3
    assert [(event["kind"], event.get("unit"), event["at"][-5:]) for event in held["events"]] == [
        ("arrive", "a", "08:30"), ("arrive", "c", "08:40"), ("leave", "c", "11:15"), ("suspend", None, "12:00"),
        ("resume", None, "13:00"),
    ]  # fmt: skip


def typed(ask: Any, record: dict[str, Any], so_far: dict[str, Any]) -> str:
    """What a secretary would type, who has the papers of this record."""
    kind, _, key = ask.question.kind.partition(".")
    events = record["events"]
    came = [each for each in events if each["kind"] == "arrive"]
    first = {each["unit"]: each["at"][11:16] for each in reversed(came)}
    if kind in {"leave", "come"}:
        again = [each for each in came if each["at"][11:16] != first[each["unit"]]]
        moved = again if kind == "come" else [each for each in events if each["kind"] == "leave"]
        return ", ".join(f"{each['unit']}: {each['at'][11:16]}" for each in moved)
    if ask.place.startswith("/events/"):
        return str(first.get(fact_at(so_far, ask.place.rpartition("/")[0])["unit"], "-"))
    if kind == "pauses":
        times = [each["at"][11:16] for each in events if each["kind"] in {"suspend", "resume"}]
        return ", ".join(f"{one}: {other}" for one, other in zip(times[::2], times[1::2], strict=True))
    held = fact_at(record, ask.place)
    if held is None:
        return ""
    if kind == "moment" or key == "at":
        return held[11:16] if kind == "moment" else ", ".join(each["at"][11:16] for each in held)
    if kind == "counts":
        return ", ".join(f"{name}: {n}" for name, n in held.items())
    if kind == "offices":
        return ", ".join(f"{each['person']}: {each['office']}" for each in held)
    if isinstance(held, list):
        return ", ".join(each[key] if key else each for each in held)
    return ("ya" if held else "tidak") if isinstance(held, bool) else str(held)


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDS.glob("sah-*.json")))
def test_the_questions_alone_lead_to_all_that_the_bylaws_need(name: str) -> None:
    record = content(name)
    texts = [edition for edition in editions() if edition.id in {each["id"] for each in record["editions"]}]
    held = empty_record("x")
    asked: list[str] = []
    while ask := next_ask(held, asked, texts):
        said = typed(ask, record, held)
        asked += [ask.key] if said != "-" else []
        if said:
            held = put(held, ask.place, ask.question.kind, said)
        for question in list(automatic(held, texts)) if held.get("units") else ():
            held = put_list(held, question.place)
    judgement = judge_assembly(record_of(held), texts)
    assert [(article, need.question.en) for article, need in judgement.open_facts] == []
    assert judgement.verdict is AssemblyVerdict.VALID


def put_list(held: dict[str, Any], place: str) -> dict[str, Any]:
    group, _, last = place.strip("/").rpartition("/")
    at = held
    for step in group.split("/") if group else ():
        at = at.setdefault(step, {})
    at[last] = entries_of_units(held, place)
    return held


def test_every_question_names_a_fact_of_the_record() -> None:
    known = {name for kind in record_groups() for name, _, _ in group_fields(kind)}
    for question in questions():
        steps = [step for step in question.place.strip("/").split("/") if step != "*" and not step.startswith("{")]
        assert set(steps) <= known, question.place
