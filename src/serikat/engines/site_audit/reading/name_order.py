"""On which side of its role a name stands: as the page's blocks tell, else as roles and names follow one another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.person_names import is_titled_name, looks_like_person
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.role_lines import Problem, names_in, pieces_of, problem_of


class Side(StrEnum):
    """Where the name stands as seen from its role."""

    ABOVE = "above"
    BELOW = "below"
    UNKNOWN = "unknown"


LONGEST_NAME_LINE = 300
_LONGEST_REMARK = 60
# `Pemimpin Redaksi :` alone, and a bullet or number before the name, promise that what belongs to the role follows.
_PROMISE = re.compile(r":\W*$")
_LISTED = re.compile(r"\W*\d{1,2}\s*[.)]|[-–—•*:·]")
# What no piece of a list of names holds, and the end of a sentence does.
_PROSE = re.compile(r"\b(?:di|ke|yang|untuk|dengan|dari|pada|oleh|adalah|akan|telah|kami)\b")
_ELEMENTS = "h1,h2,h3,h4,h5,h6,p,span,b,strong,em,i,small,td,th,dt,dd,li,div,a,label,figcaption"
# A page's cards are all of one make: a few of them show it.
_ROLES_TRIED = 6
# So many letters of blocks are looked through on one page; mastheads take a few hundred thousand at most.
_MOST_LETTERS = 20_000_000


def names_people(line: str) -> bool:
    """Whether a line is one person's name, so much so that no role beside it need say so."""
    return len(line) <= LONGEST_NAME_LINE and (looks_like_person(line) or is_titled_name(line))


def is_name_line(line: str) -> bool:
    """Whether a line under a label is names: half of it at least, so that a caption in capitals ends the list."""
    # Remarks in parentheses may be prose, and are no piece.
    if "(" not in line and "[" not in line and _PROSE.search(line):
        return False
    pieces = pieces_of(line)
    return len(names_in(line)) * 2 >= len(pieces) and not any(_PROSE.search(piece) for piece in pieces)


def name_above(lines: Sequence[str], at: int, stops: set[int], *, short: bool = False) -> int | None:
    """The line of the name above a label; one short remark, a staff number say, may stand between.

    A name of a single word counts only where `short` allows it, right above the label.
    """
    if short and at > 0 and at - 1 not in stops and looks_like_person(lines[at - 1], under_label=True):
        return at - 1
    for above in (at - 1, at - 2):
        if above < 0 or above in stops or not lines[above] or len(lines[above]) > _LONGEST_REMARK:
            return None
        if names_people(lines[above]):
            return above
    return None


def has_name_below(lines: Sequence[str], at: int, stops: set[int]) -> bool:
    """Whether the line after a label is names and no label itself."""
    below = at + 1
    return below < len(lines) and below not in stops and is_name_line(lines[below]) and is_value(lines[below])


def is_value(line: str) -> bool:
    """Whether a line may stand at a role: names, or what stands for them by mistake."""
    return len(line) <= LONGEST_NAME_LINE and problem_of(line) not in (None, Problem.EMPTY)


def promises_name(lines: Sequence[str], at: int, stops: set[int]) -> bool:
    """Whether a label ends in a colon and names follow."""
    return _PROMISE.search(lines[at]) is not None and has_name_below(lines, at, stops)


def side_by_sequence(lines: Sequence[str], alone: Sequence[int], stops: set[int]) -> Side:
    """The side on which names stand for the labels that stand `alone` on their lines, by what surrounds them.

    In `role, name, role, name` a role begins and a name ends; several names in a row, a colon after the role and
    bullets before the names are what lists have and cards have not.
    """
    votes = 0
    for at in alone:
        below = has_name_below(lines, at, stops)
        votes += (name_above(lines, at, stops) is not None) - below
        if below:
            listed = lines[at + 1]
            votes -= promises_name(lines, at, stops) + bool(_LISTED.match(listed)) + (len(names_in(listed)) > 1)
            after = at + 2
            votes -= after < len(lines) and after not in stops and names_people(listed) and names_people(lines[after])
    return _side(votes)


def _side(votes: int) -> Side:
    return Side.ABOVE if votes > 0 else Side.BELOW if votes < 0 else Side.UNKNOWN


class Blocks:
    """The elements of a page by their own words, read when first asked."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._letters_left = _MOST_LETTERS

    @property
    def is_spent(self) -> bool:
        """Whether the page has more to look through than any masthead, so that no block tells anything any more."""
        return self._letters_left <= 0

    @cached_property
    def _by_words(self) -> dict[str, list[LexborNode]]:
        found: dict[str, list[LexborNode]] = {}
        for node in select(self._page.tree, _ELEMENTS):
            words = _squashed(node.text(deep=False))
            if words:
                found.setdefault(words, []).append(node)
        return found

    @cached_property
    def _by_line(self) -> dict[str, list[LexborNode]]:
        """The texts between the line breaks of an element."""
        found: dict[str, list[LexborNode]] = {}
        blocks = {node.parent.mem_id: node.parent for node in self._page.tree.tags("br") if node.parent is not None}
        for text in (child for block in blocks.values() for child in block.iter(include_text=True)):
            words = _squashed(text.text_content or "") if text.tag == "-text" else ""
            if words:
                found.setdefault(words, []).append(text)
        return found

    def has_element(self, words: str) -> bool:
        """Whether an element holds exactly these words."""
        return _squashed(words) in self._by_words

    def share(self, role: str, words: str, others: Sequence[str]) -> bool:
        """Whether the smallest block with this role and these words has none of the others; there must be others."""
        apart = {_squashed(other) for other in others} - {_squashed(role)}
        wanted = _squashed(role) if apart else ""
        nodes = (*self._by_words.get(wanted, ()), *self._by_line.get(wanted, ()))
        return any(self._holds(node.parent, _squashed(words), apart) for node in nodes)

    def _holds(self, block: LexborNode | None, wanted: str, others: set[str]) -> bool:
        while block is not None and not self.is_spent:
            words = _squashed(block.text())
            self._letters_left -= len(words)
            if any(other in words for other in others):
                return False
            if wanted in words:
                return True
            block = block.parent
        return False


class Cards:
    """The blocks of a page that hold one role and one name.

    `alone` are the places of the roles without a name on their own lines, `stops` those where a name's reach ends.
    """

    def __init__(self, blocks: Blocks, lines: Sequence[str], alone: Sequence[int], stops: set[int]) -> None:
        self._blocks = blocks
        self._lines = lines
        self._alone = alone
        self._stops = stops
        self._in_order = sorted(stops)
        self._sides: dict[int, Side] = {}

    @cached_property
    def usual(self) -> Side:
        """The side on which the cards of this page have the name; where it has none, as roles and names follow."""
        sides = [self.side(at) for at in self._alone[:_ROLES_TRIED]]
        side = _side(sides.count(Side.ABOVE) - sides.count(Side.BELOW))
        return side if side is not Side.UNKNOWN else side_by_sequence(self._lines, self._alone, self._stops)

    @property
    def is_too_much(self) -> bool:
        """Whether the page has too many blocks for their cards to be told."""
        return self._blocks.is_spent

    def side(self, at: int) -> Side:
        """The side of the name that shares a block with the role at that place, and with no other role."""
        if at not in self._sides:
            self._sides[at] = self._side(at)
        return self._sides[at]

    def _side(self, at: int) -> Side:
        lines = self._lines
        # A role right beside this one may be a remark in the same card.
        before, after = bisect_left(self._in_order, at - 1), bisect_left(self._in_order, at + 2)
        around = (*self._in_order[max(0, before - 1) : before], *self._in_order[after : after + 1])
        others = [lines[other] for other in around]
        above = name_above(lines, at, self._stops, short=True)
        is_above = above is not None and self._blocks.share(lines[at], lines[above], others)
        below = has_name_below(lines, at, self._stops)
        is_below = below and self._blocks.share(lines[at], lines[at + 1], others)
        return _side(is_above - is_below)


def _squashed(words: str) -> str:
    return "".join(words.split())
