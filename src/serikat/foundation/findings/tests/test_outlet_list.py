"""The list of outlets: who sees what, filters, counts, and the files that it gives out."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.tallies import Recounting, recount
from serikat.foundation.findings.queries.tallies import FEW, Standing, standing_of
from serikat.foundation.findings.tests.audits import ADDRESS, MASTHEAD, STANDARD, an_audit
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> tuple[Chapter, Chapter, Person]:
    """An association with a chapter below and three outlets: one misses a clause, one is whole, one was never seen."""
    root, officer = an_association()
    north = a_chapter(root, "Wilayah Utara")
    an_audit(an_outlet(north, "Kabar Kurang"), {ADDRESS: "not_met", MASTHEAD: "met"}, by=officer)
    an_audit(an_outlet(root, "Kabar Lengkap"), {ADDRESS: "met", MASTHEAD: "met"}, by=officer)
    an_outlet(root, "Kabar Baru")
    return root, north, officer


def listed(page: bytes) -> list[str]:
    return [name for name in ("Kabar Kurang", "Kabar Lengkap", "Kabar Baru") if f">{name}</a>".encode() in page]


def test_the_page_answers_in_its_title(house: tuple[Chapter, Chapter, Person]) -> None:
    page = visiting(house[2]).get("/media/").content
    assert b"1 dari 3 media belum lengkap" in page
    assert listed(page) == ["Kabar Kurang", "Kabar Lengkap"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"butir={STANDARD}/{ADDRESS}", ["Kabar Kurang"]),
        (f"butir={STANDARD}/{ADDRESS}&hasil=met", ["Kabar Lengkap"]),
        ("keadaan=complete", ["Kabar Lengkap"]),
        ("keadaan=never", ["Kabar Baru"]),
        ("terbaca=unread", []),
        ("cari=baru", ["Kabar Baru"]),
        ("urut=nama", ["Kabar Kurang", "Kabar Lengkap", "Kabar Baru"]),
        ("butir=tidak/ada&keadaan=entah&terbaca=entah&urut=entah&wilayah=x", ["Kabar Kurang", "Kabar Lengkap"]),
    ],
)
def test_filters_stand_in_the_address(house: tuple[Chapter, Chapter, Person], query: str, expected: list[str]) -> None:
    assert listed(visiting(house[2]).get(f"/media/?{query}").content) == expected


def test_a_chapter_shows_its_own(house: tuple[Chapter, Chapter, Person]) -> None:
    _, north, officer = house
    page = visiting(officer).get(f"/media/?wilayah={north.public_id}").content
    assert listed(page) == ["Kabar Kurang"]
    assert b"1 dari 1 media belum lengkap" in page


def test_an_officer_below_sees_nothing_of_the_chapters_beside(house: tuple[Chapter, Chapter, Person]) -> None:
    root, north, _ = house
    visitor = visiting(a_person_with_role(north))
    assert listed(visitor.get("/media/?urut=nama").content) == ["Kabar Kurang"]
    assert listed(visitor.get(f"/media/?urut=nama&wilayah={root.public_id}").content) == ["Kabar Kurang"]
    assert "Kabar Lengkap" not in b"".join(visitor.get("/media/unduh.csv")).decode()


def test_the_list_is_not_there_for_members(house: tuple[Chapter, Chapter, Person]) -> None:
    page = visiting(a_representative(MemberOutlet.objects.all()[0])).get("/media/")
    assert page.status_code == 404
    assert Client().get("/media/").status_code == 302


def test_an_empty_chapter_says_how_to_begin() -> None:
    _root, officer = an_association()
    assert b"Unggah daftar anggota" in visiting(officer).get("/media/").content


def test_the_list_asks_few_queries(house: tuple[Chapter, Chapter, Person]) -> None:
    recount()
    visitor = visiting(house[2])
    visitor.get("/media/")
    with CaptureQueriesContext(connection) as asked:
        visitor.get(f"/media/?butir={STANDARD}/{ADDRESS}")
    assert len(asked) <= 8


def test_names_are_escaped(house: tuple[Chapter, Chapter, Person]) -> None:
    an_outlet(house[0], "<img src=x>")
    assert b"<img src=x>" not in visiting(house[2]).get("/media/?urut=nama").content


def test_kept_counts_say_what_counting_now_says(house: tuple[Chapter, Chapter, Person]) -> None:
    root, north, _ = house
    live = standing_of([root])
    recount()
    assert plain(standing_of([root])) == plain(live)
    assert plain(live) == (3, 2, 1, 1, [("Wilayah Utara", 1)])
    assert standing_of([north]).whole.most_missed() == [(STANDARD, ADDRESS, 1)]


def plain(standing: Standing) -> tuple[int, int, int, int, list[tuple[str, int]]]:
    whole = standing.whole
    below = [(chapter.name, tally.incomplete) for chapter, tally in standing.below]
    return whole.outlets, whole.audited, whole.complete, whole.incomplete, below


def test_counting_rests_where_nothing_changed(house: tuple[Chapter, Chapter, Person]) -> None:
    recounting = Recounting()
    assert recounting.when_due()
    recounting.rests_until = 0
    assert not recounting.when_due()
    an_outlet(house[0])
    assert recounting.when_due()


def test_many_outlets_are_read_from_the_kept_counts(
    house: tuple[Chapter, Chapter, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    recount()
    an_outlet(house[0])
    assert FEW > 3
    monkeypatch.setattr("serikat.foundation.findings.queries.tallies.FEW", 2)
    assert standing_of([house[0]]).whole.outlets == 3


def test_the_files_hold_the_filtered_list(house: tuple[Chapter, Chapter, Person]) -> None:
    an_outlet(house[0], "=HYPERLINK(1)")
    visitor = visiting(house[2])
    lines = b"".join(visitor.get("/media/unduh.csv?cari=hyper")).decode().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("'=HYPERLINK(1)")
    book = b"".join(visitor.get("/media/unduh.xlsx?keadaan=complete"))
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Media", "Kabar Lengkap"]
