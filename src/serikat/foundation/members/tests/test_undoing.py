"""What a list did is taken back, but for what was changed since."""

from __future__ import annotations

import pytest
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.actions.standing import set_standing
from serikat.foundation.members.kept_fields import known_outlets
from serikat.foundation.members.models import CouncilStatus, FormerDomain, MemberOutlet, Standing, StandingKind
from serikat.foundation.members.queries import outlets_below
from serikat.foundation.members.roster_import.actions import (
    answer_questions,
    confirm_roster,
    undo_roster,
)
from serikat.foundation.members.roster_import.previewing import preview_of
from serikat.foundation.members.tests.lists import an_import, taken_in
from serikat.foundation.people.models import Person, RoleKind
from serikat.web.permission import RefusedError
from tests.support.builders import a_person_with_role, an_outlet

pytestmark = pytest.mark.django_db

KABAR = "Kabar Rekaan,kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"
OTHER = (
    "Kabar Baru,kabar-rekaan.example,CV Lain,Banten,Kota Cilegon,Sari Fiktif,0813 3456 7890,a@kabar.example,Pindah,"
    "lama.example"
)


def test_undoing_brings_back_every_field(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    before = known_outlets(outlets_below(place[0]))
    undo_roster(roster_import=taken_in(*place, OTHER), by=place[1])
    assert known_outlets(outlets_below(place[0])) == before


def test_what_was_added_leaves_the_list(place: tuple[Chapter, Person]) -> None:
    new = taken_in(*place, KABAR)
    undo_roster(roster_import=new, by=place[1])
    assert MemberOutlet.objects.get().removed_at is not None
    assert not Standing.objects.exists()
    new.refresh_from_db()
    assert (new.state, new.counts["undone"]) == ("undone", 1)


def test_a_list_undone_can_be_taken_in_again_and_undone_again(place: tuple[Chapter, Person]) -> None:
    for _ in range(2):
        undo_roster(roster_import=taken_in(*place, KABAR), by=place[1])
    assert MemberOutlet.objects.get().removed_at is not None


def test_a_row_changed_since_stays_and_says_which_field(place: tuple[Chapter, Person]) -> None:
    first = taken_in(*place, KABAR)
    taken_in(*place, ",kabar-rekaan.example,,,,Sari Fiktif,,,")
    undo_roster(roster_import=first, by=place[1])
    assert MemberOutlet.objects.get().removed_at is None
    assert first.rows.get().kept_fields == ["editor_in_chief"]


def test_an_outlet_whose_standing_was_set_since_stays(place: tuple[Chapter, Person]) -> None:
    first = taken_in(*place, KABAR)
    outlet = MemberOutlet.objects.get()
    set_standing(outlet=outlet, kind=StandingKind.SUSPENDED, since=timezone.localdate(), source="SK 1", by=place[1])
    undo_roster(roster_import=first, by=place[1])
    assert first.rows.get().kept_fields == ["used"]


def test_a_move_is_taken_back_unless_the_old_site_is_taken(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    outlet = MemberOutlet.objects.get()
    new = an_import(*place, KABAR.replace("kabar-rekaan.example", "kabarbaru.example"))
    answer_questions(roster_import=new, answers={"kabarbaru.example": str(outlet.public_id)}, by=place[1])
    new.refresh_from_db()
    confirm_roster(roster_import=new, seen=preview_of(new).fingerprint, by=place[1])
    other = an_outlet(place[0], address="https://kabar-rekaan.example/")
    undo_roster(roster_import=new, by=place[1])
    assert new.rows.get().kept_fields == ["address"]
    other.delete()
    assert FormerDomain.objects.exists()


def test_a_status_that_the_list_said_goes_with_it(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    CouncilStatus.objects.create(
        outlet=MemberOutlet.objects.get(), status="none", observed_on=timezone.localdate(), source="Situs"
    )
    undo_roster(roster_import=taken_in(*place, OTHER), by=place[1])
    assert [one.source for one in CouncilStatus.objects.all()] == ["Situs"]


def test_undoing_twice_is_undoing_once_and_only_officers_do(place: tuple[Chapter, Person]) -> None:
    new = taken_in(*place, KABAR)
    with pytest.raises(RefusedError):
        undo_roster(roster_import=new, by=a_person_with_role(place[0], RoleKind.VERIFIER))
    for _ in range(2):
        undo_roster(roster_import=new, by=place[1])
    assert Entry.objects.filter(deed="members.roster_undone").count() == 1


def test_what_was_not_taken_in_cannot_be_undone(place: tuple[Chapter, Person]) -> None:
    with pytest.raises(RefusedError):
        undo_roster(roster_import=an_import(*place, KABAR), by=place[1])
