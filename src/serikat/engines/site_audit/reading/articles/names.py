"""Author strings taken apart: who is a person, who an agency, the outlet itself, or nobody at all."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from serikat.engines.site_audit.reading.articles.name_words import (
    ACCOUNTS,
    AGENCIES,
    AGENCY_WORDS,
    AMBIGUOUS_AGENCIES,
    DEGREE,
    HONORIFIC,
    HOUSE_WORDS,
    LOGIN,
    MAKERS,
    ON_BUTTONS,
    PARTICLES,
    PLACEHOLDERS,
    ROLE,
    STOCK_NAMES,
    TEAM,
    TEAM_WORDS,
    TRAILING_ROLE,
)


class Standing(IntEnum):
    """How much an author string tells, most first."""

    PERSON = 0
    AGENCY = 1
    OUTLET = 2
    NOBODY = 3


@dataclass(frozen=True, slots=True)
class Credit:
    """A name as printed, and whose it is."""

    name: str
    standing: Standing


_BY = re.compile(
    r"""^(?:written\ by|words\ by|story\ by|posted\ by|reported\ by|reporting\ by|by|ditulis\ oleh|dilaporkan\ oleh|
    oleh|penulis|reporter|pewarta|laporan|wartawan|jurnalis|kontributor|author|autor(?:in|en)?|auteur|von|par|por|av|af|door|deur|
    tekst|text|teks)\s*(?:[:\u2236]\s*|\s+(?=[A-ZÀ-Þ]))""",
    re.IGNORECASE | re.VERBOSE,
)
_SPLIT = re.compile(
    r"\s*[,;|\n\x1f，、；]\s*(?:(?:and|und|dan|serta|&)\s+)?|\s+[/•·]\s+|"
    r"\s+(?:and|und|dan|serta|&|with|bersama|avec|mit|med)\s+|\s*&amp;\s*|\s+[-–—]\s+",
    re.IGNORECASE,
)
# What also stands inside names and shorthands: it parts two names only where both are whole.
_SOFT_SPLIT = re.compile(r"\s+(?:et|y|e|og|och|en|i)\s+|/")
_NOT_IN_NAMES = re.compile(
    r"https?:|www\.|@|\d{3,}|[<>{}=_\[\]?!]|\.(?:com|co|net|org|id|tv|ch|at|be|no|de)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@)\S*", re.IGNORECASE)
# `Jane Doe for Example Online`: for whom one writes is no part of the name.
_FOR_ANOTHER = re.compile(r"(?<=\w)\s+[Ff]or\s+[A-Z].*$")
_JUNIOR = re.compile(r"(?<= )([JS]r)$")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_UNCLOSED = re.compile(r"\s*[(\[][^)\]]*$")
_PLAIN = re.compile(r"[^\W_]+")
_LONGEST_NAME, _MOST_WORDS, _LONGEST_SHORTHAND = 60, 6, 4
_LONGEST_BYLINE = 500


# The same few people write the articles of a site, and each article names them in several places.
@lru_cache(maxsize=4096)
def read_credits(text: str, outlet: tuple[str, ...] = ()) -> tuple[Credit, ...]:
    """The names in an author string in order, each once; `outlet` are the names by which the site calls itself."""
    found: dict[str, Credit] = {}
    for piece in split_names(text):
        name = clean_name(piece)
        if name and name.casefold() not in found:
            found[name.casefold()] = Credit(name, standing(name, outlet))
    return tuple(found.values())


def split_names(text: str) -> Iterator[str]:
    """The names of a joint byline; academic degrees behind a comma belong to the name before them and fall away."""
    plain = _UNCLOSED.sub("", _PARENTHESIS.sub("", _ADDRESS.sub(" ", html.unescape(text[:_LONGEST_BYLINE]))))
    for place, piece in enumerate(_SPLIT.split(plain)):
        piece = _JUNIOR.sub(r"\1.", piece.strip(" .:*)-–—\u2011"))
        # Alone, "AP" is an agency and no degree.
        if not piece or (place and DEGREE.fullmatch(piece)):
            continue
        parts = _SOFT_SPLIT.split(piece)
        whole = sum(len(part.split()) > 1 for part in parts)
        if len(parts) > 1 and (whole == len(parts) or (whole and "/" in piece)):
            yield from parts
        else:
            yield piece


def clean_name(text: str) -> str:
    """The bare name in a piece of a byline, or an empty string: no role, agency, date, address or title with it."""
    name = " ".join(_PARENTHESIS.sub("", html.unescape(text)).split())
    name = _BY.sub("", name)
    # Italian "di" is a part of names too, but then it has a capital.
    name = name.removeprefix("di ")
    if len(name.split()) > 2:
        name = _BY.sub("", name)
    name = HONORIFIC.sub("", name).strip(" ,.:;-–—*|/()[]\u200b")
    name = _JUNIOR.sub(r"\1.", _FOR_ANOTHER.sub("", name))
    shorter = TRAILING_ROLE.sub("", name)
    if len(shorter.split()) > 1:
        name = shorter
    if re.search(r"https?:|www\.|@|[<>{}=]", name) or len(name) < 2 or not re.search(r"[^\W\d_]", name):
        return ""
    return name if len(name) <= _LONGEST_NAME else ""


def standing(name: str, outlet: tuple[str, ...] = ()) -> Standing:
    """Whose name this is, told by its words alone."""
    words = [word.casefold() for word in _PLAIN.findall(name)]
    if (
        not words
        or LOGIN.fullmatch(name)
        or name.casefold() in STOCK_NAMES
        or words[0] in ACCOUNTS
        or not MAKERS.isdisjoint(words)
        or all(word in PLACEHOLDERS for word in words)
    ):
        return Standing.NOBODY
    house = any(word in HOUSE_WORDS or word.endswith(("redaktion", "redaksi")) for word in words)
    if house or _is_team(name, words) or _is_outlet(words, outlet) or _NOT_IN_NAMES.search(name):
        return Standing.OUTLET
    if _is_agency(name, words):
        return Standing.AGENCY
    if len(name.split()) > _MOST_WORDS + 2:
        return Standing.NOBODY
    # "Staff Writer", "Our Correspondent": the house signs by a role.
    return Standing.OUTLET if ROLE.fullmatch(words[0]) or ROLE.fullmatch(words[-1]) else Standing.PERSON


def is_person_like(text: str) -> bool:
    """Whether words could be a person's name in print: two to six, each with a capital but for particles."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or _NOT_IN_NAMES.search(text) or re.search(r"[\d:;,()\"“”/]", text):
        return False
    if any(word.casefold() in ON_BUTTONS for word in words):
        return False
    capitals = sum(not word[0].islower() for word in words)
    particles = sum(word in PARTICLES for word in words)
    return capitals >= 2 and capitals + particles == len(words) and standing(text) is Standing.PERSON


def may_sign(credit: Credit) -> bool:
    """Whether a credit stands for someone where any words could stand: many Indonesians have one name."""
    alone = credit.standing is Standing.PERSON and credit.name.isalpha() and credit.name.istitle()
    return alone or is_person_like(credit.name) or credit.standing is Standing.AGENCY


def _is_team(name: str, words: list[str]) -> bool:
    """`Tim`, `Tim Liputan` and `Tim detikSumut`; Tim Walker is a person."""
    if words[0] != TEAM:
        return False
    behind = name.split()[1:2]
    return not behind or words[1] in TEAM_WORDS or not behind[0].istitle()


def _is_agency(name: str, words: list[str]) -> bool:
    """Short names of agencies are also people's (Ani, Tass): within a longer name only capitals tell them apart."""
    if any(word in AGENCY_WORDS for word in words):
        return True
    if len(words) == 1:
        if name.isupper() and len(name) <= _LONGEST_SHORTHAND:
            return True
        return words[0] in AGENCIES and words[0] not in AMBIGUOUS_AGENCIES
    if name.isupper():
        return False
    return any(word.isupper() and word.casefold() in AGENCIES for word in _PLAIN.findall(name)) or "reuters" in words


def _is_outlet(words: list[str], outlet: tuple[str, ...]) -> bool:
    joined = "".join(words)
    for own in outlet:
        own_words = [word.casefold() for word in _PLAIN.findall(own)]
        own_joined = "".join(own_words)
        if not own_joined:
            continue
        if (
            joined == own_joined
            or (len(own_joined) > 5 and own_joined in joined)
            or (len(joined) > 4 and joined in own_joined)
        ):
            return True
        telling = [word for word in words if len(word) > 2]
        if telling and all(word in own_words for word in telling):
            return True
    return False
