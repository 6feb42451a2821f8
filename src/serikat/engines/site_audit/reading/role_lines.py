"""One line of a masthead taken apart: the label of a role, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from serikat.engines.site_audit.reading.degrees import is_degrees
from serikat.engines.site_audit.reading.person_names import PICTOGRAPHS, is_titled_name, looks_like_person
from serikat.engines.site_audit.reading.placeholders import is_placeholder_name
from serikat.engines.site_audit.reading.regions import is_region
from serikat.engines.site_audit.reading.roles import LEADING_ROLES, Role, may_name_role, roles_in


class Problem(StrEnum):
    """Why what stands at a role names nobody who answers; empty where it does, `unsure` where only a person can tell.

    `late` is a person who has died.
    """

    NONE = ""
    COMPANY = "company"
    PLACEHOLDER = "placeholder"
    TEAM = "team"
    BRACKETED = "bracketed"
    EMPTY = "empty"
    UNSURE = "unsure"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A label with its roles and the words beside it, which are empty where the label stands alone."""

    label: str
    roles: tuple[Role, ...]
    value: str


_LEADING = re.compile(r"^(?:[^\w\[(]+|\(?\d{1,2}\s*[.)]\s*|[a-z]\s*[.)]\s+(?=[A-Z])|[A-Z]\)\s+(?=[A-Z]))+")
# `A. Pemimpin Redaksi`, while `M. Tarub` begins a name.
_LETTERED = re.compile(r"^[A-Z]\.\s+(?=[A-Z])")
_SEPARATOR = re.compile(r"\s*(?:[:：]|=|;|\s[-–—~|•·>»►→➤👉]+\s|[–—]|\.{3,}|…)\s*")
# One of these stands in every separator; most running text has none, and the whole pattern is slow to say so.
_SIGN = re.compile(r"[:：=;–—~|•·>»►→➤👉…]|-(?<=\s-)|\.{3}")
# `Pemimpin Redaksi : ........`, a form that nobody filled in.
_BLANK = re.compile(r"(?P<label>[^:]{3,90}?)\s*:\s*(?P<dots>[.…_\-–—\s]+)$")
_ITEM_ENDS = (".", "|", "•", ";", "·", "–", "—")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
_NEXT_ITEM = re.compile(r"\s+[|•·]\s+")
_LONGEST_WITHIN = 400
_COLON = re.compile(r"\s*:\s*")
_WORD = re.compile(r"\S+")
_LABEL_WORDS = 4
_LABEL_LENGTH = 90
LONGEST_ROLE_LINE = 600
_LONGEST_UNSEPARATED_LABEL = 6
# What goes on a role, so that `Direktur Utama Budi` is not a director called Utama Budi.
_RANKS = frozenset(("utama", "pelaksana", "eksekutif", "umum", "senior", "junior", "muda", "madya", "foto", "konten"))
_LISTED = re.compile(r"\((?P<label>[^()]{3,60})\)")
_LISTED_BREAK = re.compile(r"[(),;:]")
_LONGEST_LISTED = 60
_IN_PARENTHESES = re.compile(
    r"^(?P<name>[^()]{3,60}?(?:\(Pur[a-z.]*\)[^()]{3,60}?)?)\s*\((?P<label>[^()]{3,60}(?:\([^()]+\))?)\)$"
)
# `PEMIMPIN REDAKSI (JAKA TARUB)`; how somebody holds an office is no name.
_NAME_IN_PARENTHESES = re.compile(
    r"^(?P<label>[^()]{3,60}?)\s*\((?P<name>(?!\s*(?:ad|pj|plt|non|per|on|off)\b)\s*[^\W\d_][^()\d]{2,60}\s[^()\d]{2,60})\)$",
    re.IGNORECASE,
)


def role_lines(line: str, own_names: tuple[str, ...] = ()) -> Iterator[RoleLine]:
    """The roles that a line (or the cells of a table row) labels; none for running text.

    `own_names` are the outlet's own, letters and digits alone: `Penasihat Kabar Kota` is the label `Penasihat` there.
    """
    if len(line) > LONGEST_ROLE_LINE:
        return
    cells = [cell for cell in line.split("\t") if cell.strip(" :=-")]
    if len(cells) > 1:
        yield from _row(cells, own_names)
        return
    cells = line.split(" | ")
    if len(cells) > 2 and ":" not in line:
        yield from _row(cells, own_names)
        return
    listed = _listed(line, own_names)
    if len(listed) > 1:
        yield from listed
        return
    found = _single(line, own_names) or _embedded(line, own_names)
    while found is not None:
        first, found = _split(found, own_names)
        yield first


def _listed(line: str, own_names: tuple[str, ...]) -> list[RoleLine]:
    """`Redaksi: Jaka Tarub (Pemimpin Redaksi), Ani Rekaan (Redaktur)`: persons each with the role in parentheses."""
    pairs = _LISTED.finditer(line) if line.count("(") > 1 else ()
    named = ((_LISTED_BREAK.split(line[: pair.start()])[-1].rstrip(), pair["label"]) for pair in pairs)
    found = [
        RoleLine(_clean(label), _label_roles(label, own_names), name[-_LONGEST_LISTED:].strip())
        for name, label in named
        if looks_like_person(name[-_LONGEST_LISTED:].strip())
    ]
    return [each for each in found if each.roles]


def _split(found: RoleLine, own_names: tuple[str, ...]) -> tuple[RoleLine, RoleLine | None]:
    """`Sutan Malik | Redaktur: Ani` apart: what stands at the first role, and the next role on the same line."""
    for colon in _COLON.finditer(found.value):
        words = list(_WORD.finditer(found.value, 0, colon.start()))
        for first in words[-_LABEL_WORDS:]:
            label = found.value[first.start() : colon.start()]
            roles = _label_roles(label, own_names)
            if roles and not label.startswith("("):
                before = found.value[: first.start()].strip(" |,;/•·-–—")
                rest = RoleLine(_clean(label), roles, found.value[colon.end() :].strip())
                return RoleLine(found.label, found.roles, before), rest
    return found, None


def _embedded(line: str, own_names: tuple[str, ...]) -> RoleLine | None:
    """`… Kota Serang. Pemimpin Redaksi: Jaka Tarub`: a label that begins a sentence or an item inside a line."""
    if ":" not in line or len(line) > _LONGEST_WITHIN:
        return None
    before, found = _split(RoleLine("", (), line), own_names)
    begins = before.value == "" or line[: line.find(found.label) if found else 0].rstrip()[-1:] in _ITEM_ENDS
    if found is None or not begins:
        return None
    value = _NEXT_ITEM.split(_SENTENCE_END.split(found.value, maxsplit=1)[0], maxsplit=1)[0]
    return RoleLine(found.label, found.roles, value) if looks_like_person(value) else None


def _row(cells: list[str], own_names: tuple[str, ...]) -> Iterator[RoleLine]:
    """Cells of one row: labels each followed by their values, or a name followed by its label."""
    labelled = [_label_roles(cell, own_names) for cell in cells]
    if not any(labelled):
        return
    if labelled[-1] and not any(labelled[:-1]):
        # `1 | Jaka Tarub | Pemimpin Redaksi`, as lists of staff are printed.
        name = next((cell for cell in reversed(cells[:-1]) if looks_like_person(cell, under_label=True)), cells[-2])
        yield RoleLine(_clean(cells[-1]), labelled[-1], name.strip())
        return
    at = next(place for place, roles in enumerate(labelled) if roles)
    if _is_person_before(cells, at) and sum(map(bool, labelled)) == 1:
        yield RoleLine(_clean(cells[at]), labelled[at], cells[at - 1].strip())
        return
    position = 0
    while position < len(cells):
        if labelled[position]:
            end = position + 1
            while end < len(cells) and not labelled[end]:
                end += 1
            values = [cell.strip(" :") for cell in cells[position + 1 : end]]
            yield RoleLine(_clean(cells[position]), labelled[position], ", ".join(values))
            position = end
        else:
            position += 1


def _is_person_before(cells: list[str], at: int) -> bool:
    """`Jaka Tarub | Pemimpin Redaksi | 0812…`: the name before the label, and none after it."""
    after = any(looks_like_person(cell, under_label=True) for cell in cells[at + 1 :])
    return at > 0 and not after and looks_like_person(cells[at - 1], under_label=True)


def _single(line: str, own_names: tuple[str, ...]) -> RoleLine | None:
    bare = _without_leading(line).strip()
    lettered = _LETTERED.match(bare)
    return _labelled(bare, own_names) or (_labelled(bare[lettered.end() :], own_names) if lettered else None)


def _labelled(bare: str, own_names: tuple[str, ...]) -> RoleLine | None:
    blank = _BLANK.match(bare) if ":" in bare else None
    if blank is not None and (roles := _label_roles(blank["label"], own_names)):
        return RoleLine(_clean(blank["label"]), roles, blank["dots"])
    named = _NAME_IN_PARENTHESES.match(bare) if bare.endswith(")") else None
    if named is not None and _is_person(named["name"]) and (roles := _label_roles(named["label"], own_names)):
        return RoleLine(_clean(named["label"]), roles, named["name"].strip())
    whole = _label_roles(bare, own_names)
    for separator in _separators(bare[: _LABEL_LENGTH + 4]):
        left, right = bare[: separator.start()], bare[separator.end() :].strip(" :")
        roles = _label_roles(left, own_names)
        # `Redaktur - Ani Rekaan` reads as a role with its field as well.
        if roles and (not whole or _is_person(right)):
            return RoleLine(_clean(left), roles, right)
    return RoleLine(_clean(bare), whole, "") if whole else _name_first(bare, own_names)


def _is_person(words: str) -> bool:
    return looks_like_person(words) or is_titled_name(words)


def _name_first(bare: str, own_names: tuple[str, ...]) -> RoleLine | None:
    """`Nama — Jabatan`, `Nama (Jabatan)`, `Nama, Jabatan`: the name must be one, for prose reads so too."""
    found = _IN_PARENTHESES.match(bare) if bare.endswith(")") else None
    pairs = [(found["name"], found["label"])] if found is not None else []
    pairs += [(bare[: cut.start()], bare[cut.end() :]) for cut in _separators(bare, len(bare) - _LABEL_LENGTH - 4)]
    head, comma, tail = bare.rpartition(",")
    if comma:
        pairs.append((head, tail))
    for name, label in pairs:
        is_named = len(label) <= _LABEL_LENGTH and _is_person(name)
        if is_named and (roles := _label_roles(label, own_names)):
            return RoleLine(_clean(label), roles, name.strip())
    return None


def _separators(words: str, begin: int = 0) -> Iterator[re.Match[str]]:
    return _SEPARATOR.finditer(words, begin) if _SIGN.search(words, begin) else iter(())


def _without_leading(line: str) -> str:
    """The line without the number or bullet that it begins with."""
    leading = _LEADING.match(line)
    return line[leading.end() :] if leading else line


def unseparated(line: str, is_element: Callable[[str], bool]) -> RoleLine | None:
    """`Pemimpin Redaksi Budi Santoso`, with nothing between: only where the page is a masthead for other reasons.

    `is_element` tells whether words have an element of their own: then a name of one word is one too.
    """
    words = _without_leading(line).split()
    longest = min(_LONGEST_UNSEPARATED_LABEL, len(words) - 1)
    cuts = [cut for cut in range(1, longest + 1) if _may_part(words, cut)]
    found = [(cut, roles) for cut in cuts if (roles := roles_in(" ".join(words[:cut]))) and Role.OTHER not in roles]
    # The whole of a leading role (`Editor in Chief`) before a part of it that is a lesser one (`Editor`).
    leading = [each for each in found if each[1][0] in LEADING_ROLES]
    for cut, roles in (*reversed(leading), *(each for each in found if each not in leading)):
        label, name = " ".join(words[:cut]), " ".join(words[cut:])
        if _is_person(name) or is_element(label):
            return RoleLine(label, roles, name)
    return None


def _may_part(words: list[str], cut: int) -> bool:
    """Whether a label may end before that word, for what follows are names."""
    rest = words[cut:]
    if words[cut - 1][-1] in "/&-:" or rest[0].lower() in _RANKS or not may_name_role(" ".join(words[:cut])):
        return False
    if any(map(is_region, rest)):
        return False
    return bool(names_in(" ".join(rest))) or _is_person(" ".join(rest))


def _label_roles(words: str, own_names: tuple[str, ...]) -> tuple[Role, ...]:
    if len(words) > _LABEL_LENGTH:
        return ()
    if _squashed(words).endswith(own_names):
        split = words.split()
        for cut in range(1, len(split)):
            if split[cut - 1][-1].isalpha() and _squashed("".join(split[cut:])) in own_names:
                return roles_in(" ".join(split[:cut]))
    return roles_in(words)


def _clean(label: str) -> str:
    return _without_leading(label).strip(" :=-–—")


_COMPANY = re.compile(
    r"^\W*(?:PT|P\.T|CV|UD|Yayasan|Koperasi|Perkumpulan|Perseroan|Firma)\b|\b(?:Tbk|Ltd|Inc)\b\.?$|\bPT\.?\s+[A-Z]",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:tim|team|redaksi|crew|kru|kontributor|komunitas|seluruh|semua|segenap|para|staf+|media|group|grup|wartawan"
    r"|jurnalis|pengurus|dewan|mahasiswa|relawan|admin)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\W_]*|belum\s+(?:ada|tersedia|diisi)|kosong|vacant|lowong", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[,;/•·|\n\t&]|\b(?:[dD][aA][nN]|[aA][nN][dD])\b|\s[+-]\s|(?<=[^\d.])\s(?=\d{1,2}[.)]\s*[A-Z])"
    r"|^\d{1,2}[.)]\s*)\s*"
)
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"^\W*\d{1,2}\s*[.)]\s*")
_PLACE_BEFORE = re.compile(
    r"^(?:(?:kota|kab(?:upaten)?|biro|wilayah|prov(?:insi)?)\b\.?\s+)?([^:–—]{3,30})\s*[:–—]\s*(.+)$", re.IGNORECASE
)
# `[Wartawan Utama]` after a name remarks on it; brackets alone are a place that nobody filled in.
_REMARK = re.compile(r"\([^)]*\)|(?<=\w)\s+(?:\[[^\]]*\]|[\w.+-]+@[\w.-]+)")
# A card number, as journalists print that of their competence test.
_NUMBER_AFTER = re.compile(
    r"\s+(?:No(?:mor)?\b\.?\s*:?\s*|UKW\s*:?\s*)?\d{2,}[-/][\w/-]+.*$|\s+No(?:mor)?\b\.?\s*:\s*\S+.*$"
    r"|\s+(?:HP|WA|Telp|Tlp|Telepon|WhatsApp|Ponsel)\b[\s.:]*[+\d(][\d\s().+-]{6,}.*$|\s+alias\s+.*$",
    re.IGNORECASE,
)
_LONGEST_INITIAL = 3
_SHORT_PHRASE = 5


def names_in(value: str) -> tuple[str, ...]:
    """The people named in what stands at a role, titles and degrees as written: `Siti, S.H., M.H., Budi` is two."""
    return _pieces_and_names(value)[1]


def pieces_of(value: str) -> tuple[str, ...]:
    """The value cut between people: a comma before a degree cuts nothing, remarks in parentheses are left out."""
    return _pieces_and_names(value)[0]


@lru_cache(maxsize=1024)
def _pieces_and_names(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pieces = _pieces(value)
    people = (piece for piece in pieces if looks_like_person(piece, under_label=True))
    bare = (PICTOGRAPHS.sub("", " ".join(piece.split())) for piece in people)
    return pieces, tuple(_without_stop(piece.strip(" ,;:-–—•*")) for piece in bare)


def _without_stop(name: str) -> str:
    """The name without the full stop of its sentence; `S.H.` keeps the one that is its own."""
    last = name.rpartition(" ")[2]
    is_own = last.count(".") != 1 or len(last) <= _LONGEST_INITIAL or is_degrees(last)
    return name if is_own else name.rstrip(".")


def problem_of(value: str, own_names: tuple[str, ...] = ()) -> Problem | None:
    """What stands at a role when it is no name; NONE where it names people, None where it is running text."""
    if _NOTHING.fullmatch(value.strip()):
        return Problem.EMPTY
    if "[" in value and not names_in(_IN_BRACKETS.sub(" ", value)):
        return Problem.BRACKETED
    if is_placeholder_name(value):
        return Problem.PLACEHOLDER
    if _COMPANY.search(value):
        return Problem.COMPANY
    if _squashed(value) in own_names:
        return Problem.TEAM
    if names_in(value):
        return Problem.NONE
    if _TEAM.search(value) and len(value) <= _LABEL_LENGTH and not _is_prose(value):
        return Problem.TEAM
    return None


def _is_prose(value: str) -> bool:
    words = value.split()
    return len(words) > _SHORT_PHRASE and sum(1 for word in words if word[:1].islower()) * 2 > len(words)


def _pieces(value: str) -> tuple[str, ...]:
    pieces: list[str] = []
    for piece in _BETWEEN.split(_NUMBER_AFTER.sub("", _REMARK.sub(" ", value))):
        piece = _after_place(_NUMBER.sub("", piece).strip())
        if piece and pieces and is_degrees(piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def _after_place(piece: str) -> str:
    """`Serang: Budi Santoso` without the place."""
    found = _PLACE_BEFORE.match(piece)
    return found.group(2) if found and is_region(found.group(1)) else piece


def _squashed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower())
