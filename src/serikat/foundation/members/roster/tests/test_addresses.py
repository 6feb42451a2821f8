"""What people type into the column of addresses is read as meant, or said to be unreadable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.foundation.members.roster.addresses import Fault, looks_like_an_address, read_addresses

READ = {
    "kabar-fiktif.example": "https://kabar-fiktif.example/",
    "Kabar-Fiktif.EXAMPLE": "https://kabar-fiktif.example/",
    "https://www.kabar-fiktif.example/": "https://www.kabar-fiktif.example/",
    "http://kabar-fiktif.example": "http://kabar-fiktif.example/",
    "htpp://kabar-fiktif.example": "http://kabar-fiktif.example/",
    "htps://kabar-fiktif.example": "https://kabar-fiktif.example/",
    "https//kabar-fiktif.example": "https://kabar-fiktif.example/",
    "https:/kabar-fiktif.example": "https://kabar-fiktif.example/",
    "http:\\\\kabar-fiktif.example": "http://kabar-fiktif.example/",
    "https ://kabar-fiktif.example": "https://kabar-fiktif.example/",
    "https:// kabar-fiktif.example": "https://kabar-fiktif.example/",
    "https://http://kabar-fiktif.example": "http://kabar-fiktif.example/",
    "www, kabar-fiktif.example": "https://www.kabar-fiktif.example/",
    "www .kabar-fiktif. example": "https://www.kabar-fiktif.example/",
    "kabar-fiktif,example": "https://kabar-fiktif.example/",
    "  kabar-fiktif.example.  ": "https://kabar-fiktif.example/",
    "\u200bkabar-fiktif.example": "https://kabar-fiktif.example/",
    "kabar-fiktif.example (aktif)": "https://kabar-fiktif.example/",
    "Website: kabar-fiktif.example": "https://kabar-fiktif.example/",
    "kabar-fiktif.example/beranda": "https://kabar-fiktif.example/",
    "kabar-fiktif.example/index.php": "https://kabar-fiktif.example/",
    "induk-fiktif.example/kabar": "https://induk-fiktif.example/kabar/",
    "kabar-fiktif.example:8080": "https://kabar-fiktif.example:8080/",
    "kabár-fiktif.example": "https://xn--kabr-fiktif-m7a.example/",
    "hts-fiktif.example": "https://hts-fiktif.example/",
    "kabar-fiktif.example/2024/05/12/pasar-pagi-kembali-ramai/": "https://kabar-fiktif.example/",
}
FAULTS = {
    "": Fault.MISSING,
    " - ": Fault.MISSING,
    "Tidak ada": Fault.MISSING,
    "belum punya": Fault.MISSING,
    "n/a": Fault.MISSING,
    "redaksi@kabar-fiktif.example": Fault.EMAIL,
    "https://www.facebook.com/kabarfiktif": Fault.ELSEWHERE,
    "kabar-fiktif.con": Fault.UNKNOWN_ENDING,
    "kabar fiktif.example": Fault.SPACE_INSIDE,
    "Jalan Fiktif No. 7": Fault.NO_ADDRESS,
    "PT Kabar Fiktif": Fault.NO_ADDRESS,
    "12.5": Fault.NO_ADDRESS,
    "1500": Fault.NO_ADDRESS,
    "https://": Fault.NO_ADDRESS,
}


@pytest.mark.parametrize("typed", READ)
def test_an_address_is_read_as_meant(typed: str) -> None:
    assert read_addresses(typed).addresses == (READ[typed],)


@pytest.mark.parametrize("typed", FAULTS)
def test_what_is_no_address_says_why(typed: str) -> None:
    assert (read_addresses(typed).addresses, read_addresses(typed).fault) == ((), FAULTS[typed])


@pytest.mark.parametrize("between", [", ", " ; ", "\n", " / ", "/", " dan ", " & ", "|"])
def test_several_addresses_in_a_cell_are_all_read(between: str) -> None:
    read = read_addresses(f"kabar-fiktif.example{between}www.warta-rekaan.example")
    assert read.addresses == ("https://kabar-fiktif.example/", "https://www.warta-rekaan.example/")


def test_only_a_misspelt_address_counts_as_mended() -> None:
    assert read_addresses("htpp://kabar-fiktif.example").is_mended
    assert not read_addresses("https://kabar-fiktif.example/").is_mended
    assert not read_addresses("kabar.example, warta.example").is_mended
    assert read_addresses("kabar-fiktif.example/2024/05/12/pasar-pagi/").is_cut


@pytest.mark.parametrize("typed", ["kab\u0430r-fiktif.example", "xn--kabr-fiktif-l8h.example"])
def test_a_name_whose_letters_may_imitate_another_s_is_told(typed: str) -> None:
    assert read_addresses(typed).is_foreign
    assert not read_addresses("kabar-fiktif.example").is_foreign


def test_names_and_companies_do_not_look_like_addresses() -> None:
    named = ["Kabar Fiktif", "PT. Kabar Fiktif", "Rani Fiktif, S.Sos.", "Jl. Rekaan No.7", "0811-5555-555"]
    assert [name for name in named if looks_like_an_address(name)] == []


@given(st.text(max_size=200))
def test_no_cell_stops_the_reading(cell: str) -> None:
    read = read_addresses(cell)
    assert bool(read.addresses) is (read.fault is None)
    assert [one for one in read.addresses if read_addresses(one).addresses != (one,)] == []
