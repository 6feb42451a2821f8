"""Pages that members saved and gave: handing them in, and looking at them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.access import can_answer, can_have_rechecked
from serikat.foundation.findings.actions.handed_in import fault_of, hand_in_pages, note_page_seen
from serikat.foundation.findings.forms import HandInForm, SeenForm
from serikat.foundation.findings.models import HandedInPage
from serikat.foundation.findings.queries.outlet_page import latest_pages_of
from serikat.foundation.findings.queries.stored_pages import source_with
from serikat.foundation.findings.views.seen import outlet_seen
from serikat.foundation.members.queries import outlets_seen_by
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.web.language import said
from serikat.web.permission import require

_KNOWN = Words("Halaman itu sudah kami terima sebelumnya.", "We had that page already.")
_ACCEPTED = Words("Halaman diterima sebagai bukti.", "The page is accepted as evidence.")
_REFUSED = Words("Halaman ditolak dan tidak dihitung lagi.", "The page is refused and counts no more.")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The form for saved pages; they are judged at once and shown on the page of that round."""
    outlet = outlet_seen(request, public_id)
    require(can_have_rechecked(person_of(request), outlet))
    form = HandInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        pages = form.pages
        if fault := fault_of(outlet, pages):
            form.add_error("files", said(fault))
        else:
            kept = hand_in_pages(outlet=outlet, pages=pages, by=person_of(request))
            if kept.audit_round is not None:
                return redirect("findings:round", public_id=kept.audit_round.public_id)
            messages.info(request, said(_KNOWN))
            return redirect("findings:outlet", public_id=public_id)
    return render(request, "findings/hand_in.html", {"outlet": outlet, "form": form, "pages": latest_pages_of(outlet)})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def handed_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A handed-in page as source; whoever reviews the outlet accepts or refuses it."""
    person = person_of(request)
    pages = HandedInPage.objects.select_related("outlet__chapter", "handed_in_by", "seen_by")
    page = get_object_or_404(pages.filter(outlet__in=outlets_seen_by(person)), public_id=public_id)
    form = SeenForm(request.POST or None)
    if request.method == "POST":
        require(can_answer(person, page.outlet))
        if form.is_valid():
            is_accepted = form.cleaned_data["decision"] == "accept"
            note_page_seen(page=page, is_accepted=is_accepted, remark=form.cleaned_data["remark"], by=person)
            messages.success(request, said(_ACCEPTED if is_accepted else _REFUSED))
            return redirect(request.path)
    with page.file.open("rb") as file:
        markup = file.read().decode("utf-8", "replace")
    context = {
        "page_given": page,
        "outlet": page.outlet,
        "source": source_with(markup, ""),
        "form": form,
        "may_answer": bool(can_answer(person, page.outlet)),
    }
    return render(request, "findings/handed_in.html", context)
