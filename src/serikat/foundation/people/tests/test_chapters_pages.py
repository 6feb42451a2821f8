"""The tree of chapters: each sees its own and those below, officers open new ones and say what they cover."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter, Coverage, Level, Region
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.actions.chapters import cover_region, end_coverage, open_chapter_below
from serikat.foundation.people.models import Person, Role, RoleKind
from serikat.web.permission import RefusedError
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


def test_a_new_neighbour_leaves_paths_as_they_are_and_stands_by_its_name(head: Person, here: Chapter) -> None:
    """What somebody may see is asked by path, also of a chapter that was read a moment before."""
    neighbour = a_chapter(head.roles.get().chapter, "Cabang Anyer", "36.04")
    a_chapter(neighbour, "Ranting Bojonegara", "36.72")
    assert Chapter.objects.get(pk=here.pk).path == here.path
    listed = visiting(head).get("/wilayah/").context["chapters"]
    assert [(each.name, depth) for each, depth in listed] == [
        ("Serikat Contoh", 0), ("Cabang Anyer", 1), ("Ranting Bojonegara", 2), ("Cabang Tangerang", 1),
    ]  # fmt: skip


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


def test_a_region_is_covered_once_and_left_once(head: Person, here: Chapter) -> None:
    region = Region.objects.get(code="36.03")
    cover_region(chapter=here, region=region, by=head, since=date(2026, 1, 1), source="SK 2")
    assert Coverage.objects.filter(chapter=here).count() == 1
    coverage, late = Coverage.objects.get(chapter=here), Coverage.objects.get(chapter=here)
    for each in (coverage, late):
        end_coverage(coverage=each, by=head, reason="Dimekarkan.", on=timezone.localdate())
    assert Entry.objects.filter(deed="chapters.region_left").count() == 1
    cover_region(chapter=here, region=region, by=head, since=timezone.localdate(), source="SK 3")
    assert Coverage.objects.filter(chapter=here).count() == 2


def test_the_deeds_themselves_ask_who_may(head: Person, here: Chapter) -> None:
    stranger = a_person_with_role(a_chapter(head.roles.get().chapter, "Cabang Serang", "36.04"))
    coverage = Coverage.objects.get(chapter=here)
    with pytest.raises(RefusedError):
        open_chapter_below(name="Kecamatan", level=Level.REGENCY, below=here, by=stranger)
    with pytest.raises(RefusedError):
        cover_region(chapter=here, region=coverage.region, by=stranger, since=None, source="")
    with pytest.raises(RefusedError):
        end_coverage(coverage=coverage, by=stranger, reason="x", on=timezone.localdate())
