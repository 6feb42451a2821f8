"""Fills the example of a clause with an outlet's own data; what nobody knows stays a gap that can be seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from serikat.engines.judgement.finding import Finding, Outcome

_GAP = re.compile(r"\([^()\n]{2,120}\)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+62|\b0)[\d\s().-]{7,16}\d")
_COMPANY = re.compile(r"\b(?:PT|Yayasan|Koperasi|Perkumpulan)\.?\s+[A-Z][^\n,;|()]{2,80}")
_EDITOR = re.compile(r"(?:Pemimpin Redaksi|Pemred)[^:\n]{0,40}:\s*([^\n,|(]{3,60})", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:^|\n)\s*(?:alamat[^:\n]{0,30}:)?\s*((?:Jl|Jln|Jalan|Kp|Kampung|Dusun|Gedung|Ruko)\b[^\n|]{12,180})",
    re.IGNORECASE,
)
_PLACE_OF_ADDRESS = re.compile(r"Jl\. \(nama jalan\)[^\n]*\(kode pos\)")
_LEGAL_FORM = re.compile(r"^PT\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What is known of an outlet for its own texts; each empty where nobody knows."""

    name: str = ""
    company: str = ""
    address: str = ""
    editor: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    host: str = ""

    def or_else(self, other: OutletFacts) -> OutletFacts:
        """These facts, and the other's where these have none."""
        return OutletFacts(*(getattr(self, each) or getattr(other, each) for each in self.__slots__))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; a gap is for the member to fill, `is_own` was filled from what is known."""

    text: str
    is_gap: bool = False
    is_own: bool = False


_MAIL_GAPS = (
    "email redaksi", "alamat email redaksi", "alamat email", "email pengaduan", "email koreksi", "email privasi",
    "surel", "surel redaksi", "alamat surel",
)  # fmt: skip
_BY_WORDS: dict[str, Callable[[OutletFacts], str]] = {
    "nama media": lambda facts: facts.name,
    "domain media anda": lambda facts: facts.host,
    "domain perusahaan": lambda facts: facts.host,
    "alamat situs": lambda facts: facts.url,
    "alamat lengkap": lambda facts: facts.address,
    "alamat redaksi": lambda facts: facts.address,
    "alamat": lambda facts: facts.address,
    "jalan dan nomor, kelurahan/desa, kecamatan, kabupaten/kota, kode pos": lambda facts: facts.address,
    "nomor whatsapp": lambda facts: facts.phone,
    "kode area dan nomor": lambda facts: facts.phone,
    "redaksi@nama-media": lambda facts: facts.email,
    **dict.fromkeys(_MAIL_GAPS, lambda facts: facts.email),
}
# The same word means different things by what stands before or after it.
_BEFORE: tuple[tuple[re.Pattern[str], frozenset[str], Callable[[OutletFacts], str]], ...] = (
    (re.compile(r"(?:Telepon|WhatsApp):? $"), frozenset({"nomor"}), lambda facts: facts.phone),
    (
        re.compile(r"(?:Pemimpin Redaksi|Penanggung Jawab)(?:/[\w ]+)?: $", re.IGNORECASE),
        frozenset({"nama", "nama lengkap", "nama b"}),
        lambda facts: facts.editor,
    ),
)
_BUSINESS = re.compile(r"(?:Usaha|Perusahaan)[^:\n]*: $", re.IGNORECASE)


def filled(example: str, facts: OutletFacts) -> tuple[Piece, ...]:
    """The example (Indonesian, gaps in brackets) in pieces, with what is known filled in."""
    text = _with_company(example, facts.company)
    if facts.address:
        text = _PLACE_OF_ADDRESS.sub("(alamat lengkap)", text)
    pieces: list[Piece] = []
    at = 0
    for gap in _GAP.finditer(text):
        value = _value(gap[0][1:-1], text[: gap.start()], text[gap.end() :], facts)
        pieces.append(Piece(text[at : gap.start()]))
        pieces.append(Piece(value, is_own=True) if value else Piece(gap[0], is_gap=True))
        at = gap.end()
    pieces.append(Piece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def plain(pieces: Iterable[Piece]) -> str:
    """The text as it is pasted."""
    return "".join(piece.text for piece in pieces)


def facts_seen(findings: Iterable[Finding]) -> OutletFacts:
    """What an audit read on the site, from the words that it quotes for clauses that are met."""
    quoted: dict[str, str] = {}
    for found in findings:
        if found.outcome is Outcome.MET:
            own = (quote.text for quote in found.quotes if not quote.inherited)
            quoted[found.rule] = "\n".join((quoted.get(found.rule, ""), *own))
    return OutletFacts(
        company=_first(_COMPANY, quoted.get("company_name", "")),
        address=_first(_ADDRESS, quoted.get("editorial_address", "")),
        editor=_first(_EDITOR, quoted.get("responsible_person", "") + "\n" + quoted.get("masthead", "")),
        email=_first(_MAIL, quoted.get("contact", "")),
        phone=_first(_PHONE, quoted.get("contact", "")),
    )


def _with_company(text: str, company: str) -> str:
    """The company under its whole name, whatever its legal form; a closing bracket in the name must not open a gap."""
    if not company:
        return text
    safe = company.replace("(", "").replace(")", "")
    is_limited = _LEGAL_FORM.match(safe) is not None
    whole = f"PT {_LEGAL_FORM.sub('', safe)}" if is_limited else safe
    for gap in ("PT (nama perusahaan lengkap sesuai akta)", "PT (nama perusahaan)"):
        text = text.replace(gap, whole)
    return text


def _value(words: str, before: str, after: str, facts: OutletFacts) -> str:
    known = _BY_WORDS.get(words.lower())
    if known is not None:
        return known(facts)
    if words.lower() == "nama" and after.startswith(", Pemimpin Redaksi"):
        return facts.editor
    for place, meant, value in _BEFORE:
        line = before.rpartition("\n")[2]
        if words.lower() in meant and place.search(line) and not _BUSINESS.search(line):
            return value(facts)
    return ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join((found[1] if found.groups() else found[0]).split()).rstrip(" .,") if found else ""
