"""Writes a round as a workbook for a secretariat: counts, a row for each clause, each outlet, each missing finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Level
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.report.phrases import OUTCOMES
from serikat.fronts.command_line.round_pages.lines import OutletLine, Record, Tally, Titles
from serikat.web.sheets import as_text

# A sheet of Excel holds 1,048,576 rows; what is more goes to a further sheet.
_MOST_ROWS = 1_000_000
_LONGEST_CELL = 1000
_LINK = re.compile(r"[\w./-]+")
_SHOWN = (Outcome.MET, Outcome.NOT_MET, Outcome.UNCLEAR, Outcome.NOT_APPLICABLE, Outcome.FAILED_TO_RUN)

_SHEETS = {
    "summary": Words("Ringkasan", "Summary"),
    "urgent": Words("Lihat segera", "Look at once"),
    "clauses": Words("Butir", "Clauses"),
    "outlets": Words("Anggota", "Outlets"),
    "findings": Words("Temuan", "Findings"),
}
_ROW = (Words("Baris daftar", "Row in the list"), 12)
_OUTLET = (Words("Media", "Outlet"), 32)
_ADDRESS = (Words("Alamat", "Address"), 36)
_STANDARD = (Words("Standar", "Standard"), 38)
_CLAUSE = (Words("Butir", "Clause"), 24)
_WHAT = (Words("Hal", "What"), 40)
_LEVEL = (Words("Sifat", "Level"), 11)
_SEEN = (Words("Yang terlihat", "What was seen"), 60)
_REPORT = (Words("Laporan", "Report"), 11)
# From the list, and left away where there is none.
_OF_MEMBER = (
    (Words("Perusahaan", "Company"), 32), (Words("Provinsi", "Province"), 20), (Words("Kabupaten/kota", "Regency"), 22),
)  # fmt: skip
_HEADINGS: dict[str, tuple[tuple[Words, int], ...]] = {
    "urgent": (_ROW, _OUTLET, _ADDRESS, _SEEN, _REPORT),
    "clauses": (_STANDARD, _CLAUSE, _WHAT, _LEVEL, *((OUTCOMES[outcome], 13) for outcome in _SHOWN)),
    "outlets": (
        _ROW, _OUTLET, _ADDRESS, (Words("Terbaca", "Read"), 46), (Words("Terpenuhi", "Met"), 11),
        (Words("Belum terpenuhi", "Not yet met"), 12), (Words("Di antaranya wajib", "Mandatory ones"), 12),
        (Words("Belum jelas", "Unclear"), 10), (Words("Mulai dari", "Begin with"), 48), _REPORT,
    ),
    "findings": (
        _OUTLET, _STANDARD, _CLAUSE, _WHAT, _LEVEL, _SEEN, (Words("Kutipan", "Quote"), 48),
        (Words("Halaman", "Page"), 40), (Words("Yang perlu dilakukan", "What to do"), 60),
    ),
}  # fmt: skip
# So many first columns stay where the rest is scrolled.
_KEPT_IN_SIGHT = {"urgent": 2, "clauses": 0, "outlets": 2, "findings": 1}
_PHRASES = {
    "title": Words("Hasil pemeriksaan situs anggota", "The members' sites checked"),
    "note": Words(
        "Temuan untuk penilai. Keputusan ada pada orang, dan verifikasi pada Dewan Pers.",
        "Findings for a reviewer. People decide, and the Press Council verifies.",
    ),
    "outlets": Words("Media dalam daftar", "Outlets in the list"),
    "read": Words("Situs terbaca", "Sites read"),
    "missing": Words("Perlu membenahi hal yang wajib", "With something mandatory to put right"),
    "advice": Words("Hanya kekurangan hal yang dianjurkan", "Lacking only what is recommended"),
    "suspect": Words("Mungkin diretas atau lepas dari pemiliknya", "Perhaps hacked, or lost by their owners"),
    "in_private": Words(
        "Sampaikan lebih dulu dan secara pribadi kepada pemiliknya. Hapus lembar “Lihat segera” sebelum berkas ini "
        "diteruskan.",
        "Tell their owners first, and in private. Delete the sheet “Look at once” before you pass this file on.",
    ),
    "unread": Words("Situs belum terbaca", "Sites that could not be read"),
    "by_reason": Words("Yang belum terbaca, menurut sebab", "Not read, by reason"),
    "reason": Words("Sebab", "Reason"),
    "sites": Words("Situs", "Sites"),
    "fix": Words("Cara memperbaikinya", "How to fix it"),
    "open": Words("Buka", "Open"),
}
_LEVELS = {Level.MANDATORY: Words("wajib", "mandatory"), Level.RECOMMENDED: Words("anjuran", "recommended")}


@dataclass(frozen=True, slots=True)
class Member:
    """What the association's list says of the company behind an outlet, each empty where it does not."""

    company: str = ""
    province: str = ""
    regency: str = ""


class RoundWorkbook:
    """The workbook of a round, written row by row so that a round of any size takes the same memory.

    Used as a context manager; leaving it writes the summary and closes the file, unless an error ends it. `members` are
    the members of the list by their rows.
    """

    def __init__(
        self, path: Path, titles: Titles, tally: Tally, language: Language, members: Mapping[int, Member] | None = None
    ) -> None:
        self._titles = titles
        self._tally = tally
        self._members = members or {}
        self._headings = dict(_HEADINGS)
        if members:
            self._headings["outlets"] = (*_HEADINGS["outlets"][:3], *_OF_MEMBER, *_HEADINGS["outlets"][3:])
        self._language: Language = language
        self._drafts = TemporaryDirectory(prefix="serikat-")
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(path), {**options, "tmpdir": self._drafts.name})
        self._bold: Format = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._title: Format = self._book.add_format({"bold": True, "font_size": 14})
        self._wrap: Format = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._number: Format = self._book.add_format({"num_format": "#,##0", "valign": "top"})
        self._link: Format = self._book.add_format({"font_color": "#0d5a66", "underline": 1, "valign": "top"})
        self._summary = self._book.add_worksheet(self._say(_SHEETS["summary"]))
        self._urgent, self._clauses, self._outlets, self._findings = (
            _Rows(self._sheet, kind, len(self._headings[kind])) for kind in ("urgent", "clauses", "outlets", "findings")
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._drafts:
            if error is not None:
                # Putting a large file together takes as long as filling it, and nobody wants half of it.
                return
            self._write_clauses()
            for rows in (self._urgent, self._clauses, self._outlets, self._findings):
                rows.close()
            self._write_summary()
            self._book.close()

    def add(self, line: OutletLine, record: Record) -> None:
        """Adds an outlet's row, one where its owner has to be told first, and one for each clause not yet met."""
        counts = (line.met, line.missing, line.binding, line.unclear) if line.is_read else ("", "", "", "")
        reached = self._say(_PHRASES["read"] if line.is_read else line.first)
        sheet, row = self._outlets.next()
        first = self._say(line.fix or line.first)
        known = self._of_member(line.roster_row)
        self._write(sheet, row, (line.roster_row or "", line.name, line.url, *known, reached, *counts, first))
        self._write_link(sheet, row, len(self._headings["outlets"]) - 1, line.report)
        if line.suspicion is not None:
            sheet, row = self._urgent.next()
            self._write(sheet, row, (line.roster_row or "", line.name, line.url, self._say(line.suspicion)))
            self._write_link(sheet, row, 4, line.report)
        for finding in record["findings"] if line.is_read else ():
            if finding["outcome"] == Outcome.NOT_MET:
                self._add_finding(line, finding)

    def _of_member(self, row: int) -> tuple[str, ...]:
        """What the list says of the outlet in this row."""
        member = self._members.get(row, Member()) if self._members else None
        return (member.company, member.province, member.regency) if member else ()

    def _write_link(self, sheet: Worksheet, row: int, column: int, report: str) -> None:
        if report and _LINK.fullmatch(report):
            # Our own path of letters, digits and dots: the one formula of the workbook.
            opened = self._say(_PHRASES["open"])
            sheet.write_formula(row, column, f'=HYPERLINK("{report}","{opened}")', self._link, opened)

    def _add_finding(self, line: OutletLine, finding: Record) -> None:
        clause = self._titles.clause(finding["standard"], finding["clause"])
        quote = finding["quotes"][0] if finding["quotes"] else {"text": "", "url": ""}
        reason = finding["reason"] if self._language == "id" else finding["reason_en"]
        remedy = self._say(clause.remedy) if clause else ""
        sheet, row = self._findings.next()
        named = self._named(finding["standard"], finding["clause"])
        self._write(sheet, row, (line.name, *named, reason, quote["text"], quote["url"], remedy))

    def _named(self, standard: str, clause: str) -> tuple[str, str, str, str]:
        """The title of a standard, and of one of its clauses id, title and level."""
        level = Level.MANDATORY if self._titles.is_mandatory(standard, clause) else Level.RECOMMENDED
        title = self._say(self._titles.of(standard, clause))
        return self._say(self._titles.of_standard(standard)), clause, title, self._say(_LEVELS[level])

    def _sheet(self, kind: str, number: int) -> Worksheet:
        name = self._say(_SHEETS[kind])
        sheet: Worksheet = self._book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, _KEPT_IN_SIGHT[kind])
        _made_for_paper(sheet)
        sheet.repeat_rows(0)
        for column, (words, width) in enumerate(self._headings[kind]):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, self._say(words), self._bold)
        return sheet

    def _write_clauses(self) -> None:
        for (standard, clause), counts in sorted(
            self._tally.clauses.items(), key=lambda pair: -pair[1][Outcome.NOT_MET]
        ):
            sheet, row = self._clauses.next()
            self._write(sheet, row, (*self._named(standard, clause), *(counts[outcome] for outcome in _SHOWN)))

    def _write_summary(self) -> None:
        tally, say = self._tally, self._say
        _made_for_paper(self._summary)
        for column, width in enumerate((52, 12, 80)):
            self._summary.set_column(column, column, width)
        figures = {
            "outlets": tally.outlets, "read": tally.read, "missing": tally.with_missing, "advice": tally.with_advice,
            "suspect": tally.suspect, "unread": tally.unread,
        }  # fmt: skip
        self._write(self._summary, 0, (say(_PHRASES["title"]),), self._title)
        self._summary.write_string(1, 0, say(_PHRASES["note"]))
        rows: list[tuple[object, ...]] = [(say(_PHRASES[name]), count) for name, count in figures.items()]
        if tally.suspect:
            rows[-2] = (*rows[-2], say(_PHRASES["in_private"]))
        heading = len(rows) + 4
        rows += [(), (say(_PHRASES["by_reason"]), say(_PHRASES["sites"]), say(_PHRASES["fix"]))]
        rows += [(say(reason), count, say(fix)) for (reason, fix), count in tally.reasons.most_common()]
        for number, row in enumerate(rows if tally.unread else rows[:-2], 3):
            self._write(self._summary, number, row, self._bold if number == heading else None)

    def _write(self, sheet: Worksheet, row: int, cells: Sequence[object], style: Format | None = None) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, style or self._number)
            elif cell:
                sheet.write_string(row, column, inert(str(cell)), style or self._wrap)

    def _say(self, words: Words) -> str:
        return words.in_language(self._language)


def _made_for_paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


class _Rows:
    """The rows of one kind, on as many sheets as they take."""

    def __init__(self, sheet: Callable[[str, int], Worksheet], kind: str, columns: int) -> None:
        self._new_sheet = sheet
        self._kind = kind
        self._columns = columns
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
        """Gives the finished sheet its filters; a sheet for what nobody has is put out of sight."""
        if not self._row:
            self._sheets[-1].hide()
        self._sheets[-1].autofilter(0, 0, max(self._row, 1), self._columns - 1)


def inert(text: str) -> str:
    """Words of a site as no spreadsheet will take them for a formula, not even after the sheet was saved as CSV."""
    cut = text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
    return as_text(cut)
