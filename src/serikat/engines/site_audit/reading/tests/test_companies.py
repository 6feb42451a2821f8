"""The publisher's legal entity and its numbers; a bare PT is no name, a company in the news no publisher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.companies import LegalForm, LegalIdKind, read_companies, read_legal_ids
from serikat.engines.site_audit.reading.tests.page_of import page_of


@pytest.mark.parametrize(
    ("text", "form", "name", "label"),
    [
        (
            "Diterbitkan oleh PT. Suara Nusa Media yang berkedudukan di Serang",
            LegalForm.PT,
            "Suara Nusa Media",
            "Diterbitkan oleh",
        ),
        ("Badan Hukum: pt suara nusa media", LegalForm.PT, "suara nusa media", "Badan Hukum"),
        ("© 2024 PT SUARA NUSA All Rights Reserved", LegalForm.PT, "SUARA NUSA", "©"),
        ("Penerbit: PT Suara Kota Nusa, AHU-0012345", LegalForm.PT, "Suara Kota Nusa", "Penerbit"),
        ("Dikelola oleh Yayasan Insan Nusa. Terima kasih", LegalForm.YAYASAN, "Insan Nusa", "Dikelola oleh"),
        ("PT. SUARA NUSA Jalan Melati No. 2", LegalForm.PT, "SUARA NUSA", ""),
        ("PT. SUARA NUSA Berita Terkini", LegalForm.PT, "SUARA NUSA", ""),
        ("CV Suara Nusa", LegalForm.CV, "Suara Nusa", ""),
        ("Perseroan Terbatas (PT) Suara Nusa", LegalForm.PT, "Suara Nusa", ""),
        ("PT (Persero) Suara Nusa", LegalForm.PT, "Suara Nusa", ""),
        ("Nama Perusahaan: Suara Nusa Sejahtera, PT", LegalForm.PT, "Suara Nusa Sejahtera", "Nama Perusahaan"),
    ],
)
def test_entities_are_read_with_what_makes_them_publishers(text: str, form: LegalForm, name: str, label: str) -> None:
    (entity,) = read_companies(page_of(f"<p>{text}</p>"))
    assert (entity.form, entity.name, entity.label) == (form, name, label)
    assert entity.text in text


def test_a_label_may_stand_on_the_line_above() -> None:
    (entity,) = read_companies(page_of("<h4>Penerbit</h4><p>PT Suara Nusa</p>"))
    assert entity.label == "Penerbit"


@pytest.mark.parametrize("text", ["Perusahaan: PT", "PT.", "Penerbit PT [Nama]", "apt dan rpt", "Berita pt hari ini"])
def test_a_form_without_a_name_is_no_entity(text: str) -> None:
    assert read_companies(page_of(f"<p>{text}</p><p>Alamat</p>")) == ()


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("PT Suara Nusa", True),
        ("Kantor PT Suara Nusa", True),
        ("Anggota Perkumpulan Media Fiktif", False),
        ("Redaksi tidak bertanggung jawab atas iklan PT Suara Nusa.", False),
        ("Alamat: Gedung Yayasan Insan Nusa Lt. 2", False),
        ("<a href='/berita/1'>PT Suara Nusa Digugat Warga</a>", False),
    ],
)
def test_a_company_in_running_text_or_a_headline_does_not_stand_apart(text: str, apart: bool) -> None:
    (entity,) = read_companies(page_of(f"<p>{text}</p>"))
    assert (entity.stands_apart, entity.label) == (apart, "")


def test_a_name_ends_where_its_decree_begins() -> None:
    page = page_of("<p>PT Suara Nusa Media SK.Kemenkumham AHU-0012345.AH.01.01.Tahun 2022</p>")
    assert [entity.name for entity in read_companies(page)] == ["Suara Nusa Media"]


@pytest.mark.parametrize("heading", ["Sponsor", "Mitra Kami", "Supported by", "Didukung oleh:", "Iklan"])
def test_companies_under_a_heading_of_thanks_are_no_publishers(heading: str) -> None:
    found = read_companies(page_of(f"<h4>{heading}</h4><p>PT Sokong Rekaan</p><p>PT Bantu Rekaan</p><p>Kontak</p>"))
    assert [entity.stands_apart for entity in found] == [False, False]


def test_a_name_in_capitals_ends_where_the_sentence_goes_on() -> None:
    page = page_of("<p>Media ini dikelola PT Suara Nusa dan didukung PT Sokong Rekaan.</p>")
    assert [entity.name for entity in read_companies(page)] == ["Suara Nusa", "Sokong Rekaan"]


def test_publishers_come_before_those_mentioned() -> None:
    page = page_of("<p>HUT PT Tambak Jaya di Telaga</p><p>Penerbit: PT Suara Nusa</p>")
    assert [entity.name for entity in read_companies(page)] == ["Suara Nusa", "Tambak Jaya"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("AHU-0012345.AH.01.01.Tahun 2022", LegalIdKind.AHU, "AHU-0012345.AH.01.01.TAHUN 2022"),
        ("AHU: 0012345.AH.01.02.TAHUN 2022", LegalIdKind.AHU, "AHU-0012345.AH.01.02.TAHUN 2022"),
        ("AHU 0012345.AH.01.01 Tahun 2022", LegalIdKind.AHU, "AHU-0012345.AH.01.01.TAHUN 2022"),
        ("Nomor Induk Berusaha (NIB): 1234 56 78 90 123", LegalIdKind.NIB, "1234567890123"),
        ("NPWP 12.345.678.9-012.345", LegalIdKind.NPWP, "123456789012345"),
        ("No. 126/DP-Terverifikasi/K/X/2017", LegalIdKind.PRESS_COUNCIL_CERTIFICATE, "126/DP-Terverifikasi/K/X/2017"),
        ("001-XYZ/WU/DP/XII/2011/12/10/70", LegalIdKind.UKW, "001-XYZ/WU/DP/XII/2011/12/10/70"),
    ],
)
def test_numbers_are_read_in_one_form(text: str, kind: LegalIdKind, value: str) -> None:
    (legal_id,) = read_legal_ids(page_of(f"<p>{text}</p>"))
    assert (legal_id.kind, legal_id.value) == (kind, value)
    assert legal_id.text in text


@pytest.mark.parametrize("text", ["NIB 12345", "1234567890123", "NPWP: dalam proses", "AHU", "telp 0813-8877-6655"])
def test_other_numbers_are_no_ids(text: str) -> None:
    assert read_legal_ids(page_of(f"<p>{text}</p>")) == ()


@given(st.text(alphabet="PTCV. abAHUNIBPW0123456789-/&\"'()"))
def test_any_text_may_be_read(text: str) -> None:
    page = page_of(f"<p>{text}</p>")
    assert all(entity.text in page.text for entity in read_companies(page))
    assert all(legal_id.text in page.text for legal_id in read_legal_ids(page))
