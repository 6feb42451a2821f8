"""What people say of a clause: an answer that settles it, beside what the machine found."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import WayKind
from serikat.engines.judgement.words import Words
from serikat.foundation.findings.access import can_answer
from serikat.foundation.findings.actions.recording import hold, raise_question, tally
from serikat.foundation.findings.models import ClauseAnswer, ClauseState, OutletState, Question, QuestionCause
from serikat.foundation.findings.queries.answers import answers_in_force, ran_out
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_ANSWERS = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
_UNKNOWN = Words("Butir ini tidak ada dalam standar itu.", "The standard has no such clause.")
_NO_ANSWER = Words("Pilih terpenuhi, belum terpenuhi, atau tidak berlaku.", "Choose met, not met, or not applicable.")
_NO_REASON = Words("Tulis alasannya; alasan itu tersimpan bersama jawaban.", "Write the reason; it is kept with it.")
_WITHDRAWN = Words("Jawaban ini sudah ditarik.", "This answer was withdrawn already.")
_TAKEN = Words(
    "Pertanyaan ini sudah diambil orang lain atau sudah ditutup.",
    "Somebody else has taken this question, or it is closed.",
)
_EXPIRED = Words("Tanggal berakhirnya sudah lewat.", "It would end in the past.")


@transaction.atomic
def answer_clause(
    *,
    outlet: MemberOutlet,
    standard: str,
    clause: str,
    outcome: Outcome,
    reason: str,
    until: date,
    by: Person,
    way: WayKind = WayKind.PERSON,
    evidence: tuple[str, ...] = (),
) -> ClauseAnswer:
    """A person settles a clause until a day; the finding that it overrules stays beside it. Raises RefusedError."""
    require(can_answer(by, outlet))
    if fault := _fault(standard, clause, outcome, reason, until):
        raise RefusedError(Refused(fault))
    hold(outlet)
    state = OutletState.objects.filter(outlet=outlet).first()
    answer = ClauseAnswer.objects.create(
        outlet=outlet,
        standard=standard,
        clause=clause,
        way=way,
        outcome=outcome,
        reason=reason.strip(),
        evidence=list(evidence),
        by=by,
        since=timezone.localdate(),
        until=until,
        audit=state.latest if state else None,
    )
    open_questions = Question.objects.filter(outlet=outlet, standard=standard, clause=clause, closed_at=None)
    open_questions.update(closed_at=timezone.now(), closed_by=by, answer=answer)
    refresh_answers(outlet=outlet)
    record(
        "findings.answered",
        about=outlet.subject,
        by=by.actor,
        reason=reason.strip(),
        standard=standard,
        clause=clause,
        outcome=str(outcome),
        until=until.isoformat(),
    )
    return answer


def _fault(standard: str, clause: str, outcome: Outcome, reason: str, until: date) -> Words | None:
    """What is wrong with an answer."""
    faults = (
        (clause_of(standard, clause) is None, _UNKNOWN),
        (outcome not in _ANSWERS, _NO_ANSWER),
        (not reason.strip(), _NO_REASON),
        (until < timezone.localdate(), _EXPIRED),
    )
    return next((words for is_wrong, words in faults if is_wrong), None)


@transaction.atomic
def withdraw_answer(*, answer: ClauseAnswer, reason: str, by: Person) -> None:
    """From now on the answer counts no more; it stays to be seen."""
    require(can_answer(by, answer.outlet))
    if not reason.strip():
        raise RefusedError(Refused(_NO_REASON))
    hold(answer.outlet)
    if not ClauseAnswer.objects.filter(pk=answer.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        raise RefusedError(Refused(_WITHDRAWN))
    refresh_answers(outlet=answer.outlet)
    record(
        "findings.answer_withdrawn",
        about=answer.outlet.subject,
        by=by.actor,
        reason=reason.strip(),
        standard=answer.standard,
        clause=answer.clause,
    )


def refresh_answers(*, outlet: MemberOutlet) -> None:
    """Write the answers in force beside the findings; also when one has run out."""
    held = answers_in_force(outlet)
    states = list(ClauseState.objects.filter(outlet=outlet))
    for state in states:
        answer = held.get((state.standard, state.clause))
        state.answered = answer.outcome if answer else ""
    ClauseState.objects.bulk_update(states, ["answered"], batch_size=200)
    row = OutletState.objects.filter(outlet=outlet).select_related("latest").first()
    if row is not None:
        counts = tally(outlet, row.latest)
        OutletState.objects.filter(outlet=outlet).update(recorded_at=timezone.now(), **counts)


def let_answers_run_out(*, on: date) -> int:
    """Answers whose last day has passed count no more; a person is asked to look again. Says how many there were."""
    passed = list(ran_out(on))
    for answer in passed:
        _let_run_out(answer)
    return len(passed)


@transaction.atomic
def _let_run_out(answer: ClauseAnswer) -> None:
    hold(answer.outlet)
    raise_question(answer.outlet, QuestionCause.RAN_OUT, answer.standard, answer.clause)
    refresh_answers(outlet=answer.outlet)
    about = {"standard": answer.standard, "clause": answer.clause}
    record("findings.answer_ran_out", about=answer.outlet.subject, by=Actor("system", "schedule"), **about)


@transaction.atomic
def take_question(*, question: Question, by: Person) -> None:
    """Say that one looks at it, so that nobody else does the same work. Raises RefusedError where another took it."""
    require(can_answer(by, question.outlet))
    free = Question.objects.filter(pk=question.pk, closed_at=None, taken_by=None)
    if not free.update(taken_by=by, taken_at=timezone.now()):
        if Question.objects.filter(pk=question.pk, closed_at=None, taken_by=by).exists():
            return
        raise RefusedError(Refused(_TAKEN))
    record("findings.question_taken", about=question.outlet.subject, by=by.actor, **_named(question))


@transaction.atomic
def free_question(*, question: Question, by: Person) -> None:
    """Let go of a question; anyone who may answer it frees that of somebody who is away, too. Raises RefusedError."""
    require(can_answer(by, question.outlet))
    taken = Question.objects.filter(pk=question.pk, closed_at=None).exclude(taken_by=None)
    if taken.update(taken_by=None, taken_at=None):
        record("findings.question_freed", about=question.outlet.subject, by=by.actor, **_named(question))


@transaction.atomic
def close_question(*, question: Question, reason: str, by: Person) -> None:
    """A person looked, and nothing is left to answer. Raises RefusedError without a reason."""
    require(can_answer(by, question.outlet))
    if not reason.strip():
        raise RefusedError(Refused(_NO_REASON))
    hold(question.outlet)
    closed = Question.objects.filter(pk=question.pk, closed_at=None).update(closed_at=timezone.now(), closed_by=by)
    if closed:
        refresh_answers(outlet=question.outlet)
        about = question.outlet.subject
        record("findings.question_closed", about=about, by=by.actor, reason=reason.strip(), **_named(question))


def _named(question: Question) -> dict[str, str]:
    """What the journal says of a question."""
    return {"cause": question.cause, "standard": question.standard, "clause": question.clause}
