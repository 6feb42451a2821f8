"""The pages that list a round's outlets: all by name, those with something missing, those not read; without scripts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import Self

from jinja2 import ChoiceLoader, PackageLoader, Template
from markupsafe import Markup

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.report.html import content_policy, environment, stylesheet
from serikat.engines.site_audit.report.phrases import Speaker, speaker
from serikat.fronts.command_line.round_pages.lines import OutletLine, Tally
from serikat.fronts.command_line.round_pages.phrases import PHRASES, VIEWS

ON_A_PAGE = 500
_MOST_COMMON = 10
# Letters large enough for a thumb.
_STYLE = Markup("""
.letters a { display: inline-block; min-width: 1.9rem; padding: .3rem 0; }
.letter th { padding-top: 1.6rem; font-size: 1.0625rem; }
.members { scroll-margin-top: 1rem; }
""")
_FIELDS = (
    "key, name, url, roster_row, reached, met, missing, binding, unclear, first_id, first_en, suspicion_id, "
    "suspicion_en, report, sort, letter"
)
# What each view shows; the words are ours, nothing of a site enters the query.
_WHERE = {
    "index": "1",
    "perlu-dilihat": "suspicion_id <> ''",
    "perlu-dibenahi": "binding > 0",
    "belum-terbaca": "reached NOT IN ('read', 'partial')",
}


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at the list: the name of its first file, its words and how many outlets it shows."""

    name: str
    words: Words
    count: int

    @property
    def pages(self) -> int:
        """On how many pages its outlets stand; at least one."""
        return max(1, ceil(self.count / ON_A_PAGE))

    def file(self, number: int = 1) -> str:
        """The file of its page with this number, from 1."""
        return f"{self.name}.html" if number == 1 else f"{self.name}-{number}.html"


class OutletList:
    """The outlets of a round, sorted on disk and not in memory; used as a context manager."""

    def __init__(self) -> None:
        # An empty name is a database in a file that SQLite itself deletes.
        self._lines = sqlite3.connect("")
        self._lines.execute(f"CREATE TABLE outlet ({_FIELDS})")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.close()

    def add(self, line: OutletLine) -> None:
        """Adds one outlet."""
        # Names that begin with no letter stand together before the letters.
        letter = _letter(line.name)
        suspicion = ("", "") if line.suspicion is None else (line.suspicion.id, line.suspicion.en)
        self._lines.execute(
            f"INSERT INTO outlet VALUES ({', '.join('?' * 16)})",  # noqa: S608 - only question marks
            (
                line.key, line.name, line.url, line.roster_row, line.reached.value, line.met, line.missing,
                line.binding, line.unclear, line.first.id, line.first.en, *suspicion,
                line.report, letter + line.name.casefold(), letter,
            ),
        )  # fmt: skip

    def views(self) -> list[View]:
        """The ways of looking at the list that show anything; the whole list always."""
        counted = [View(name, VIEWS[name], self._count(where)) for name, where in _WHERE.items()]
        return [view for view in counted if view.count or view.name == "index"]

    def on_page(self, view: View, number: int) -> list[OutletLine]:
        """The outlets on one page of a view, by name."""
        rows = self._lines.execute(
            f"SELECT {_FIELDS} FROM outlet WHERE {_WHERE[view.name]} ORDER BY sort, key LIMIT ? OFFSET ?",  # noqa: S608
            (ON_A_PAGE, (number - 1) * ON_A_PAGE),
        )
        return [_line(row) for row in rows]

    def letters(self, view: View) -> list[tuple[str, str]]:
        """Each first letter in a view, with the address of the place where it begins."""
        rows = self._lines.execute(
            f"SELECT letter, count(*) FROM outlet WHERE {_WHERE[view.name]} GROUP BY letter ORDER BY min(sort)"  # noqa: S608
        )
        found, before = [], 0
        for letter, count in rows:
            found.append((letter, f"{view.file(before // ON_A_PAGE + 1)}#{_anchor(letter)}"))
            before += count
        return found

    def _count(self, where: str) -> int:
        [(count,)] = self._lines.execute(f"SELECT count(*) FROM outlet WHERE {where}")  # noqa: S608
        return int(count)


def write_pages(out: Path, outlets: OutletList, tally: Tally, language: Language) -> None:
    """Writes every page of every view, and takes away pages of an earlier summary that are no longer needed."""
    views = outlets.views()
    template, words = _template(language), PHRASES["title"].in_language(language)
    style = stylesheet(words, PHRASES["page"].in_language(language)) + _STYLE
    wanted = set()
    for view in views:
        letters = outlets.letters(view)
        for number in range(1, view.pages + 1):
            page = template.render(
                say=_speaker(language),
                style=style,
                policy=content_policy(style),
                title=words,
                views=views,
                view=view,
                number=number,
                letters=letters,
                groups=_groups(outlets.on_page(view, number)),
                tally=tally,
                common=tally.missing.most_common(_MOST_COMMON),
                reasons=_reasons(tally),
                shown=(Outcome.MET, Outcome.NOT_MET, Outcome.UNCLEAR),
            )
            wanted.add(view.file(number))
            draft = out / ".page.html.draft"
            draft.write_text(page, encoding="utf-8")
            draft.replace(out / view.file(number))
    for name in _WHERE:
        for old in (out / f"{name}.html", *out.glob(f"{name}-[0-9]*.html")):
            if old.name not in wanted:
                old.unlink(missing_ok=True)


def _template(language: Language) -> Template:
    loader = ChoiceLoader([
        PackageLoader("serikat.fronts.command_line.round_pages", "templates"),
        PackageLoader("serikat.engines.site_audit.report", "templates"),
    ])
    return environment(language).overlay(loader=loader).get_template("list.html.j2")


def _speaker(language: Language) -> Speaker:
    """Says our phrases, and those of the report where the name is one of its own."""
    report = speaker(language)

    def say(name: str, **values: object) -> str:
        if name not in PHRASES:
            return str(report(name, **values))
        single = f"{name}_one"
        words = PHRASES[single if values.get("n") == 1 and single in PHRASES else name]
        return words.in_language(language).format(**values)

    return say


def _groups(lines: list[OutletLine]) -> Iterator[tuple[str, str, list[OutletLine]]]:
    """The outlets of one page by first letter: letter, anchor, outlets."""
    groups: dict[str, list[OutletLine]] = {}
    for line in lines:
        groups.setdefault(_letter(line.name), []).append(line)
    return ((letter, _anchor(letter), members) for letter, members in groups.items())


def _reasons(tally: Tally) -> list[tuple[Words, Words, int]]:
    """Why sites were not read, the commonest first: what happened, how to fix it, how many."""
    return [(reason, fix, count) for (reason, fix), count in tally.reasons.most_common()]


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _anchor(letter: str) -> str:
    return "lain" if letter == "#" else letter.lower()


def _line(row: tuple[object, ...]) -> OutletLine:
    key, name, url, roster_row, reached, met, missing, binding, unclear, *words, report, _, _ = map(str, row)
    first_id, first_en, suspicion_id, suspicion_en = words
    return OutletLine(
        key=key,
        name=name,
        url=url,
        roster_row=int(roster_row),
        reached=Reached(reached),
        met=int(met),
        missing=int(missing),
        binding=int(binding),
        unclear=int(unclear),
        first=Words(first_id, first_en),
        suspicion=Words(suspicion_id, suspicion_en) if suspicion_id else None,
        report=report,
    )
