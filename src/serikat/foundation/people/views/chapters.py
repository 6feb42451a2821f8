"""The tree of chapters: what each covers since when; a new one below mine. Here, since chapters know no people."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from serikat.foundation.chapters.models import Chapter, Coverage, Level
from serikat.foundation.chapters.queries import as_tree, subtree
from serikat.foundation.people.access import can_act_as_officer
from serikat.foundation.people.actions.chapters import cover_region, end_coverage, open_chapter_below
from serikat.foundation.people.forms import ChapterForm, CoverageForm, ReasonForm
from serikat.foundation.people.models import RoleKind
from serikat.foundation.people.queries import chapters_of, officers_within
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import said_later
from serikat.web.permission import require


@require_safe
@signed_in
def chapters(request: HttpRequest) -> HttpResponse:
    """My chapters and those below, as a tree; a whole association has some six hundred at most."""
    covered = Count("coverages", filter=Q(coverages__until=None) | Q(coverages__until__gte=timezone.localdate()))
    tree = as_tree(_seen(request).annotate(covered=covered))
    top = min((each.depth for each in tree), default=1)
    facts = {
        "chapters": [(each, each.depth - top) for each in tree],
        "may_open": bool(chapters_of(person_of(request), RoleKind.OFFICER)),
    }
    return render(request, "people/chapters.html", facts)


@require_http_methods(["GET", "POST"])
@signed_in
def open_one(request: HttpRequest) -> HttpResponse:
    """A new chapter below one of mine."""
    held_chapters(request)
    mine = chapters_of(person_of(request), RoleKind.OFFICER)
    require(can_act_as_officer(person_of(request), mine[0] if mine else None))
    form = ChapterForm(request.POST or None, chapters=subtree(mine), initial={"below": mine[0].public_id})
    if not form.is_valid():
        return render(request, "people/open_chapter.html", {"form": form})
    chosen = form.cleaned_data
    new = open_chapter_below(
        name=chosen["name"],
        level=Level(chosen["level"]),
        below=chosen["below"],
        regions=(chosen["region"],) if chosen["region"] else (),
        by=person_of(request),
    )
    messages.success(request, said_later("Cabang dibuka.", "The chapter is open."))
    return redirect("people:chapter", public_id=new.public_id)


@require_http_methods(["GET", "POST"])
@signed_in
def chapter(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One chapter: what it covers and covered, who serves in it; one more region can be added."""
    shown = get_object_or_404(_seen(request), public_id=public_id)
    may = can_act_as_officer(person_of(request), shown)
    form = CoverageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        cover_region(
            chapter=shown,
            region=chosen["region"],
            since=chosen["since"],
            source=chosen["source"],
            by=person_of(request),
        )
        messages.success(request, said_later("Cakupan ditambahkan.", "The region is added."))
        return redirect("people:chapter", public_id=public_id)
    facts = {
        "chapter": shown,
        "coverages": Coverage.objects.filter(chapter=shown).select_related("region__province").order_by("region_id"),
        "roles": officers_within([shown]).filter(chapter=shown)[:50],
        "today": timezone.localdate(),
        "form": form if may else None,
    }
    return render(request, "people/chapter.html", facts)


@require_http_methods(["GET", "POST"])
@signed_in
def end(request: HttpRequest, public_id: UUID, code: str) -> HttpResponse:
    """The chapter stops covering a region, with a reason."""
    shown = get_object_or_404(_seen(request), public_id=public_id)
    require(can_act_as_officer(person_of(request), shown))
    coverage = Coverage.objects.filter(chapter=shown, region_id=code, until=None).select_related("region", "chapter")
    form = ReasonForm(request.POST or None)
    ended = get_object_or_404(coverage.order_by("-since"))
    if not form.is_valid():
        return render(request, "people/end_coverage.html", {"form": form, "coverage": ended})
    end_coverage(coverage=ended, by=person_of(request), reason=form.cleaned_data["reason"], on=timezone.localdate())
    messages.success(request, said_later("Cakupan diakhiri.", "The region is no longer covered."))
    return redirect("people:chapter", public_id=public_id)


def _seen(request: HttpRequest) -> QuerySet[Chapter]:
    return subtree(held_chapters(request))
