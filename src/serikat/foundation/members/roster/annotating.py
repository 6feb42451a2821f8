"""The copy of a list that says in its own cells what is wrong: a column *Masalah*, and a comment on each such cell."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from serikat.engines.judgement.words import Language, Words
from serikat.foundation.members.roster.listed import Roster, RosterProblem
from serikat.foundation.members.roster.sheet import Sheet, Value
from serikat.foundation.members.roster.sheets import open_sheets
from serikat.foundation.members.roster.workbook_writing import AS_WRITTEN, CellWriter

PROBLEM = Words("Masalah", "Problem")
_LEFT_OUT = Words("Baris ini belum dipakai.", "This row is not used yet.")
_WIDTH = 70
# What Excel counts to a column's width besides its characters.
_PADDING = 0.71
# Each comment is a drawing: beyond these the column alone speaks.
_MOST_COMMENTS = 10_000
_SHEET = "Anggota"
_LONGEST_NAME = 31
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))


def annotated(
    path: Path, roster: Roster, wrong: Sequence[RosterProblem] | None = None, language: Language = "id"
) -> bytes:
    """An XLSX with the sheet that was read, its values and order as they are, and the problems beside them.

    `wrong` are the problems to show, those of the roster where it is not given. Formulas stay the values that were
    saved beside them. Raises RosterError where the file can no longer be read.
    """
    sheet = next(one for one in open_sheets(path) if one.name == roster.sheet)
    made = io.BytesIO()
    with Workbook(made, AS_WRITTEN) as book:
        page = book.add_worksheet(_page_name(sheet.name))
        _write(CellWriter(book, page), page, sheet, roster, roster.problems if wrong is None else wrong, language)
    return made.getvalue()


def _page_name(name: str) -> str:
    """A name that Excel takes: not every kind of file has its rules, and `History` is a name that Excel keeps."""
    name = name.translate(_FORBIDDEN_IN_NAMES).strip()[:_LONGEST_NAME]
    return _SHEET if not name or name.casefold() == "history" else name


def _write(
    writer: CellWriter,
    page: Worksheet,
    sheet: Sheet,
    roster: Roster,
    wrong: Sequence[RosterProblem],
    language: Language,
) -> None:
    by_row: dict[int, list[RosterProblem]] = {}
    for problem in wrong:
        by_row.setdefault(problem.row, []).append(problem)
    beside = _column_beside(sheet, roster)
    for column, width in sheet.widths:
        page.set_column(column, column, max(0.0, width - _PADDING))
    page.set_column(beside, beside, _WIDTH)
    for number, values in enumerate(sheet.values(), 1):
        said = by_row.get(number, ())
        _write_row(writer, number, values, {problem.column for problem in said}, roster, beside)
        if number == roster.header_row:
            writer.write(number - 1, beside, PROBLEM.in_language(language), is_heading=True)
        elif said:
            writer.write_words(number - 1, beside, _sentences(said, language), {"text_wrap": True, "valign": "top"})
    _comment(page, wrong, language)
    page.freeze_panes(roster.header_row, 0)


def _column_beside(sheet: Sheet, roster: Roster) -> int:
    """The column for the problems: the one that an earlier copy has for them, else the first behind the list."""
    for column in roster.columns:
        if column.heading in (PROBLEM.id, PROBLEM.en):
            return column.number - 1
    return max(map(len, sheet.values()), default=0)


def _write_row(
    writer: CellWriter, number: int, values: Sequence[Value], marked: set[str], roster: Roster, beside: int
) -> None:
    letters = [column.letters for column in roster.columns]
    for at, value in enumerate(values):
        is_marked = at < len(letters) and letters[at] in marked
        if at != beside and (is_marked or value not in (None, "")):
            writer.write(number - 1, at, value, is_marked=is_marked, is_heading=number == roster.header_row)


def _sentences(said: Iterable[RosterProblem], language: Language) -> str:
    lines = [f"{problem.heading or problem.cell}: {problem.words.in_language(language)}" for problem in said]
    if any(problem.is_left_out for problem in said):
        lines.insert(0, _LEFT_OUT.in_language(language))
    return "\n".join(lines)


def _comment(page: Worksheet, wrong: Iterable[RosterProblem], language: Language) -> None:
    by_cell: dict[str, list[str]] = {}
    for problem in wrong:
        if problem.column and len(by_cell) < _MOST_COMMENTS:
            by_cell.setdefault(problem.cell, []).append(problem.words.in_language(language))
    for cell, sentences in by_cell.items():
        page.write_comment(cell, "\n".join(sentences), {"x_scale": 2.2, "author": "Serikat"})
