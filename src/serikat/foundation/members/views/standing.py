"""Forms on an outlet's page that write dated rows, and a company's page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from serikat.foundation.members.access import can_keep_outlets, can_name_company
from serikat.foundation.members.actions.outlets import name_company
from serikat.foundation.members.actions.standing import record_council_status, set_standing
from serikat.foundation.members.forms import CompanyForm, CouncilStatusForm, StandingForm
from serikat.foundation.members.models import StandingKind
from serikat.foundation.members.queries import companies_seen_by, outlets_of_chapters_of
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.members.views.outlets import outlet_facts
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import said_later
from serikat.web.permission import require


@require_POST
@signed_in
def standing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """From a day on the outlet stands otherwise."""
    shown = get_object_or_404(outlets_of_chapters_of(person_of(request)), public_id=public_id)
    require(can_keep_outlets(person_of(request), shown.chapter))
    form = StandingForm(request.POST)
    if not form.is_valid():
        facts = outlet_facts(shown) | {"standing_form": form, "opens": "standing", "may": True}
        return render(request, "members/outlet.html", facts)
    chosen = form.cleaned_data
    set_standing(
        outlet=shown,
        kind=StandingKind(chosen["kind"]),
        since=chosen["since"],
        source=chosen["source"],
        by=person_of(request),
    )
    messages.success(request, said_later("Keanggotaan dicatat.", "The standing is recorded."))
    return redirect("members:outlet", public_id=public_id)


@require_POST
@signed_in
def council_status(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Somebody saw something in the Press Council's register."""
    shown = get_object_or_404(outlets_of_chapters_of(person_of(request)), public_id=public_id)
    require(can_keep_outlets(person_of(request), shown.chapter))
    form = CouncilStatusForm(request.POST)
    if not form.is_valid():
        facts = outlet_facts(shown) | {"status_form": form, "opens": "status", "may": True}
        return render(request, "members/outlet.html", facts)
    chosen = form.cleaned_data
    record_council_status(
        outlet=shown,
        status=ListedStatus(chosen["status"]),
        certificate=chosen["certificate"],
        observed_on=chosen["observed_on"],
        source=chosen["source"],
        by=person_of(request),
    )
    messages.success(request, said_later("Status yang terlihat dicatat.", "The status seen is recorded."))
    return redirect("members:outlet", public_id=public_id)


@require_http_methods(["GET", "POST"])
@signed_in
def company(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A company, and those of its outlets that the person looks after."""
    held_chapters(request)
    shown = get_object_or_404(companies_seen_by(person_of(request)), public_id=public_id)
    may = can_name_company(person_of(request), shown)
    form = CompanyForm(request.POST or None, initial={"legal_name": shown.legal_name}) if may else None
    if request.method == "POST":
        require(may)
        if form is not None and form.is_valid():
            name_company(company=shown, legal_name=form.cleaned_data["legal_name"], by=person_of(request))
            messages.success(request, said_later("Nama disimpan.", "The name is saved."))
            return redirect("members:company", public_id=public_id)
    mine = outlets_of_chapters_of(person_of(request)).filter(company=shown).select_related("chapter", "region")
    facts = {"company": shown, "outlets": mine.order_by("name")[:200], "form": form}
    return render(request, "members/company.html", facts)
