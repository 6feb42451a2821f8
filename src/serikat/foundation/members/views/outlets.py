"""The members: their list, one outlet with all that is kept of it, and the list to download."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import subtree, within
from serikat.foundation.members.access import can_keep_outlets
from serikat.foundation.members.actions.outlets import add_outlet, change_outlet, download_members, remove_outlet
from serikat.foundation.members.forms import CouncilStatusForm, OutletForm, StandingForm, typed
from serikat.foundation.members.models import MemberOutlet, Standing, StandingKind
from serikat.foundation.members.models.standing import STANDING_WORDS
from serikat.foundation.members.queries import in_standing, outlets_of_chapters_of
from serikat.foundation.people.forms import ReasonForm
from serikat.foundation.people.models import RoleKind
from serikat.foundation.people.queries import chapters_of
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import said_later
from serikat.web.permission import require

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A_PAGE = 50


@require_safe
@signed_in
def outlets(request: HttpRequest) -> HttpResponse:
    """The members of my chapters and of those below."""
    tree = list(subtree(held_chapters(request)))
    found, chosen = _filtered(request, tree)
    today = timezone.localdate()
    current = Prefetch("standings", Standing.objects.on(today).order_by("-pk"), to_attr="current")
    rows = found.select_related("company", "chapter", "region").prefetch_related(current).order_by("name", "pk")
    facts = {
        "page": Paginator(rows, _A_PAGE).get_page(request.GET.get("halaman")),
        "chapters": tree,
        "kinds": [(kind.value, STANDING_WORDS[kind]) for kind in StandingKind],
        "chosen": chosen,
        "searched": request.GET.get("cari", "").strip(),
        "kind": request.GET.get("keanggotaan", ""),
        "is_filtered": any(request.GET.get(name) for name in ("cari", "wilayah", "keanggotaan")),
    }
    return render(request, "members/outlets.html", facts)


def _filtered(request: HttpRequest, tree: list[Chapter]) -> tuple[QuerySet[MemberOutlet], Chapter | None]:
    found = MemberOutlet.objects.filter(within(held_chapters(request), "chapter__path"), removed_at=None)
    chosen = next((each for each in tree if str(each.public_id) == request.GET.get("wilayah")), None)
    if chosen:
        found = found.filter(chapter__path__startswith=chosen.path)
    if searched := request.GET.get("cari", "").strip()[:160].replace("\0", ""):
        found = found.filter(
            Q(name__icontains=searched) | Q(key__icontains=searched) | Q(company__legal_name__icontains=searched)
        )
    kind = request.GET.get("keanggotaan", "")
    if kind in set(StandingKind):
        found = in_standing(found, StandingKind(kind), timezone.localdate())
    return found, chosen


@require_safe
@signed_in
def download(request: HttpRequest) -> HttpResponse:
    """The list as a workbook, in the columns that an import knows."""
    found, _ = _filtered(request, list(subtree(held_chapters(request))))
    book = download_members(outlets=found.order_by("name", "pk"), by=person_of(request))
    return attachment(book, f"anggota-{timezone.localdate():%Y-%m-%d}.xlsx")


def attachment(book: bytes, file_name: str) -> HttpResponse:
    """A workbook that is saved and not shown; nothing keeps a copy on the way."""
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(book, content_type=XLSX, headers=headers)


@require_http_methods(["GET", "POST"])
@signed_in
def add(request: HttpRequest) -> HttpResponse:
    """A new member outlet."""
    held_chapters(request)
    mine = chapters_of(person_of(request), RoleKind.OFFICER)
    require(can_keep_outlets(person_of(request), mine[0] if mine else held_chapters(request)[0]))
    form = OutletForm(request.POST or None, chapters=subtree(mine), initial={"chapter": mine[0].public_id})
    if not form.is_valid():
        return render(request, "members/add_outlet.html", {"form": form})
    new = add_outlet(facts=form.facts(), by=person_of(request))
    messages.success(request, said_later("Media ditambahkan.", "The outlet is added."))
    return redirect("members:outlet", public_id=new.public_id)


@require_http_methods(["GET", "POST"])
@signed_in
def outlet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One outlet: what is kept of it, its standing, the Press Council's status as seen, who speaks for it."""
    shown = _shown(request, public_id)
    may = can_keep_outlets(person_of(request), shown.chapter)
    mine = subtree(chapters_of(person_of(request), RoleKind.OFFICER))
    form = OutletForm(request.POST or None, chapters=mine, outlet=shown, initial=typed(shown)) if may else None
    if request.method == "POST":
        require(may)
        if form is not None and form.is_valid():
            change_outlet(outlet=shown, facts=form.facts(), by=person_of(request))
            messages.success(request, said_later("Perubahan disimpan.", "The changes are saved."))
            return redirect("members:outlet", public_id=public_id)
        shown.refresh_from_db()
    return render(request, "members/outlet.html", outlet_facts(shown) | {"form": form, "may": may})


def outlet_facts(shown: MemberOutlet) -> dict[str, object]:
    """What the page of an outlet shows besides its form."""
    today = timezone.localdate()
    return {
        "outlet": shown,
        "typed": typed(shown),
        "standings": shown.standings.order_by("-pk")[:20],
        "statuses": shown.council_statuses.all()[:20],
        "former": shown.former_domains.order_by("-until", "-pk")[:20],
        "representatives": shown.representatives.select_related("person").order_by("-since")[:20],
        "other_outlets": shown.company.outlets.filter(removed_at=None).exclude(pk=shown.pk).count()
        if shown.company
        else 0,
        "standing_form": StandingForm(initial={"since": today}),
        "status_form": CouncilStatusForm(initial={"observed_on": today}),
        "today": today,
    }


@require_http_methods(["GET", "POST"])
@signed_in
def remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """An outlet goes off the list, with a reason."""
    shown = _shown(request, public_id)
    require(can_keep_outlets(person_of(request), shown.chapter))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return render(request, "members/remove_outlet.html", {"form": form, "outlet": shown})
    remove_outlet(outlet=shown, reason=form.cleaned_data["reason"], by=person_of(request))
    messages.success(request, said_later("Media dikeluarkan dari daftar.", "The outlet is off the list."))
    return redirect("members:outlets")


def _shown(request: HttpRequest, public_id: UUID) -> MemberOutlet:
    held_chapters(request)
    seen = outlets_of_chapters_of(person_of(request)).select_related("company", "chapter", "region")
    return get_object_or_404(seen, public_id=public_id)
