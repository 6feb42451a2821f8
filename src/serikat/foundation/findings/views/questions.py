"""What waits for a person: clauses to look at by a day, and pages that members handed in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.actions.answers import close_question, free_question, take_question
from serikat.foundation.findings.models import QuestionCause
from serikat.foundation.findings.models.answers import CAUSE_WORDS
from serikat.foundation.findings.queries.outlet_page import helpers_of
from serikat.foundation.findings.queries.questions import Asked, questions_for
from serikat.foundation.people.forms import ReasonForm
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.addresses import own_address
from serikat.web.language import said

_A_PAGE = 50
_TAKEN_BY = ("saya", "belum")
_CLOSED = Words("Pertanyaan ditutup.", "The question is closed.")


@signed_in
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """The open questions, the first due first; `sebab`, `lewat` and `diambil` (by me, or by nobody yet) filter."""
    held_chapters(request)
    open_ones = questions_for(person_of(request))
    counts = dict(open_ones.order_by().values_list("cause").annotate(n=Count("pk")))
    late = open_ones.filter(due__lt=timezone.localdate())
    late_count = late.count() if counts else 0
    cause, taken = request.GET.get("sebab", ""), request.GET.get("diambil", "")
    chosen = open_ones.filter(cause=cause) if cause in QuestionCause.values else open_ones
    if request.GET.get("lewat"):
        chosen = chosen.filter(due__lt=timezone.localdate())
    if taken in _TAKEN_BY:
        chosen = chosen.filter(taken_by=person_of(request) if taken == "saya" else None)
    page = Paginator(chosen, _A_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "total": sum(counts.values()),
        "late": late_count,
        "is_late": bool(request.GET.get("lewat")),
        "cause": cause,
        "taken": taken if taken in _TAKEN_BY else "",
        "person": person_of(request),
        "causes": [(each, CAUSE_WORDS[each], counts[each]) for each in QuestionCause if counts.get(each)],
        "list_page": page,
        "asked": [Asked(question) for question in page.object_list],
        "today": timezone.localdate(),
    }
    return render(request, "findings/questions.html", context)


@signed_in
@require_POST
def take(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Takes a question, or with `lepas` lets go of it, and leads back to where it stood."""
    person = person_of(request)
    question = get_object_or_404(questions_for(person), public_id=public_id)
    if "lepas" in request.POST:
        free_question(question=question, by=person)
    else:
        take_question(question=question, by=person)
    return redirect(own_address(request.POST.get("kembali", ""), otherwise=reverse("findings:questions")))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Asks why nothing is left to answer, and closes the question."""
    person = person_of(request)
    question = get_object_or_404(questions_for(person), public_id=public_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        close_question(question=question, reason=form.cleaned_data["reason"], by=person)
        messages.success(request, said(_CLOSED))
        return redirect("findings:questions")
    context = {"asked": Asked(question), "form": form, "helpers": helpers_of(question.outlet.chapter)}
    return render(request, "findings/close_question.html", context)
