"""Regencies and cities are known by the names that addresses use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.regions import (
    all_regions,
    is_region,
    province_named,
    regencies_named,
    tail_province,
    tail_regencies,
)


def test_every_province_and_regency_is_there_once() -> None:
    assert sum(region.is_province for region in all_regions()) == 38
    assert len({region.code for region in all_regions()}) == len(all_regions()) == 552


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Kota Serang", ["36.73"]),
        ("Kab. Serang", ["36.04"]),
        ("Serang", ["36.04", "36.73"]),
        ("BANDARLAMPUNG", ["18.71"]),
        ("Jaksel", ["31.74"]),
        ("Kota Jakarta Selatan", ["31.74"]),
        ("Kota Adm. Jakarta Selatan", ["31.74"]),
        ("Tanjung Pinang", ["21.72"]),
        ("Blora Kota", ["33.16"]),
        ("Solo", ["33.72"]),
        ("Kebon Jeruk", []),
    ],
)
def test_regencies_by_their_names(words: str, codes: list[str]) -> None:
    assert [region.code for region in regencies_named(words)] == codes


@pytest.mark.parametrize(
    ("words", "code"), [("DIY", "34"), ("D.I. Yogyakarta", "34"), ("Jatim", "35"), ("DKI Jakarta", "31")]
)
def test_provinces_by_their_short_names(words: str, code: str) -> None:
    found = province_named(words)
    assert found is not None
    assert found.code == code


def test_the_longest_name_at_the_end_wins() -> None:
    found = tail_regencies(["Kebon", "Kota", "Tangerang", "Selatan"])
    assert found is not None
    assert ([region.code for region in found[0]], found[1]) == (["36.74"], 3)
    assert tail_province(["Serang", "Jawa", "Barat"]) is not None


@given(st.text())
def test_any_words_may_be_asked(words: str) -> None:
    assert isinstance(is_region(words), bool)
