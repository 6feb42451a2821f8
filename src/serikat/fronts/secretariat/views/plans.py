"""Plans on their way to members: preparing for one or many, sending one after another, reminding, a digest."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.queries.outlet_list import chosen, outlets_chosen
from serikat.foundation.findings.queries.tallies import standing_of
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import outlets_of_chapters_of, representatives_of
from serikat.foundation.people.models import Message
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.fronts.secretariat.actions import Prepared, prepare_group_digest, prepare_plan, prepare_plans
from serikat.fronts.secretariat.digest import digest_lines
from serikat.fronts.secretariat.sent_plans import (
    DAYS_BEFORE_REMINDER,
    PROGRESS_WORDS,
    Progress,
    outlets_named,
    sent_plans,
    sent_today,
    waiting_messages,
)
from serikat.web.language import said

_A_PAGE = 50
_AT_ONCE = 300
_PREPARED = Words("{n} pesan siap dikirim.", "{n} messages are ready to be sent.")
_UNREACHABLE = Words(
    "{n} media belum dapat disurati, karena belum punya nomor atau wakilnya juga mewakili cabang lain: {names}",
    "{n} outlets cannot be written to, for want of a number or because their representative also speaks for other "
    "chapters: {names}",
)
_NOBODY = Words("Pilih dulu medianya.", "Choose the outlets first.")


@signed_in
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Who was written to and how far each has come."""
    held, now = held_chapters(request), timezone.now()
    listed = sent_plans(person_of(request), held)
    wanted = request.GET.get("keadaan", "")
    chosen_ones = [each for each in listed if each.progress == wanted] if wanted in set(Progress) else listed
    page = Paginator(chosen_ones, _A_PAGE).get_page(request.GET.get("halaman"))
    outlets = outlets_named(held, [each.outlet_id for each in page])
    counts = {progress: sum(each.progress is progress for each in listed) for progress in Progress}
    facts = {
        "list_page": page,
        "rows": [
            (outlets[each.outlet_id], each, PROGRESS_WORDS[each.progress]) for each in page if each.outlet_id in outlets
        ],
        "tabs": [(progress, PROGRESS_WORDS[progress], counts[progress], progress == wanted) for progress in Progress],
        "is_all": wanted not in set(Progress),
        "total": len(listed),
        "waiting": counts[Progress.WAITING],
        "due": sum(each.is_due(now) for each in listed),
        "unopened": counts[Progress.UNOPENED] if wanted == Progress.UNOPENED else 0,
        "days": DAYS_BEFORE_REMINDER,
    }
    return render(request, "secretariat/plans.html", facts)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def send_plan(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Says to whom the plan of one outlet goes and what was sent before; a POST prepares the message."""
    held_chapters(request)
    person = person_of(request)
    outlet = get_object_or_404(outlets_of_chapters_of(person).select_related("chapter"), public_id=public_id)
    if request.method == "POST":
        prepared = prepare_plan(outlet=outlet, by=person, is_reminder="ingatkan" in request.POST)
        return redirect("people:message", public_id=prepared.public_id)
    about = outlet.subject
    sent = Message.objects.filter(subject_room=about.room, subject_kind=about.kind, subject_id=about.id)
    facts = {
        "outlet": outlet,
        "representative": representatives_of(outlet).first(),
        "sent": sent.select_related("to", "prepared_by").order_by("-prepared_at")[:10],
    }
    return render(request, "secretariat/send_plan.html", facts)


@signed_in
@require_POST
def prepare_many(request: HttpRequest) -> HttpResponse:
    """Prepares messages for the outlets chosen in the list, and goes on to sending them."""
    chapters = held_chapters(request)
    person = person_of(request)
    if "semua" in request.POST:
        outlets = outlets_chosen(chosen(request.POST.dict(), chapters), chapters)
    else:
        outlets = outlets_of_chapters_of(person).filter(public_id__in=_ids(request.POST.getlist("pilih")))
    return _prepared(request, outlets.select_related("chapter").order_by("name")[:_AT_ONCE], is_reminder=False)


@signed_in
@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Prepares reminders: for whom one is due, or with `keadaan` for all who have come so far and no farther."""
    held, now = held_chapters(request), timezone.now()
    asked = request.POST.get("keadaan", "")
    plans_sent = sent_plans(person_of(request), held)
    slow = [each for each in plans_sent if (each.progress == asked if asked else each.is_due(now))]
    outlets = outlets_named(held, [each.outlet_id for each in slow if each.sent_at][:_AT_ONCE])
    return _prepared(request, outlets.values(), is_reminder=True)


@signed_in
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The next message to send, and how many are left; `lewati` passes over so many."""
    held_chapters(request)
    person = person_of(request)
    waiting = waiting_messages(person)
    left = waiting.count()
    passed = request.GET.get("lewati", "")
    at = int(passed) if passed.isascii() and passed.isdigit() and int(passed) < left else 0
    sent = sent_today(person)
    facts = {
        "message": next(iter(waiting[at : at + 1]), None),
        "left": left,
        "sent": sent,
        "total": left + sent,
        "passed": at,
        "next": at + 1,
    }
    return render(request, "secretariat/queue.html", facts)


@signed_in
@require_POST
def digest(request: HttpRequest) -> HttpResponse:
    """Prepares a text for the group."""
    held, person = held_chapters(request), person_of(request)
    chapter = min(held, key=lambda each: each.depth)
    lines = digest_lines(standing_of([chapter]).whole, sent_plans(person, held))
    prepared = prepare_group_digest(chapter=chapter, lines=lines, on=timezone.localdate(), by=person)
    return redirect("people:message", public_id=prepared.public_id)


def _prepared(request: HttpRequest, outlets: Iterable[MemberOutlet], *, is_reminder: bool) -> HttpResponse:
    done: Prepared = prepare_plans(outlets=outlets, by=person_of(request), is_reminder=is_reminder)
    if done.messages:
        messages.success(request, said(_PREPARED.filled(n=len(done.messages))))
    if done.unreachable:
        names = ", ".join(str(outlet) for outlet in done.unreachable[:10])
        messages.warning(request, said(_UNREACHABLE.filled(n=len(done.unreachable), names=names)))
    if not done.messages and not done.unreachable:
        messages.info(request, said(_NOBODY))
    return redirect("secretariat:queue" if done.messages else "secretariat:plans")


def _ids(given: list[str]) -> list[UUID]:
    known = []
    for each in given[:_AT_ONCE]:
        try:
            known.append(UUID(each))
        except ValueError:
            continue
    return known
