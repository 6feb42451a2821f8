"""How findings and answers add up."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import WayKind
from serikat.engines.judgement.tests.builders import DAY, a_clause, a_finding, a_standard
from serikat.engines.judgement.verdict import Answer, differing, verdict_of

CLAUSE = a_clause("alamat", "editorial_address")
STANDARD = a_standard(CLAUSE, a_clause("akta"))


def an_answer(outcome: Outcome, since: date, until: date | None = None) -> Answer:
    return Answer(
        "https://contoh.example", STANDARD.id, "alamat", WayKind.PERSON, outcome, "petugas", ("foto",), since, until
    )


def test_what_nobody_looked_at_is_unanswered_and_not_unmet() -> None:
    verdict = verdict_of(STANDARD, [a_finding(CLAUSE, Outcome.UNCLEAR)], (), DAY)
    assert (verdict.unclear, verdict.unanswered, verdict.not_met) == (1, 1, 0)


def test_a_persons_answer_settles_a_clause_over_the_finding() -> None:
    answer = an_answer(Outcome.MET, date(2026, 1, 1))
    assert verdict_of(STANDARD, [a_finding(CLAUSE, Outcome.NOT_MET)], [answer], DAY).met == 1


def test_an_answer_that_has_ended_settles_nothing() -> None:
    answer = an_answer(Outcome.MET, date(2026, 1, 1), date(2026, 2, 1))
    assert verdict_of(STANDARD, [a_finding(CLAUSE, Outcome.NOT_MET)], [answer], DAY).not_met == 1


def test_the_newest_answer_in_force_counts() -> None:
    answers = [an_answer(Outcome.NOT_MET, date(2026, 5, 1)), an_answer(Outcome.MET, date(2026, 1, 1))]
    assert verdict_of(STANDARD, (), answers, DAY).not_met == 1


def test_a_finding_that_differs_from_an_answer_is_brought_to_a_person() -> None:
    answer = an_answer(Outcome.MET, date(2026, 1, 1))
    finding = a_finding(CLAUSE, Outcome.NOT_MET)
    assert differing([finding], [answer], DAY) == [(finding, answer)]
    assert differing([a_finding(CLAUSE, Outcome.UNCLEAR)], [answer], DAY) == []


@given(st.lists(st.sampled_from(Outcome), max_size=12))
def test_every_clause_is_counted_exactly_once(outcomes: list[Outcome]) -> None:
    clauses = [a_clause(f"c{at}", "contact") for at in range(12)]
    findings = [a_finding(clause, outcome) for clause, outcome in zip(clauses, outcomes, strict=False)]
    verdict = verdict_of(a_standard(*clauses), findings, (), DAY)
    counts = (verdict.met, verdict.not_met, verdict.unclear, verdict.not_applicable, verdict.failed_to_run)
    assert sum(counts) == len(outcomes)
    assert verdict.unanswered == 12 - len(outcomes)
