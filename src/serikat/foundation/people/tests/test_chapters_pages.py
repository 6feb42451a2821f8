"""The tree of chapters: each sees its own and those below, officers open new ones and say what they cover."""

from __future__ import annotations

import pytest

from serikat.foundation.chapters.models import Chapter, Coverage
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.models import Person, Role, RoleKind
from tests.support.builders import a_chapter, a_person_with_role, an_association
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def head() -> Person:
    an_association()
    return Role.objects.get().person


@pytest.fixture
def here(head: Person) -> Chapter:
    return a_chapter(head.roles.get().chapter, "Cabang Tangerang", "36.03")


def test_each_sees_their_own_and_those_below(head: Person, here: Chapter) -> None:
    local = visiting(a_person_with_role(here)).get("/wilayah/").content.decode()
    assert "Cabang Tangerang" in local
    assert "Serikat Contoh</a></th>" not in local
    assert "Cabang Tangerang" in visiting(head).get("/wilayah/").content.decode()


def test_a_chapter_is_opened_below_mine(head: Person) -> None:
    below = str(head.roles.get().chapter.public_id)
    response = visiting(head).post(
        "/wilayah/buka/", {"name": "Cabang Serang", "below": below, "level": "regency", "region": "36.04"}
    )
    opened = Chapter.objects.get(name="Cabang Serang")
    assert response["Location"] == f"/wilayah/{opened.public_id}/"
    assert (opened.depth, opened.is_within(head.roles.get().chapter)) == (2, True)
    assert Coverage.objects.get(chapter=opened).region_id == "36.04"


def test_nobody_opens_one_below_another_s(head: Person, here: Chapter) -> None:
    stranger = visiting(a_person_with_role(a_chapter(head.roles.get().chapter, "Cabang Lebak", "36.02")))
    stranger.post("/wilayah/buka/", {"name": "Cabang Serang", "below": str(here.public_id), "level": "regency"})
    assert not Chapter.objects.filter(name="Cabang Serang").exists()
    assert stranger.get(f"/wilayah/{here.public_id}/").status_code == 404


def test_a_region_is_covered_from_a_day_and_left_with_a_reason(head: Person, here: Chapter) -> None:
    client, address = visiting(head), f"/wilayah/{here.public_id}/"
    client.post(address, {"region": "36.71", "since": "2026-01-02", "source": "SK 1/2026"})
    assert "SK 1/2026" in client.get(address).content.decode()
    client.post(f"{address}cakupan/36.71/akhiri/", {"reason": "Cabang sendiri"})
    assert Coverage.objects.get(region_id="36.71").until
    assert Entry.objects.get(deed="chapters.region_left").reason == "Cabang sendiri"


def test_a_verifier_reads_and_changes_nothing(here: Chapter) -> None:
    client = visiting(a_person_with_role(here, RoleKind.VERIFIER))
    address = f"/wilayah/{here.public_id}/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"region": "36.71"}).status_code == 403
    assert client.get("/wilayah/buka/").status_code == 403
    assert client.post(f"{address}cakupan/36.03/akhiri/", {"reason": "x"}).status_code == 403
    assert Coverage.objects.filter(chapter=here, until=None).count() == 1
