"""The list of outlets: how they stand, filtered and sorted by its address, to look at and to take along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings import deeds
from serikat.foundation.findings.charts import by_chapter_chart, standing_chart, unread_chart
from serikat.foundation.findings.exports import outlets_as_csv, workbook
from serikat.foundation.findings.outlet_rows import ListedOutlet, drawn
from serikat.foundation.findings.phrases import REACHED_WORDS, SIGN_WORDS
from serikat.foundation.findings.queries.outlet_list import (
    SIGNS,
    STANDINGS,
    UNREAD,
    Choice,
    ListedRow,
    chosen,
    is_more_than,
    outlets_chosen,
    page_of,
)
from serikat.foundation.findings.queries.plans import PLAN_WORDS
from serikat.foundation.findings.queries.tallies import Standing, Tally, standing_of
from serikat.foundation.findings.standards import binding_ids, clause_of, library
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.people.models.messages import OF_PLANS
from serikat.foundation.people.queries import latest_sendings
from serikat.foundation.people.signed_in import held_chapters, signed_in
from serikat.web.language import current, said


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address without it."""

    words: str
    href: str


@signed_in
@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """How the outlets of the person's chapters stand: counts, pictures, and the list."""
    chapters = held_chapters(request)
    choice = chosen(request.GET.dict(), chapters)
    scope = [choice.chapter] if choice.chapter else chapters
    standing = standing_of(scope)
    whole = standing.whole
    if not whole.audited and not choice.is_filtered:
        choice = replace(choice, sort="nama")
    page = page_of(choice, chapters, _number(request), _known(choice, whole))
    context = {
        "choice": choice,
        "whole": whole,
        "tabs": _tabs(choice, whole),
        "list_page": page,
        "rows": _rows(page.object_list),
        "is_more": is_more_than(page),
        "kept": choice.address(),
        "query": urlencode(choice.address()),
        "chips": _chips(choice),
        "sort": choice.sort,
        "chapter_options": _chapter_options(choice, chapters, standing),
        "clause_options": _clause_options(current(), choice.clause),
        "standings": STANDINGS,
        "reached_options": _reached_options(choice),
        "plan_options": PLAN_WORDS.items(),
        "offered": deeds.offered_on_selection(),
        "shows_charts": whole.audited and not choice.text and page.number == 1,
        **_pictures(_Counted(tuple(each.path for each in scope), whole.counted_at, current(), standing)),
    }
    return render(request, "findings/outlets.html", context)


@signed_in
@require_safe
def outlets_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The filtered list as CSV, streamed."""
    chapters = held_chapters(request)
    rows = outlets_chosen(chosen(request.GET.dict(), chapters), chapters)
    response = StreamingHttpResponse(outlets_as_csv(rows, current()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="media.csv"'
    return response


@signed_in
@require_safe
def outlets_xlsx(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    chapters = held_chapters(request)
    rows = outlets_chosen(chosen(request.GET.dict(), chapters), chapters)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(workbook(rows, current()), as_attachment=True, filename="media.xlsx", content_type=kind)


def _rows(found: Iterable[ListedRow]) -> SafeString:
    listed = [ListedOutlet(*row) for row in found]
    about = (Subject("members", "outlet", str(each.public_id)) for each in listed)
    return drawn(listed, latest_sendings(about, *OF_PLANS), current())


def _number(request: HttpRequest) -> int:
    number = request.GET.get("halaman", "1")
    return min(int(number), 100_000) if number.isascii() and number.isdigit() else 1


def _known(choice: Choice, whole: Tally) -> int | None:
    """How many outlets the list holds, where the counts tell."""
    if choice.text or choice.reached or choice.plan or (choice.clause and choice.sign):
        return None
    if choice.clause:
        return whole.clauses.get(choice.clause, {}).get(choice.standing or Outcome.NOT_MET, 0)
    counts = {
        "incomplete": whole.incomplete, "unclear": whole.unclear, "complete": whole.complete, "unread": whole.unread,
        "worse": whole.worse, "urgent": whole.urgent, "never": whole.never_audited,
    }  # fmt: skip
    if choice.sign:
        return counts[choice.sign]
    return whole.outlets if choice.sort.removeprefix("-") == "nama" else whole.audited


def _tabs(choice: Choice, whole: Tally) -> list[tuple[Words, str, int, bool]]:
    """Views of the list: word, address, count, whether it is this one."""
    counts = {
        "incomplete": whole.incomplete, "unclear": whole.unclear, "complete": whole.complete, "unread": whole.unread,
        "worse": whole.worse, "urgent": whole.urgent, "never": whole.never_audited,
    }  # fmt: skip
    first = (Words("Semua yang diperiksa", "All audited"), _href(choice, keadaan=""), whole.audited, not choice.sign)
    rest = [
        (SIGN_WORDS[sign], _href(choice, keadaan=sign), counts[sign], choice.sign == sign)
        for sign in SIGNS
        if counts[sign] or choice.sign == sign
    ]
    return [first, *rest]


def _href(choice: Choice, **changes: str) -> str:
    return f"?{urlencode(choice.address(**changes))}"


def _chips(choice: Choice) -> list[Chip]:
    chips = []
    if choice.chapter:
        chips.append(Chip(choice.chapter.name, _href(choice, wilayah="")))
    if choice.clause and (found := clause_of(*choice.clause.split("/"))):
        chips.append(Chip(said(found[1].title), _href(choice, butir="", hasil="")))
    if choice.reached:
        words = Words("Tidak terbaca", "Could not be read") if choice.reached == UNREAD else _reached(choice.reached)
        chips.append(Chip(said(words), _href(choice, terbaca="")))
    if choice.plan:
        chips.append(Chip(said(PLAN_WORDS[choice.plan]), _href(choice, rencana="")))
    if choice.text:
        chips.append(Chip(f"“{choice.text}”", _href(choice, cari="")))
    return chips


def _reached(word: str) -> Words:
    return REACHED_WORDS[Reached(word)]


def _chapter_options(choice: Choice, chapters: Sequence[Chapter], standing: Standing) -> list[Chapter]:
    """The chapters to choose from: the person's own, the chosen one, and those directly below."""
    own = [choice.chapter] if choice.chapter else list(chapters) if len(chapters) > 1 else []
    return [*own, *(chapter for chapter, _ in standing.below)]


def _clause_options(language: Language, selected: str) -> SafeString:
    """The clauses that a machine looks at, by standard; those of the present choice first and chosen."""
    found = clause_of(*selected.split("/")) if selected else None
    first = format_html('<option value="{}" selected>{}</option>', selected, said(found[1].title)) if found else ""
    return format_html("{}{}", first, _all_clauses(language))


@cache
def _all_clauses(language: Language) -> SafeString:
    held = [library().standard(name) for name in binding_ids()]
    groups = (
        (
            standard.title.in_language(language),
            format_html_join(
                "",
                '<option value="{}/{}">{}</option>',
                (
                    (standard.id, clause.id, clause.title.in_language(language))
                    for clause in standard.clauses
                    if clause.rule
                ),
            ),
        )
        for standard in held
    )
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)


def _reached_options(choice: Choice) -> list[tuple[str, Words, bool]]:
    """How far an audit came, to choose from."""
    several = (UNREAD, Words("Tidak terbaca (semua sebab)", "Could not be read (any cause)"), choice.reached == UNREAD)
    return [several, *((word.value, words, choice.reached == word) for word, words in REACHED_WORDS.items())]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A standing, known by what was counted when, so that its pictures are drawn once."""

    scope: tuple[str, ...]
    at: datetime | None
    language: Language
    standing: Standing = field(compare=False)


@lru_cache(maxsize=64)
def _pictures(counted: _Counted) -> dict[str, SafeString | None]:
    standing = counted.standing
    if not standing.whole.audited:
        return {}
    return {
        "standing_chart": standing_chart(standing.whole),
        "unread_chart": unread_chart(standing.whole),
        "by_chapter_chart": by_chapter_chart(standing.below),
    }
