"""Rounds: what runs and what ran, starting one, watching it, stopping it and going on, and the schedules."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import subtree
from serikat.foundation.findings.access import can_steer_round
from serikat.foundation.findings.actions.rounds import resume_round, set_schedule, start_rounds, stop_round
from serikat.foundation.findings.forms import ScheduleForm
from serikat.foundation.findings.models import AuditRound, ClauseState, OutletAudit, RoundKind, RoundState, Target
from serikat.foundation.findings.models.rounds import KIND_WORDS, STATE_WORDS
from serikat.foundation.findings.queries.comparison import compared
from serikat.foundation.findings.queries.outlet_list import chosen, outlets_chosen
from serikat.foundation.findings.queries.rounds import (
    UNDER_WAY,
    done_of,
    progress_of,
    schedules_of,
    seconds_for,
    whole_rounds,
)
from serikat.foundation.findings.views.seen import round_seen
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web import writing
from serikat.web.language import current, said

_A_PAGE = 25
_MOST_PICKED = 5_000
_STARTED = Words("Pemeriksaan dimulai.", "The audit has begun.")
_STOPPED = Words("Dihentikan; yang sudah selesai tetap tersimpan.", "Stopped; what is finished stays.")
_RESUMED = Words("Pemeriksaan dilanjutkan.", "The audit goes on.")
_SCHEDULED = Words("Jadwal tersimpan.", "The schedule is kept.")


@signed_in
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """What runs, what ran, and when outlets are audited anew."""
    chapters = held_chapters(request)
    return _rounds_page(request, chapters, ScheduleForm(chapters=_to_schedule(chapters)))


def _rounds_page(request: HttpRequest, chapters: list[Chapter], schedule_form: ScheduleForm) -> HttpResponse:
    page = Paginator(whole_rounds(chapters), _A_PAGE).get_page(request.GET.get("halaman"))
    listed = list(page.object_list)
    done = done_of(listed)
    running = [each for each in listed if each.state in UNDER_WAY]
    context = {
        "list_page": page,
        "rows": [(each, KIND_WORDS[each.kind], STATE_WORDS[each.state], *done.get(each.pk, (0, 0))) for each in listed],
        "running": len(running),
        "latest": next((each for each in listed if each.ended_at), None),
        "schedules": schedules_of(chapters),
        "schedule_form": schedule_form,
    }
    return render(request, "findings/rounds.html", context)


@signed_in
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Says how many outlets a round would hold and how long it takes; with `yakin` it starts."""
    chapters = held_chapters(request)
    choice = chosen(request.POST.dict(), chapters)
    picked = request.POST.getlist("pilih")[:_MOST_PICKED]
    is_picked = "semua" not in request.POST and bool(picked)
    outlets = _picked(chapters, picked) if is_picked else outlets_chosen(choice, chapters)
    if "yakin" in request.POST:
        begun = start_rounds(
            chapters=[choice.chapter] if choice.chapter else chapters,
            outlets=outlets,
            by=person_of(request),
            selection="" if is_picked or not choice.is_filtered else urlencode(choice.address()),
        )
        messages.success(request, said(_STARTED))
        return redirect("findings:rounds") if len(begun) > 1 else redirect("findings:round", begun[0].public_id)
    count = outlets.count()
    context = {
        "count": count,
        "lasts": writing.duration(seconds_for(count), current()),
        "picked": picked if is_picked else [],
        "kept": choice.address(),
        "choice": choice,
    }
    return render(request, "findings/start_round.html", context)


@signed_in
@require_safe
def audit_round(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One round: how far it is, what could not be read and how to mend it, and what came of it."""
    found = round_seen(request, public_id)
    context = _progress_context(request, found)
    is_one = found.kind in (RoundKind.RECHECK, RoundKind.HANDED_IN)
    if request.headers.get("HX-Request") and not is_one:
        # Only what changes; once it is done the whole page is shown anew.
        response = render(request, "findings/round_progress.html", context)
        if not context["is_under_way"]:
            response["HX-Refresh"] = "true"
        return response
    if is_one:
        response = render(request, "findings/recheck.html", context | _came_of(found))
        if request.headers.get("HX-Request") and not context["is_under_way"]:
            response["HX-Refresh"] = "true"
        return response
    failed = Target.objects.filter(round=found).exclude(reached__in=("", "read", "partial")).select_related("outlet")
    page = Paginator(failed.order_by("reached", "pk"), _A_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "findings/round.html", context | {"list_page": page, "failed": list(page.object_list)})


@signed_in
@require_POST
def stop(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Stops a round."""
    stop_round(audit_round=round_seen(request, public_id), by=person_of(request))
    messages.success(request, said(_STOPPED))
    return redirect("findings:round", public_id=public_id)


@signed_in
@require_POST
def resume(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Goes on with a stopped round."""
    resume_round(audit_round=round_seen(request, public_id), by=person_of(request))
    messages.success(request, said(_RESUMED))
    return redirect("findings:round", public_id=public_id)


@signed_in
@require_POST
def schedule(request: HttpRequest) -> HttpResponse:
    """Sets how often a chapter's outlets are audited anew."""
    chapters = held_chapters(request)
    form = ScheduleForm(request.POST, chapters=_to_schedule(chapters))
    if not form.is_valid():
        return _rounds_page(request, chapters, form)
    days = form.cleaned_data["every_days"]
    set_schedule(chapter=form.chosen_chapter, every_days=days or 30, is_on=days > 0, by=person_of(request))
    messages.success(request, said(_SCHEDULED))
    return redirect("findings:rounds")


def _progress_context(request: HttpRequest, found: AuditRound) -> dict[str, object]:
    may_steer = bool(can_steer_round(person_of(request), found))
    return {
        "audit_round": found,
        "kind": KIND_WORDS[found.kind],
        "state": STATE_WORDS[found.state],
        "progress": progress_of(found),
        "is_under_way": found.state in UNDER_WAY,
        "may_stop": may_steer and found.state in (RoundState.WANTED, RoundState.RUNNING),
        "may_resume": may_steer and found.state in (RoundState.CANCELLED, RoundState.FAILED),
    }


def _came_of(found: AuditRound) -> dict[str, object]:
    """For a recheck: the outlet, and what its clauses were and are."""
    target = Target.objects.select_related("outlet").filter(round=found).first()
    outlet = target.outlet if target else None
    audit = OutletAudit.objects.filter(round=found).first()
    earlier = OutletAudit.objects.filter(outlet=outlet).exclude(round=found).order_by("-gathered_at", "-pk").first()
    if audit is None or earlier is None:
        return {"outlet": outlet, "audit": audit, "earlier": None}
    change = compared(earlier.record, audit.record)
    asked = set(found.clauses) or {each.clause.id for each in (*change.better, *change.worse, *change.otherwise)}
    every = (*change.better, *change.worse, *change.otherwise, *change.same)
    rows = [each for each in every if each.clause.id in asked and each.after is not None]
    once = {(each.clause.title, each.after.outcome if each.after else ""): each for each in rows}
    states = ClauseState.objects.filter(outlet=outlet, clause__in=asked, standing="met").count()
    return {"outlet": outlet, "audit": audit, "earlier": earlier, "rows": list(once.values()), "met": states}


def _picked(chapters: Sequence[Chapter], public_ids: Sequence[str]) -> QuerySet[MemberOutlet]:
    """The outlets of the person's chapters among those ticked."""
    known = []
    for each in public_ids:
        try:
            known.append(UUID(each))
        except ValueError:
            continue
    return outlets_chosen(chosen({}, chapters), chapters).filter(public_id__in=known)


def _to_schedule(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters of the person and those directly below."""
    depth = min(each.depth for each in chapters) + 1
    return list(subtree(list(chapters)).filter(depth__lte=depth)[:100])
