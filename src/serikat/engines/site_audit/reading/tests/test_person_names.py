"""Names are compared as people are: titles, degrees and spellings of one name make no other person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.degrees import is_degrees, without_degrees
from serikat.engines.site_audit.reading.person_names import (
    Sameness,
    compare_names,
    is_same_name,
    looks_like_person,
    parse_name,
)

_WORDS = st.sampled_from("Ahmad Muhammad Sutan Malik Lestari Ratna Nurul Huda Jaka Tarub M A Siti".split())
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_TITLES = st.sampled_from(["H. ", "Hj. ", "Drs. H. ", "Prof. Dr. Ir. ", "KH ", "Bapak ", "Tgk. ", "R. ", ""])
_DEGREES = st.sampled_from([
    "",
    ", S.H.",
    ", S.Sos., M.Si.",
    " SE",
    ", S.I.Kom, M.I.Kom",
    ", Ak., CA",
    " S.Pd.I",
    ",SH.MH",
])


@given(st.text(), st.text())
def test_comparing_is_symmetric_and_never_raises(a: str, b: str) -> None:
    assert compare_names(a, b) is compare_names(b, a)


@given(_NAMES, _NAMES, _TITLES, _DEGREES)
def test_titles_and_degrees_never_change_sameness(a: str, b: str, title: str, degrees: str) -> None:
    assert compare_names(title + a + degrees, b) is compare_names(a, b)


@given(_NAMES)
def test_a_name_is_its_own(name: str) -> None:
    assert compare_names(name, name.upper()) is Sameness.SAME


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Moh. Jaka Tarub", "Muhammad Jaka Tarub, S.E.", Sameness.SAME),
        ("Mochamad Jaka", "MUH. JAKA", Sameness.SAME),
        ("Nurul Huda", "Nurulhuda", Sameness.SAME),
        ("Ma'ruf Tarub", "Maruf Tarub", Sameness.SAME),
        ("Nur-Aini Ratna", "Nur Aini Ratna", Sameness.SAME),
        ("M. Jaka", "Muhammad Jaka", Sameness.PERHAPS),
        ("A. Tarub", "Ahmad Tarub", Sameness.PERHAPS),
        ("Jaka", "Jaka Tarub", Sameness.PERHAPS),
        ("Jaka Ratna Tarub", "Jaka Tarub", Sameness.PERHAPS),
        ("Tarub Jaka", "Jaka Tarub", Sameness.PERHAPS),
        ("Soetan Djaka", "Sutan Jaka", Sameness.PERHAPS),
        ("Achmad Tarub", "Ahmad Tarub", Sameness.PERHAPS),
        ("Abd. Tarub", "Abdul Tarub", Sameness.PERHAPS),
        ("", "Jaka Tarub", Sameness.PERHAPS),
        ("Jaka Tarub", "Jaka Malik", Sameness.DIFFERENT),
        ("Ahmad Jaka Tarub", "Ahmad Tarub Malik", Sameness.DIFFERENT),
    ],
)
def test_names_compare_as_officers_read_them(a: str, b: str, expected: Sameness) -> None:
    assert compare_names(a, b) is expected


@pytest.mark.parametrize("words", ["S.H., M.H.", "SE", "S. I. Kom", "SH MH", "S.H.M.H", "Ak., CA", "Sp.OG"])
def test_degrees_are_known_however_they_are_written(words: str) -> None:
    assert is_degrees(words)


@pytest.mark.parametrize("words", ["M. Yusuf", "Mama", "Ani", "M.Ali", "", "Sena"])
def test_a_name_is_no_degree(words: str) -> None:
    assert not is_degrees(words)


def test_the_plain_name_is_without_titles_degrees_and_remarks() -> None:
    assert parse_name("Drs.H.Jaka Tarub,M.Si (Wartawan Utama)").plain == "Jaka Tarub"
    assert without_degrees("Jaka Tarub SE.MM") == "Jaka Tarub"


@pytest.mark.parametrize(
    "name", ["Jaka Tarub", "H. Moh. Jaka, S.H., M.H.", "RATNA LESTARI", "A. Tarub", "Ali bin Malik", "Wa Ode Ratna"]
)
def test_people_look_like_people(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "words",
    [
        "PT Suara Nusa", "Yayasan Insan Nusa", "Tim Suara Nusa", "Redaksi", "Jakarta Selatan", "Kabupaten Serang",
        "[Nama Redaktur]", "Nama Lengkap", "John Doe", "jaka@suara.example", "Baca Selengkapnya", "Hak Jawab",
        "Pemimpin Redaksi", "Kontributor Daerah", "Jaka", "menulis berita daerah", "Jaka Tarub?", "", "12 Mei 2020",
    ],
)  # fmt: skip
def test_companies_places_and_phrases_do_not(words: str) -> None:
    assert not looks_like_person(words)


def test_one_word_is_a_name_under_a_role_alone() -> None:
    assert looks_like_person("Sutan", under_label=True)
    assert not looks_like_person("Serang", under_label=True)


def test_titles_and_spaces_make_no_other_name_and_nothing_is_nobodys_name() -> None:
    assert is_same_name("H. Jaka Tarub, S.H.", "JakaTarub")
    assert not is_same_name("Jaka Tarub", "Jaka")
    assert not is_same_name("", "")
