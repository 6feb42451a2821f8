"""`serikat demo --no-serve`: serves the invented sites, audits them, writes the reports and shows what was found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.report.html import render_html
from serikat.foundation.members.roster.reading import read_roster
from serikat.fronts.demo.auditing import OutletAudit, audit_all, standards
from serikat.fronts.demo.outlets import FEDERATION, Outlet, outlets
from serikat.fronts.demo.overview import browsable, print_overview, render_overview
from serikat.fronts.demo.roster import ROSTER, members_of, write_roster
from serikat.fronts.demo.serving import serving

DONE = 0
_EVIDENCE = "bukti"

_AUDITING = Words("Memeriksa situs anggota", "Auditing the members' sites")
_INTRO = Words(
    "{federation}: {count} situs rekaan disajikan di mesin ini dan diperiksa sungguhan.",
    "{federation}: {count} made-up sites are served on this machine and audited for real.",
)
_ROSTER = Words(
    "Daftar anggota {file}: {count} media, {notes} catatan, {left_out} baris belum dapat dipakai.",
    "The list of members {file}: {count} outlets, {notes} notes, {left_out} rows that cannot be used yet.",
)
_WRITTEN = Words("Laporan: {file} dan {workbook}", "Reports: {file} and {workbook}")


# Writes the workbook of the lines in a folder, judged by these editions.
Workbook = Callable[[Path, Language, Library], object]


def run_demo(out: Path, host: str, language: Language, write_workbook: Workbook) -> int:
    """Audits the invented sites, served on any free port, and writes the reports to `out`. Returns 0."""
    out.mkdir(parents=True, exist_ok=True)
    console = Console(highlight=False)
    now = datetime.now(UTC)
    with serving(host, 0, now, out) as port:
        federation = FEDERATION.in_language(language)
        console.print(_INTRO.in_language(language).format(federation=federation, count=len(outlets())))
        members = _members(out / ROSTER, console, language)
        audits = _audits(members, host, port, out / _EVIDENCE, language)
    write_reports(audits, out, now, language)
    write_workbook(out, language, standards())
    print_overview(audits, console, language)
    console.print(_WRITTEN.in_language(language).format(file=out / "index.html", workbook=out / "summary.xlsx"))
    return DONE


def write_reports(audits: list[OutletAudit], out: Path, now: datetime, language: Language) -> None:
    """Writes a page and a line of JSON for each outlet, all lines together, and the overview.

    Links to the invented sites lead to names that a browser can open while the demo serves them.
    """
    folder = out / "laporan"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with (out / "audits.jsonl").open("wb") as lines:
        for found in audits:
            lines.write(found.line)
            (folder / f"{found.outlet.file_name}.json").write_bytes(found.line)
            page = browsable(render_html(found.audit, language))
            (folder / f"{found.outlet.file_name}.html").write_text(page, encoding="utf-8")
    (out / "index.html").write_text(render_overview(audits, now, language), encoding="utf-8")


def _members(path: Path, console: Console, language: Language) -> list[Outlet]:
    """The outlets of the federation's list, which is read as it would be for any association."""
    write_roster(path)
    roster = read_roster(path)
    left_out = [problem for problem in roster.problems if problem.is_left_out]
    counts = {"count": len(roster.outlets), "notes": len(roster.problems) - len(left_out), "left_out": len(left_out)}
    console.print(_ROSTER.in_language(language).format(file=path, **counts))
    for problem in left_out:
        console.print(f"  {problem.cell}: {problem.words.in_language(language)}", style="dim")
    return members_of(roster)


def _audits(members: list[Outlet], host: str, port: int, evidence: Path, language: Language) -> list[OutletAudit]:
    shown = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[outlet]}"))
    with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as progress:
        task = progress.add_task(_AUDITING.in_language(language), total=len(members), outlet="")

        def watch(outlet: Outlet) -> None:
            progress.update(task, advance=1, outlet=outlet.name)

        return audit_all(members, host, port, evidence, watch)
