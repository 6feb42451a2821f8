"""The list as CSV and as a workbook; a cell that a spreadsheet would take for a formula stays text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Language, Words
from serikat.foundation.findings.phrases import REACHED_WORDS
from serikat.foundation.findings.queries.plans import first_steps
from serikat.foundation.findings.reading import reached_of
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models.messages import OF_PLANS, STATE_WORDS
from serikat.foundation.people.queries import Sending, latest_sendings
from serikat.web.sheets import Cell, csv_lines

_HEADINGS = (
    Words("Media", "Outlet"), Words("Alamat", "Address"), Words("Cabang", "Chapter"),
    Words("Belum terpenuhi", "Not met"), Words("Belum jelas", "Unclear"), Words("Terpenuhi", "Met"),
    Words("Keterbacaan", "Reached"), Words("Diperiksa", "Audited"), Words("Berubah", "Changed"),
    Words("Memburuk", "Worse"), Words("Dikerjakan dulu", "To do first"), Words("Rencana", "Plan"),
    Words("Rencana dikirim", "Plan sent"), Words("Rencana dibuka", "Plan opened"),
)  # fmt: skip
_COLUMNS = (
    "name", "address", "chapter__name", "state__missing", "state__unclear", "state__met", "state__reached",
    "state__gathered_at", "state__changed_at", "state__is_worse", "pk", "public_id",
)  # fmt: skip
_YES = Words("ya", "yes")
_AT_ONCE = 500


def outlets_as_csv(outlets: QuerySet[MemberOutlet], language: Language) -> Iterator[str]:
    """The rows as CSV, one after another."""
    return csv_lines([words.in_language(language) for words in _HEADINGS], _rows(outlets, language))


def workbook(outlets: QuerySet[MemberOutlet], language: Language) -> IO[bytes]:
    """The rows as a workbook in a temporary file, ready to be read."""
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 - whoever sends it closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, bold = book.add_worksheet("Media"), book.add_format({"bold": True})
    for column, words in enumerate(_HEADINGS):
        sheet.write_string(0, column, words.in_language(language), bold)
    for number, row in enumerate(_rows(outlets, language), 1):
        _write(sheet, number, row)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 1, 34)
    sheet.set_column(2, 9, 16)
    sheet.set_column(10, 10, 44)
    sheet.set_column(11, 13, 16)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, number: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(number, column, cell)
        else:
            sheet.write_number(number, column, cell)


def _rows(outlets: QuerySet[MemberOutlet], language: Language) -> Iterator[list[Cell]]:
    left = outlets.order_by("name", "pk").values_list(*_COLUMNS).iterator(chunk_size=_AT_ONCE)
    while batch := list(islice(left, _AT_ONCE)):
        firsts = first_steps([row[-2] for row in batch])
        about = (Subject("members", "outlet", str(row[-1])) for row in batch)
        plans = latest_sendings(about, *OF_PLANS)
        for *facts, pk, public_id in batch:
            first = firsts[pk].in_language(language) if pk in firsts else ""
            yield [*facts[:3], *_state(facts[3:], language), first, *_plan(plans.get(str(public_id)), language)]


def _state(facts: list[Any], language: Language) -> list[Cell]:
    missing, unclear, met, reached, gathered_at, changed_at, is_worse = facts
    if reached is None:
        return [""] * len(facts)
    return [
        missing,
        unclear,
        met,
        REACHED_WORDS[reached_of(reached)].in_language(language),
        f"{timezone.localtime(gathered_at):%Y-%m-%d %H:%M}",
        f"{timezone.localtime(changed_at):%Y-%m-%d}",
        _YES.in_language(language) if is_worse else "",
    ]


def _plan(plan: Sending | None, language: Language) -> list[Cell]:
    if plan is None:
        return ["", "", ""]
    return [STATE_WORDS[plan.state].in_language(language), _moment(plan.sent_at), _moment(plan.opened_at)]


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
