"""From the JSON lines of a round: a workbook, pages that list the outlets, and a page for each outlet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.words import Language
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.shard import evidence_name
from serikat.fronts.command_line.catalogue import library
from serikat.fronts.command_line.round_pages.lines import REPORTS, OutletLine, Tally, Titles, outlet_lines
from serikat.fronts.command_line.round_pages.listing import OutletList, write_pages
from serikat.fronts.command_line.round_pages.workbook import Member, RoundWorkbook

WORKBOOK = "summary.xlsx"


def write_summary(
    out: Path,
    language: Language = "id",
    held: Library | None = None,
    members: Mapping[int, Member] | None = None,
) -> None:
    """Writes `summary.xlsx` and `index.html`, with its further pages, beside the `audits.jsonl` of a round in `out`.

    Reads the lines once and holds none of them, so that memory does not grow with the round. `held` are the editions
    judged by, the shipped ones where none are given, and `members` what the list says of each row. An outlet's page is
    linked where `write_outlet_page` wrote it.
    Raises OSError where a file cannot be read or written, DamagedLineError where a line is no audit.
    """
    with OutletList() as outlets:
        tally = _sum_up(out, language, held or library(), outlets.add, members)
        write_pages(out, outlets, tally, language)


def write_workbook(out: Path, language: Language, held: Library) -> None:
    """Writes `summary.xlsx` alone; raises as `write_summary` does."""
    _sum_up(out, language, held, lambda _: None)


def _sum_up(
    out: Path,
    language: Language,
    held: Library,
    listing: Callable[[OutletLine], object],
    members: Mapping[int, Member] | None = None,
) -> Tally:
    """Writes the workbook and gives each line to `listing`; what they add up to."""
    titles, tally = Titles(held), Tally()
    draft = out / f".{WORKBOOK}.draft"
    with RoundWorkbook(draft, titles, tally, language, members) as workbook:
        for line, record in outlet_lines(out, titles):
            tally.add(line, record, titles)
            workbook.add(line, record)
            listing(line)
    draft.replace(out / WORKBOOK)
    return tally


def write_outlet_page(audit: Audit, out: Path, language: Language = "id", key: str = "") -> Path:
    """Writes the page of one outlet where the lists of the round in `out` look for it, and returns its path.

    `key` is the outlet's in the round, told by its address where none is given. Raises OSError where it cannot.
    """
    page = out / REPORTS / f"{evidence_name(key or Outlet(audit.site.url).key)}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(render_html(audit, language), encoding="utf-8")
    return page
