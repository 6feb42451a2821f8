"""Provinces, regencies and cities as lists spell them, by their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
_REGENCY_BEFORE = re.compile(r"^(kab|kabupaten|kota|kotamadya)\b[\s.:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outlet is at home: province code (`36`) and name, and the regency or city; empty where not known."""

    province_code: str = ""
    province: str = ""
    regency: str = ""


@lru_cache(maxsize=4096)
def province_in(words: str) -> Region | None:
    """The province that a cell names, `Prov. Banten`, `Kepri` and `Serang, Banten` included."""
    bare = _MARKS.sub(" ", _BEFORE.sub("", words.strip())).split()
    if not bare:
        return None
    tail = tail_province(bare)
    return province_named(" ".join(bare)) or (tail[0] if tail else None)


@lru_cache(maxsize=4096)
def regency_in(words: str, province_code: str = "") -> Region | None:
    """The one regency or city that a cell names, in that province where one is given; None where two are possible."""
    cleaned = " ".join(_MARKS.sub(" ", words).split())
    kind = "Kabupaten" if (found := _REGENCY_BEFORE.match(cleaned)) and found[1].lower().startswith("kab") else ""
    named = f"{kind} {_REGENCY_BEFORE.sub('', cleaned)}" if kind else cleaned
    regions = regencies_named(named)
    if not regions:
        tail = tail_regencies(cleaned.split())
        regions = tail[0] if tail else ()
    fitting = [region for region in regions if not province_code or region.code.startswith(f"{province_code}.")]
    return fitting[0] if len(fitting) == 1 else None


def place_of(province: str, regency: str) -> Place:
    """The place that two cells name together; either may be empty, and a regency also tells its province."""
    home = province_in(province) if province else None
    town = regency_in(regency, home.code if home else "") if regency else None
    if town is None and home is None and province:  # the column holds `Kota Serang` where it should hold Banten
        town = regency_in(province)
    if home is None and town is not None:
        home = _province_of(town)
    return Place(home.code if home else "", home.name if home else "", town.name if town else regency)


@lru_cache(maxsize=64)
def _province_by_code(code: str) -> Region | None:
    return next((region for region in all_regions() if region.code == code), None)


def _province_of(town: Region) -> Region | None:
    return _province_by_code(town.code.partition(".")[0])
