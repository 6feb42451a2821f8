"""Mastheads are read in the layouts that outlets use, and what is no name is said to be none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.masthead import Masthead, read_masthead
from serikat.engines.site_audit.reading.role_lines import Problem, names_in
from serikat.engines.site_audit.reading.roles import LEADING_ROLES, Role
from serikat.engines.site_audit.reading.tests.page_of import page_of


def _masthead(body: str) -> Masthead:
    return read_masthead(page_of(body))


def _chief(body: str) -> tuple[str, ...]:
    return tuple(name for entry in _masthead(body).of(Role.EDITOR_IN_CHIEF) for name in entry.names)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Pemimpin Redaksi: Jaka Tarub</p>",
        "<p>PEMIMPIN REDAKSI : Jaka Tarub</p>",
        "<h4>Pemimpin Redaksi</h4><p>Jaka Tarub</p>",
        "<table><tr><td>Pemimpin Redaksi<td>:<td>Jaka Tarub</tr></table>",
        "<table><tr><td>Jaka Tarub<td>Pemimpin Redaksi</tr></table>",
        "<dl><dt>Pemimpin Redaksi<dd>Jaka Tarub<dt>Redaktur<dd>Ratna Lestari</dl>",
        "<p>Jaka Tarub — Pemimpin Redaksi</p>",
        "<p>Jaka Tarub (Pemimpin Redaksi)</p>",
        "<p>👤 Pemimpin Redaksi</p><p>:</p><p>Jaka Tarub</p>",
        "<p>📰 Pemimpin Redaksi<br>👉 Jaka Tarub</p><p>📝 Redaktur<br>👉 Ratna Lestari</p>",
        "<p>Suara Nusa terbit di Serang dengan Penanggung Jawab Ratna Lestari serta Pemimpin Redaksi Jaka Tarub.</p>",
        "<p>1. Penanggung Jawab/Pemimpin Redaksi: Jaka Tarub</p>",
        "<p>Pemimpin Redaksi Jaka Tarub</p><p>Redaktur Pelaksana Ratna Lestari</p>",
        "<p>Redaktur: Ratna Lestari | Pemimpin Redaksi: Jaka Tarub</p>",
        "<b>Jaka Tarub</b><p>NIK: 0012</p><p>Pemimpin Redaksi</p><b>Ratna Lestari</b><p>NIK: 0013</p><p>Redaktur</p>",
        "<h4>Jaka Tarub</h4><p>Pemimpin Redaksi</p><h4>Ratna Lestari</h4><p>Redaktur Pelaksana</p><p>Kontak kami</p>",
        "<p>Pemimpin Redaksi Suara Nusa: Jaka Tarub</p>",
        "<p>Pemimpin Redaksi Jaka Tarub</p>",
        "<table><tr><td>1<td>Jaka Tarub<td>Pemimpin Redaksi<tr><td>2<td>Ratna<td>Redaktur</table>",
        "<p>Suara Nusa terbit di Serang. Pemimpin Redaksi: Jaka Tarub. Alamat: Jl. Melati No. 5</p>",
        "<p>PEMIMPIN REDAKSI DAN PENANGGUNG JAWAB: Jaka Tarub</p>",
        "<p>Pemimpin Redaksi Digital: Jaka Tarub</p>",
        "<p>Pimpred/PJ: Jaka Tarub</p>",
        "<p>Pimpinan Redaksi &amp; Pengelola Konten: Jaka Tarub</p>",
        "<p>Pemimpin Redaksi：Jaka Tarub</p>",
        "<p>Pemimpin Redaksi: Jaka Tarub [Wartawan Utama]</p>",
        "<p>Pemimpin Redaksi: Jaka Tarub jaka@suaranusa.example</p>",
        "<p>\ufeffPemimpin\u200b Redaksi: Jaka\u00ad Tarub</p>",
        "<p>Suara Nusa | Pemimpin Redaksi: Jaka Tarub | Alamat: Jl. Melati No. 5</p>",
        "<table><tr><th>Nama<th>Jabatan<th>HP<tr><td>Jaka Tarub<td>Pimpinan Redaksi<td>0812</table>",
        "<p>Pemimpin Redaksi</p><p>Jaka Tarub (Wartawan Utama) No: 001-XYZ/WU/DP/I/2020/01/01/70</p>",
        "<div><b>Pemimpin Redaksi</b><span>Jaka Tarub</span></div><div><b>Redaktur</b><span>Ratna Lestari</span></div>",
        "<p>Redaksi: Jaka Tarub (Pemimpin Redaksi), Ratna Lestari (Redaktur), Beni Wirawan (Wartawan)</p>",
        "<p>Pimpinan Readaksi: Jaka Tarub</p><p>Redaktur: Ratna Lestari</p>",
        "<div>Redaktur<br>Pemimpin Redaksi<br>Admin</div><div>Ratna Lestari<br>Jaka Tarub<br>Beni Wirawan</div>",
        "<div>Pemimpin Redaksi :<br>Redaktur :</div><div>Jaka Tarub<br>Ratna Lestari</div>",
        "<p>PEMIMPIN REDAKSI ( Jaka Tarub )</p>",
        "<p>Pemimpin Redaksi I: Jaka Tarub</p>",
        "<div><p>Pemimpin Redaksi</p><p>Admin</p></div><div><p>Jaka Tarub</p><p>Ratna Lestari</p></div>",
        "<p>Pemimpim Redaski: Jaka Tarub</p><p>Redaktur: Ratna Lestari</p>",
        "<p>Pemimpin Redaksi ~ Jaka Tarub</p>",
        "<p>Pemimpin Redaksi. Jaka Tarub</p><p>Redaktur. Ratna Lestari</p>",
        "<p>Pemimpin Redaksi: Jaka Tarub HP 0812-0000-0000</p>",
        "<p>Jaka Tarub | Pemimpin Redaksi | jaka@suaranusa.example</p>",
        "<p>Pemimpin Redaksi dijabat oleh Jaka Tarub.</p>",
        "<p>Suara Nusa dipimpin oleh Jaka Tarub sebagai Pemimpin Redaksi sekaligus Penanggung Jawab.</p>",
    ],
)
def test_every_layout_gives_the_editor_in_chief(body: str) -> None:
    assert _chief(body) == ("Jaka Tarub",)


def test_a_heading_above_two_columns_is_none_of_them() -> None:
    labels = "<h1>Redaksi</h1><div><p>Pemimpin Redaksi</p><p>Redaktur</p></div>"
    assert _chief(f"{labels}<div><p>: Jaka Tarub</p><p>: Ratna Lestari</p></div>") == ("Jaka Tarub",)


def test_the_names_of_pages_in_a_menu_are_no_roles_and_no_people() -> None:
    menu = "<ul><li><a href='/redaksi'>Redaksi</a><li><a href='/ralat'>Redaksi / Ralat dan Hak Jawab</a></ul>"
    found = _masthead(f"{menu}<p>Pemimpin Redaksi: Jaka Tarub</p>")
    assert [entry.names for entry in found.entries] == [("Jaka Tarub",)]


def test_a_column_of_labels_beside_a_column_of_names_is_read_across() -> None:
    labels = "<div><p>Penanggung Jawab</p><p>Pemimpin Redaksi</p><p>Wartawan</p></div>"
    found = _masthead(
        f"{labels}<div><p>: PT Suara Nusa</p><p>: Jaka Tarub</p><p>: Ratna, Sutan</p></div><p>Kontak kami</p>"
    )
    assert [(entry.role, entry.names) for entry in found.entries] == [
        (Role.RESPONSIBLE_EDITORIAL, ()), (Role.EDITOR_IN_CHIEF, ("Jaka Tarub",)), (Role.REPORTER, ("Ratna", "Sutan")),
    ]  # fmt: skip


def test_commas_before_degrees_part_nobody() -> None:
    assert names_in("Siti Rahma, S.H., M.H., Jaka, dan Ratna Lestari, Ak., CA") == (
        "Siti Rahma, S.H., M.H.", "Jaka", "Ratna Lestari, Ak., CA",
    )  # fmt: skip


def test_places_and_numbers_before_names_are_no_part_of_them() -> None:
    entry = _masthead("<p>Wartawan</p><p>1. Serang: Jaka Tarub</p><p>2. Lebak: Ratna</p>").of(Role.REPORTER)[0]
    assert entry.names == ("Jaka Tarub", "Ratna")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("PT Suara Nusa Media", Problem.COMPANY),
        ("Tim Suara Nusa", Problem.TEAM),
        ("Suara Nusa", Problem.TEAM),
        ("[Nama Penanggung Jawab]", Problem.BRACKETED),
        ("Nama Lengkap", Problem.PLACEHOLDER),
        ("xxx", Problem.PLACEHOLDER),
        ("John Doe", Problem.PLACEHOLDER),
        ("Nama Pimred", Problem.PLACEHOLDER),
        ("Admin", Problem.TEAM),
        ("-", Problem.EMPTY),
    ],
)
def test_what_is_no_name_says_why(value: str, problem: Problem) -> None:
    for body in (f"<p>Penanggung Jawab: {value}</p>", f"<h3>Penanggung Jawab</h3><p>{value}</p>"):
        (entry,) = _masthead(body).entries
        assert (entry.role, entry.names, entry.problem) == (Role.RESPONSIBLE_EDITORIAL, (), problem)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Pemimpin Proyek Redaksi: Jaka Tarub</p>",
        "<p>Founder &amp; CEO: Jaka Tarub</p>",
        "<p>Wakil Pemimpin Redaksi: Jaka Tarub</p>",
        "<p>Ia menjadi Pemimpin Redaksi Suara Lain periode 1 Januari 2020 sampai kini.</p>",
        "<p>Penanggung Jawab: bertanggung jawab atas seluruh isi media ini</p>",
        "<p>Pemimpin Redaksi Jaka Tarub Tutup Usia</p>",
        "<p>Pemimpin Redaksi dan wartawan wajib menaati kode etik.</p><p>Jaka Tarub</p>",
        "<p>Pemimpin Redaksi: .......</p><p>Jaka Tarub</p>",
        "<p>Dikenal sebagai Pemimpin Redaksi: Jaka Tarub menulis buku</p>",
    ],
)
def test_near_misses_name_nobody_who_leads(body: str) -> None:
    assert _masthead(body).of(*LEADING_ROLES) == ()


def test_a_role_left_as_the_template_made_it_is_a_placeholder_masthead() -> None:
    found = _masthead("<h3>Pemimpin Redaksi</h3><p>[Nama Anda]</p><p>Redaktur: Jaka Tarub</p>")
    assert found.is_placeholder
    assert "[Nama Anda]" in found.placeholder_text


def test_lorem_ipsum_is_a_placeholder_masthead_and_a_footer_of_it_is_not() -> None:
    filler = "<p>Lorem ipsum dolor sit amet</p>"
    assert _masthead(f"<h1>Redaksi</h1>{filler}").is_placeholder
    assert not _masthead(f"<p>Pemimpin Redaksi: Jaka Tarub</p>{filler}").is_placeholder


def test_menu_words_that_are_also_roles_name_nobody() -> None:
    menu = "<ul><li>Laporan Lomba<li>Video Utama<li>Profil Desa<li>Iklan<li>Kanal Daerah</ul>"
    assert _masthead(f"<p>Pemimpin Redaksi: Jaka Tarub</p>{'<p>Kata</p>' * 12}{menu}").unnamed() == ()
    assert {entry.role for entry in _masthead(f"<p>Pemimpin Redaksi: Jaka</p>{'<p>Kata</p>' * 12}{menu}").entries} == {
        Role.EDITOR_IN_CHIEF
    }


@given(
    st.lists(
        st.sampled_from(["Pemimpin Redaksi", "Wartawan:", "Jaka Tarub", "PT Nusa", "[Nama]", "Ratna, S.H.", ":", "x"])
    )
)
def test_entries_quote_lines_of_the_page(lines: list[str]) -> None:
    page = page_of("".join(f"<p>{line}</p>" for line in lines))
    for entry in read_masthead(page).entries:
        assert set(entry.text.split("\n")) <= set(page.lines)


@pytest.mark.parametrize(
    "words",
    [
        "Pemimpin Redaksi Kabar Lain adalah Jaka Tarub.",
        "Jaka Tarub selaku Pemimpin Redaksi Kabar Lain hadir.",
        "Pemimpin Redaksi adalah penanggung jawab isi.",
        "Mantan Pemimpin Redaksi adalah Jaka Tarub.",
    ],
)
def test_a_sentence_that_names_no_chief_of_this_outlet_gives_none(words: str) -> None:
    assert _chief(f"<p>{words}</p>") == ()


def test_a_sentence_names_nobody_where_the_page_does_not_speak_of_its_outlet() -> None:
    page = page_of("<p>Pemimpin Redaksi dijabat oleh Jaka Tarub.</p>", "https://suaranusa.example/berita/1")
    assert read_masthead(page).entries == ()


@pytest.mark.parametrize("name", ["Alm. Jaka Tarub", "(Alm) Jaka Tarub", "Jaka Tarub (alm.)", "Almarhum H. Jaka Tarub"])
def test_who_has_died_answers_for_nothing(name: str) -> None:
    entries = _masthead(f"<p>Pemimpin Redaksi: {name}</p>").unnamed(Role.EDITOR_IN_CHIEF)
    assert [entry.problem for entry in entries] == [Problem.LATE]


def test_the_mark_of_a_father_who_has_died_is_not_his_childs() -> None:
    assert _chief("<p>Pemimpin Redaksi: Jaka bin Alm. Tarub</p>")
