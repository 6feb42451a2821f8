"""A name is paired with the role on its own side, told by the page's blocks or by what follows what."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading import name_order
from serikat.engines.site_audit.reading.masthead import read_masthead
from serikat.engines.site_audit.reading.role_lines import Problem
from serikat.engines.site_audit.reading.roles import Role
from serikat.engines.site_audit.reading.tests.page_of import page_of


def _named(body: str, role: Role = Role.EDITOR_IN_CHIEF) -> tuple[str, ...]:
    return tuple(name for entry in read_masthead(page_of(body)).of(role) for name in entry.names)


def _lines(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_several_names_in_a_row_are_a_list_below_their_role() -> None:
    body = _lines("Penasihat", "Beni Malik", "Dahlan Karang", "Pemimpin Redaksi", "Jaka Tarub", "Humas Jaya")
    assert _named(body) == ("Jaka Tarub",)


def test_a_colon_after_a_role_promises_its_name_below() -> None:
    assert _named(_lines("Beni Malik", "Pemimpin Redaksi :", "Jaka Tarub", "Redaktur")) == ("Jaka Tarub",)


def test_the_block_around_a_role_tells_which_name_is_its_own() -> None:
    cards = "<div><b>{}</b><p>{}</p></div>"
    roles = (("Jaka Tarub", "Pemimpin Redaksi"), ("Ratna", "Juru Tulis"), ("Beni", "Wartawan"))
    assert _named("<p>Pimpinan Redaksi</p>" + "".join(cards.format(*pair) for pair in roles)) == ("Jaka Tarub",)


def test_names_that_may_be_eithers_are_for_a_person_to_read() -> None:
    body = _lines("Komisaris", "Beni Malik", "Pemimpin Redaksi", "Jaka Tarub", "Redaktur")
    (entry,) = read_masthead(page_of(body)).unnamed(Role.EDITOR_IN_CHIEF)
    assert entry.problem is Problem.UNSURE


def test_the_name_of_a_page_ends_the_names_above_it() -> None:
    menu = "<nav><a href='/redaksi'>Redaksi</a></nav>"
    assert _named(menu + _lines("Pemimpin Redaksi", "Jaka Tarub", "Redaksi", "Ratna | Beni")) == ("Jaka Tarub",)


def test_a_column_in_a_block_of_its_own_is_read_across_and_a_heading_over_roles_is_not() -> None:
    columns = "<div><p>Penasihat</p><p>Pemimpin Redaksi</p></div><div><p>Beni Malik</p><p>Jaka Tarub</p></div>"
    assert _named(columns) == ("Jaka Tarub",)
    assert _named(_lines("Dewan Redaksi", "Pemimpin Redaksi", "Jaka Tarub", "Tim Kabar")) == ("Jaka Tarub",)


@pytest.mark.parametrize(
    "line",
    [
        "Redaktur - Jaka Tarub", "M. Jaka Tarub : Redaktur", "H. Jaka (Redaktur)", "Redaktur – Jaka Tarub",
        "Jaka Tarub (Purn.) Malik (Redaktur)", "A. Redaktur: Jaka Tarub",
    ],
)  # fmt: skip
def test_a_line_of_role_and_name_is_cut_between_them(line: str) -> None:
    assert _named(_lines(line), Role.EDITOR)[0].replace("M. ", "").replace("H. ", "").startswith("Jaka")


def test_a_degree_glued_to_a_name_is_no_part_of_it() -> None:
    assert _named("<p>Jaka.SH</p><p>Pemimpin Redaksi</p><p>Kontak kami</p>") == ("Jaka.SH",)


def test_where_blocks_are_more_than_a_masthead_has_no_side_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    card = "<div><p>Wartawan</p><p>Beni Malik</p></div><div><p>Pemimpin Redaksi</p><p>Wulan Tirtasari {}</p></div>"
    cards = "".join(map(card.format, "ABCDEFGH"))
    assert read_masthead(page_of(cards)).entries[-1].problem is Problem.NONE
    monkeypatch.setattr(name_order, "_MOST_LETTERS", 100)
    assert read_masthead(page_of(cards)).entries[-1].problem is Problem.UNSURE
