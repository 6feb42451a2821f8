"""A label names a role as a whole; what only resembles one names another or none."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.roles import LEADING_ROLES, Role, may_name_role, roles_in


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Penanggungjawab", [Role.RESPONSIBLE_EDITORIAL]),
        ("PENANGGUNG JAWAB / PEMIMPIN REDAKSI", [Role.RESPONSIBLE_EDITORIAL, Role.EDITOR_IN_CHIEF]),
        ("Pemimpin Redaksi (Penanggung Jawab)", [Role.EDITOR_IN_CHIEF, Role.RESPONSIBLE_EDITORIAL]),
        ("Pengasuh & Penanggung Jawab", [Role.FOUNDER, Role.RESPONSIBLE_EDITORIAL]),
        ("Pimpinan Redaksi :", [Role.EDITOR_IN_CHIEF]),
        ("✍️ Pemred", [Role.EDITOR_IN_CHIEF]),
        ("Editor-in-Chief", [Role.EDITOR_IN_CHIEF]),
        ("Plt. Pemimpin Redaksi", [Role.EDITOR_IN_CHIEF]),
        ("Pemimpin Umum/Penanggung Jawab", [Role.PUBLISHER_HEAD, Role.RESPONSIBLE_EDITORIAL]),
        ("Penanggung Jawab Bidang Usaha", [Role.PUBLISHER_HEAD]),
        ("Direktur Utama", [Role.PUBLISHER_HEAD]),
        ("Komisaris Utama", [Role.COMMISSIONER]),
        ("Redaktur Pelaksana", [Role.MANAGING_EDITOR]),
        ("Wakil Pemimpin Redaksi", [Role.MANAGING_EDITOR]),
        ("Pemimpin Proyek Redaksi", [Role.OTHER]),
        ("Reporter & Kontributor", [Role.REPORTER]),
        ("Penasehat Hukum", [Role.LEGAL_COUNSEL]),
        ("Dewan Penasihat", [Role.ADVISOR]),
        ("Kepala Biro Serang", [Role.REPORTER]),
        ("Pimpinan Umum/Redaksi", [Role.PUBLISHER_HEAD, Role.EDITOR_IN_CHIEF]),
        ("Pemimpin Redaksi / Wartawan Utama", [Role.EDITOR_IN_CHIEF]),
        ("Penjab", [Role.RESPONSIBLE_EDITORIAL]),
        ("Sekertaris", [Role.SECRETARIAT]),
        ("Konten Kreator", [Role.OTHER]),
        ("Korwil Barat", [Role.OTHER]),
    ],
)
def test_labels_name_their_roles(label: str, expected: list[Role]) -> None:
    assert list(roles_in(label)) == expected
    assert may_name_role(label)


@pytest.mark.parametrize(
    "label",
    [
        "Pemimpin Proyek Redaksi", "Founder & CEO", "Redaktur", "Wakil Pemimpin Redaksi", "Wapemred",
        "Wakil Penanggung Jawab", "Penanggung Jawab Teknis", "Penanggung Jawab Iklan", "Penanggung Jawab IT",
        "Penanggung Jawab Keuangan", "mantan Pemimpin Redaksi", "Pemimpin Redaksi Suara Lain periode 2020",
        "Direktur Pemberitaan", "Wartawan Utama", "Direktur Utama Bank Ditahan", "Kontak Redaksi",
        "Penanggung Jawab: Suara",
    ],
)  # fmt: skip
def test_near_misses_are_no_leading_role(label: str) -> None:
    assert not set(roles_in(label)) & set(LEADING_ROLES)


@pytest.mark.parametrize("words", ["Hak Jawab & Koreksi", "Kode Etik & Pedoman", "Susunan Redaksi", "Jawa Barat", ""])
def test_other_headings_name_no_role(words: str) -> None:
    assert roles_in(words) == ()


def test_a_line_may_name_a_role_where_a_word_begins_as_one() -> None:
    assert may_name_role("(Pemimpin Redaksi)")
    assert may_name_role("Tim IT")
    assert not may_name_role("Unit usaha milik warga kota")
