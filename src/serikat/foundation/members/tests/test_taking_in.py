"""Lists taken in: what comes of each row, in which chapter, once and not twice."""

from __future__ import annotations

import pytest

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.actions.outlets import remove_outlet
from serikat.foundation.members.kept_fields import known_outlets
from serikat.foundation.members.models import Company, FormerDomain, MemberOutlet, Standing
from serikat.foundation.members.queries import outlets_below
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.members.roster.writing import write_roster
from serikat.foundation.members.roster_import.actions import (
    ChangedMeanwhileError,
    answer_questions,
    confirm_roster,
    upload_roster,
)
from serikat.foundation.members.roster_import.previewing import preview_of
from serikat.foundation.members.tests.lists import a_file, an_import, outcomes, taken_in
from serikat.foundation.people.models import Person, RoleKind
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, an_outlet

pytestmark = pytest.mark.django_db

KABAR = "Kabar Rekaan,https://www.kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"
WARTA = "Warta Rekaan,warta-rekaan.example,PT Kabar Rekaan,Banten,Kabupaten Serang,Budi Fiktif,,,Catatan"


def test_new_rows_are_added_with_all_that_they_say(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR, WARTA)
    kabar = MemberOutlet.objects.get(key="kabar-rekaan.example")
    assert (kabar.name, kabar.phone, kabar.region_id, kabar.chapter) == (
        "Kabar Rekaan", "+6281234567890", "36.73", place[0],
    )  # fmt: skip
    assert kabar.company == Company.objects.get() == MemberOutlet.objects.get(key="warta-rekaan.example").company
    assert kabar.standings.get().kind == "member"


def test_former_domains_of_a_list_are_kept_once_and_a_site_called_former_has_moved(
    place: tuple[Chapter, Person],
) -> None:
    taken_in(*place, f"{KABAR},kabar-lama.example kabar-tua.example")
    taken_in(*place, "Kabar Rekaan,kabar-baru.example,,,,,,,,kabar-rekaan.example; kabar-lama.example")
    outlet = MemberOutlet.objects.get()
    assert outlet.key == "kabar-baru.example"
    former = outlet.former_domains.order_by("key")
    assert [(one.key, one.until is None) for one in former] == [
        ("kabar-lama.example", True), ("kabar-rekaan.example", False), ("kabar-tua.example", True),
    ]  # fmt: skip


def test_nothing_is_saved_before_it_is_confirmed(place: tuple[Chapter, Person]) -> None:
    assert outcomes(an_import(*place, KABAR)) == ["created"]
    assert not MemberOutlet.objects.exists()


def test_a_list_taken_in_again_changes_nothing(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR, WARTA)
    assert outcomes(an_import(*place, KABAR, WARTA)) == ["unchanged", "unchanged"]


def test_only_the_cells_that_differ_are_changed(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    new = taken_in(*place, ",kabar-rekaan.example,,,,Sari Fiktif,,redaksi@kabar-rekaan.example,")
    [row] = new.rows.all()
    assert row.after == {"editor_in_chief": "Sari Fiktif", "emails": ["redaksi@kabar-rekaan.example"]}
    assert row.before == {"editor_in_chief": "Rani Fiktif", "emails": []}
    kabar = MemberOutlet.objects.get()
    assert (kabar.name, kabar.editor_in_chief, kabar.email) == (
        "Kabar Rekaan", "Sari Fiktif", "redaksi@kabar-rekaan.example",
    )  # fmt: skip


def test_a_second_press_changes_nothing(place: tuple[Chapter, Person]) -> None:
    new = an_import(*place, KABAR)
    seen = preview_of(new).fingerprint
    for _ in range(2):
        confirm_roster(roster_import=new, seen=seen, by=place[1])
    assert MemberOutlet.objects.count() == 1
    assert Entry.objects.filter(deed="members.roster_confirmed").count() == 1


def test_what_was_not_seen_is_not_taken_over(place: tuple[Chapter, Person]) -> None:
    new = an_import(*place, KABAR, WARTA)
    seen = preview_of(new).fingerprint
    an_outlet(place[0], address="https://warta-rekaan.example/")
    with pytest.raises(ChangedMeanwhileError):
        confirm_roster(roster_import=new, seen=seen, by=place[1])
    new.refresh_from_db()
    assert (new.state, MemberOutlet.objects.count()) == ("uploaded", 1)


def test_rows_land_in_the_chapter_that_covers_them(place: tuple[Chapter, Person]) -> None:
    serang = a_chapter(place[0], "Serang", "36.04")
    taken_in(*place, KABAR, WARTA)
    assert MemberOutlet.objects.get(key="warta-rekaan.example").chapter == serang
    assert MemberOutlet.objects.get(key="kabar-rekaan.example").chapter == place[0]


def test_a_row_of_another_chapter_is_refused_and_says_who_can(place: tuple[Chapter, Person]) -> None:
    serang = a_chapter(place[0], "Serang", "36.04")
    officer = a_person_with_role(serang)
    refused, created = preview_of(an_import(serang, officer, KABAR, WARTA)).rows
    assert (refused.outcome, created.outcome) == ("refused", "created")
    assert "Minta pengurus Serikat Contoh" in refused.change.problems[-1].words.id
    taken_in(serang, officer, KABAR, WARTA)
    assert [one.key for one in MemberOutlet.objects.all()] == ["warta-rekaan.example"]


def test_a_site_of_another_chapter_is_refused(place: tuple[Chapter, Person]) -> None:
    serang = a_chapter(place[0], "Serang", "36.04")
    an_outlet(place[0], address="https://warta-rekaan.example/")
    [row] = preview_of(an_import(serang, a_person_with_role(serang), WARTA)).rows
    assert row.outcome == "refused"
    assert "sudah tercatat di Serikat Contoh" in row.change.problems[-1].words.id


def test_an_outlet_that_moved_region_moves_chapter(place: tuple[Chapter, Person]) -> None:
    serang = a_chapter(place[0], "Serang", "36.04")
    taken_in(*place, KABAR)
    taken_in(*place, KABAR.replace("Kota Serang", "Kabupaten Serang"))
    assert MemberOutlet.objects.get().chapter == serang


def test_an_open_question_is_refused_and_an_answer_moves_the_outlet(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    old = MemberOutlet.objects.get()
    moved = KABAR.replace("www.kabar-rekaan.example", "kabarbaru.example")
    new = an_import(*place, moved, WARTA)
    assert outcomes(new) == ["asked", "created"]
    answer_questions(roster_import=new, answers={"kabarbaru.example": str(old.public_id)}, by=place[1])
    new.refresh_from_db()
    confirm_roster(roster_import=new, seen=preview_of(new).fingerprint, by=place[1])
    old.refresh_from_db()
    assert old.key == "kabarbaru.example"
    assert FormerDomain.objects.get().key == "kabar-rekaan.example"
    assert outcomes(an_import(*place, KABAR)) == ["unchanged"]


def test_a_question_left_open_is_not_taken_in(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    new = taken_in(*place, KABAR.replace("www.kabar-rekaan.example", "kabarbaru.example"), WARTA)
    assert new.counts == {"created": 1, "changed": 0, "unchanged": 0, "refused": 1}
    assert not MemberOutlet.objects.filter(key="kabarbaru.example").exists()


def test_an_outlet_off_the_list_comes_back_as_the_same(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    old = MemberOutlet.objects.get()
    remove_outlet(outlet=old, reason="Salah ketik", by=place[1])
    taken_in(*place, KABAR)
    old.refresh_from_db()
    assert old.removed_at is None
    assert Standing.objects.count() == 1


def test_what_is_too_long_is_set_aside_and_said(place: tuple[Chapter, Person]) -> None:
    long = KABAR.replace("Rani Fiktif", "R" * 161)
    [row] = preview_of(an_import(*place, long)).rows
    assert "161 huruf" in row.change.problems[-1].words.id
    taken_in(*place, long)
    assert MemberOutlet.objects.get().editor_in_chief == ""


def test_only_officers_take_lists_in(place: tuple[Chapter, Person]) -> None:
    verifier = a_person_with_role(place[0], RoleKind.VERIFIER)
    with pytest.raises(RefusedError):
        an_import(place[0], verifier, KABAR)
    new = an_import(*place, KABAR)
    with pytest.raises(RefusedError):
        confirm_roster(roster_import=new, seen=preview_of(new).fingerprint, by=verifier)


def test_the_export_changes_nothing(place: tuple[Chapter, Person]) -> None:
    whole = KnownOutlet(
        key="", address="https://lengkap.example/", name="Lengkap", company="CV Lengkap", province_code="36",
        regency_code="36.04", responsible_person="A Fiktif", editor_in_chief="B Fiktif",
        phones=("+6281234567890", "+62254123456"), emails=("a@lengkap.example", "b@lengkap.example"),
        member_number="36.1", status=ListedStatus.FACTUAL, certificate="1/DP", notes="Catatan",
    )  # fmt: skip
    taken_in(*place, KABAR, WARTA)
    first = upload_roster(chapter=place[0], file=a_file(write_roster([whole])), file_name="satu.xlsx", by=place[1])
    confirm_roster(roster_import=first, seen=preview_of(first).fingerprint, by=place[1])
    exported = write_roster(known_outlets(outlets_below(place[0]).order_by("pk")))
    again = upload_roster(chapter=place[0], file=a_file(exported), file_name="semua.xlsx", by=place[1])
    assert outcomes(again) == ["unchanged"] * 3
