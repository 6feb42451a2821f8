"""The order of what is missing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.plan import Horizon, plan_for
from serikat.engines.judgement.standard import Clause, Level, WayKind
from serikat.engines.judgement.tests.builders import a_clause, a_finding, a_standard


def order(*clauses: Clause) -> list[str]:
    findings = [a_finding(clause, Outcome.NOT_MET) for clause in clauses]
    return [step.clause.id for step in plan_for([a_standard(*clauses)], findings).steps]


def test_what_two_people_can_do_this_week_comes_before_payroll() -> None:
    payroll = a_clause("gaji", "r1", weight=5, effort=5)
    assert order(payroll, a_clause("kontak", "r2", weight=2, effort=1)) == ["kontak", "gaji"]


def test_what_binds_comes_before_what_is_recommended_and_the_heavier_first() -> None:
    advice = a_clause("saran", "r1", level=Level.RECOMMENDED, weight=5)
    assert order(advice, a_clause("ringan", "r2", weight=2), a_clause("berat", "r3", weight=5)) == [
        "berat",
        "ringan",
        "saran",
    ]


def test_what_opens_another_clause_goes_before_it() -> None:
    key = a_clause("kunci", "r1", weight=1, unlocks=("pintu",))
    assert order(a_clause("pintu", "r2", weight=5), key) == ["kunci", "pintu"]


def test_what_is_urgent_goes_before_all_else() -> None:
    urgent = replace(a_clause("retas", "r1", level=Level.RECOMMENDED, weight=1, effort=5), urgent=True)
    assert order(a_clause("berat", "r2", weight=5, effort=1), urgent) == ["retas", "berat"]


def test_clauses_that_one_rule_answers_are_one_step_and_the_heaviest_speaks() -> None:
    light, heavy = a_clause("uu12-address", "r", weight=3), a_clause("address-published", "r", weight=5)
    findings = [a_finding(clause, Outcome.NOT_MET) for clause in (light, heavy)]
    steps = plan_for([a_standard(light, heavy)], findings).steps
    assert [[clause.id for _, clause in step.clauses] for step in steps] == [["address-published", "uu12-address"]]


def test_the_unclear_are_questions_and_the_unlooked_at_are_for_people() -> None:
    asked, paper = a_clause("tanya", "r"), a_clause("akta")
    plan = plan_for([a_standard(asked, paper)], [a_finding(asked, Outcome.UNCLEAR)])
    assert [step.clause.id for step in plan.questions] == ["tanya"]
    assert [clause.id for _, clause in plan.unanswered_by(WayKind.DOCUMENT)] == ["akta"]
    assert plan.steps == ()


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 9)), max_size=10))
def test_a_plan_loses_no_step_and_puts_no_later_horizon_before_an_earlier_one(
    shapes: list[tuple[int, int, int]],
) -> None:
    clauses = [
        a_clause(f"c{at}", f"r{at}", weight=weight, effort=effort, unlocks=(f"c{opens}",))
        for at, (weight, effort, opens) in enumerate(shapes)
    ]
    findings = [a_finding(clause, Outcome.NOT_MET) for clause in clauses]
    steps = plan_for([a_standard(*clauses)], findings).steps
    assert sorted(step.clause.id for step in steps) == sorted(clause.id for clause in clauses)
    opened = {name for step in steps for name in step.clause.unlocks}
    plain = [
        step.horizon
        for step in steps
        if step.clause.id not in opened and step.clause.unlocks[0] not in {other.clause.id for other in steps}
    ]
    assert plain == sorted(plain, key=list(Horizon).index)
