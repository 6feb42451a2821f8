"""Roles paired with the names that stand beside, above, below or across from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from serikat.engines.site_audit.reading.name_order import (
    LONGEST_NAME_LINE,
    Blocks,
    Cards,
    Side,
    has_name_below,
    is_name_line,
    is_value,
    name_above,
    names_people,
    promises_name,
)
from serikat.engines.site_audit.reading.role_lines import Problem, RoleLine, names_in, problem_of
from serikat.engines.site_audit.reading.roles import LEADING_ROLES, Role


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
class LabelledLine:
    """A role line with its place among the lines."""

    at: int
    found: RoleLine


# Roles whose labels are also words of menus (Video, Iklan): far from other roles and alone they label nothing.
_MINOR = frozenset((Role.VISUAL, Role.BUSINESS, Role.TECHNICAL, Role.OTHER))
_MOST_NAMES = 40
_NUMBERED = re.compile(r"\W*\d{1,2}\s*[.)]")
_MOST_NAME_WORDS = 5
_LATE = r"\b(?:alm|almh|almarhum(?:ah)?)\b"
# How far apart the roles of one masthead stand, in lines.
NEAR = 8


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is known of the lines while roles are paired with names.

    `stops` are the places of roles, `barred` of all that is no name, `alone` of the roles with no name on their line;
    `often` counts those by role.
    """

    lines: Sequence[str]
    stops: set[int]
    barred: set[int]
    own_names: tuple[str, ...]
    alone: dict[int, frozenset[Role]]
    often: Counter[Role]
    cards: Cards


def paired(
    blocks: Blocks, lines: Sequence[str], labelled: Sequence[LabelledLine], own_names: tuple[str, ...]
) -> Iterator[RoleEntry]:
    """The roles of a page's lines with their names; `own_names` are the outlet's, letters and digits alone."""
    if not labelled:
        return
    stops = {item.at for item in labelled}
    majors = sorted(item.at for item in labelled if not _MINOR.issuperset(item.found.roles))
    columns = _columns(lines, labelled, stops, blocks)
    places = set(majors)
    alone = {item.at: frozenset(item.found.roles) for item in labelled if not item.found.value and item.at in places}
    # The outlet's own name over the first role is no person's, whatever it looks like.
    squashed = re.sub(r"[^\w\n]+|_+", "", "\n".join(lines).lower()).split("\n")
    barred = stops | {at for at, line in enumerate(squashed) if line in own_names}
    often = Counter(role for roles in alone.values() for role in roles)
    sheet = _Sheet(lines, stops, barred, own_names, alone, often, Cards(blocks, lines, tuple(alone), barred))
    for item in labelled:
        if _MINOR.issuperset(item.found.roles) and not _is_among(item.at, majors):
            continue
        if item.at in columns:
            yield from _across(item, lines, columns[item.at], own_names)
        elif item.found.value:
            yield from _beside(item, sheet)
        else:
            yield from _apart(item, sheet)


def _apart(item: LabelledLine, sheet: _Sheet) -> Iterator[RoleEntry]:
    """A role alone on its line, with the name on the side where this page has them."""
    side = _side(item, sheet)
    if side is Side.ABOVE:
        yield from _above(item, sheet.lines, sheet.barred)
    elif side is Side.BELOW:
        yield from _below(item, sheet)
    else:
        text = "\n".join(filter(None, sheet.lines[max(0, item.at - 1) : item.at + 2]))
        yield from _all_roles(item.found, (), text, Problem.UNSURE)


def _side(item: LabelledLine, sheet: _Sheet) -> Side:
    """By the card that this role stands in, then by the page's cards, then by what follows what."""
    if promises_name(sheet.lines, item.at, sheet.stops):
        return Side.BELOW
    leads = not set(item.found.roles).isdisjoint(LEADING_ROLES)
    if leads and sheet.cards.is_too_much:
        return Side.UNKNOWN
    own = sheet.cards.side(item.at) if leads else Side.UNKNOWN
    side = own if own is not Side.UNKNOWN else sheet.cards.usual
    if side is not Side.UNKNOWN or not leads:
        return Side.BELOW if side is Side.UNKNOWN else side
    if name_above(sheet.lines, item.at, sheet.barred) is not None:
        return Side.UNKNOWN
    if not has_name_below(sheet.lines, item.at, sheet.barred):
        return Side.BELOW
    # Of two labels of one role the first may be a heading over cards; with one name between them it is both's.
    is_again = any(sheet.often[role] > 1 for role in set(item.found.roles))
    is_next = not sheet.alone.get(item.at + 2, frozenset()).isdisjoint(item.found.roles)
    return Side.UNKNOWN if is_again and not is_next else Side.BELOW


def _columns(lines: Sequence[str], labelled: Sequence[LabelledLine], stops: set[int], blocks: Blocks) -> dict[int, int]:
    """The line of names for each label of a left column, where a right column of as many names follows it."""
    across: dict[int, int] = {}
    run: list[LabelledLine] = []
    for item in labelled:
        if item.found.value:
            continue
        if run and item.at != run[-1].at + 1:
            run = []
        run.append(item)
        if item.at + 1 not in stops:
            names = _column_of_names(lines, run, stops, blocks)
            across.update(zip((each.at for each in run[-len(names) :]), names, strict=False))
    return across


def _column_of_names(lines: Sequence[str], run: Sequence[LabelledLine], stops: set[int], blocks: Blocks) -> range:
    """The lines of names of a run of labels, or none: each begins with a colon, or a block apart has them."""
    begin = run[-1].at + 1
    end = begin
    while end < len(lines) and end not in stops and lines[end].startswith(":"):
        end += 1
    if 1 < end - begin <= len(run):
        return range(begin, end)
    # `Redaksi` above a column of roles is its heading, not one of them.
    first = 1 if run[0].found.roles == (Role.OTHER,) else 0
    names = range(begin, begin + len(run) - first)
    if len(names) < 2 or names.stop > len(lines) or not stops.isdisjoint(names):
        return range(0)
    # A name above the first label is that of a card: the labels are no column.
    top = run[first].at
    if (top > 0 and names_people(lines[top - 1])) or not all(is_value(lines[at]) for at in names):
        return range(0)
    return names if blocks.share(lines[top], lines[run[-1].at], [lines[begin]]) else range(0)


def _across(item: LabelledLine, lines: Sequence[str], beside: int, own_names: tuple[str, ...]) -> Iterator[RoleEntry]:
    value = lines[beside].lstrip(" :")
    problem = problem_of(value, own_names)
    if problem is not None:
        names = names_in(value) if problem is Problem.NONE else ()
        yield from _all_roles(item.found, names, f"{lines[item.at]}\n{lines[beside]}", problem)


def _is_among(at: int, majors: Sequence[int]) -> bool:
    nearest = bisect_left(majors, at - NEAR)
    return nearest < len(majors) and majors[nearest] <= at + NEAR


def _beside(item: LabelledLine, sheet: _Sheet) -> Iterator[RoleEntry]:
    """`Label: names`, and the lines of names that go on below it."""
    lines, stops = sheet.lines, sheet.stops
    problem = problem_of(item.found.value, sheet.own_names)
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
    if not names_in(below) or not is_name_line(below) or len(below) > LONGEST_NAME_LINE:
        return False
    if line.rstrip().endswith(",") or (_NUMBERED.match(below) and _NUMBERED.match(found.value)):
        return True
    return not set(found.roles) & set(LEADING_ROLES) and names_people(below)


def _above(item: LabelledLine, lines: Sequence[str], stops: set[int]) -> Iterator[RoleEntry]:
    above = name_above(lines, item.at, stops, short=True)
    if above is not None:
        text = "\n".join(lines[above : item.at + 1])
        yield from _all_roles(item.found, names_in(lines[above]), text, Problem.NONE)
    elif has_name_below(lines, item.at, stops):
        # A heading over cards, or a role above its name among cards that have it the other way.
        yield from _all_roles(item.found, (), "\n".join(lines[item.at : item.at + 2]), Problem.UNSURE)


def _below(item: LabelledLine, sheet: _Sheet) -> Iterator[RoleEntry]:
    """A label alone, and the lines of names under it."""
    lines, stops = sheet.lines, sheet.stops
    names: list[str] = []
    end = item.at + 1
    while end < len(lines) and end not in stops and len(names) < _MOST_NAMES:
        line = lines[end].lstrip(" :")
        if len(line) > LONGEST_NAME_LINE or not is_name_line(line):
            break
        if problem_of(line, sheet.own_names) is not Problem.NONE:
            break
        names.extend(names_in(line))
        end += 1
    if names:
        yield from _all_roles(item.found, tuple(names), "\n".join(lines[item.at : end]), Problem.NONE)
    elif not _MINOR.issuperset(item.found.roles):
        yield from _nobody_below(item, sheet)


def _nobody_below(item: LabelledLine, sheet: _Sheet) -> Iterator[RoleEntry]:
    lines, stops = sheet.lines, sheet.stops
    line = lines[item.at + 1].lstrip(" :") if item.at + 1 < len(lines) else ""
    # `Admin` is a post beside others, and alone under a role it stands for a name.
    if line and (item.at + 1 not in stops or line.lower() == "admin"):
        problem = problem_of(line, sheet.own_names)
        if problem not in (None, Problem.NONE) and len(line) <= LONGEST_NAME_LINE:
            yield from _all_roles(item.found, (), "\n".join(lines[item.at : item.at + 2]), problem or Problem.EMPTY)
            return
    if item.at > 0 and item.at - 1 not in stops and names_people(lines[item.at - 1]):
        # Cards of another make: the name may be this role's.
        yield from _all_roles(item.found, (), "\n".join(lines[item.at - 1 : item.at + 1]), Problem.UNSURE)
        return
    yield from _all_roles(item.found, (), lines[item.at], Problem.EMPTY)


def _all_roles(found: RoleLine, names: tuple[str, ...], text: str, problem: Problem) -> Iterator[RoleEntry]:
    is_marked = "alm" in text.lower()
    living = tuple(name for name in names if not _is_late(name, text)) if is_marked else names
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
