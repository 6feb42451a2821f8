"""Roles told in sentences: `Pemimpin Redaksi dijabat oleh Jaka Tarub`, `Jaka Tarub selaku Pemimpin Redaksi`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from serikat.engines.site_audit.reading.person_names import looks_like_person
from serikat.engines.site_audit.reading.role_lines import RoleLine, pieces_of
from serikat.engines.site_audit.reading.roles import Role, roles_in

# Plain words first: few sentences hold one, and a pattern that may begin with anything is slow to say so.
_OFFICES = ("impin", "pemred", "pimred", "jawab", "redaktur", "direktur", "editor")
_SAYS = ("adalah", "ialah", "yaitu", "yakni", "dipercayakan", "dijabat", "dipegang", "diemban")
_SAYS_AS = ("selaku", "sebagai", "menjabat")
_IS = re.compile(
    r"(?:\s+(?:kami|saat\s+ini|kini))*,?\s+(?:adalah|ialah|yaitu|yakni|dipercayakan\s+kepada"
    r"|(?:dijabat|dipegang|diemban)(?:\s+oleh)?)\s+"
)
_AS = re.compile(r",?\s+(?:selaku|sebagai|menjabat(?:\s+sebagai)?)\s+")
_BESIDE = re.compile(
    r"\b(?:dengan|serta|dan|bersama)\s+((?:Penanggung\s?[Jj]awab|Pemimpin\s[Rr]edaksi|Pimpinan\s[Rr]edaksi|P[ei]mred))\s+(?=[A-Z])"
)
_LONGEST_LINE = 600
_CLAUSE = re.compile(r"[;:,()]|\.(?=\s|$)")
_OFFICE_WORDS, _NAME_WORDS = 8, 6
_INSIDE_NAMES = frozenset(("bin", "binti"))


def told_roles(line: str, own_names: tuple[str, ...] = ()) -> Iterator[RoleLine]:
    """The roles that a sentence gives to a named person; an office at another outlet is none.

    For pages on which an outlet speaks of itself alone: the news says such things of others. `own_names` are the
    outlet's, letters and digits alone.
    """
    lowered = line.lower()
    if len(line) > _LONGEST_LINE or not any(map(lowered.__contains__, _OFFICES)):
        return
    for found in _IS.finditer(line) if any(map(line.__contains__, _SAYS)) else ():
        name = _name_at_start(line[found.end() :])
        yield from _told(_office_at_end(line[: found.start()]) if name else "", name)
    for found in _AS.finditer(line) if any(map(line.__contains__, _SAYS_AS)) else ():
        name = _name_at_end(line[: found.start()])
        yield from _told(_office_at_start(line[found.end() :], own_names) if name else "", name)
    for found in _BESIDE.finditer(line):
        name = _name_at_start(line[found.end() :])
        # A name of one word, or the outlet's own, may belong to the office.
        if " " in name and re.sub(r"[\W_]+", "", name.lower()) not in own_names:
            yield from _told(found[1], name)


def _told(office: str, name: str) -> Iterator[RoleLine]:
    roles = roles_in(office)
    if name and roles and Role.OTHER not in roles:
        yield RoleLine(office, roles, name)


def _office_at_end(text: str) -> str:
    words = _CLAUSE.split(text)[-1].split()[-_OFFICE_WORDS:]
    return next((label for at in range(len(words)) if roles_in(label := " ".join(words[at:]))), "")


def _office_at_start(text: str, own_names: tuple[str, ...]) -> str:
    words = _CLAUSE.split(text, maxsplit=1)[0].split()
    for end in range(min(_OFFICE_WORDS, len(words)), 0, -1):
        if roles_in(" ".join(words[:end])):
            rest = words[end:]
            is_own = re.sub(r"[\W_]+", "", "".join(rest).lower()) in own_names
            return " ".join(words[:end]) if not rest or is_own or rest[0][0].islower() else ""
    return ""


def _name_at_start(text: str) -> str:
    words = text.split()
    end = next((at for at, word in enumerate(words) if not _may_be_in_name(word)), len(words))
    pieces = pieces_of(" ".join(words[:end]))
    name = pieces[0].strip(" ,;") if pieces else ""
    return name if looks_like_person(name) else ""


def _name_at_end(text: str) -> str:
    words = _CLAUSE.split(text)[-1].split()[-_NAME_WORDS:]
    start = next((at for at in range(len(words) - 1, -1, -1) if not _may_be_in_name(words[at])), -1)
    name = " ".join(words[start + 1 :])
    return name if looks_like_person(name) else ""


def _may_be_in_name(word: str) -> bool:
    return word[0].isupper() or word in _INSIDE_NAMES
