"""Template left-overs are found where they stand; ordinary words are left alone."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.placeholders import (
    filler_in,
    is_placeholder_name,
    other_outlet_names,
    placeholder_in,
    registrable,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Visi: Lorem  ipsum dolor", "Lorem  ipsum"),
        ("SOP [Nama Media] berlaku", "[Nama Media]"),
        ("Nama media Anda di sini", "Nama media Anda"),
        ("Telepon 0812-3456-7890.", "0812-3456-7890"),
        ("WA 081234567890", "081234567890"),
        ("HP 08xx-xxxx-xxxx", "08xx-xxxx-xxxx"),
        ("email@domain.com", "email@domain.com"),
        ("admin@example.com", "admin@example.com"),
        ("Jl. Contoh No. 1", "Jl. Contoh"),
        ("(021) 12345678", "(021) 12345678"),
    ],
)
def test_left_overs_are_quoted(text: str, words: str) -> None:
    assert placeholder_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Nama Lengkap wajib diisi", "redaksi@suaranusa.example", "Jalan Melati 12", "0813-8877-6655",
        "berita dalam kurung [foto: warga]", "Isi berita di luar tanggung jawab", "(0254) 771288", "",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_left_overs(text: str) -> None:
    assert placeholder_in(text) == ""


def test_a_sample_number_is_no_filler() -> None:
    assert filler_in("0812-3456-7890") == ""


@pytest.mark.parametrize("value", ["Nama Lengkap", "xxx", "Nama Pemimpin Redaksi", "....", "Nama Wartawan 1", "TBA"])
def test_values_that_name_nobody(value: str) -> None:
    assert is_placeholder_name(value)


def test_a_page_that_speaks_as_another_outlet_names_it() -> None:
    text = "Redaksi kabarlain.com berhak menyunting. Kebijakan kabarlain.com. Hubungi redaksi@kabarlain.com"
    assert other_outlet_names(text, "www.suaranusa.example") == ("kabarlain.com",)


def test_one_mention_is_enough_where_the_page_speaks_as_it() -> None:
    assert other_outlet_names("Pengguna kabarlain.com setuju", "suaranusa.example") == ("kabarlain.com",)


@pytest.mark.parametrize(
    "text",
    [
        "Redaksi suaranusa.com melayani hak jawab",
        "Pengguna gmail.com dan facebook.com",
        "Pengaduan di dewanpers.or.id atau komdigi.go.id",
        "Dikutip dari kantorberita.co.id",
    ],
)
def test_own_names_services_and_single_mentions_are_no_other_outlet(text: str) -> None:
    assert other_outlet_names(text, "suaranusa.co.id", "Suara Nusa") == ()


def test_the_registered_part_of_a_host() -> None:
    assert registrable("www.banten.suaranusa.co.id:8080") == "suaranusa.co.id"
    assert registrable("https://m.suaranusa.example/x") == "suaranusa.example"
