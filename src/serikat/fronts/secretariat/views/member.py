"""A member's own pages: the outlets that they speak for, what to do for each, and looking again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.foundation.findings.access import can_have_rechecked
from serikat.foundation.findings.actions.rounds import start_recheck
from serikat.foundation.findings.models import OutletState
from serikat.foundation.findings.queries.open_clauses import open_clauses_of
from serikat.foundation.findings.queries.rounds import UNDER_WAY, rounds_seen_by
from serikat.foundation.findings.reading import reached_of
from serikat.foundation.findings.standards import READ
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import outlets_represented_by, outlets_seen_by
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.fronts.secretariat.member_page import member_page

_MOST_OUTLETS = 100


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The outlets that I speak for; where it is one, its page."""
    outlets = list(outlets_represented_by(person_of(request)).select_related("chapter")[:_MOST_OUTLETS])
    if len(outlets) == 1:
        return redirect("secretariat:outlet", public_id=outlets[0].public_id)
    states = {state.outlet_id: state for state in OutletState.objects.filter(outlet__in=outlets)}
    rows = [(outlet, states.get(outlet.pk)) for outlet in outlets]
    return render(request, "secretariat/my_outlets.html", {"rows": rows})


@signed_in
@require_safe
def outlet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the outlet stands in plain words, and what two people can do this week."""
    found = _outlet(request, public_id)
    shown = member_page(found)
    facts: dict[str, object] = {
        "outlet": found,
        "shown": shown,
        "may_recheck": bool(can_have_rechecked(person_of(request), found)),
    }
    if shown.seen:
        reached = reached_of(shown.seen.audit.reached)
        detail = str(shown.seen.record.get("reached_detail", ""))
        facts |= {
            "is_read": shown.seen.audit.reached in READ,
            "explained": explain(reached, detail),
            "fix": how_to_fix(reached, detail),
        }
    return render(request, "secretariat/my_outlet.html", facts)


@signed_in
@require_POST
def check_again(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Has the named clauses looked at again (`butir`), or all that are open."""
    found = _outlet(request, public_id)
    clauses = request.POST.getlist("butir") or open_clauses_of(found)
    wanted = start_recheck(outlet=found, clauses=clauses, by=person_of(request))
    return redirect("secretariat:checking", public_id=public_id, round_id=wanted.public_id)


@signed_in
@require_safe
def checking(request: HttpRequest, public_id: UUID, round_id: UUID) -> HttpResponse:
    """How far the look has come; once it is done, the outlet's page says what changed."""
    found = _outlet(request, public_id)
    rounds = rounds_seen_by(person_of(request)).filter(targets__outlet=found)
    audit_round = get_object_or_404(rounds, public_id=round_id)
    is_under_way = audit_round.state in UNDER_WAY
    facts = {"outlet": found, "audit_round": audit_round, "is_under_way": is_under_way}
    if not is_under_way and request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = request.path
        return response
    if audit_round.state == "finished":
        response = redirect("secretariat:outlet", public_id=public_id)
        response["Location"] += "?dilihat=lagi#baru"
        return response
    return render(request, "secretariat/checking.html", facts)


def _outlet(request: HttpRequest, public_id: UUID) -> MemberOutlet:
    outlets = outlets_seen_by(person_of(request)).select_related("chapter", "company", "region")
    return get_object_or_404(outlets, public_id=public_id)
