"""The menu shows each entry to whom it concerns, and where one is."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from serikat.engines.judgement.words import Words
from serikat.web import navigation
from serikat.web.navigation import Entry, Place, lines_for

pytestmark = pytest.mark.urls("serikat.web.tests.site")


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_entries", [])
    navigation.register(Entry(Words("Anggota", "Members"), "members", order=2))
    navigation.register(Entry(Words("Beranda", "Home"), "home", order=1))
    navigation.register(Entry(Words("Rahasia", "Secret"), "audits", shown=lambda request: False))
    navigation.register(Entry(Words("Keluar", "Sign out"), "leave", place=Place.ACCOUNT, acts=True))


def drawn(path: str, place: Place = Place.WORK) -> list[tuple[str, bool]]:
    return [(line.entry.route, line.is_current) for line in lines_for(RequestFactory().get(path), place)]


@pytest.mark.usefixtures("menu")
def test_entries_stand_in_order_and_hidden_ones_do_not() -> None:
    assert drawn("/") == [("home", True), ("members", False)]


@pytest.mark.usefixtures("menu")
def test_a_page_below_an_entry_belongs_to_it() -> None:
    assert drawn("/anggota/x7k/") == [("home", False), ("members", True)]


@pytest.mark.usefixtures("menu")
def test_a_place_has_its_own_entries() -> None:
    assert drawn("/", Place.ACCOUNT) == [("leave", False)]


@pytest.mark.usefixtures("menu")
def test_the_same_entry_registered_again_stays_one() -> None:
    navigation.register(Entry(Words("Beranda", "Home"), "home", order=1))
    assert len(drawn("/")) == 2
