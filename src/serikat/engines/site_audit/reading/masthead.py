"""The box redaksi: who answers for what, in the layouts that outlets use, with what is no name kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind, kind_addressed, kind_named, own_words
from serikat.engines.site_audit.reading.person_names import looks_like_person
from serikat.engines.site_audit.reading.placeholders import filler_in, registrable
from serikat.engines.site_audit.reading.role_lines import (
    Problem,
    RoleLine,
    names_in,
    pieces_of,
    problem_of,
    role_lines,
    unseparated,
)
from serikat.engines.site_audit.reading.role_prose import told_roles
from serikat.engines.site_audit.reading.roles import (
    LEADING_ROLES,
    MASTHEAD_HINTS,
    ROLE_HINTS,
    Role,
    hints_at_masthead,
    roles_in,
)


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """One role as printed: `names` as written there, `text` the line or lines as seen.

    `problem` says why nobody is named. A label of two roles gives two entries.
    """

    role: Role
    label: str
    names: tuple[str, ...]
    text: str
    problem: Problem = Problem.NONE


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


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A role line with its place among the lines."""

    at: int
    found: RoleLine


_TITLE_BREAK = re.compile(r"\s*(?:\s[-–—|»·]\s|\||:\s)\s*")
# Roles whose labels are also words of menus (Video, Iklan): far from other roles and alone they label nothing.
_MINOR = frozenset((Role.VISUAL, Role.BUSINESS, Role.TECHNICAL, Role.OTHER))
# `Pemimpin Redaksi Jaka Tarub Tutup Usia` is news even on a masthead's address.
_WORDS_ALONE = 3
_MOST_NAMES = 40
_LONGEST_NAME_LINE = 300
_SAYS_SOMETHING = re.compile(r"[^\W_]|[-\[]")
_NUMBERED = re.compile(r"\W*\d{1,2}\s*[.)]")
_LONGEST_REMARK = 60
_MOST_NAME_WORDS = 5
_LATE = r"\b(?:alm|almh|almarhum(?:ah)?)\b"
# How far apart the roles of one masthead stand, in lines.
_NEAR = 8


def read_masthead(page: Page, own_name: str = "") -> Masthead:
    """The masthead of a page. `own_name` is the outlet's, where the caller knows it better than the page says it."""
    if not page.shows(MASTHEAD_HINTS):
        filler = filler_in(page.text)
        return Masthead((), bool(filler), filler)
    # A line of a colon alone stands between a label and its name where cells are blocks of their own.
    menu = _menu(page)
    places = [at for at, line in enumerate(page.lines) if line not in menu and _SAYS_SOMETHING.search(line)]
    lines = [page.lines[place] for place in places]
    hinted = set(page.lines_with(ROLE_HINTS))
    hinted_lines = [at for at, place in enumerate(places) if place in hinted]
    own_names = _own_names(page, own_name)
    kind = _own_kind(page)
    labelled = [
        _Labelled(at, found)
        for at in hinted_lines
        for found in tuple(role_lines(lines[at], own_names)) or _told(lines[at], own_names, kind)
    ]
    joined = tuple(_unseparated(lines, hinted_lines, labelled, is_masthead=kind is PageKind.MASTHEAD))
    # `Redaktur Pelaksana Ani` alone reads as a label with a qualifier until a name is seen in it.
    replaced = {item.at for item in joined}
    labelled = sorted((*(item for item in labelled if item.at not in replaced), *joined), key=lambda item: item.at)
    name_first = _is_name_first(lines, labelled)
    entries = tuple(_entries(lines, labelled, own_names, name_first=name_first))
    return _judged(_without_echoes(entries), page.text)


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
    lines: Sequence[str], hinted: Sequence[int], labelled: Sequence[_Labelled], *, is_masthead: bool
) -> Iterator[_Labelled]:
    """Labels with a name straight after them, on a masthead or where other roles stand near: else a headline's."""
    taken = {item.at for item in labelled if item.found.value or _has_name_near(lines, item.at)}
    found = [
        _Labelled(at, role_line)
        for at in hinted
        if at not in taken
        and len(lines[at]) < 80
        and hints_at_masthead(lines[at])
        and (role_line := unseparated(lines[at])) is not None
    ]
    anchors = sorted({*taken, *(item.at for item in found)})
    for item in found:
        is_short = len(item.found.value.split()) <= _WORDS_ALONE
        if (is_masthead and is_short) or any(0 < abs(item.at - other) <= _NEAR for other in anchors):
            yield item


def _has_name_near(lines: Sequence[str], at: int) -> bool:
    return any(_names_people(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _is_name_first(lines: Sequence[str], labelled: Sequence[_Labelled]) -> bool:
    """Whether cards put the name above its role: then the line before each label names a person more often."""
    stops = {item.at for item in labelled}
    votes = 0
    for item in labelled:
        if not item.found.value and not _MINOR.issuperset(item.found.roles):
            has_above = _name_above(lines, item.at, stops) is not None
            has_below = item.at + 1 < len(lines) and item.at + 1 not in stops and _may_stand_below(lines[item.at + 1])
            votes += has_above - has_below
    return votes > 0


def _may_stand_below(line: str) -> bool:
    return _is_value(line) and _is_name_line(line)


def _name_above(lines: Sequence[str], at: int, stops: set[int]) -> int | None:
    """The line of the name above a label; one short remark, a staff number say, may stand between."""
    for above in (at - 1, at - 2):
        if above < 0 or above in stops or len(lines[above]) > _LONGEST_REMARK:
            return None
        if _names_people(lines[above]):
            return above
    return None


def _names_people(line: str) -> bool:
    return len(line) <= _LONGEST_NAME_LINE and looks_like_person(line)


def _entries(
    lines: Sequence[str], labelled: Sequence[_Labelled], own_names: tuple[str, ...], *, name_first: bool
) -> Iterator[RoleEntry]:
    stops = {item.at for item in labelled}
    majors = [item.at for item in labelled if not _MINOR.issuperset(item.found.roles)]
    columns = _columns(lines, labelled, stops)
    for item in labelled:
        if _MINOR.issuperset(item.found.roles) and not _is_among(item.at, majors):
            continue
        if item.at in columns:
            yield from _across(item, lines, columns[item.at], own_names)
        elif item.found.value:
            yield from _beside(item, lines, stops, own_names)
        elif name_first:
            yield from _above(item, lines, stops)
        else:
            yield from _below(item, lines, stops, own_names)


def _columns(lines: Sequence[str], labelled: Sequence[_Labelled], stops: set[int]) -> dict[int, int]:
    """The line of names for each label of a left column, where a right column of as many names follows it."""
    paired: dict[int, int] = {}
    run: list[int] = []
    for item in labelled:
        # `Redaksi` above a column of roles is its heading, not one of them.
        if item.found.value or item.found.roles == (Role.OTHER,):
            continue
        run = [*run, item.at] if run and item.at == run[-1] + 1 else [item.at]
        names = range(run[-1] + 1, run[-1] + 1 + len(run))
        # A name above the first label is that of a card: the labels are no column.
        in_card = run[0] > 0 and _names_people(lines[run[0] - 1])
        if len(run) > 1 and not in_card and not stops.intersection(range(names.start, names.stop + 1)):
            found = [at for at in (*names, names.stop) if at < len(lines) and _is_value(lines[at].lstrip(" :"))]
            if found == list(names):
                paired.update(zip(run, names, strict=True))
    return paired


def _across(item: _Labelled, lines: Sequence[str], beside: int, own_names: tuple[str, ...]) -> Iterator[RoleEntry]:
    value = lines[beside].lstrip(" :")
    problem = problem_of(value, own_names)
    if problem is not None:
        names = names_in(value) if problem is Problem.NONE else ()
        yield from _all_roles(item.found, names, f"{lines[item.at]}\n{lines[beside]}", problem)


def _is_value(line: str) -> bool:
    return len(line) <= _LONGEST_NAME_LINE and problem_of(line) not in (None, Problem.EMPTY)


def _is_among(at: int, majors: Sequence[int]) -> bool:
    return any(abs(at - major) <= _NEAR for major in majors)


def _beside(item: _Labelled, lines: Sequence[str], stops: set[int], own_names: tuple[str, ...]) -> Iterator[RoleEntry]:
    """`Label: names`, and the lines of names that go on below it."""
    problem = problem_of(item.found.value, own_names)
    if problem is None:
        if _may_be_name(item.found.value):
            yield from _all_roles(item.found, (), lines[item.at], Problem.UNSURE)
        return
    if problem is not Problem.NONE:
        yield from _all_roles(item.found, (), lines[item.at], problem)
        return
    names = list(names_in(item.found.value))
    end = item.at + 1
    while end < len(lines) and end not in stops and _goes_on(item.found, lines[end - 1], lines[end]):
        names.extend(names_in(lines[end]))
        end += 1
    yield from _all_roles(item.found, tuple(names), "\n".join(lines[item.at : end]), Problem.NONE)


def _may_be_name(value: str) -> bool:
    """Whether words beside a role are as few as a name's, though none that is known as one: `agus purnama`."""
    words = value.split()
    return 2 <= len(words) <= _MOST_NAME_WORDS and all(word.replace(".", "").isalpha() for word in words)


def _goes_on(found: RoleLine, line: str, below: str) -> bool:
    """Whether the line below is more of the same names: after a comma, numbered, or one more of the many reporters."""
    if not names_in(below) or not _is_name_line(below) or len(below) > _LONGEST_NAME_LINE:
        return False
    if line.rstrip().endswith(",") or (_NUMBERED.match(below) and _NUMBERED.match(found.value)):
        return True
    return not set(found.roles) & set(LEADING_ROLES) and _names_people(below)


def _above(item: _Labelled, lines: Sequence[str], stops: set[int]) -> Iterator[RoleEntry]:
    above = _name_above(lines, item.at, stops)
    if above is not None:
        text = "\n".join(lines[above : item.at + 1])
        yield from _all_roles(item.found, names_in(lines[above]), text, Problem.NONE)


def _below(item: _Labelled, lines: Sequence[str], stops: set[int], own_names: tuple[str, ...]) -> Iterator[RoleEntry]:
    """A label alone, and the lines of names under it."""
    names: list[str] = []
    end = item.at + 1
    while end < len(lines) and end not in stops and len(names) < _MOST_NAMES:
        line = lines[end].lstrip(" :")
        if len(line) > _LONGEST_NAME_LINE or problem_of(line, own_names) is not Problem.NONE or not _is_name_line(line):
            break
        names.extend(names_in(line))
        end += 1
    if names:
        yield from _all_roles(item.found, tuple(names), "\n".join(lines[item.at : end]), Problem.NONE)
    elif not _MINOR.issuperset(item.found.roles):
        yield from _nobody_below(item, lines, stops, own_names)


def _is_name_line(line: str) -> bool:
    """Whether a line under a label is names: half of it at least, so that a caption in capitals ends the list."""
    pieces = pieces_of(line)
    return len(names_in(line)) * 2 >= len(pieces)


def _nobody_below(
    item: _Labelled, lines: Sequence[str], stops: set[int], own_names: tuple[str, ...]
) -> Iterator[RoleEntry]:
    if item.at + 1 < len(lines) and item.at + 1 not in stops:
        line = lines[item.at + 1].lstrip(" :")
        problem = problem_of(line, own_names)
        if problem not in (None, Problem.NONE) and len(line) <= _LONGEST_NAME_LINE:
            yield from _all_roles(item.found, (), "\n".join(lines[item.at : item.at + 2]), problem or Problem.EMPTY)
            return
    if item.at > 0 and item.at - 1 not in stops and _names_people(lines[item.at - 1]):
        # Cards of another make: the name may be this role's.
        yield from _all_roles(item.found, (), "\n".join(lines[item.at - 1 : item.at + 1]), Problem.UNSURE)
        return
    yield from _all_roles(item.found, (), lines[item.at], Problem.EMPTY)


def _all_roles(found: RoleLine, names: tuple[str, ...], text: str, problem: Problem) -> Iterator[RoleEntry]:
    living = tuple(name for name in names if not _is_late(name, text))
    for role in found.roles:
        if role in LEADING_ROLES and len(living) < len(names):
            yield RoleEntry(role, found.label, living, text, Problem.NONE if living else Problem.LATE)
            continue
        # A menu's `Iklan` or `Video` names no role; only those that the law wants named are worth saying empty.
        if problem not in (Problem.EMPTY, Problem.UNSURE) or role in LEADING_ROLES:
            yield RoleEntry(role, found.label, names, text, problem)


def _is_late(name: str, text: str) -> bool:
    """Whether a mark says that this person has died; that of a father (`bin alm. …`) says nothing of the bearer."""
    plain = re.escape(name)
    marked = rf"{_LATE}[.)\s]*{plain}|{plain}[\s,.]*\(?\s*{_LATE}"
    return re.match(_LATE, name, re.IGNORECASE) is not None or re.search(marked, text, re.IGNORECASE) is not None


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
