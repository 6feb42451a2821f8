"""What readers are told: no more than was found, and in their language."""

from __future__ import annotations

from typing import Any

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.legitimacy.as_json import judgement_values
from serikat.engines.legitimacy.judging import AssemblyJudgement, AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.phrases import (
    article_words,
    divides_words,
    meaning,
    notes,
    position_note,
    sentence,
    waiting_words,
)
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import RECORDS, changed, content, editions, judged


def judged_after(name: str, **change: Any) -> AssemblyJudgement:
    return judge_assembly(record_of(changed(content(name), change)), editions())


def reason(judgement: AssemblyJudgement) -> str:
    return next(finding.reason.en for finding in judgement.findings if finding.is_root)


def test_a_sitting_that_was_postponed_is_not_said_to_have_broken_anything_else() -> None:
    judgement = judged("pwi-kbb-2023")
    assert sentence(judgement).id.startswith("Sidang Konferensi PWI Kabupaten Bandung Barat")
    assert "tidak sah untuk mengambil keputusan" in sentence(judgement).id
    assert "Menunda sidang yang kurang kuorum bukan pelanggaran" in " ".join(note.id for note in notes(judgement))
    assert not any(finding.because_of for finding in judgement.findings)


def test_nothing_is_asked_of_an_election_that_was_not_reached() -> None:
    asked = {finding.rule for finding in judged("pwi-kapuas-2023").findings if finding.outcome is Outcome.UNCLEAR}
    assert asked == {"quorum"}


def test_a_valid_sitting_that_decided_nothing_is_said_to_have_decided_nothing() -> None:
    held = content("sah-kabupaten-aklamasi")
    kept = ("format", "assembly", "editions", "board", "call", "notices", "units", "roll", "mandates", "events")
    for part in held.keys() - kept:
        del held[part]
    held["decisions"] = []
    judgement = judge_assembly(record_of(held), editions())
    assert judgement.verdict is AssemblyVerdict.VALID
    assert "tidak mengambil keputusan" in sentence(judgement).id


def test_a_late_step_after_the_assembly_is_told_apart_from_the_election() -> None:
    late = judged_after("sah-kongres-suara", set="/handover/on", to="2026-06-04")
    assert "langkah sesudah musyawarah" in notes(late)[0].id
    assert not notes(judged_after("sah-kongres-suara", set="/notices/3/sent", to="2026-04-05"))


def test_a_request_that_does_not_count_is_named_with_why() -> None:
    lapsed = judged_after("sah-kongres-luar-biasa", set="/call/requests/2/decree_until", to="2026-02-28")
    assert "Not counted: u03 (its board's decree ended on 28 February 2026)" in reason(lapsed)
    twice = judged_after("sah-kongres-luar-biasa", set="/call/requests/5/unit", to="u01")
    assert "Not counted: u01 (asked twice)" in reason(twice)


def test_a_mandate_carried_twice_names_the_units() -> None:
    assert "d01 carries 2 mandates (u01, u02)" in reason(
        judged_after("sah-kongres-suara", set="/mandates/1/person", to="d01")
    )


def test_an_election_says_who_won_with_how_many() -> None:
    majority = next(one for one in judged("sah-kongres-suara").findings if one.rule == "majority")
    assert "Terpilih p11 pada putaran 2 (p11 9, p12 6); dibutuhkan 9 dari 16" in majority.reason.id


def test_a_question_of_a_doubtful_text_breaks_nothing_when_it_is_answered_no() -> None:
    opened = judgement_values(judged("pwi-kalsel-2022"))["open_facts"]
    after = {each["article"]: each["if_no"] for each in opened}
    assert after["tanpa nomor (utusan pusat)"] == "undetermined"
    assert after["17 (urutan)"] == "invalid"


def test_a_value_that_two_positions_share_is_asked_about_once() -> None:
    asked = [need.question.id for _, need in judged("pwi-klb-2024").open_facts if need.place == "/call/ground"]
    assert [question.count("kekosongan jabatan (menurut") for question in asked] == [1]


def test_an_undetermined_verdict_says_what_it_waits_for() -> None:
    assert meaning(judged("pwi-kongres-25-2023")).id == (
        "Putusan menunggu: 5 fakta yang belum tercatat atau belum pasti; 2 hal yang tidak diatur naskah."
    )
    assert "posisi yang berbeda" in meaning(judged("pwi-klb-2024")).id
    odd = judged_after("sah-kongres-suara", set="/assembly/closed_at", to="2026-04-18T15:00+08:00")
    assert "3 pertentangan dalam catatan" in meaning(odd).id


def test_what_no_text_regulates_is_said_not_to_be_judged() -> None:
    assert judged("sah-kongres-suara").unregulated == ("after_vacancy", "composition", "envoy", "vacancy")
    assert judged("sah-konferensi-provinsi").unregulated == ()
    assert {"called_by", "majority"} & {*judged("pwi-kbb-2023").unregulated} == {"called_by"}


def test_a_position_that_chose_its_articles_says_so() -> None:
    judgement = judged("pwi-klb-2024")
    assert all(position_note(judgement, position) for position in judgement.positions)
    majalengka = judged("pwi-majalengka-2021")
    assert not any(position_note(majalengka, position) for position in majalengka.positions)


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDS.glob("*.json")))
def test_an_article_without_a_number_is_named_in_english_too(name: str) -> None:
    judgement = judged(name)
    told = [sentence(judgement), *divides_words(judgement), *map(article_words, judgement.findings)]
    told += [waiting_words(judgement, article, need.place) for article, need in judgement.open_facts]
    assert not [words.en for words in told if "tanpa nomor" in words.en or "tidak diatur" in words.en]
