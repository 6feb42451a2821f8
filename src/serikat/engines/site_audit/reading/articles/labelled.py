"""Credits that say what each person did: `Penulis: …`, `Editor: …`, and the box in which the name stands first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.date_words import MONTH_NUMBER
from serikat.engines.site_audit.reading.articles.names import (
    Credit,
    Standing,
    clean_name,
    is_person_like,
    may_sign,
    read_credits,
)
from serikat.engines.site_audit.reading.articles.region import PIECE
from serikat.engines.site_audit.reading.queries import select

_WRITER = (
    r"penulis(?:\s+(?:berita|artikel|opini))?|reporter|rep|pewarta|wartawan|jurnalis|laporan(?:\s+(?:wartawan|reporter|kontributor))?|"
    r"kontributor(?:\s+(?-i:[A-Z])[\w.]+)?|(?:tim\s+)?liputan|juru\s?warta|peliput|posted by|diposting oleh|"
    r"ditulis oleh|dilaporkan oleh|diliput oleh|oleh|naskah|teks"
)
_EDITOR = r"editor|ed|penyunting|red|redaktur(?:\s+pelaksana)?|diedit oleh|disunting oleh|edited by|editing by"
# Credits for pictures and sources end a writer's credit and name nobody who wrote.
_OTHER = (
    r"foto|fotografer|photo|photographer|sumber|source|videografer|ilustrasi|infografis|penerjemah|tags?|topik|bild"
)
_FOREIGN = r"written by|words by|reported by|reporting by|text|tekst|texte?|autor(?:in|en)?|author|journalist|door"
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<writer>{_WRITER})|(?P<editor>{_EDITOR})|(?P<foreign>{_FOREIGN})|(?P<other>{_OTHER}))"
    rf"(?:\s*(?:/|&|dan|and)\s*(?:(?P<both>{_WRITER}|{_EDITOR})|{_OTHER}))?\s*{PIECE}?\s*[:：]",
    re.IGNORECASE,
)
# Tried first, because the whole pattern is slow and few lines with a colon hold a credit.
_LAST_WORD = re.compile(r"[^\W\d_]++$")
_LABEL_WORDS = frozenset(
    """penulis berita artikel opini reporter rep pewarta wartawan jurnalis laporan kontributor liputan oleh naskah teks
    juruwarta warta peliput foto editor ed penyunting red redaktur pelaksana by text tekst texte autor autorin autoren
    author journalist door""".split()
)
_LABEL_BEGINNINGS = frozenset(word[:3] for word in _LABEL_WORDS) | {"dit", "dil", "die", "dis", "edi"}
_BARE = re.compile(rf"(?:(?P<writer>{_WRITER})|(?P<editor>{_EDITOR}))", re.IGNORECASE)
_UNLABELLED = re.compile(
    r"^(?:(?:di(?:posting|tulis|unggah|publikasikan|terbitkan|kirim|laporkan) oleh|"
    r"(?:posted|submitted|published|written|reported|words|story) by|eine?\s+[^\W\d_]+\s+von|"
    r"oleh|by|von|par|por|av|af|door|deur|tekst|text)"
    r"|laporan (?:wartawan|reporter|jurnalis|kontributor)\b[^,:]*,)\s+"
    r"(?P<names>.+)$",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(r"(?:oleh|by|von|par|por|av|af|door|deur)\s*:?", re.IGNORECASE)
_BY_BEGINNINGS = frozenset("ol di by vo pa po av af do de te la su pu wr re wo st ei".split())
# What follows a name in the same line: a place, a date, how long it takes to read.
_STOP = re.compile(
    r"\s*(?:[•·|]|\s[-–—]\s|\d|\b(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|published|posted|updated|publi|"
    r"diperbarui|diterbitkan|dipublikasikan|terbit|waktu baca|baca|pada|on|dibaca|tayang|share|bagikan|adv|min read|"
    r"copyright|dari)\b|\bin\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_LONGEST_CREDIT, _LONGEST_LABEL, _LONGEST_LABEL_WORD = 160, 30, 16
_CONNECTORS = (",", "&", "dan", "and", "und", "/", "serta")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Who a page's own credits name. `seen` is the credit as printed; `weak` where its label is no Indonesian one."""

    writers: tuple[Credit, ...] = ()
    editors: tuple[Credit, ...] = ()
    seen: str = ""
    weak: bool = False


def read_labelled(lines: Sequence[str], outlet: tuple[str, ...]) -> Labelled:
    """The credits with a label and a colon in these lines; a label alone in its line labels the next line."""
    texts: dict[str, list[str]] = {"writer": [], "editor": [], "foreign": []}
    seen: list[str] = []
    waiting: tuple[str, ...] = ()
    before = ""
    for line in lines:
        if len(line) > _LONGEST_CREDIT:
            waiting, before = (), ""
            continue
        # In a table the label and ": Name" are cells of their own.
        if line[0] in ":：" and is_bare_label(before):
            line = f"{before} {line}"
        before = line
        found = _labels_in(line) if ":" in line or "：" in line else ()
        if found and line not in seen:
            seen += [line] if any(kinds for kinds, _ in found) else []
        elif waiting:
            _add(texts, waiting, line)
            seen.append(line)
        waiting = ()
        for kinds, value in found:
            waiting = () if value.strip(PIECE + " :") else kinds
            _add(texts, kinds, value)
    return _credited(texts, seen, outlet)


def _credited(texts: dict[str, list[str]], seen: list[str], outlet: tuple[str, ...]) -> Labelled:
    writers = _people(texts["writer"], outlet)
    foreign = () if writers else _people(texts["foreign"], outlet)
    shown = " | ".join(line.replace(PIECE, " ") for line in dict.fromkeys(seen))
    return Labelled(writers or foreign, _people(texts["editor"], outlet), shown[:300], weak=bool(foreign))


def _may_be_labelled(line: str) -> bool:
    for part in line.lower().replace("：", ":").split(":")[:-1]:
        word = _LAST_WORD.search(part.rstrip(" " + PIECE)[-_LONGEST_LABEL_WORD:])
        # `Kontributor Serang: …`
        if (word and word[0] in _LABEL_WORDS) or part.lstrip().startswith("kontributor "):
            return True
    return False


# Credits, clocks and the labels of buttons are the same on many pages of a site.
@lru_cache(maxsize=4096)
def _labels_in(line: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """What each label in the line is for, and the words behind it."""
    found = list(_LABEL.finditer(line)) if _may_be_labelled(line) else []
    # A label deep in a sentence is speech, not a credit.
    if not found or (found[0].start() > 3 and not re.search(r"[|•·\x1f(/-]\s*$", line[: found[0].start()])):
        return ()
    ends = [*(label.start() for label in found[1:]), len(line)]
    return tuple((_kinds(label), line[label.end() : end]) for label, end in zip(found, ends, strict=True))


def _kinds(label: re.Match[str]) -> tuple[str, ...]:
    kinds = [kind for kind in ("writer", "editor", "foreign") if label[kind]]
    both = label["both"]
    if both:
        kinds.append("editor" if re.fullmatch(_EDITOR, both, re.IGNORECASE) else "writer")
    return tuple(dict.fromkeys(kinds))


def _add(texts: dict[str, list[str]], kinds: tuple[str, ...], value: str) -> None:
    name = credit_text(value)
    if name:
        for kind in kinds:
            texts[kind].append(name)


def credit_text(value: str) -> str:
    """The names at the start of a credit, cut where a date, a place or another element follows."""
    kept: list[str] = []
    joined = False
    for piece in value.strip(" :" + PIECE).split(PIECE):
        piece = piece.strip()
        connects = piece.casefold() in _CONNECTORS
        if kept and not joined and not connects and not piece.startswith((",", "&")) and not _halves(kept, piece):
            break
        kept.append(piece)
        joined = connects or piece.endswith((",", "&", " dan", " and"))
    text = " ".join(kept)
    stop = _STOP.search(text)
    shown = (text[: stop.start()] if stop else text).strip(" ,-–—|:.")
    name, _, last = shown.rpartition(" ")
    # `Budi Santoso Mei 2, 2026`: the month goes with the figure.
    is_month = stop is not None and stop[0].strip().isdigit() and last.lower() in MONTH_NUMBER
    return name if is_month else shown


def _halves(kept: list[str], piece: str) -> bool:
    """Given name and family name in elements of their own."""
    return (
        len(kept) == 1
        and all(word.isalpha() and word.istitle() for word in (kept[0], piece))
        and is_person_like(f"{kept[0]} {piece}")
    )


def _people(texts: list[str], outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    found: dict[str, Credit] = {}
    for text in texts:
        for credit in read_credits(text, outlet):
            if credit.standing is Standing.PERSON and len(credit.name.split()) <= 6:
                found.setdefault(credit.name.casefold(), credit)
    return tuple(found.values())


def read_unlabelled(lines: Iterable[str], outlet: tuple[str, ...]) -> tuple[tuple[Credit, ...], str]:
    """Names behind a bare `Oleh` or `By`, in one line or the next, and the line as printed."""
    behind = ""
    for line in lines:
        if not behind and line[:2].lower() not in _BY_BEGINNINGS:
            continue
        text = line.replace(PIECE, " ", 1) if _BY_ALONE.fullmatch(line.partition(PIECE)[0]) else line
        found = _UNLABELLED.match(text)
        names = found["names"] if found else behind and line
        behind = line if _BY_ALONE.fullmatch(line) else ""
        if not names or len(line) > _LONGEST_CREDIT:
            continue
        credits = read_credits(credit_text(names), outlet)
        people = tuple(credit for credit in credits if may_sign(credit))
        if credits:
            return people, line.replace(PIECE, " ")
    return (), ""


def read_credit_box(nodes: Iterable[LexborNode]) -> Labelled:
    """Credits whose label has no colon, `Penulis` in an element of its own; the name stands before it or after it.

    Which of the two is told by the element that holds both: whether it begins with a label.
    """
    writers: dict[str, Credit] = {}
    editors: dict[str, Credit] = {}
    for node in nodes:
        if node.tag == "-text":
            continue
        for element in select(node, "*"):
            text = _own_text(element)
            label = _BARE.fullmatch(text) if is_bare_label(text) else None
            name = _named_by(element, label[0]) if label else None
            if label and name:
                (writers if label["writer"] else editors).setdefault(name.name.casefold(), name)
    # Without a writer beside it, "Editor" under a name is as often that person's job as the part played here.
    if not writers:
        return Labelled()
    both = [*writers.values(), *editors.values()]
    return Labelled(tuple(writers.values()), tuple(editors.values()), ", ".join(credit.name for credit in both))


def read_bare_credits(lines: Iterable[str]) -> Labelled:
    """`Penulis Budi Santoso` without a colon, the name in an element of its own."""
    writers: list[Credit] = []
    editors: list[Credit] = []
    for line in lines:
        before, _, after = line.partition(PIECE)
        label = _BARE.fullmatch(before.strip()) if is_bare_label(before.strip()) else None
        if label is None or PIECE in after or _BY_ALONE.fullmatch(label[0]):
            continue
        name = clean_name(after)
        if is_person_like(name):
            (writers if label["writer"] else editors).append(Credit(name, Standing.PERSON))
    seen = ", ".join(credit.name for credit in (*writers, *editors))
    return Labelled(tuple(writers), tuple(editors), seen) if writers else Labelled()


def is_bare_label(text: str) -> bool:
    """Whether a piece of text is a credit's label and nothing else."""
    return len(text) < _LONGEST_LABEL and text[:3].lower() in _LABEL_BEGINNINGS and _BARE.fullmatch(text) is not None


def read_closing_credits(lines: Sequence[str]) -> Labelled:
    """The same for credits after the text, told line by line: the first label shows on which side its name stands."""
    places = [place for place, line in enumerate(lines) if is_bare_label(line)]
    found: dict[int, Credit] = {}
    for step in (1, -1):
        for place in places:
            name = clean_name(lines[place + step]) if 0 <= place + step < len(lines) else ""
            if not is_person_like(name):
                break
            found[place] = Credit(name, Standing.PERSON)
        else:
            break
        found.clear()
    kinds = {place: _BARE.fullmatch(lines[place]) for place in found}
    writers = tuple(credit for place, credit in found.items() if (label := kinds[place]) and label["writer"])
    editors = tuple(credit for place, credit in found.items() if (label := kinds[place]) and label["editor"])
    return Labelled(writers, editors, ", ".join(credit.name for credit in found.values())) if writers else Labelled()


def _own_text(element: LexborNode) -> str:
    child = element.child
    if child is None or child.tag != "-text" or child.next is not None:
        return ""
    text = child.text_content or ""
    return text.strip() if len(text) < 40 else ""


def _named_by(element: LexborNode, label: str) -> Credit | None:
    above = element.parent
    for _ in range(3):
        if above is None:
            return None
        pieces = [
            piece for piece in (" ".join(part.split()) for part in above.text(separator=PIECE).split(PIECE)) if piece
        ]
        if len(pieces) > 1 and label in pieces:
            place = pieces.index(label) + (1 if is_bare_label(pieces[0]) else -1)
            name = clean_name(pieces[place]) if 0 <= place < len(pieces) else ""
            return Credit(name, Standing.PERSON) if is_person_like(name) else None
        above = above.parent
    return None
