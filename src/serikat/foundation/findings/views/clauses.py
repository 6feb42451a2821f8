"""One clause of one outlet: what the machine saw, what people answered, and how to answer or look again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import WayKind
from serikat.engines.judgement.words import Words
from serikat.foundation.findings.access import can_answer, can_have_rechecked
from serikat.foundation.findings.actions.answers import answer_clause, withdraw_answer
from serikat.foundation.findings.actions.rounds import start_recheck
from serikat.foundation.findings.forms import AnswerForm
from serikat.foundation.findings.models import ClauseAnswer, ClauseState, OutletState
from serikat.foundation.findings.phrases import LEVEL_WORDS
from serikat.foundation.findings.queries.outlet_page import seen_by_latest
from serikat.foundation.findings.views.seen import clause_seen, outlet_seen
from serikat.foundation.members.queries import outlets_seen_by
from serikat.foundation.people.forms import ReasonForm
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.web.language import said
from serikat.web.permission import require

_ANSWERED = Words(
    "Jawaban tersimpan; temuan mesin tetap terlihat di sampingnya.",
    "The answer is kept; the machine's finding stays beside it.",
)
_WITHDRAWN = Words(
    "Jawaban ditarik; temuan mesin berlaku lagi.", "The answer is withdrawn; the machine's finding counts again."
)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def clause(request: HttpRequest, public_id: UUID, standard: str, clause: str) -> HttpResponse:
    """The clause with its answers; a POST answers it, once asked for a confirmation."""
    outlet = outlet_seen(request, public_id)
    edition, asked = clause_seen(standard, clause)
    may_answer = bool(can_answer(person_of(request), outlet))
    form = AnswerForm(request.POST or None)
    if request.method == "POST":
        require(can_answer(person_of(request), outlet))
        if form.is_valid() and "yakin" in request.POST:
            answer_clause(
                outlet=outlet,
                standard=standard,
                clause=clause,
                outcome=Outcome(form.cleaned_data["outcome"]),
                reason=form.cleaned_data["reason"],
                until=form.cleaned_data["until"],
                by=person_of(request),
                way=WayKind(form.cleaned_data["way"]),
                evidence=form.lines_of_evidence,
            )
            messages.success(request, said(_ANSWERED))
            return redirect(request.path)
    state = OutletState.objects.select_related("latest", "previous").filter(outlet=outlet).first()
    seen = seen_by_latest(outlet, state)
    answers = ClauseAnswer.objects.filter(outlet=outlet, standard=standard, clause=clause).select_related("by")
    context = {
        "outlet": outlet,
        "standard": edition,
        "clause": asked,
        "level": LEVEL_WORDS[asked.level],
        "state": ClauseState.objects.filter(outlet=outlet, standard=standard, clause=clause).first(),
        "matter": seen.matter_of(standard, clause) if seen else None,
        "answers": list(answers.order_by("-recorded_at")[:50]),
        "in_force": seen.answers.get((standard, clause)) if seen else None,
        "form": form,
        "confirms": form.is_bound and form.is_valid(),
        "may_answer": may_answer,
        "may_recheck": asked.rule is not None and bool(can_have_rechecked(person_of(request), outlet)),
    }
    return render(request, "findings/clause.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Asks why an answer is to be withdrawn, and withdraws it."""
    person = person_of(request)
    answers = ClauseAnswer.objects.select_related("outlet__chapter", "by").filter(outlet__in=outlets_seen_by(person))
    answer = get_object_or_404(answers, public_id=public_id)
    require(can_answer(person, answer.outlet))
    form = ReasonForm(request.POST or None)
    back = reverse("findings:clause", args=[answer.outlet.public_id, answer.standard, answer.clause])
    if form.is_valid():
        withdraw_answer(answer=answer, reason=form.cleaned_data["reason"], by=person)
        messages.success(request, said(_WITHDRAWN))
        return redirect(back)
    _, asked = clause_seen(answer.standard, answer.clause)
    return render(request, "findings/withdraw.html", {"answer": answer, "clause": asked, "form": form, "back": back})


@signed_in
@require_POST
def recheck(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Has clauses looked at again (`butir`, several may stand; all that is open where none does)."""
    outlet = outlet_seen(request, public_id)
    found = start_recheck(outlet=outlet, clauses=request.POST.getlist("butir"), by=person_of(request))
    return redirect("findings:round", public_id=found.public_id)
