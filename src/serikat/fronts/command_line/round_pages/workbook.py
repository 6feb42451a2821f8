"""Writes a round as a workbook for a secretariat: the counts, a row for each outlet, a row for each missing finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.report.phrases import OUTCOMES
from serikat.fronts.command_line.round_pages.lines import READ, OutletLine, Record, Tally, Titles

# A sheet of Excel holds 1,048,576 rows; what is more goes to a further sheet.
_MOST_ROWS = 1_000_000
_LONGEST_CELL = 1000
_FORMULA = re.compile(r"[=+\-@\t\r]")
_LINK = re.compile(r"[\w./-]+")
_SHOWN = (Outcome.MET, Outcome.NOT_MET, Outcome.UNCLEAR, Outcome.NOT_APPLICABLE, Outcome.FAILED_TO_RUN)

_SHEETS = {
    "summary": Words("Ringkasan", "Summary"),
    "outlets": Words("Anggota", "Outlets"),
    "findings": Words("Temuan", "Findings"),
}
_HEADINGS: dict[str, tuple[tuple[Words, int], ...]] = {
    "outlets": (
        (Words("Baris daftar", "Row in the list"), 12), (Words("Media", "Outlet"), 32),
        (Words("Alamat", "Address"), 36), (Words("Terbaca", "Read"), 46), (Words("Terpenuhi", "Met"), 11),
        (Words("Belum terpenuhi", "Not yet met"), 16), (Words("Belum jelas", "Unclear"), 12),
        (Words("Mulai dari", "Begin with"), 48), (Words("Laporan", "Report"), 12),
    ),
    "findings": (
        (Words("Media", "Outlet"), 32), (Words("Standar", "Standard"), 30), (Words("Butir", "Clause"), 26),
        (Words("Hal", "What"), 36), (Words("Yang terlihat", "What was seen"), 60), (Words("Kutipan", "Quote"), 48),
        (Words("Halaman", "Page"), 40), (Words("Yang perlu dilakukan", "What to do"), 60),
    ),
}  # fmt: skip
_PHRASES = {
    "title": Words("Hasil pemeriksaan situs anggota", "The members' sites checked"),
    "note": Words(
        "Temuan untuk penilai. Keputusan ada pada orang, dan verifikasi pada Dewan Pers.",
        "Findings for a reviewer. People decide, and the Press Council verifies.",
    ),
    "outlets": Words("Media dalam daftar", "Outlets in the list"),
    "read": Words("Situs terbaca", "Sites read"),
    "missing": Words("Perlu membenahi sesuatu", "With something to put right"),
    "suspect": Words("Mungkin diretas atau lepas, lihat segera", "Perhaps hacked or lost, look at once"),
    "unread": Words("Situs belum terbaca", "Sites that could not be read"),
    "by_clause": Words("Menurut butir", "By clause"),
    "by_reason": Words("Yang belum terbaca, menurut sebab", "Not read, by reason"),
    "reason": Words("Sebab", "Reason"),
    "sites": Words("Situs", "Sites"),
    "fix": Words("Cara memperbaikinya", "How to fix it"),
    "open": Words("Buka", "Open"),
}


class RoundWorkbook:
    """The workbook of a round, written row by row so that a round of any size takes the same memory.

    Used as a context manager; leaving it writes the summary and closes the file.
    """

    def __init__(self, path: Path, titles: Titles, tally: Tally, language: Language) -> None:
        self._titles = titles
        self._tally = tally
        self._language: Language = language
        self._book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._bold: Format = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._wrap: Format = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._link: Format = self._book.add_format({"font_color": "#0d5a66", "underline": 1, "valign": "top"})
        self._summary = self._book.add_worksheet(self._say(_SHEETS["summary"]))
        self._outlets = _Rows(self._sheet, "outlets")
        self._findings = _Rows(self._sheet, "findings")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._outlets.close()
        self._findings.close()
        self._write_summary()
        self._book.close()

    def add(self, line: OutletLine, record: Record) -> None:
        """Adds an outlet's row and a row for each clause that it does not yet meet."""
        counts = (line.met, line.missing, line.unclear) if line.is_read else ("", "", "")
        reached = self._say(explain(line.reached)) if not line.is_read else self._say(_PHRASES["read"])
        sheet, row = self._outlets.next()
        first = self._say(line.first if line.is_read else how_to_fix(line.reached))
        self._write(sheet, row, (line.roster_row or "", line.name, line.url, reached, *counts, first))
        if line.report and _LINK.fullmatch(line.report):
            # Our own path of letters, digits and dots: the one formula of the workbook.
            opened = self._say(_PHRASES["open"])
            sheet.write_formula(row, 8, f'=HYPERLINK("{line.report}","{opened}")', self._link, opened)
        for finding in record["findings"] if line.is_read else ():
            if finding["outcome"] == Outcome.NOT_MET:
                self._add_finding(line, finding)

    def _add_finding(self, line: OutletLine, finding: Record) -> None:
        clause = self._titles.clause(finding["standard"], finding["clause"])
        quote = finding["quotes"][0] if finding["quotes"] else {"text": "", "url": ""}
        reason = finding["reason"] if self._language == "id" else finding["reason_en"]
        title = self._say(self._titles.of(finding["standard"], finding["clause"]))
        remedy = self._say(clause.remedy) if clause else ""
        sheet, row = self._findings.next()
        cells = (finding["standard"], finding["clause"], title, reason, quote["text"], quote["url"], remedy)
        self._write(sheet, row, (line.name, *cells))

    def _sheet(self, kind: str, number: int) -> Worksheet:
        name = self._say(_SHEETS[kind])
        sheet: Worksheet = self._book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 2)
        for column, (words, width) in enumerate(_HEADINGS[kind]):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, self._say(words), self._bold)
        return sheet

    def _write_summary(self) -> None:
        tally, say = self._tally, self._say
        self._summary.set_column(0, 0, 40)
        self._summary.set_column(1, 1, 44)
        self._summary.set_column(2, 7, 16)
        rows: list[tuple[object, ...]] = [(say(_PHRASES["title"]),), (say(_PHRASES["note"]),), ()]
        rows += [(say(_PHRASES["outlets"]), tally.outlets), (say(_PHRASES["read"]), tally.read)]
        rows += [(say(_PHRASES["missing"]), tally.with_missing), (say(_PHRASES["suspect"]), tally.suspect)]
        rows += [(say(_PHRASES["unread"]), tally.unread), (), (say(_PHRASES["by_reason"]),)]
        rows.append((say(_PHRASES["reason"]), say(_PHRASES["fix"]), say(_PHRASES["sites"])))
        for reached, count in sorted(tally.reached.items(), key=lambda pair: (-pair[1], pair[0])):
            if reached not in READ:
                rows.append((say(explain(reached)), say(how_to_fix(reached)), count))
        rows += [(), (say(_PHRASES["by_clause"]),)]
        heads = [say(OUTCOMES[outcome]) for outcome in _SHOWN]
        rows.append((say(_HEADINGS["findings"][1][0]), say(_HEADINGS["findings"][3][0]), *heads))
        for (standard, clause), counts in sorted(tally.clauses.items(), key=lambda pair: -pair[1][Outcome.NOT_MET]):
            numbers = [counts[outcome] for outcome in _SHOWN]
            rows.append((f"{standard} · {clause}", say(self._titles.of(standard, clause)), *numbers))
        for number, row in enumerate(rows):
            self._write(self._summary, number, row, self._bold if number == 0 or (row and len(row) == 1) else None)

    def _write(self, sheet: Worksheet, row: int, cells: Sequence[object], style: Format | None = None) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, style or self._wrap)
            elif cell:
                sheet.write_string(row, column, inert(str(cell)), style or self._wrap)

    def _say(self, words: Words) -> str:
        return words.in_language(self._language)


class _Rows:
    """The rows of one kind, on as many sheets as they take."""

    def __init__(self, sheet: Callable[[str, int], Worksheet], kind: str) -> None:
        self._new_sheet = sheet
        self._kind = kind
        self._sheets = [sheet(kind, 1)]
        self._row = 0

    def next(self) -> tuple[Worksheet, int]:
        """The sheet and the number of the next free row."""
        if self._row >= _MOST_ROWS:
            self.close()
            self._sheets.append(self._new_sheet(self._kind, len(self._sheets) + 1))
            self._row = 0
        self._row += 1
        return self._sheets[-1], self._row

    def close(self) -> None:
        """Gives the finished sheet its filters."""
        self._sheets[-1].autofilter(0, 0, max(self._row, 1), len(_HEADINGS[self._kind]) - 1)


def inert(text: str) -> str:
    """Words of a site as no spreadsheet will take them for a formula, not even after the sheet was saved as CSV."""
    cut = text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
    return f"'{cut}" if _FORMULA.match(cut.lstrip(" \u00a0")) or cut[:1] in "\t\r\n" else cut
