"""Provinces, regencies and cities as lists spell them, by their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from serikat.engines.site_audit.reading.regions import (
    Region,
    all_regions,
    province_named,
    regencies_named,
    tail_province,
    tail_regencies,
)

_BEFORE = re.compile(r"^(?:[IVXL\d]+[.)]\s*)?(?:prov(?:insi)?|propinsi|province)\b[\s.:]*", re.IGNORECASE)
_MARKS = re.compile(r"[^\w\s]|_")
_KIND_BEFORE = re.compile(r"^(?:[IVXL\d]+[.)]?\s+)?(kab(?:upaten)?|kota(?:madya)?|kod[iy]a)\s+", re.IGNORECASE)
_KIND_BEHIND = re.compile(r"\s+(kab(?:upaten)?|kota(?:madya)?|kod[iy]a)$", re.IGNORECASE)
_EITHER_KIND = re.compile(r"^\s*kab(?:upaten)?\.?\s*(?:/|atau)\s*kota\b", re.IGNORECASE)
_SEVERAL = re.compile(r"[/&;+]|\bdan\b", re.IGNORECASE)
# As a province these are Daerah Istimewa Yogyakarta, as a city Kota Yogyakarta.
_YOGYAKARTA = frozenset({"yogyakarta", "jogjakarta", "jogja", "yogya", "daerah istimewa jogja"})
_YOGYAKARTA_CODE = "34"


class PlaceFault(StrEnum):
    """Why a cell names no one place."""

    UNKNOWN_PROVINCE = "unknown_province"
    UNKNOWN_REGENCY = "unknown_regency"
    TWO_REGENCIES = "two_regencies"
    OTHER_PROVINCE = "other_province"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outlet is at home: codes (`36`, `36.73`) and names, empty where not known.

    `regency` is as typed where it names no one place; `fault` says why, and `candidates` what could be meant.
    """

    province_code: str = ""
    province: str = ""
    regency: str = ""
    regency_code: str = ""
    fault: PlaceFault | None = None
    candidates: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def province_in(words: str) -> Region | None:
    """The province that a cell names, `Prov. Banten`, `Kepri` and `Serang, Banten` included."""
    bare = _MARKS.sub(" ", _BEFORE.sub("", words.strip())).split()
    if not bare:
        return None
    if " ".join(bare).lower() in _YOGYAKARTA:
        return region_coded(_YOGYAKARTA_CODE)
    tail = tail_province(bare)
    return province_named(" ".join(bare)) or (tail[0] if tail else None)


@lru_cache(maxsize=4096)
def regencies_in(words: str) -> tuple[Region, ...]:
    """The regencies and cities that a cell may name: two where `Serang` alone is Kabupaten Serang or Kota Serang."""
    parts = [regencies_in(part) for part in _SEVERAL.split(words)] if _SEVERAL.search(words) else []
    if parts and all(parts):  # `Kota Bekasi/Kab. Bekasi`
        return tuple(dict.fromkeys(region for part in parts for region in part))
    cleaned = " ".join(_MARKS.sub(" ", _EITHER_KIND.sub("", words)).split())
    whole = _named(cleaned)
    if whole:
        return whole
    in_province = tail_province(cleaned.split())
    if in_province:  # `Kota Serang Banten`
        inside = _named(" ".join(cleaned.split()[: -in_province[1]]))
        fitting = tuple(one for one in inside if one.code.startswith(f"{in_province[0].code}."))
        if fitting:
            return fitting
    tail = tail_regencies(cleaned.split())
    return tail[0] if tail else ()


def _named(words: str) -> tuple[Region, ...]:
    behind = _KIND_BEHIND.search(words)
    if behind:  # `Serang (Kab)`, `Serang Kota`
        turned = _of_kind(words[: behind.start()], behind[1])
        if turned:
            return turned
    before = _KIND_BEFORE.match(words)
    return _of_kind(words[before.end() :], before[1]) if before else regencies_named(words)


def _of_kind(bare: str, kind: str) -> tuple[Region, ...]:
    is_city = not kind.lower().startswith("kab")
    return tuple(region for region in regencies_named(bare) if region.is_city is is_city)


def place_of(province: str, regency: str) -> Place:
    """The place that two cells name together; either may be empty, and a regency also tells its province."""
    home = province_in(province) if province else None
    towns = regencies_in(regency) if regency else ()
    if home is None and province and not towns:  # the column holds `Kota Serang` where it should hold Banten
        towns = regencies_in(province)
        if len(towns) != 1:
            return Place(regency=regency, fault=PlaceFault.UNKNOWN_PROVINCE)
    fitting = tuple(one for one in towns if home is None or one.code.startswith(f"{home.code}."))
    if len(fitting) == 1:
        [town] = fitting
        fault = PlaceFault.UNKNOWN_PROVINCE if province and home is None and not regencies_in(province) else None
        home = home or region_coded(town.code.partition(".")[0])
        return Place(home.code if home else "", home.name if home else "", town.name, town.code, fault)
    code, name = (home.code, home.name) if home else ("", "")
    if not regency:
        return Place(code, name)
    fault = PlaceFault.TWO_REGENCIES if fitting else PlaceFault.OTHER_PROVINCE if towns else PlaceFault.UNKNOWN_REGENCY
    candidates = tuple(one.name for one in fitting or towns)
    if fault is PlaceFault.UNKNOWN_REGENCY:
        candidates = _near(regency, code)
    return Place(code, name, regency, "", fault, candidates)


def is_section(words: str) -> bool:
    """Whether a row that holds only these words is the heading of a part of the list: a regency or a city."""
    cleaned = " ".join(_MARKS.sub(" ", words).split())
    return bool(_KIND_BEFORE.match(cleaned)) and len(_named(cleaned)) == 1


def region_coded(code: str) -> Region | None:
    """The province, regency or city of this code."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in all_regions()}


def _near(words: str, province_code: str) -> tuple[str, ...]:
    """What `Kab. Tangerang Selatan`, which is a city, may mean: the places of that name whatever their kind."""
    cleaned = " ".join(_MARKS.sub(" ", words).split())
    found = regencies_named(_KIND_BEHIND.sub("", _KIND_BEFORE.sub("", cleaned)))
    return tuple(one.name for one in found if one.code.startswith(province_code))
