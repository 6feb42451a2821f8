"""The postal addresses on a page: where one is said to be, what it names, and whether one could find the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from serikat.engines.site_audit.reading.address_parts import PART_LABEL, AddressParts, Strength, has_part, parse_address
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.placeholders import placeholder_in
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.regions import Region, is_region, tail_province, tail_regencies


class AddressPlace(StrEnum):
    """Where an address stands: under a label that says whose it is, in the footer, in structured data.

    A loose one, a bare `Alamat:` included, may be anybody's: a shop's, an event's.
    """

    LABELLED = "labelled"
    FOOTER = "footer"
    ADDRESS_ELEMENT = "address_element"
    STRUCTURED = "structured"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address as seen: `text` holds the lines (structured data joins its fields by commas), `label` announces it."""

    text: str
    label: str
    place: AddressPlace
    parts: AddressParts

    @property
    def strength(self) -> Strength:
        """Whether one could find the place."""
        return self.parts.strength

    @property
    def regency(self) -> Region | None:
        """The regency or city named; the first of two where a regency and a city share the name."""
        return self.parts.regencies[0] if self.parts.regencies else None

    @property
    def is_placeholder(self) -> bool:
        """Whether a template left the address behind: `Jl. Contoh No. 1`, `[Alamat Kantor]`."""
        return bool(placeholder_in(self.text))

    @property
    def speaks_for_site(self) -> bool:
        """Whether its place on the page makes it the outlet's own; a loose one counts on identity pages alone."""
        return self.place is not AddressPlace.LOOSE


# Plain words that an address or its label needs one of.
_HINTS = (
    *"""alamat address kantor sekretariat office domisili lokasi 📍 🏢 jl jalan gedung ruko kp kampung perum dusun komp
    graha menara wisma lingkungan gang gg. plaza apartemen""".split(),
    "gg ",
)
_OF = (
    r"(?:redaksi|kantor|perusahaan|lengkap|kami|pusat|sekretariat|surat|usaha|biro|resmi|tata\s+usaha|penerbit|media"
    r"|utama|pos|iklan|bisnis)"
)
_JOIN = r"(?:\s*(?:&|/|dan|,)?\s*)"
_LABEL = re.compile(
    rf"^[\W_]*(?P<label>(?:alamat(?:{_JOIN}{_OF})*|kantor(?:{_JOIN}{_OF})*|sekretariat(?:\s+redaksi)?|head\s*office|main\s+office"
    rf"|(?:our\s+|office\s+|mailing\s+)?address|(?:our\s+)?office|domisili|lokasi\s+(?:kantor|redaksi|kami)"
    r"|(?:redaksi|studio|pusat)(?=\s*:\s*(?:Jl|Jln|Jalan|Gedung|Ruko|Kp|Perum)\b)))"
    r"(?:\s*(?:[:;=–-]|\t)\s*|\s*$|\s+(?=(?:Jl|Jln|Jalan|Gedung|Ruko|Kp|Perum|Komplek)\b))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_POSTAL = re.compile(r"alamat\s+(?:e-?mail|surel|ip|web|situs|url|anda|pos-?el)", re.IGNORECASE)
# What may stand empty and be worth saying so; a bare `Alamat` may be a field of a form.
_CLAIMS = re.compile(r"(?!\W*lokasi).*(?:redaksi|kantor|perusahaan|kami|sekretariat|lengkap|office|:)", re.IGNORECASE)
_WHOSE = re.compile(
    r"redaksi|kantor|perusahaan|kami|sekretariat|office|usaha|penerbit|media|our|domisili", re.IGNORECASE
)
_SHAPED = re.compile(
    r"^[\W_]*(?:(?:redaksi|studio|kantor|pusat|biro|office)[^:]{0,40}:\s*)?"
    r"(?:Jl|Jln|Jalan|JALAN|JL|JLN|Kp|KP|Kampung|Dusun|Perum|Perumahan|Gedung|GEDUNG|Ruko|RUKO|Kompleks?|Komp|Graha|Menara|Wisma|Lingkungan"
    r"|Gg|Gang|Plaza|Apartemen)\b"
)
_INSIDE = re.compile(r"\bJ(?:ln?|LN?|alan)\b\.?\s+[A-Z0-9]")
_CONTACT = re.compile(
    r"[\s,;|(./-]*(?:\b(?:telp|telepon|tlpn?|tel|phone|no\.?\s*(?:hp|telp|wa)|hp|wa|whatsapp|fax|faks|faksimile|e-?mail|surel|hotline|hubungi"
    r"|kontak|contact|cp|website|webs?ite|situs|npwp|nib|call|mobile)\b|www\.|https?:|☎|📞|✉|📧|(?<!\S)\S+@\S+|\+62|(?<!\d)0\d{2,3}[-.\s]\d{4,}|\(0\d{2,3}\)"
    r"|(?<!\d)08\d{6,}).*$",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_LABEL = re.compile(
    r"^[\W_]*[A-Z][\w\s&/]{2,30}:\s*|^[\W_]*(?:kontak|jam|redaksi|ikuti|hubungi|tentang|copyright|hak\s+cipta|©)\b",
    re.IGNORECASE,
)
_LABEL_WITHIN = re.compile(
    r"\b(?P<label>(?:alamat|kantor)(?:\s+(?:redaksi|kantor|pusat|lengkap))?)\s*:\s*(?=\w)", re.IGNORECASE
)
# The next label is of one word or of two; only one of the two leaves the town whole.
_LABELS_AFTER = (re.compile(r"\s[A-Z][a-z]+\s*:"), re.compile(r"\s[A-Z][a-z]+\s[A-Z]\w+\s*:"))
_LONGEST, _LONGEST_MASTHEAD = 260, 2000
_MOST_LINES = 6
_PIECE_WORDS = 5
# Where complaints about the outlet go.
_ANOTHERS = re.compile(r"\bdewan\s+pers\b", re.IGNORECASE)
_TRADE = re.compile(r"\bIndonesia\b", re.IGNORECASE)


def read_addresses(page: Page) -> tuple[PostalAddress, ...]:
    """The addresses of a page in its order, structured data last; a heading without an address gives an empty one.

    Not for article pages: where news happened is no outlet's address.
    """
    found: list[PostalAddress] = []
    hinted = page.lines_with(_HINTS)
    if hinted:
        taken: set[int] = set()
        zones = _Zones(page)
        found.extend(_labelled(page.lines, hinted, taken, zones))
        found.extend(_shaped(page.lines, hinted, taken, zones))
        found.extend(_within(page.lines, hinted, taken))
    found.extend(_structured(page.structure.json_ld))
    return tuple(dict.fromkeys(address for address in found if not _ANOTHERS.search(address.text)))


def strongest(addresses: Sequence[PostalAddress]) -> PostalAddress | None:
    """The address that says most, the first of equals."""
    order = (Strength.COMPLETE, Strength.PARTIAL, Strength.TOWN_ONLY, Strength.EMPTY)
    return min(addresses, key=lambda address: order.index(address.strength), default=None)


def _labelled(lines: Sequence[str], hinted: Sequence[int], taken: set[int], zones: _Zones) -> Iterator[PostalAddress]:
    for at in hinted:
        line = lines[at]
        label = _LABEL.match(line) if at not in taken and len(line) <= _LONGEST else None
        if label is None or _NOT_POSTAL.search(line):
            continue
        block = _block(lines, at, _before_contact(label["rest"]))
        taken.update(range(at, at + len(block)))
        parts = parse_address("\n".join(block).strip("\n"))
        if parts.strength is Strength.EMPTY and not _CLAIMS.match(line[: label.end("label") + 2]):
            continue
        text = "\n".join(_seen(lines[at : at + max(len(block), 1)]))
        place = AddressPlace.LABELLED if _WHOSE.search(label["label"]) else zones.place(line)
        yield PostalAddress(text, label["label"].strip(), place, parts)


def _within(lines: Sequence[str], hinted: Sequence[int], taken: set[int]) -> Iterator[PostalAddress]:
    """A labelled address in a masthead that is one long line; the quote is the address alone."""
    for at in hinted:
        line = lines[at]
        found = _LABEL_WITHIN.search(line) if at not in taken and len(line) <= _LONGEST_MASTHEAD else None
        if found is None:
            continue
        rest = _before_contact(line[found.end() : found.end() + _LONGEST])
        for label_after in _LABELS_AFTER:
            words = label_after.split(rest, maxsplit=1)[0].strip(" ,;.")
            parts = parse_address(words)
            if parts.strength is Strength.COMPLETE:
                taken.add(at)
                text = line[found.start() : found.end()] + words
                yield PostalAddress(text, found["label"], AddressPlace.LABELLED, parts)
                break


def _block(lines: Sequence[str], at: int, rest: str) -> list[str]:
    """What stands beside a label and on the lines below it, while these go on with an address."""
    block = [rest]
    names = 0
    for line in lines[at + 1 : at + _MOST_LINES]:
        bare = _before_contact(line)
        if not bare or len(line) > _LONGEST or _LABEL.match(line) or _ends_block(line):
            break
        if _OTHER_LABEL.match(line) and _INSIDE.search(line) and any(_INSIDE.search(kept) for kept in block):
            break  # a bureau's address below the office's
        if not _goes_on(bare):
            # The outlet's name or a building may come before the street, once or twice and before anything else.
            names += 1
            if names > 2 or any(_goes_on(kept) for kept in block):
                break
        block.append(bare)
        if _CONTACT.search(line):
            break
    while len(block) > 1 and not _goes_on(block[-1]) and any(_goes_on(kept) for kept in block):
        block.pop()
    if not any(_goes_on(kept) for kept in block):
        return block[:2]
    return block


def _ends_block(line: str) -> bool:
    is_part = _SHAPED.match(line) or PART_LABEL.match(line) or has_part(line)
    return bool(_OTHER_LABEL.match(line)) and not is_part


def _goes_on(line: str) -> bool:
    """Whether a line is part of an address: it names a part of one, or is a town or province and little else."""
    if not line:
        return False
    if has_part(line) or PART_LABEL.match(line):
        return True
    pieces = [piece.strip(" .") for piece in re.split(r"[,\-–\t]", _TRADE.sub("", line)) if piece.strip(" .")]
    if not pieces:
        return bool(line.strip())
    words = pieces[-1].split()
    return is_region(pieces[-1]) or (len(pieces) > 1 and bool(tail_regencies(words) or tail_province(words)))


def _before_contact(line: str) -> str:
    """The line up to a telephone number or e-mail address; its own commas stay, for quoting."""
    cut = _CONTACT.search(line)
    return (line[: cut.start()] if cut else line).strip(" \t;|")


def _seen(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        cut = _before_contact(line)
        yield cut if cut and line.startswith(cut) else line


def _shaped(lines: Sequence[str], hinted: Sequence[int], taken: set[int], zones: _Zones) -> Iterator[PostalAddress]:
    """Lines that are addresses by their form alone, with what goes on below them."""
    for at in hinted:
        line = lines[at]
        if (
            at in taken
            or len(line) > _LONGEST
            or not (_SHAPED.match(line) or _INSIDE.search(line) or line[:1] in "📍🏢")
        ):
            continue
        start = _building_above(lines, at, taken)
        block = [*lines[start:at], *_block(lines, at, _before_contact(line))]
        parts = parse_address("\n".join(block))
        if not _is_address(line, parts) or zones.is_others(line):
            continue
        taken.update(range(start, start + len(block)))
        text = "\n".join(_seen(lines[start : start + len(block)]))
        yield PostalAddress(text, "", zones.place(line), parts)


def _building_above(lines: Sequence[str], at: int, taken: set[int]) -> int:
    above = lines[at - 1] if at > 0 and at - 1 not in taken else ""
    if 0 < len(above) <= 80 and re.match(r"^\W*(?:Gedung|Ruko|Graha|Menara|Wisma|Kompleks?|Perum)\b", above):
        return at - 1
    return at


def _is_address(line: str, parts: AddressParts) -> bool:
    """Whether a line is an address without being told: headlines speak of roads and villages too."""
    if line[:1] in "📍🏢":
        return parts.strength is not Strength.EMPTY
    exact = bool(parts.number or parts.kilometre or parts.rt_rw or parts.postcode or parts.kecamatan)
    if _SHAPED.match(line):
        abbreviated = bool(re.match(r"^\W*(?:Jln?|JLN?|Kp)\b", line))
        return exact or (abbreviated and bool(parts.street) and parts.has_town and len(line) < 120)
    if exact:
        return parts.strength is Strength.COMPLETE and len(line) < 200
    return parts.has_town and _enumerates(line)


def _enumerates(line: str) -> bool:
    """`Kampus Contoh, Jalan Melati, Serang`: short pieces, a street among them and a town at the end."""
    pieces = [piece.strip(" .") for piece in line.split(",")]
    is_short = len(pieces) > 2 and all(0 < len(piece.split()) <= _PIECE_WORDS for piece in pieces)
    return is_short and any(_INSIDE.match(piece) for piece in pieces) and is_region(pieces[-1])


class _Zones:
    """The footers and address elements of a page, to tell where a line stands; read when first asked."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _words(self) -> dict[AddressPlace, str]:
        queries = {
            AddressPlace.ADDRESS_ELEMENT: "address,[itemprop=address],[itemtype*=PostalAddress]",
            AddressPlace.FOOTER: "footer,[class*=footer],[id*=footer]",
        }
        tree = self._page.tree
        return {
            place: _squashed("".join(node.text() for node in select(tree, query))) for place, query in queries.items()
        }

    @cached_property
    def _asides(self) -> str:
        return _squashed("".join(node.text() for node in select(self._page.tree, "aside")))

    def is_others(self, line: str) -> bool:
        """Whether a line speaks of a place in the news: a headline that links on, or running text at the margin."""
        if any(line == link.text for link in self._page.structure.links if len(link.raw_text) >= len(line)):
            return not _WHOSE.search(line)
        return not _SHAPED.match(line) and _squashed(line) in self._asides

    def place(self, line: str) -> AddressPlace:
        """The zone that holds the line, loose where none does."""
        squashed = _squashed(line)
        return next((place for place, words in self._words.items() if squashed in words), AddressPlace.LOOSE)


def _squashed(words: str) -> str:
    return "".join(words.split())


_BODIES = frozenset((
    "Organization",
    "NewsMediaOrganization",
    "Corporation",
    "LocalBusiness",
    "NewspaperPublisher",
    "WebSite",
))
_FIELDS = ("streetAddress", "addressLocality", "addressRegion", "postalCode")


def _structured(things: Sequence[dict[str, Any]]) -> Iterator[PostalAddress]:
    """The address that structured data gives for the publisher; an event's or a place's is not the outlet's."""
    for thing in things:
        types = thing.get("@type")
        if not _BODIES.intersection([types] if isinstance(types, str) else types if isinstance(types, list) else ()):
            continue
        declared = thing.get("address")
        for address in declared if isinstance(declared, list) else [declared]:
            text = _declared(address)
            if text:
                yield PostalAddress(text, "address", AddressPlace.STRUCTURED, parse_address(text))


def _declared(address: object) -> str:
    if isinstance(address, str):
        return " ".join(address.split())
    if isinstance(address, dict):
        values = (address.get(field) for field in _FIELDS)
        return ", ".join(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip())
    return ""
