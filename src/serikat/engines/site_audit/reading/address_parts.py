"""The parts of one postal address as Indonesians write it: street, number, kampung, RT/RW, desa, kecamatan, regency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.site_audit.reading.regions import (
    Region,
    province_named,
    tail_province,
    tail_regencies,
)


class Strength(StrEnum):
    """Whether one could find the place: complete, partial (something is missing), a town alone, or nothing."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    TOWN_ONLY = "town_only"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class AddressParts:
    """What an address names; empty where it does not.

    `regencies` holds two where a regency and a city share the name and the address does not say which. An address in
    Jakarta that names no ward has the province alone, which is a city there.
    """

    street: str = ""
    number: str = ""
    kilometre: str = ""
    building: str = ""
    hamlet: str = ""
    rt_rw: str = ""
    desa: str = ""
    kecamatan: str = ""
    regencies: tuple[Region, ...] = ()
    province: Region | None = None
    postcode: str = ""

    @property
    def has_town(self) -> bool:
        """Whether a regency or city is named."""
        return bool(self.regencies) or (self.province is not None and self.province.code == _JAKARTA)

    @property
    def strength(self) -> Strength:
        """How findable the place is: a numbered street, or a kampung by RT/RW or number with its desa and kecamatan."""
        named = bool(_BUILDING.search(self.building))
        on_a_street = bool(self.street) and bool(self.number or self.kilometre or self.postcode or named)
        in_a_building = bool(self.building) and bool(self.number or _FLOOR.search(self.building))
        by_hamlet = bool(self.hamlet) and bool(self.number) and bool(self.desa or self.rt_rw)
        in_a_village = bool(self.desa) and bool(self.kecamatan) and bool(self.rt_rw or self._is_smallest_hamlet)
        if (on_a_street or in_a_building or by_hamlet or in_a_village) and self.has_town:
            return Strength.COMPLETE
        if self.street or self.number or self.building or self.hamlet or self.rt_rw or self.desa or self.kecamatan:
            return Strength.PARTIAL
        if self.regencies or self.province is not None:
            return Strength.TOWN_ONLY
        return Strength.EMPTY

    @property
    def _is_smallest_hamlet(self) -> bool:
        """Whether the hamlet is the smallest unit there is: no RT and RW in Aceh, West Sumatra and Bali."""
        return bool(self.hamlet) and any(region.code[:2] in _WITHOUT_RT for region in self.regencies)


_JAKARTA = "31"
_WITHOUT_RT = ("11", "13", "51")
_STREET = re.compile(
    r"\b(?:Jl|Jln|Jalan)\b\s*[.,:]?\s*(?=[\w'\"])|\b(?:Gg|Gang|Lorong|Lrg)\b\.?\s+(?=\w)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\b(?:No(?:mor|mer)?|Nmr)\b\s*[.:]?\s*(\d{1,4}\s?[A-Za-z]?(?:\s?[-/–&]\s?\w{1,4})?)\b"
    r"|\b((?:Kav(?:eling|ling)?|Persil)\b\.?\s*[A-Z]?[-\s]?\d{1,4}\w?)"
    r"|\b((?:Blok|Block|Blk)\b\s*[.:]?\s*[A-Z]{0,3}\s?[-./]?\s?\d{0,3}\w?(?:\s?[/-]\s?\d{1,3})?)(?=$|[\s,;.])",
    re.IGNORECASE,
)
_KILOMETRE = re.compile(r"\b(?:KM|Kilo\s?meter)\b\s*[.:]?\s*(\d{1,3}(?:[.,]\d{1,2})?)", re.IGNORECASE)
_RT_RW = re.compile(
    r"\bRT\s*[.:]?\s*/?\s*RW\s*[.:]?\s*\d{1,3}\s*[/\-.,\s]\s*\d{1,3}"
    r"|\bRT\s*[.:]?\s*\d{1,3}\s*[/\-.,\s]*\s*(?:RW\s*[.:]?\s*\d{1,3}|\d{1,3}\b)?"
    r"|\bRW\s*[.:]?\s*\d{1,3}",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<![\d.,/+])(?<![\d)]-)(?<!No )(?<!No\. )([1-9]\d{4})(?![\d/-]|[.,]\d)")
_POSTCODE_WORD = re.compile(r"\bKode\s*Pos\b[\s.:]*", re.IGNORECASE)
# A building that has its own name on a street; an estate needs a block or number, and a word that also begins the
# names of districts (Bukit Kecil, Pasar Minggu) needs one to be an estate at all.
_BUILDING = re.compile(
    r"\b(?:Gedung|Gdg|Gd|Ruko|Rukan|Rumah\s+Toko|Graha|Menara|Plaza|Tower|Wisma|Apartemen|Building|Mall|Pertokoan"
    r"|Lantai|Lt|Floor)\b",
    re.IGNORECASE,
)
_ESTATE = re.compile(
    r"\b(?:Kompleks?|Komp|Perum(?:ahan|nas)?|BTN|Griya|Cluster|Klaster|Residence|Town\s?house|Kavling|Asrama|Rusun\w*)\b",
    re.IGNORECASE,
)
_PERHAPS_ESTATE = re.compile(
    r"^\W*(?:Taman|Villa|Puri|Bukit|Permata|Pasar|Bumi|Pondok|BSD|Grand|Pesona)\b", re.IGNORECASE
)
_FLOOR = re.compile(
    r"\b(?:Lt|Lantai|Floor|Lv|Unit|Suite)\b\.?\s*\w{1,4}\b|\b\w{1,4}(?:st|nd|rd|th)?\s+Floor\b", re.IGNORECASE
)
_HAMLET = re.compile(
    r"\b(?:Kp|Kampung|Kampong|Dusun|Dsn|Dukuh|Dk|Lingkungan|Lingk|Link|Banjar|Br|Huta|Jorong|Padukuhan|Pedukuhan)\b"
    r"\s*[.:]?\s*(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_DESA = re.compile(
    r"\b(?:Desa|Ds|Kel(?:urahan)?|Nagari|Nagori|Gampong|Pekon|Kalurahan|Tiyuh)\b\s*[.:]?\s*(?=[\w])", re.IGNORECASE
)
_KECAMATAN = re.compile(r"\b(?:Kec(?:amatan)?|Kapanewon|Kemantren|Distrik)\b\s*[.:]?\s*(?=[\w])", re.IGNORECASE)
_COUNTRY = re.compile(r"[\s,.]*\b(?:Indonesia|INDONESIA|Republic of Indonesia)\b[\s.,]*$")
_ISLANDS = re.compile(r"\bKep\b\.?(?=\s+[A-Z])")
_PROVINCE_WORD = re.compile(r"\b(?:Prov(?:insi)?|Propinsi)\b\.?\s*:?\s*", re.IGNORECASE)
_BREAK = re.compile(r"\s*[,;|\n\t•·]\s*|\s+[-–—]\s+|(?<=[a-z]{4})\.\s+(?=[A-Z][a-z]{3})")
# A part goes on until another part begins.
_NEXT = re.compile(
    r"\s*[,;|\n\t(]|\s+[-–—]\s+|\s+(?=(?:No(?:mor)?\b|Kav|Blok|KM\b|RT\b|RW\b|Kel(?:urahan)?\b|Desa\b|Ds\b|Kec(?:amatan)?\b"
    r"|Kab(?:upaten)?\b|Kota\b|Prov(?:insi)?\b|Kp\b|Kampung\b|Dusun\b|Gedung\b|Ruko\b|Lantai\b|Lt\b|Jl\b|Jln\b|Jalan\b"
    r"|Nagari\b|\d{5}\b|Indonesia\b|Kode\s*Pos))",
    re.IGNORECASE,
)
# `12`, `12 A`, `12-14`, `12/14`, `III/7`, `D/12`.
_TRAILING_NUMBER = re.compile(
    r"\s((?:[IVX]{1,5}|[A-Z])[-/]\d{1,4}|\d{1,4}(?:\s?[A-Za-z](?![A-Za-z]))?(?:\s?[-/–]\s?\d{1,4}[A-Za-z]?)?)(?=\s|$)"
)
_WORD = re.compile(r"[^\W\d_]+")
# `Kecamatan : Sukahaji`, as forms and tables have it; of `Kabupaten/Kota : Serang` neither word is the town's.
PART_LABEL = re.compile(
    r"^\W*(?:Kab(?:upaten)?\.?\s*/\s*Kota|(?:Desa|Kel)\w*\s*/\s*(?P<part>Kel|Desa)\w*|(?P<whole>Desa|Kelurahan|Kecamatan|Kota|Kabupaten"
    r"|Provinsi|RT\s*/\s*RW))\s*:\s*",
    re.IGNORECASE | re.MULTILINE,
)
# `Serang City`, `Bandung Regency`: the town is told by its name.
_IN_ENGLISH = re.compile(r"(?<=[a-z])\s+(?:City|Regency|Subdistrict)(?=\s*[,.]|\s*$)")
# `(samping masjid)` tells the way, and hides the town before it.
_BESIDE = re.compile(
    r"\s*\((?:di\s+)?(?:samping|depan|belakang|sebelah|seberang|dekat|atas|eks)\b[^()]*\)", re.IGNORECASE
)


def parse_address(text: str) -> AddressParts:
    """The parts that the text names. Never raises; a text that is no address gives empty parts."""
    # The name of a kampung is told by its capital, which small letters throughout hide.
    text = _BESIDE.sub("", text.title() if text.islower() else text)
    text = _IN_ENGLISH.sub("", text)
    text = PART_LABEL.sub(lambda label: f", {label['part'] or label['whole'] or ''} ", text)
    postcode = _POSTCODE.search(text)
    town, province = _town(text)
    street = _street(text)
    return AddressParts(
        street=street,
        number=_number(text),
        kilometre=_first(_KILOMETRE, text),
        building=_building(text, street),
        hamlet=_following(_HAMLET, text),
        rt_rw=_first(_RT_RW, text),
        desa=_named(_DESA, text) or _unlabelled(text, 0),
        kecamatan=_named(_KECAMATAN, text) or _unlabelled(text, 1),
        regencies=town,
        province=province,
        postcode=postcode.group(1) if postcode else "",
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group().strip(" .,-/") if found else ""


def _following(pattern: re.Pattern[str], text: str) -> str:
    """What the label says is there, up to the next part; the label itself is kept, as it is read aloud."""
    found = pattern.search(text)
    if found is None:
        return ""
    end = _NEXT.search(text, found.end())
    return " ".join(text[found.start() : end.start() if end else len(text)].split()).strip(" .,-")


def _named(pattern: re.Pattern[str], text: str) -> str:
    """The name that a label introduces, without the label and without a regency or province that runs on after it."""
    found = pattern.search(text)
    if found is None:
        return ""
    end = _NEXT.search(text, found.end())
    words = text[found.end() : end.start() if end else len(text)].split()[:5]
    return " ".join(words[: _own_words(words)]).strip(" .,-")


def _own_words(words: list[str]) -> int:
    """How many of the words are a district's own, the first always: `Jawilan Serang Banten` is one."""
    count = len(words)
    while count > 1:
        found = tail_province(words[:count]) or tail_regencies(words[:count])
        if found is None or found[1] >= count:
            return count
        count -= found[1]
    return count


def _street(text: str) -> str:
    found = _STREET.search(text)
    if found is None:
        return ""
    end = _NEXT.search(text, found.end())
    stop = end.start() if end else len(text)
    if not _WORD.search(text, found.end(), stop):
        return ""
    bare_number = _TRAILING_NUMBER.search(text, found.end(), stop)
    return " ".join(text[found.start() : bare_number.start() if bare_number else stop].split()).strip(" .,-")


def _number(text: str) -> str:
    found = _NUMBER.search(text)
    if found is not None:
        return next(part for part in found.groups() if part is not None).strip()
    street = _STREET.search(text)
    if street is None:
        return ""
    # `Jl. Melati 12`: a number that ends the street's name, which no year or postcode does.
    end = _NEXT.search(text, street.end())
    trailing = _TRAILING_NUMBER.search(text, street.end(), end.start() if end else len(text))
    return trailing.group(1).strip() if trailing else ""


def _building(text: str, street: str) -> str:
    rest = text.replace(street, ", ", 1) if street else text
    return ", ".join(part.strip() for part in _BREAK.split(rest) if _is_building(part))


def _is_building(part: str) -> bool:
    for pattern in (_DESA, _KECAMATAN):  # `Kel. Graha Indah` is a place, no building
        part = pattern.split(part, maxsplit=1)[0]
    if _BUILDING.search(part) or _ESTATE.search(part):
        return True
    return bool(_PERHAPS_ESTATE.match(part) and _NUMBER.search(part))


def _unlabelled(text: str, which: int) -> str:
    """The desa (0) or kecamatan (1) where they stand bare between RT/RW and the regency, as maps print them."""
    found = _RT_RW.search(text)
    if found is None or (which == 0 and _DESA.search(text)) or (which == 1 and _KECAMATAN.search(text)):
        return ""
    names: list[str] = []
    for segment in _BREAK.split(text[found.end() :]):
        bare = segment.strip(" .")
        if not bare or not bare[0].isalpha():
            continue
        if tail_regencies(_WORD.findall(bare)) or province_named(bare) or _POSTCODE.search(bare):
            break
        names.append(_named(_KECAMATAN, bare) or _named(_DESA, bare) or bare)
    # A labelled desa before them leaves the kecamatan to be the first bare one.
    if _DESA.search(text):
        which -= 1
    return names[which] if 0 <= which < len(names) else ""


def _town(text: str) -> tuple[tuple[Region, ...], Region | None]:
    """Regencies and province named in the text, outside streets and smaller places that borrow their names."""
    province: Region | None = None
    loose: tuple[Region, ...] = ()
    for segment in reversed(_town_segments(text)):
        words = _WORD.findall(segment)
        while words:
            ending = tail_province(words)
            regencies = tail_regencies(words)
            # Gorontalo and Yogyakarta are both; a province said already leaves the name to the city.
            if regencies is not None and (ending is None or province is not None or regencies[1] > ending[1]):
                if len(regencies[0]) == 1 or _says_kind(words[-regencies[1]]):
                    return _in_province(regencies[0], province), province
                loose = loose or regencies[0]
                break
            if ending is None:
                break
            province = province or ending[0]
            words = words[: -ending[1]]
    if not loose and province is not None:
        same = tail_regencies(_WORD.findall(province.name))
        loose = same[0] if same else ()
    return _in_province(loose, province), province


def _says_kind(word: str) -> bool:
    return word.lower() in ("kota", "kab", "kabupaten", "kotamadya")


def _in_province(regions: tuple[Region, ...], province: Region | None) -> tuple[Region, ...]:
    """Those in the province that the address names, where any is; two provinces may share a regency's name."""
    if province is None:
        return regions
    return tuple(region for region in regions if region.code.startswith(province.code)) or regions


def _town_segments(text: str) -> list[str]:
    """The stretches of an address that may name a regency: what is left when street, building and village are out."""
    bare = _ISLANDS.sub("Kepulauan", _COUNTRY.sub("", _PROVINCE_WORD.sub(", ", text)))
    bare = _POSTCODE.sub(" ", _POSTCODE_WORD.sub(" ", bare))
    bare = re.sub(r"\b(?=(?:Kota|Kab(?:upaten)?)\b\.?\s+[A-Z])", ", ", bare)
    segments: list[str] = []
    for segment in _BREAK.split(bare):
        kept = _after_numbers(segment)
        smaller = max(
            (found.end() for pattern in (_DESA, _KECAMATAN, _HAMLET) for found in pattern.finditer(kept)), default=0
        )
        if smaller:
            words = kept[smaller:].split()
            kept = " ".join(words[_own_words(words) :])
        elif _STREET.search(kept):
            kept = ""
        segments.append(kept)
    return segments


def _after_numbers(segment: str) -> str:
    """What follows the last house number, kilometre, RT/RW or floor: a street's name may hold a town's."""
    ends = [found.end() for pattern in (_NUMBER, _KILOMETRE, _RT_RW, _FLOOR) for found in pattern.finditer(segment)]
    if ends:
        return segment[max(ends) :]
    street = _STREET.search(segment)
    trailing = _TRAILING_NUMBER.search(segment, street.end()) if street else None
    return segment[trailing.end() :] if trailing else segment


_ANY_PART = re.compile(
    "|".join(
        f"(?:{pattern.pattern})"
        for pattern in (_STREET, _NUMBER, _KILOMETRE, _RT_RW, _POSTCODE, _BUILDING, _ESTATE, _HAMLET, _DESA, _KECAMATAN)
    )
    + r"|\b(?:Kota|Kab(?:upaten)?|Prov(?:insi)?)\b\.?\s+(?-i:[A-Z])",
    re.IGNORECASE,
)


def has_part(text: str) -> bool:
    """Whether the text names a part of an address by its label: a street, a number, RT/RW, a desa, a postcode."""
    return bool(_ANY_PART.search(text))
