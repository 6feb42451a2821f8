"""Ways of electing that no fixture shows: a leadership by block voting, and a full formatur."""

from __future__ import annotations

from typing import Any

import pytest

from serikat.engines.legitimacy.judging import AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import content, editions

THREE = ["p11", "p12", "p13"]
BLOCK = {
    "at": "2026-04-18T13:40+08:00", "votes": {"p11": 14, "p12": 11, "p13": 9}, "abstained": 1, "invalid": 1,
    "cast": 16, "secret": True, "choices": 3,
}  # fmt: skip


def elected(method: str, round_: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """The congress of the fixture with three persons elected at once, who become its board."""
    record = content("sah-kongres-suara")
    record["election"] |= {"method": method, "seats": 3, "rounds": [round_], "elected": THREE}
    record["results"] = [{"person": person, "office": office} for person, office in
                         zip(THREE, ("chair", "secretary", "treasurer"), strict=True)]  # fmt: skip
    record["decree"]["holders"] = record["results"]
    del record["formatur"]
    return record | facts


LEADERSHIP = {"members": THREE, "chosen_among_themselves": True}
FORMATUR = {"members": THREE, "chosen_on": "2026-04-18", "finished_on": "2026-04-25"}


@pytest.mark.parametrize(("method", "facts"), [("leadership", {"leadership": LEADERSHIP}),
                                               ("formatur", {"formatur": FORMATUR})])  # fmt: skip
def test_three_are_elected_by_the_most_votes(method: str, facts: dict[str, Any]) -> None:
    judgement = judge_assembly(record_of(elected(method, BLOCK, **facts)), editions())
    assert [(article, need.question.en) for article, need in judgement.open_facts] == []
    assert judgement.verdict is AssemblyVerdict.VALID


@pytest.mark.parametrize(
    ("method", "change", "facts", "article"),
    [
        ("leadership", {"votes": {"p11": 17, "p12": 11, "p13": 9}}, {"leadership": LEADERSHIP}, "Contoh 22"),
        ("leadership", {"votes": {"p11": 14, "p12": 14, "p13": 14}}, {"leadership": LEADERSHIP}, None),
        ("leadership", {"votes": {"p11": 14, "p12": 11, "p13": 9, "p99": 8}}, {"leadership": LEADERSHIP}, "Contoh 18"),
        ("leadership", {}, {"leadership": {**LEADERSHIP, "members": ["p11", "p12", "p14"]}}, "Contoh 28"),
        ("formatur", {}, {"formatur": {**FORMATUR, "members": ["p11", "p12", "p14"]}}, "Contoh 27"),
        ("leadership", {"choices": 1, "cast": 36}, {"leadership": LEADERSHIP}, "Contoh 22"),
    ],
)
def test_what_is_wrong_with_such_an_election_is_wrong_at_its_article(
    method: str, change: dict[str, Any], facts: dict[str, Any], article: str | None
) -> None:
    judgement = judge_assembly(record_of(elected(method, BLOCK | change, **facts)), editions())
    assert [one.article for one in judgement.findings if one.is_root] == ([article] if article else [])
