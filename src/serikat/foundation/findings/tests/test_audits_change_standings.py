"""What an audit changes: standings, what got worse, what waits for a person, what answers do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.answers import (
    answer_clause,
    close_question,
    let_answers_run_out,
    withdraw_answer,
)
from serikat.foundation.findings.actions.rounds import start_recheck
from serikat.foundation.findings.models import ClauseAnswer, ClauseState, OutletState, Question, QuestionCause
from serikat.foundation.findings.tests.audits import ADDRESS, MASTHEAD, STANDARD, an_audit
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


@pytest.fixture
def house() -> tuple[Chapter, Person, MemberOutlet]:
    root, officer = an_association()
    return root, officer, an_outlet(root)


def answered(outlet: MemberOutlet, by: Person, outcome: Outcome = Outcome.MET) -> ClauseAnswer:
    until = timezone.localdate() + YEAR
    return answer_clause(
        outlet=outlet, standard=STANDARD, clause=ADDRESS, outcome=outcome, reason="Dilihat.", until=until, by=by
    )


def open_causes(outlet: MemberOutlet) -> list[str]:
    return sorted(Question.objects.filter(outlet=outlet, closed_at=None).values_list("cause", flat=True))


def test_a_clause_that_fell_makes_the_outlet_worse_until_somebody_deals_with_it(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "met"}, by=officer, at=timezone.now() - timedelta(days=2))
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    assert OutletState.objects.get(outlet=outlet).is_worse
    close_question(question=Question.objects.get(outlet=outlet), reason="Sudah dibicarakan.", by=officer)
    assert not OutletState.objects.get(outlet=outlet).is_worse
    assert Entry.objects.filter(deed="findings.question_closed").count() == 1


def test_what_is_unclear_twice_goes_to_a_person(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "unclear", MASTHEAD: "met"}, by=officer, at=timezone.now() - timedelta(days=2))
    assert open_causes(outlet) == []
    an_audit(outlet, {ADDRESS: "unclear", MASTHEAD: "met"}, by=officer)
    assert open_causes(outlet) == [QuestionCause.UNCLEAR_TWICE]


def test_what_a_round_judges_anew_is_unclear_once(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    first = an_audit(outlet, {ADDRESS: "unclear", MASTHEAD: "met"}, by=officer)
    an_audit(outlet, {ADDRESS: "unclear", MASTHEAD: "unclear"}, by=officer, audit_round=first.round)
    assert open_causes(outlet) == []
    assert set(ClauseState.objects.filter(outlet=outlet).values_list("unclear_times", flat=True)) == {1}


def test_a_site_that_could_not_be_read_twice_is_one_question(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    for days in (2, 1):
        at = timezone.now() - timedelta(days=days)
        an_audit(outlet, {ADDRESS: "unclear", MASTHEAD: "unclear"}, by=officer, reached="timeout", at=at)
    assert open_causes(outlet) == [QuestionCause.UNCLEAR_TWICE]
    an_audit(outlet, {ADDRESS: "met", MASTHEAD: "met"}, by=officer)
    assert open_causes(outlet) == []


def test_a_recheck_changes_only_the_clauses_it_was_asked_for(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met", MASTHEAD: "unclear"}, by=officer, at=timezone.now() - timedelta(days=2))
    again = start_recheck(outlet=outlet, clauses=[ADDRESS], by=officer)
    an_audit(outlet, {ADDRESS: "met", MASTHEAD: "not_met"}, by=officer, audit_round=again)
    standings = dict(ClauseState.objects.filter(outlet=outlet).values_list("clause", "standing"))
    assert standings == {ADDRESS: "met", MASTHEAD: "unclear"}
    assert open_causes(outlet) == []


def test_an_answer_stands_before_the_finding_and_both_stay(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    answer = answered(outlet, officer)
    state = ClauseState.objects.get(outlet=outlet)
    assert (state.outcome, state.standing) == ("not_met", "met")
    assert OutletState.objects.get(outlet=outlet).missing == 0
    withdraw_answer(answer=answer, reason="Keliru.", by=officer)
    assert ClauseState.objects.get(outlet=outlet).standing == "not_met"
    assert ClauseAnswer.objects.filter(outlet=outlet).count() == 1
    with pytest.raises(RefusedError):
        withdraw_answer(answer=answer, reason="Lagi.", by=officer)


def test_a_finding_that_differs_from_an_answer_is_brought_to_a_person(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "unclear"}, by=officer, at=timezone.now() - timedelta(days=2))
    answered(outlet, officer)
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    assert QuestionCause.DIFFERS in open_causes(outlet)


def test_an_answer_that_ran_out_counts_no_more_and_is_asked_again(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    answered(outlet, officer)
    later = timezone.localdate() + YEAR + timedelta(days=1)
    assert let_answers_run_out(on=timezone.localdate()) == 0
    ClauseAnswer.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert let_answers_run_out(on=later) == 1
    assert OutletState.objects.get(outlet=outlet).missing == 1
    assert open_causes(outlet) == [QuestionCause.RAN_OUT]
    assert Entry.objects.filter(deed="findings.answer_ran_out", actor_id="schedule").count() == 1
    assert let_answers_run_out(on=later) == 0


def test_nobody_answers_for_an_outlet_they_speak_for_or_that_is_not_theirs(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    root, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    stranger = a_person_with_role(a_chapter(root, "Wilayah Lain"))
    for person in (stranger, a_representative(outlet)):
        with pytest.raises(RefusedError):
            answered(outlet, person)
