"""Author strings taken apart: who is a person, who an agency, the outlet itself, or nobody at all."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum


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


_PLACEHOLDERS = frozenset(
    "admin administrator superadmin developer author authors penulis reporter editor redaktur wartawan user guest unknown "
    "anonymous anonim none null undefined nan webmaster root test operator kontributor contributor name nama your "
    "username demo here lorem ipsum posted default tba staff pengguna tamu journalist jurnalis super system sistem "
    "by oleh the site web website no not available anda disini di sini".split()
)
# "Admin Kabar Contoh" is the account of a site's content system, whatever follows.
_ACCOUNTS = frozenset(("admin", "administrator", "superadmin", "webmaster", "operator"))
_STOCK_NAMES = frozenset(("john doe", "jane doe", "fulan", "si fulan", "lorem ipsum", "nama lengkap", "nama anda"))
_HOUSE_WORDS = frozenset(
    "redaksi redaktion redaction redaccion redacción rédaction redazione redacao redação redacție redactie redaktionen "
    "redaksjonen onlineredaktion bildredaktion newsroom newsdesk desk team tim staff editorial editors developer cyber "
    "multimedia company webdesk".split()
)
_AGENCY_WORDS = frozenset(
    "press agentur presseagentur agency agence agencia agenzia agência nieuwsdienst news media tv radio pictures images "
    "newswire wire bureau correspondents reporters agencies agenturen agencias".split()
)
_AGENCIES = frozenset(
    "ap afp reuters dpa apa sda ats anp belga ntb tt ritzau efe ansa xinhua bernama antara pti tass kna epd aap cp pa "
    "upi afx lusa stt bloomberg cnn bbc ani ians sapa keystone-sda ansa-afp dpa-afx".split()
)
_BY = re.compile(
    r"^(?:written by|words by|story by|posted by|reported by|reporting by|by|ditulis oleh|dilaporkan oleh|oleh|penulis|"
    r"reporter|pewarta|laporan|wartawan|jurnalis|kontributor|author|autor(?:in|en)?|auteur|von|par|por|av|af|door|tekst|"
    r"text|teks)\s*(?:[:\u2236]\s*|\s+(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[,;|•·\n\x1f/]\s*|\s+(?:and|und|dan|serta|&|with|bersama)\s+|\s*&amp;\s*|\s+[-–—]\s+", re.IGNORECASE
)
# Short words that also stand inside names: they part two names only where both are whole.
_SOFT_SPLIT = re.compile(r"\s+(?:et|y|e|og|och|en|i)\s+")
# The second half of Indonesian degrees: without it, "M. Nuh" and "S. Hadi" would pass for degrees.
_FIELDS = (
    "H|E|T|P|Si|Sos|Pd|Kom|Ag|Hum|Psi|Sn|Ds|Farm|Kes|Kep|Gz|Ked|KM|Tr|Md|Th|Fil|AP|IP|Pt|Or|Ak|Akt|Ec|Eng|Sc|M|A|Kn|Hut|Adm|"
    "Ars|Stat|Mat|Sy|Ikom|Pem|St|Par|Cs"
)
_DEGREE = re.compile(
    rf"(?:[SMA]\.?\s?(?:[IPEHT]\.?\s?)?(?:{_FIELDS})\.?(?:\s?[IK]\.?)?|Ph\.?\s?D|M\.?B\.?A|LL\.?\s?M|Lc|MSc|BA|Jr|Sr|Dipl\.\S+)\.?",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|sdr|sdri|bpk|ibu|pak)\.?\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:journalist|jurnalis|reporter|editor|editors|writer|correspondent|korrespondent|koresponden|columnist|"
    r"redakteur(?:in)?|redaktor(?:in)?|redacteur|redaktur|producer|contributor|kontributor|kommentator|wartawan|"
    r"photographer|fotografer|fotograf|bureau chief|publisher|host|anchor|intern|analyst|critic|fellow|magang|"
    r"director|manager|chief|head|specialist|presenter|kolumnist(?:in)?|bureauleider|journaliste|periodista|"
    r"giornalista|reporterin|autorin|autor|strategist|advisor|professor|dosen|mahasiswa)\b",
    re.IGNORECASE,
)
_TRAILING_ROLE = re.compile(
    r"\s+(?:(?:senior|staff|chief|junior|political|sports?|business|health|crime|freelance|special|foreign|national|"
    r"investigative|digital|multimedia|general)\s+)*(?:staff\s+)?(?:journalist|reporter|writer|correspondent|columnist|"
    r"editor|contributor|producer)s?$",
    re.IGNORECASE,
)
# Buttons and headings of two capitalised words that stand where names stand.
_ON_BUTTONS = frozenset(
    "lihat baca juga foto share bagikan follow ikuti komentar komentari berita read more subscribe sign copy link terkait "
    "terbaru terpopuler populer simpan salin tambahkan google print artikel article author penulis view all posts posted "
    "loading advertisement iklan gambar image photo video menit minutes lainnya selengkapnya home beranda".split()
)
_NOT_IN_NAMES = re.compile(
    r"https?:|www\.|@|\d{3,}|[<>{}=_\[\]?!]|\.(?:com|co|net|org|id|tv|ch|at|be|no|de)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@)\S*", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PLAIN = re.compile(r"[^\W_]+")
_LONGEST_NAME, _MOST_WORDS = 60, 6


def read_credits(text: str, outlet: Iterable[str] = ()) -> tuple[Credit, ...]:
    """The names in an author string in order, each once; `outlet` are the names by which the site calls itself."""
    own = tuple(outlet)
    found: dict[str, Credit] = {}
    for piece in split_names(text):
        name = clean_name(piece)
        if name and name.casefold() not in found:
            found[name.casefold()] = Credit(name, standing(name, own))
    return tuple(found.values())


def split_names(text: str) -> Iterator[str]:
    """The names of a joint byline; academic degrees behind a comma belong to the name before them and fall away."""
    for piece in _SPLIT.split(_ADDRESS.sub(" ", html.unescape(text))):
        piece = piece.strip(" .:*-–—\u2011")
        if not piece or _DEGREE.fullmatch(piece):
            continue
        parts = _SOFT_SPLIT.split(piece)
        if len(parts) > 1 and all(len(part.split()) > 1 for part in parts):
            yield from parts
        else:
            yield piece


def clean_name(text: str) -> str:
    """The bare name in a piece of a byline, or an empty string: no role, agency, date, address or title with it."""
    name = " ".join(_PARENTHESIS.sub("", html.unescape(text)).split())
    name = _BY.sub("", name)
    if len(name.split()) > 2:
        name = _BY.sub("", name)
    name = _HONORIFIC.sub("", name).strip(" ,.:;-–—*|()[]\u200b")
    shorter = _TRAILING_ROLE.sub("", name)
    if len(shorter.split()) > 1:
        name = shorter
    if re.search(r"https?:|www\.|@|[<>{}=]", name) or not re.search(r"[^\W\d_]{2}", name):
        return ""
    return name if len(name) <= _LONGEST_NAME else ""


def standing(name: str, outlet: tuple[str, ...] = ()) -> Standing:
    """Whose name this is, told by its words alone."""
    words = [word.casefold() for word in _PLAIN.findall(name)]
    if not words or name.casefold() in _STOCK_NAMES or all(word in _PLACEHOLDERS for word in words):
        return Standing.NOBODY
    if words[0] in _ACCOUNTS:
        return Standing.NOBODY
    if _is_outlet(words, outlet):
        return Standing.OUTLET
    if any(word in _HOUSE_WORDS or word.endswith(("redaktion", "redaksi")) for word in words):
        return Standing.OUTLET
    if _is_agency(name, words):
        return Standing.AGENCY
    if _NOT_IN_NAMES.search(name):
        return Standing.OUTLET
    if len(words) > _MOST_WORDS + 2 or (len(words) == 1 and _ROLE.fullmatch(name)):
        return Standing.NOBODY
    if len(words) > 1 and (_ROLE.fullmatch(words[-1]) or _ROLE.fullmatch(words[0])):
        return Standing.NOBODY
    return Standing.PERSON


def is_person_like(text: str) -> bool:
    """Whether words could be a person's name in print: two to six, each with a capital but for particles."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or _NOT_IN_NAMES.search(text) or re.search(r"[\d:;,()\"“”/]", text):
        return False
    if any(word.casefold() in _ON_BUTTONS for word in words):
        return False
    capitals = [word for word in words if word[0].isupper() or not word[0].isalpha()]
    particles = {
        "bin",
        "binti",
        "van",
        "von",
        "de",
        "der",
        "den",
        "la",
        "di",
        "da",
        "dos",
        "el",
        "al",
        "ten",
        "zu",
        "le",
    }
    others = [
        word for word in words if not (word[0].isupper() or not word[0].isalpha()) and word.lower() not in particles
    ]
    return len(capitals) >= 2 and not others and standing(text) is Standing.PERSON


def _is_agency(name: str, words: list[str]) -> bool:
    """Short names of agencies are also people's (Ani, Tass): within a longer name only capitals tell them apart."""
    if any(word in _AGENCY_WORDS for word in words):
        return True
    if len(words) == 1:
        return words[0] in _AGENCIES and (name.isupper() or words[0] not in ("ani", "ap", "pa", "tass", "antara"))
    capitals = {word.casefold() for word in _PLAIN.findall(name) if word.isupper()}
    return not name.isupper() and bool(capitals & _AGENCIES) or "reuters" in words or "afp" in words


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
