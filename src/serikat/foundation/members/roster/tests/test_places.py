"""Provinces, regencies and cities are found by their codes however they are spelt, and never guessed between two."""

from __future__ import annotations

import pytest

from serikat.foundation.members.roster.places import PlaceFault, place_of

FOUND = {
    ("DI Yogyakarta", ""): ("34", ""), ("DIY", ""): ("34", ""), ("Jogja", ""): ("34", ""), ("D.I.Y.", ""): ("34", ""),
    ("Yogyakarta", ""): ("34", ""), ("", "Yogyakarta"): ("34", "34.71"), ("DIY", "Sleman"): ("34", "34.04"),
    ("", "Kab. Serang"): ("36", "36.04"), ("", "Kabupaten Serang"): ("36", "36.04"),
    ("", "Serang (Kab)"): ("36", "36.04"), ("", "Serang, Kab."): ("36", "36.04"), ("", "KAB SERANG"): ("36", "36.04"),
    ("", "Kota Serang"): ("36", "36.73"), ("", "Serang (Kota)"): ("36", "36.73"), ("", "Serang Kota"): ("36", "36.73"),
    ("", "Kota Serang, Banten"): ("36", "36.73"), ("Kota Serang", ""): ("36", "36.73"),
    ("DKI", "Jaksel"): ("31", "31.74"), ("Prov. Kepri", ""): ("21", ""),
    ("", "Kab. Tangerang Selatan"): ("36", "36.74"),
}  # fmt: skip


@pytest.mark.parametrize("said", FOUND)
def test_a_place_is_found_however_spelt(said: tuple[str, str]) -> None:
    place = place_of(*said)
    assert ((place.province_code, place.regency_code), place.fault) == (FOUND[said], None)


@pytest.mark.parametrize(
    ("province", "regency", "fault", "candidates"),
    [
        ("Banten", "Serang", PlaceFault.TWO_REGENCIES, ("Kabupaten Serang", "Kota Serang")),
        ("", "Kab/Kota Serang", PlaceFault.TWO_REGENCIES, ("Kabupaten Serang", "Kota Serang")),
        ("", "Kota Bekasi/Kab. Bekasi", PlaceFault.TWO_REGENCIES, ("Kota Bekasi", "Kabupaten Bekasi")),
        ("Jabar", "Kota Serang", PlaceFault.OTHER_PROVINCE, ("Kota Serang",)),
        ("Banten", "Kota Rekaan", PlaceFault.UNKNOWN_REGENCY, ()),
        ("Rekaania", "", PlaceFault.UNKNOWN_PROVINCE, ()),
    ],
)
def test_what_names_no_one_place_says_why(
    province: str, regency: str, fault: PlaceFault, candidates: tuple[str, ...]
) -> None:
    place = place_of(province, regency)
    assert (place.fault, place.candidates, place.regency_code) == (fault, candidates, "")


def test_an_unknown_province_is_said_even_where_the_regency_tells_it() -> None:
    place = place_of("Rekaania", "Kota Serang")
    assert (place.province_code, place.regency_code, place.fault) == ("36", "36.73", PlaceFault.UNKNOWN_PROVINCE)
