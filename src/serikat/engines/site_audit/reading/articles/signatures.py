"""Names that sign an article without a label: beside its date, at its end, in the box about the writer, in its data."""

from __future__ import annotations

import re

from serikat.engines.site_audit.reading.articles.labelled import credit_text, read_unlabelled
from serikat.engines.site_audit.reading.articles.name_words import ROLE
from serikat.engines.site_audit.reading.articles.names import Credit, Standing, is_person_like, read_credits
from serikat.engines.site_audit.reading.articles.region import PIECE, Region, words
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.person_names import looks_like_person

_LONGEST_CREDIT, _LONGEST_BESIDE, _SHORTEST_NAME, _LONGEST_NAME = 120, 60, 5, 40
_BOX_LINES, _MOST_DATES = 8, 3
# How far from its author an object may name its title, and how much of the title is enough to know it by.
_DATA_REACH, _TELLING = 1500, 30
# Begins with one figure, which a search finds fast.
_DATED = re.compile(r"\d\d?(?:\s+[A-Za-z]{3,9}\.?\s+\d{4}|,\s+\d{4}|[/-]\d{1,2}[/-]\d{2,4})")
_AROUND_DATE = re.compile(
    r"\s*[-–|•·]\s+|\s+(?:by|oleh)\s+|\s+(?=\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4})"
)
_CLOSING = re.compile(r"\(([^()]{5,60})\)\W*$|^\W*\*\s?([^()*]{5,40})\**$")
# Whoever signs leaves out how others address him.
_SPOKEN_TO = frozenset(("om", "bang", "mang", "pak", "bu", "mbak", "tante", "cak"))
_NOBODYS = frozenset(("red", "redaksi", "adv", "rls", "tim"))
_WRITERS_NOTE = re.compile(
    r"\W*([^,:()]{5,60}?)(?:,[^:]{0,60}?)?,?\s+\(?(?:penulis|adalah penulis|penulis opini)\s+(?:adalah|merupakan)\b",
    re.I,
)
_BEHIND_TEXT = ("Diposting oleh", "Ditulis oleh", "Dipublikasikan oleh", "Posted by", "Written by")
_OF_A_WRITER = re.compile(
    r"/(?:authors?|penulis|reporters?|wartawan|jurnalis|users?|profile?|kontributor)/", re.IGNORECASE
)
_SECTION_WORDS = frozenset(
    """gaya hidup olah sepak bola voli liga piala timur barat tengah asia tenggara serba ragam dunia tokoh info grafis
    pulau raya nusantara keluarga inspirasi inspiratif headline utama seputar sorotan pilkada pemilu""".split()
)
_AUTHOR_BOXES = ("author-b", "about-author", "tentang-penulis")
_IN_OBJECT = re.compile(
    r"uthors?\\?\"\s*:\s*\[?\s*\{[^{}\[\]]{0,300}?\"(?:name|full_?[nN]ame|display_?[nN]ame)\\?\"\s*:\s*\\?\"([^\"\\<>{}]{3,60})\\?\""
)


def printed_persons(credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Where any word could stand, only what looks like a person's name counts."""
    return tuple(credit for credit in credits if credit.standing is Standing.PERSON and is_person_like(credit.name))


def beside_date(page: Page, region: Region, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """A name alone between headline and text, in the line of the date or in the one before or after it."""
    dated = [_DATED.search(line) is not None for line in region.below]
    # A list of events or articles has many dates.
    for at, line in enumerate(region.below if 0 < sum(dated) <= _MOST_DATES else ()):
        longest = _LONGEST_CREDIT if dated[at] else _LONGEST_BESIDE
        if len(line) < longest and any(dated[max(0, at - 1) : at + 2]):
            first, *others = (piece.strip(" |,") for piece in _AROUND_DATE.split(line.replace(PIECE, " | ")))
            found = _alone(first, page, outlet)
            if found:
                return found
            more = [found for piece in others if dated[at] and (found := _alone(piece, page, outlet))]
            if len(more) == 1:
                # `Oleh Redaksi • 2 Mei 2026 • Telaga Rekaan`: what follows is where it was.
                return () if _is_signed_by_house(line, outlet) else more[0]
    return ()


def _is_signed_by_house(line: str, outlet: tuple[str, ...]) -> bool:
    credits = read_credits(credit_text(line), outlet)
    return bool(credits) and all(credit.standing is not Standing.PERSON for credit in credits)


def _alone(text: str, page: Page, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """The one person whom these words name; the article's section stands there too, and links to its list."""
    if not _SHORTEST_NAME < len(text) < _LONGEST_NAME or not text[0].isalpha():
        return ()
    head, _, tail = text.partition(",")
    credits = read_credits(head if ROLE.match(tail.strip()) else text, outlet)
    people = tuple(credit for credit in credits if credit.standing is Standing.PERSON)
    if len(people) != 1 or not is_person_like(people[0].name) or not looks_like_person(people[0].name):
        return ()
    return () if not _SECTION_WORDS.isdisjoint(text.lower().split()) or _is_linked(text, page) else people


def _is_linked(text: str, page: Page) -> bool:
    """Whether these words stand on a link that leads elsewhere than to a writer's page."""
    word = text.partition(" ")[0]
    links = (link for link in page.structure.links if word in link.raw_text)
    return any(link.text == text and not _OF_A_WRITER.search(link.url) for link in links)


def in_closing_parentheses(region: Region, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """`… katanya. (Budi Santoso)`, or the writer before the editor: `(Budi Santoso/Siti Aminah)`."""
    for line in reversed(region.ending):
        found = _CLOSING.search(line)
        if found is not None:
            first, _, second = (found[1] or found[2]).partition("/")
            return _signing_persons(second if first.lower() in _NOBODYS else first, outlet)
    return ()


def in_writers_note(region: Region, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """`*) Budi Santoso, penulis adalah dosen …`, as opinion pieces end."""
    notes = (found for line in region.ending[-3:] if (found := _WRITERS_NOTE.match(line.replace(PIECE, " "))))
    return next(filter(None, (_signing_persons(note[1], outlet) for note in notes)), ())


def below_the_text(region: Region, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """`Diposting oleh Budi Santoso` under the text, where the templates of Blogger put it."""
    lines = [line for line in (*region.ending, *region.after) if line.startswith(_BEHIND_TEXT)]
    people, _ = read_unlabelled(lines[:1], outlet)
    return printed_persons(people)


def in_author_box(page: Page, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """The one name in the box about the writer that themes put below the text."""
    boxes = page.classed(*_AUTHOR_BOXES)
    lines = [credit_text(line) for line in words(boxes[0])[:_BOX_LINES]] if len(boxes) == 1 else []
    people = (printed_persons(read_credits(line, outlet)) for line in lines if 2 < len(line) < _LONGEST_NAME)
    return next(filter(None, people), ())[:1]


def in_objects(page: Page, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    """The author in the data that a page's program shows itself from, where all of it names one, near the headline."""
    headline = page.structure.h1[:_TELLING]
    if not headline or page.structure.json_ld or b"uthor" not in page.encoded:
        return ()
    titled = re.compile(rf"\\?\":\s?\\?\"{re.escape(headline)}")
    found = list(_IN_OBJECT.finditer(page.markup))
    around = (page.markup[max(0, at.start() - _DATA_REACH) : at.end() + _DATA_REACH] for at in found)
    if len({at[1] for at in found}) != 1 or not any(map(titled.search, around)):
        return ()
    return printed_persons(read_credits(found[0][1], outlet))


def _signing_persons(text: str, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    people = (credit for credit in printed_persons(read_credits(text, outlet)) if looks_like_person(credit.name))
    return tuple(credit for credit in people if credit.name.split()[0].lower() not in _SPOKEN_TO)
