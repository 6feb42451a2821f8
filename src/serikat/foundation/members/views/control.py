"""Control of an outlet's site: what is known of it, how to show it, a look at the site, an officer's word."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.gather.control import META_NAME, file_path, record_value
from serikat.foundation.members.access import can_show_control, can_vouch
from serikat.foundation.members.actions.control import ask_for_control, vouch_for_control, want_look
from serikat.foundation.members.models import Control, ControlMethod, LostCause, MemberOutlet
from serikat.foundation.members.models.control import LOST_WORDS, METHOD_WORDS
from serikat.foundation.members.queries import control_of, outlets_seen_by
from serikat.foundation.people.forms import ReasonForm
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.web.language import said
from serikat.web.permission import require

_VOUCHED = Words("Jaminan Anda tersimpan.", "Your word is kept.")


@signed_in
@require_safe
def control(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the outlet's control stands, and the ways to show it."""
    outlet = _outlet(request, public_id)
    return _page(request, outlet, control_of(outlet))


@signed_in
@require_POST
def ask(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Makes a code."""
    ask_for_control(outlet=_outlet(request, public_id), by=person_of(request))
    return redirect("members:control", public_id=public_id)


@signed_in
@require_POST
def check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Has the site looked at; the page shows how far that is, and what was seen."""
    want_look(outlet=_outlet(request, public_id), by=person_of(request))
    return redirect("members:control", public_id=public_id)


@signed_in
@require_POST
def vouch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keeps an officer's word, with its reason."""
    outlet = _outlet(request, public_id)
    require(can_vouch(person_of(request), outlet))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, outlet, control_of(outlet), form=form, status=422)
    vouch_for_control(outlet=outlet, reason=form.cleaned_data["reason"], by=person_of(request))
    messages.success(request, said(_VOUCHED))
    return redirect("members:control", public_id=public_id)


def _page(
    request: HttpRequest,
    outlet: MemberOutlet,
    known: Control | None,
    *,
    form: ReasonForm | None = None,
    status: int = 200,
) -> HttpResponse:
    person = person_of(request)
    waits = known is not None and known.shown_at is None and known.lost_at is None
    facts = {
        "outlet": outlet,
        "control": known,
        "method": METHOD_WORDS[ControlMethod(known.method)] if known and known.method else None,
        "waits": waits,
        "why_lost": LOST_WORDS[LostCause(known.lost_because)] if known and known.lost_because else None,
        "may_show": bool(can_show_control(person, outlet)),
        "may_vouch": bool(can_vouch(person, outlet)),
        "form": form or ReasonForm(),
        "is_looked_at": waits and known is not None and known.is_looked_at(timezone.now()),
        **(_signs(outlet, known) if known is not None and waits else {}),
    }
    return render(request, "members/control.html", facts, status=status)


def _signs(outlet: MemberOutlet, known: Control) -> dict[str, str]:
    """What to put where."""
    home = outlet.as_audited
    return {
        "meta": f'<meta name="{META_NAME}" content="{known.token}" />',
        "file_name": file_path(known.token),
        "file_at": f"{home.url.split('?')[0].rstrip('/')}/{file_path(known.token)}",
        "record": record_value(known.token) if home.folder == "/" else "",
    }


def _outlet(request: HttpRequest, public_id: UUID) -> MemberOutlet:
    outlets = outlets_seen_by(person_of(request)).select_related("chapter", "company")
    return get_object_or_404(outlets, public_id=public_id)
