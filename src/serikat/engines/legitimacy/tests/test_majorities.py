"""Decisions and elections against a checker that counts heads one by one and knows nothing of the engine."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Confidence, Parameter, Standard
from serikat.engines.legitimacy.judging import ArticleFinding, judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import editions

BASES = ("present", "entitled", "valid", "cast")
# Share as an edition writes it, and what has to hold of part and whole.
SHARES = {
    "1/2+1": lambda part, whole: part * 2 > whole,
    ">1/2": lambda part, whole: part * 2 > whole,
    "1/2": lambda part, whole: part * 2 >= whole,
    "2/3": lambda part, whole: part * 3 >= whole * 2,
    "75%": lambda part, whole: part * 4 >= whole * 3,
}
COUNTS = st.lists(
    st.sampled_from(["for", "against", "abstained", "invalid", "absent", "silent"]), min_size=1, max_size=30
)


def edition(share: str, base: str) -> Standard:
    """The sample's article on majorities alone, with these parameters."""
    sample = next(each for each in editions() if each.id == "contoh-smsi")
    clause = next(each for each in sample.clauses if each.id == "contoh-majority")
    own = tuple(Parameter(name, value, "CONTOH", Confidence.REGULATION) for name, value in
                (("share", share), ("base", base), ("last_round", "plurality")))  # fmt: skip
    return dataclasses.replace(sample, clauses=(dataclasses.replace(clause, parameters=own),))


def judged(heads: list[str], share: str, base: str, **facts: Any) -> ArticleFinding:
    """What the article says of a room with these heads, one vote each."""
    units = [f"u{number}" for number in range(len(heads))]
    record = {
        "format": "serikat-assembly-record/1",
        "assembly": {"id": "x", "title": "X", "held_on": "2026-01-01", "kind": "ordinary"},
        "editions": [{"id": "contoh-smsi"}],
        "roll": {"final": {"entries": [{"unit": unit} for unit in units]}},
        "events": [{"kind": "arrive", "unit": unit, "at": "2026-01-01T09:00"}
                   for unit, head in zip(units, heads, strict=True) if head != "absent"],
        **facts,
    }  # fmt: skip
    return judge_assembly(record_of(record), [edition(share, base)]).findings[0]


def whole_of(heads: list[str], base: str) -> int:
    left_out = {
        "present": {"absent"},
        "entitled": set(),
        "valid": {"absent", "silent", "abstained", "invalid"},
        "cast": {"absent", "silent"},
    }[base]
    return sum(1 for head in heads if head not in left_out)


@given(COUNTS, st.sampled_from(sorted(SHARES)), st.sampled_from(BASES), st.sampled_from(["adopted", "rejected"]))
def test_a_decision_is_adopted_where_enough_heads_were_for_it(
    heads: list[str], share: str, base: str, declared: str
) -> None:
    votes = {head: heads.count(head) for head in ("against", "abstained", "invalid")} | {
        "in_favour": heads.count("for")
    }
    votes["cast"] = sum(votes.values())
    if not any(head != "absent" for head in heads):
        return
    decision = {"id": "k", "at": "2026-01-01T10:00", "kind": "programme", "votes": votes, "declared": declared}
    found = judged(heads, share, base, decisions=[decision])
    is_adopted = "for" in heads and SHARES[share](heads.count("for"), whole_of(heads, base))
    assert (found.outcome is Outcome.MET) == (is_adopted == (declared == "adopted"))


@given(COUNTS, st.sampled_from(sorted(SHARES)), st.sampled_from(BASES), st.sampled_from(["for", "against", ""]))
def test_the_first_round_elects_whom_enough_heads_named_and_nobody_else(
    heads: list[str], share: str, base: str, elected: str
) -> None:
    named = {person: heads.count(person) for person in ("for", "against")}
    if not any(head != "absent" for head in heads) or named["for"] == named["against"]:
        return
    cast = whole_of(heads, "cast")
    ballot = {"at": "2026-01-01T10:00", "votes": named, "abstained": heads.count("abstained"),
              "invalid": heads.count("invalid"), "cast": cast, "secret": True}  # fmt: skip
    election = {"method": "vote", "at": "2026-01-01T10:00", "rounds": [ballot], "elected": [elected] if elected else []}
    most = max(named, key=lambda person: named[person])
    right = most if named[most] and SHARES[share](named[most], whole_of(heads, base)) else ""
    found = judged(heads, share, base, election=election)
    assert (found.outcome is Outcome.MET) == (elected == right)
