"""The federation at a glance: a table for the terminal and a page in the look of the reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from jinja2 import ChoiceLoader, PackageLoader
from rich.console import Console
from rich.table import Table

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain
from serikat.engines.site_audit.report.html import content_policy, environment, stylesheet
from serikat.engines.site_audit.report.phrases import OUTCOMES
from serikat.engines.site_audit.report.sheet import Sheet, sheet_of
from serikat.engines.site_audit.report.terminal import STYLES, sign
from serikat.fronts.demo.auditing import OutletAudit
from serikat.fronts.demo.outlets import FEDERATION, Outlet, outlets
from serikat.fronts.demo.serving import BROWSABLE, INVENTED

PHRASES = {
    "title": Words("{federation}: hasil pemeriksaan situs anggota", "{federation}: the members' sites checked"),
    "heading": Words(
        "{missing} dari {count} anggota perlu membenahi sesuatu di situsnya",
        "{missing} of {count} members have something to put right on their site",
    ),
    "unread": Words("{unread} situs belum dapat dibaca.", "{unread} sites could not be read."),
    "common": Words("Yang paling sering belum terpenuhi", "Most often not yet met"),
    "sites": Words("{n} situs", "{n} sites"),
    "sites_one": Words("1 situs", "1 site"),
    "outlet": Words("Media", "Outlet"),
    "each": Words("Setiap anggota, dengan laporannya", "Every member, with its report"),
    "first": Words("Mulai dari", "Begin with"),
    "open_site": Words("Buka situs contoh", "Open the example site"),
    "nothing": Words("Tidak ada", "Nothing"),
    "demo": Words("Peragaan", "Demo"),
    "fiction": Words(
        "Federasi, dewan, media, perusahaan, dan orang dalam peragaan ini fiktif.",
        "The federation, council, outlets, companies and people of this demo are fictional.",
    ),
    "checked_on": Words("Diperiksa pada {moment}", "Checked on {moment}"),
    "link_note": Words(
        "Tautan ke situs anggota terbuka selama peragaan disajikan (serikat demo).",
        "Links to members' sites open while the demo is being served (serikat demo).",
    ),
}
_SHOWN = (Outcome.MET, Outcome.NOT_MET, Outcome.UNCLEAR)
_MOST_COMMON = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One outlet in the overview."""

    outlet: Outlet
    sheet: Sheet
    report: str

    @property
    def counts(self) -> tuple[tuple[Outcome, int], ...]:
        """How many things are met, not met and unclear; empty where the site was not read."""
        if not self.sheet.is_read:
            return ()
        numbers = (len(self.sheet.met), self.sheet.missing_count, len(self.sheet.unclear))
        return tuple(zip(_SHOWN, numbers, strict=True))

    @property
    def next_step(self) -> Words:
        """What to do first: what keeps the site from being read, a suspicion, the first missing thing, a question."""
        if not self.sheet.is_read:
            site = self.sheet.audit.site
            return explain(site.reached, site.gathering.reached_detail)
        questions = self.sheet.audit.plan.questions
        suspicion = next((step for step in questions if step.clause.urgent), None)
        first = suspicion or next(iter((*self.sheet.audit.plan.steps, *questions)), None)
        return first.clause.title if first else PHRASES["nothing"]


def browsable(text: str) -> str:
    """The text with the invented names turned, where links lead to them, into names that a browser can open."""
    hosts = dict.fromkeys(outlet.host.removesuffix(INVENTED) for outlet in outlets())
    names = "|".join(map(re.escape, hosts))
    return re.sub(rf'((?:href="https?://(?:[a-z]+\.)?|^)(?:{names})){re.escape(INVENTED)}', rf"\1{BROWSABLE}", text)


def print_overview(audits: list[OutletAudit], console: Console, language: Language) -> None:
    """Prints one line an outlet: counts by outcome, how far it was reached, and what to do first."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(PHRASES["outlet"].in_language(language), no_wrap=True)
    for outcome in _SHOWN:
        table.add_column(sign(outcome, console.encoding), justify="right", style=STYLES[outcome])
    table.add_column(PHRASES["first"].in_language(language))
    for row in _rows(audits):
        numbers = [str(number) for _, number in row.counts] or ["", "", ""]
        table.add_row(row.outlet.name, *numbers, row.next_step.in_language(language))
    console.print()
    console.print(table)
    legend = ", ".join(f"{sign(one, console.encoding)} {OUTCOMES[one].in_language(language).lower()}" for one in _SHOWN)
    console.print(f"\n{legend}. {PHRASES['fiction'].in_language(language)}", style="dim")


def render_overview(audits: list[OutletAudit], now: datetime, language: Language) -> str:
    """The overview as a whole HTML document in one language."""
    rows = _rows(audits)
    federation = FEDERATION.in_language(language)
    title = PHRASES["title"].in_language(language).format(federation=federation)
    style = stylesheet(federation, "")
    made = environment(language).overlay(
        loader=ChoiceLoader([
            PackageLoader("serikat.fronts.demo", "templates"),
            PackageLoader("serikat.engines.site_audit.report", "templates"),
        ])
    )

    def tell(name: str, **values: object) -> str:
        single = f"{name}_one"
        words = PHRASES[single if values.get("n") == 1 and single in PHRASES else name]
        return words.in_language(language).format(**values)

    page = made.get_template("overview.html.j2").render(
        tell=tell,
        rows=rows,
        common=_common(rows),
        missing=sum(1 for row in rows if row.sheet.is_read and row.sheet.missing_count),
        unread=sum(1 for row in rows if row.sheet.audit.site.reached not in (Reached.READ, Reached.PARTIAL)),
        federation=federation,
        now=now.isoformat(),
        title=title,
        style=style,
        policy=content_policy(style),
    )
    return browsable(page)


def _rows(audits: list[OutletAudit]) -> list[Row]:
    return [Row(found.outlet, sheet_of(found.audit), f"laporan/{found.outlet.file_name}.html") for found in audits]


def _common(rows: list[Row]) -> list[tuple[Words, int]]:
    """The things most often missing, with the number of sites that miss them."""
    counts: dict[Words, int] = {}
    for row in rows:
        for title in {item.title for _, items in row.sheet.missing for item in items} if row.sheet.is_read else ():
            counts[title] = counts.get(title, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].id))
    return ranked[:_MOST_COMMON]
