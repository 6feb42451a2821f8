"""Uploaded lists are erased in time; what was done with them stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet, RosterImport
from serikat.foundation.members.roster_import.actions import undo_roster
from serikat.foundation.members.roster_import.erasing import erase_old_lists
from serikat.foundation.members.tests.lists import an_import, taken_in
from serikat.foundation.people.models import Person
from serikat.web.permission import RefusedError
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db
KABAR = "Kabar Rekaan,kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"
WRONG = "Salah Rekaan,rani@rekaan.example,PT Salah,Banten,Kota Serang,,,,"


def aged(roster_import: RosterImport, days: int) -> RosterImport:
    then = timezone.now() - timedelta(days=days)
    done = then if roster_import.confirmed_at else None
    RosterImport.objects.filter(pk=roster_import.pk).update(uploaded_at=then, confirmed_at=done)
    return roster_import


def test_an_old_list_loses_its_file_and_what_its_rows_remember(
    place: tuple[Chapter, Person], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    old = aged(taken_in(*place, KABAR, WRONG), 91)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_old_lists(now=timezone.now()) == 1
    assert not default_storage.exists(old.file.name or "")
    assert [row.before | row.after for row in old.rows.all()] == [{}, {}]
    assert "rani" not in str(list(old.rows.values()))
    assert MemberOutlet.objects.get().phone
    assert Entry.objects.latest("number").deed == "members.roster_erased"
    assert erase_old_lists(now=timezone.now()) == 0


def test_a_younger_list_stays(place: tuple[Chapter, Person], settings: LazySettings) -> None:
    new = aged(taken_in(*place, KABAR), 89)
    assert erase_old_lists(now=timezone.now()) == 0
    settings.LISTS_KEPT_DAYS = 30
    assert erase_old_lists(now=timezone.now()) == 1
    assert new.rows.count() == 1


def test_an_erased_list_says_so_and_can_neither_be_taken_in_nor_undone(place: tuple[Chapter, Person]) -> None:
    waiting, done = aged(an_import(*place, KABAR), 91), aged(taken_in(*place, KABAR), 91)
    erase_old_lists(now=timezone.now())
    officer = visiting(place[1])
    for path in ("", "kolom/", "masalah.xlsx"):
        assert "sudah dihapus" in officer.get(f"/impor/{waiting.public_id}/{path}").text
    assert "Isinya dihapus" in officer.get(f"/impor/{done.public_id}/").text
    assert "isinya sudah dihapus" in officer.get("/impor/").text
    done.refresh_from_db()
    with pytest.raises(RefusedError):
        undo_roster(roster_import=done, by=place[1])
