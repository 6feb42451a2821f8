"""The journal for officers: who did what, when and why. Here, since the journal itself knows no people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_safe

from serikat.engines.judgement.words import Language, Words
from serikat.foundation.journal.models import EntryQuerySet
from serikat.foundation.journal.subjects import deed_in_words, known_deeds
from serikat.foundation.people.access import can_erase_reason
from serikat.foundation.people.actions.journal import erase_reason
from serikat.foundation.people.forms import ReasonForm
from serikat.foundation.people.journal_entries import Line, chosen, entries_within, lines
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import current, said, said_later
from serikat.web.permission import require
from serikat.web.sheets import csv_lines

_A_PAGE = 50
_A_BATCH = 500
_HEADINGS = (
    Words("Waktu", "Time"), Words("Perbuatan", "Deed"), Words("Oleh", "By"), Words("Tentang", "About"),
    Words("Alasan", "Reason"),
)  # fmt: skip
_ERASED = Words("(alasan dihapus)", "(reason erased)")


@require_safe
@signed_in
def entries(request: HttpRequest) -> HttpResponse:
    """The deeds, filtered by the address."""
    page = Paginator(_chosen(request), _A_PAGE).get_page(request.GET.get("halaman"))
    deed = request.GET.get("perbuatan", "")
    deeds = sorted(known_deeds(), key=lambda each: said(deed_in_words(each)))
    facts = {
        "page_of_entries": page,
        "lines": list(lines(page)),
        "may_erase": bool(can_erase_reason(person_of(request))),
        "deeds": [(each, deed_in_words(each), each == deed) for each in deeds],
        "since": request.GET.get("sejak", ""),
        "until": request.GET.get("sampai", ""),
        "kept": {name: request.GET[name] for name in ("oleh", "tentang") if request.GET.get(name)},
        "is_filtered": any(request.GET.get(name) for name in ("perbuatan", "oleh", "tentang", "sejak", "sampai")),
    }
    return render(request, "people/journal.html", facts)


@require_http_methods(["GET", "POST"])
@signed_in
def erase(request: HttpRequest, number: int) -> HttpResponse:
    """Asks why the reason of one deed has to go, says what goes and what stays, and erases it."""
    entry = get_object_or_404(entries_within(held_chapters(request)), number=number, told__isnull=False)
    require(can_erase_reason(person_of(request)))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/erase_reason.html", {"form": form, "line": next(lines([entry]))})
    erase_reason(entry=entry, reason=form.cleaned_data["reason"], by=person_of(request))
    messages.success(
        request, said_later("Alasan dihapus; perbuatannya tetap tercatat.", "The reason is erased; the deed stays.")
    )
    return redirect("people:journal")


@require_safe
@signed_in
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same deeds, all of them, as a sheet."""
    language = current()
    sheet = csv_lines([heading.in_language(language) for heading in _HEADINGS], _rows(_chosen(request), language))
    response = StreamingHttpResponse(sheet, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="jurnal-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def _chosen(request: HttpRequest) -> EntryQuerySet:
    asked = request.GET
    return chosen(
        entries_within(held_chapters(request)),
        deed=asked.get("perbuatan", "").replace("\0", ""),
        person=asked.get("oleh", "").replace("\0", ""),
        subject=asked.get("tentang", "").replace("\0", ""),
        since=_day(asked.get("sejak", "")),
        until=_day(asked.get("sampai", "")),
    )


def _day(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


def _rows(found: EntryQuerySet, language: Language) -> Iterator[tuple[str, ...]]:
    """The rows; the language is handed in, since the request is over when they are made."""
    left = found.iterator(_A_BATCH)
    while batch := list(islice(left, _A_BATCH)):
        yield from (_cells(line, language) for line in lines(batch))


def _cells(line: Line, language: Language) -> tuple[str, ...]:
    by, about = (each.in_language(language) if isinstance(each, Words) else each for each in (line.by, line.about.name))
    at = timezone.localtime(line.at).isoformat(timespec="seconds")
    reason = _ERASED.in_language(language) if line.has_lost_its_reason else line.reason
    return at, line.deed.in_language(language), by, about, reason
