"""The list that goes out comes back unchanged, whatever stands in it, and no cell of it is a formula."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.regions import all_regions
from serikat.foundation.members.roster.comparing import Change, compared
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.writing import write_roster

WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["=1+1", "@SUM(A1)", "-", "+62", "Jumlah", "Total", "No", "Media", "Website", "PROVINSI BANTEN",
                     "Kota Serang", "0812", "1", "2 Maret 2021", "a@b.example", "PT", "kabar.example", "TRUE", " x "]),
)  # fmt: skip
REGENCIES = st.sampled_from(["", *(region.code for region in all_regions() if not region.is_province)])
PHONES = st.from_regex(r"\+628[1-9][0-9]{7,10}", fullmatch=True)
EMAILS = st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True)


@st.composite
def known_outlets(draw: st.DrawFn) -> list[KnownOutlet]:
    hosts = draw(st.lists(st.from_regex(r"[a-z]{1,8}-fiktif", fullmatch=True), max_size=6, unique=True))
    return [draw(known_outlet(str(number), host)) for number, host in enumerate(hosts)]


def known_outlet(key: str, host: str) -> st.SearchStrategy[KnownOutlet]:
    regency = REGENCIES
    return st.builds(
        KnownOutlet, key=st.just(key), address=st.sampled_from([f"https://{host}.example/", f"http://www.{host}.example:8080/kabar/"]),
        name=WORDS, company=WORDS, regency_code=regency, responsible_person=WORDS, editor_in_chief=WORDS,
        phones=st.lists(PHONES, max_size=3, unique=True).map(tuple),
        emails=st.lists(EMAILS, max_size=2, unique=True).map(tuple),
        member_number=WORDS, joined=st.none() | st.dates(date(1890, 1, 1), date(2199, 12, 31)),
        former_addresses=st.sampled_from([(), ("https://lama-rekaan.example/",)]),
        status=st.none() | st.sampled_from(ListedStatus), certificate=WORDS, notes=WORDS,
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(known=known_outlets())
def test_the_list_that_goes_out_changes_nothing_when_it_comes_back(
    tmp_path_factory: pytest.TempPathFactory, known: list[KnownOutlet]
) -> None:
    path = tmp_path_factory.getbasetemp() / "keluar.xlsx"
    path.write_bytes(write_roster([*known, KnownOutlet("last", "https://terakhir.example/", name="Terakhir")]))
    roster = read_roster(path)
    changes = compared(roster, [*known, KnownOutlet("last", "https://terakhir.example/", name="Terakhir")])
    assert [(change.change, change.fields) for change in changes] == [(Change.UNCHANGED, ())] * (len(known) + 1)


def test_a_list_of_nobody_still_has_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(write_roster([]))
    with zipfile.ZipFile(path) as archive:
        assert "Nama Media" in archive.read("xl/sharedStrings.xml").decode()


def test_words_that_look_like_formulas_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "keluar.xlsx"
    path.write_bytes(write_roster([KnownOutlet("1", "https://kabar.example/", '=HYPERLINK("x")', notes="@SUM(A1)")]))
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert b"quotePrefix" in archive.read("xl/styles.xml")
        assert not [name for name in archive.namelist() if "_rels/sheet" in name]
