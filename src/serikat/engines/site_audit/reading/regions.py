"""Provinces, regencies and cities by name: what an address must name to be found on a map."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_KIND = re.compile(r"^(?:Kabupaten|Kota)(?:\s+Administrasi)?\s+")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Region:
    """A province (code `36`), regency or city (code `36.73`) of the Ministry's list; `name` as printed there."""

    code: str
    name: str

    @property
    def is_province(self) -> bool:
        """Whether this is a province rather than a regency or city."""
        return "." not in self.code

    @property
    def is_city(self) -> bool:
        """Whether this is a city (kota) rather than a regency (kabupaten)."""
        return self.name.startswith("Kota ")

    @property
    def bare_name(self) -> str:
        """The name without Kabupaten or Kota, as most addresses write it."""
        return _KIND.sub("", self.name)


@dataclass(frozen=True, slots=True)
class _Index:
    """Regions by name, spaces and case aside: several where a regency and a city share one."""

    provinces: dict[str, Region]
    regencies: dict[str, tuple[Region, ...]]


@cache
def all_regions() -> tuple[Region, ...]:
    """The 38 provinces and 514 regencies and cities, in the order of their codes."""
    with (files(__package__) / "data" / "regions.csv").open(encoding="utf-8") as lines:
        return tuple(Region(row["kode"].strip(), row["nama"].strip()) for row in csv.DictReader(lines))


@cache
def _index() -> _Index:
    provinces: dict[str, Region] = {}
    regencies: dict[str, tuple[Region, ...]] = {}
    by_name = {region.name: region for region in all_regions()}
    for region in all_regions():
        if region.is_province:
            provinces[_key(region.name)] = region
        else:
            key = _key(region.bare_name)
            regencies[key] = (*regencies.get(key, ()), region)
    with (files(__package__) / "data" / "region_aliases.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            region = by_name[row["region"]]
            if region.is_province:
                provinces[_key(row["alias"])] = region
            else:
                key = _key(row["alias"])
                regencies[key] = (*regencies.get(key, ()), region)
    return _Index(provinces, regencies)


def province_named(words: str) -> Region | None:
    """The province of exactly this name, short forms (`DIY`, `Jabar`, `DKI`) included."""
    return _index().provinces.get(_key(words))


def regencies_named(words: str) -> tuple[Region, ...]:
    """The regencies and cities of exactly this name: two where a regency and a city share it and neither is said."""
    found = _WORD.findall(words)
    kind = found[0].lower() if found else ""
    if kind in ("kota", "kotamadya") and len(found) > 1:
        return tuple(region for region in _bare(_without_kind(found)) if region.is_city)
    if kind in ("kab", "kabupaten") and len(found) > 1:
        return tuple(region for region in _bare(_without_kind(found)) if not region.is_city)
    if len(found) > 1 and found[-1].lower() == "kota":  # `Blora Kota`: the town of that name, in Blora
        return _bare(found) or _bare(found[:-1])
    return _bare(found)


def is_region(words: str) -> bool:
    """Whether the words are the name of a province, regency or city and nothing else."""
    return province_named(words) is not None or bool(regencies_named(words))


def tail_province(words: Sequence[str]) -> tuple[Region, int] | None:
    """The province that these words end in and how many of them name it; the longest name wins."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        region = _index().provinces.get(_key_of(words[-length:]))
        if region is not None:
            return region, length
    return None


def tail_regencies(words: Sequence[str]) -> tuple[tuple[Region, ...], int] | None:
    """The regency or city that these words end in and how many of them name it, `Kab.` or `Kota` counted."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        regions = regencies_named(" ".join(words[-length:]))
        if regions:
            return regions, length
    return None


def _without_kind(words: Sequence[str]) -> Sequence[str]:
    return words[2:] if len(words) > 2 and words[1].lower() in ("adm", "administrasi") else words[1:]


def _bare(words: Iterable[str]) -> tuple[Region, ...]:
    return _index().regencies.get(_key_of(words), ())


def _key(words: str) -> str:
    return _key_of(_WORD.findall(words))


def _key_of(words: Iterable[str]) -> str:
    # Bandar Lampung and Bandarlampung, Tanjungpinang and Tanjung Pinang are one name.
    return "".join(words).lower()
