"""The box redaksi: who answers for what, in the layouts that outlets use, with what is no name kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.name_order import Blocks, names_people
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind, kind_addressed, kind_named, own_words
from serikat.engines.site_audit.reading.person_names import parse_name
from serikat.engines.site_audit.reading.placeholders import filler_in, registrable
from serikat.engines.site_audit.reading.role_lines import LONGEST_ROLE_LINE, Problem, RoleLine, role_lines, unseparated
from serikat.engines.site_audit.reading.role_pairs import NEAR, LabelledLine, RoleEntry, paired
from serikat.engines.site_audit.reading.role_prose import told_roles
from serikat.engines.site_audit.reading.roles import (
    LEADING_ROLES,
    MASTHEAD_HINTS,
    Role,
    hints_at_masthead,
    may_name_role,
    roles_in,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The roles that a page names. A placeholder masthead is one whose words a template left behind."""

    entries: tuple[RoleEntry, ...]
    is_placeholder: bool = False
    placeholder_text: str = ""

    def of(self, *roles: Role) -> tuple[RoleEntry, ...]:
        """The entries of these roles that name somebody, in page order."""
        return tuple(entry for entry in self.entries if entry.role in roles and entry.names)

    def unnamed(self, *roles: Role) -> tuple[RoleEntry, ...]:
        """The entries of these roles that name nobody."""
        return tuple(entry for entry in self.entries if entry.role in roles and not entry.names)


_TITLE_BREAK = re.compile(r"\s*(?:\s[-–—|»·]\s|\||:\s)\s*")
# `Pemimpin Redaksi Jaka Tarub Tutup Usia` is news even on a masthead's address.
_WORDS_ALONE = 3
_LONGEST_UNSEPARATED = 120
_SAYS_SOMETHING = re.compile(r"[^\W_]|[-\[]")


def read_masthead(page: Page, own_name: str = "") -> Masthead:
    """The masthead of a page. `own_name` is the outlet's, where the caller knows it better than the page says it."""
    if not page.shows(MASTHEAD_HINTS):
        filler = filler_in(page.text)
        return Masthead((), bool(filler), filler)
    lines = _without_menu(page)
    hinted = [at for at, line in enumerate(lines) if len(line) <= LONGEST_ROLE_LINE and may_name_role(line)]
    own_names = _own_names(page, own_name)
    kind = _own_kind(page)
    labelled = [
        LabelledLine(at, found)
        for at in hinted
        for found in tuple(role_lines(lines[at], own_names)) or _told(lines[at], own_names, kind)
    ]
    blocks = Blocks(page)
    joined = tuple(_unseparated(lines, hinted, labelled, blocks, is_masthead=kind is PageKind.MASTHEAD))
    # `Redaktur Pelaksana Ani` alone reads as a label with a qualifier until a name is seen in it.
    replaced = {item.at for item in joined}
    labelled = sorted((*(item for item in labelled if item.at not in replaced), *joined), key=lambda item: item.at)
    entries = tuple(paired(blocks, lines, labelled, own_names))
    return _judged(_without_echoes(entries), page.text)


def _without_menu(page: Page) -> list[str]:
    """The lines that say something; the names of pages are blank, and end what is above.

    A line of a colon alone stands between a label and its name where cells are blocks of their own.
    """
    menu = _menu(page)
    lines: list[str] = []
    for line in page.lines:
        shown = "" if line in menu else line
        if _SAYS_SOMETHING.search(line) and (shown or not lines or lines[-1]):
            lines.append(shown)
    return lines


def _own_names(page: Page, own_name: str) -> tuple[str, ...]:
    structure = page.structure
    domain = registrable(urlsplit(page.url).hostname or "")
    title = _TITLE_BREAK.split(structure.title)
    names = [own_name, structure.meta("og:site_name", "application-name"), domain, domain.partition(".")[0]]
    if len(title) > 1:
        names.extend(part for part in (title[0], title[-1]) if kind_named(part) is None and not roles_in(part))
    squashed = (re.sub(r"[\W_]+", "", name.lower()) for name in names)
    return tuple(dict.fromkeys(name for name in squashed if len(name) > 2))


def _menu(page: Page) -> frozenset[str]:
    """The names of pages on links: `Redaksi` or `Ralat dan Hak Jawab` in a menu is neither a role nor a name."""
    return frozenset(link.text for link in page.structure.links if kind_named(link.raw_text) is not None)


def _own_kind(page: Page) -> PageKind | None:
    """The kind that a page's heading or address calls it, a masthead before all."""
    kinds = (kind_named(page.structure.h1, own_words(page)), kind_addressed(page.url))
    return PageKind.MASTHEAD if PageKind.MASTHEAD in kinds else kinds[0] or kinds[1]


def _told(line: str, own_names: tuple[str, ...], kind: PageKind | None) -> tuple[RoleLine, ...]:
    speaks_of_itself = kind in (PageKind.MASTHEAD, PageKind.ABOUT)
    return tuple(told_roles(line, own_names)) if speaks_of_itself else ()


def _unseparated(
    lines: Sequence[str], hinted: Sequence[int], labelled: Sequence[LabelledLine], blocks: Blocks, *, is_masthead: bool
) -> Iterator[LabelledLine]:
    """Labels with a name straight after them: in elements of their own, on a masthead, or where other roles are near.

    Elsewhere such a line is a headline.
    """
    taken = {item.at for item in labelled if item.found.value or _has_name_near(lines, item.at)}
    found = [
        LabelledLine(at, role_line)
        for at in hinted
        if at not in taken
        and len(lines[at]) < _LONGEST_UNSEPARATED
        and hints_at_masthead(lines[at])
        and (role_line := unseparated(lines[at], blocks.has_element)) is not None
    ]
    anchors = sorted({*taken, *(item.at for item in found)})
    for item in found:
        is_short = len(parse_name(item.found.value).plain.split()) <= _WORDS_ALONE
        is_near = any(0 < abs(item.at - other) <= NEAR for other in anchors)
        if (is_masthead and is_short) or is_near or blocks.has_element(item.found.label):
            yield item


def _has_name_near(lines: Sequence[str], at: int) -> bool:
    return any(names_people(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _without_echoes(entries: Sequence[RoleEntry]) -> tuple[RoleEntry, ...]:
    """Entries once each, and no empty or doubtful one for a role that is filled elsewhere on the page."""
    filled = {entry.role for entry in entries if entry.names}
    vague = (Problem.EMPTY, Problem.UNSURE)
    kept = (entry for entry in entries if entry.problem not in vague or entry.role not in filled)
    return tuple(dict.fromkeys(kept))


def _judged(entries: tuple[RoleEntry, ...], text: str) -> Masthead:
    leads = [entry for entry in entries if entry.role in LEADING_ROLES]
    if any(entry.names for entry in leads):
        return Masthead(entries)
    blank = next((entry for entry in leads if entry.problem in (Problem.PLACEHOLDER, Problem.BRACKETED)), None)
    if blank is not None:
        return Masthead(entries, is_placeholder=True, placeholder_text=blank.text)
    filler = "" if any(entry.names for entry in entries) else filler_in(text)
    return Masthead(entries, bool(filler), filler)
