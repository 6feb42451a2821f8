"""`serikat import members` on an installation of its own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest
from django.conf import LazySettings
from python_calamine import CalamineWorkbook

from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet, RosterImport
from serikat.foundation.members.tests.lists import a_list
from serikat.fronts.command_line.import_members.taking_in import import_members
from tests.support.builders import a_chapter, a_person_with_role, an_association

pytestmark = pytest.mark.django_db

KABAR = "Kabar Rekaan,kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"
WRONG = "Salah Rekaan,bukan alamat,,,,,,,"


@pytest.fixture
def roster(tmp_path: Path, settings: LazySettings) -> Path:
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    path = tmp_path / "anggota.csv"
    path.write_bytes(a_list(KABAR, WRONG))
    return path


def run(file: Path, **options: object) -> int:
    nothing: dict[str, object] = dict.fromkeys(("annotated", "chapter", "by", "sheet"))
    chosen = {**nothing, "dry_run": False, "column": [], **options}
    return import_members(Namespace(file=file, **chosen))


def test_a_list_is_taken_in_by_the_only_officer(roster: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, officer = an_association()
    assert run(roster) == 1
    assert "Baru 1, berubah 0, sama 0, belum dipakai 1 /" in capsys.readouterr().out
    assert MemberOutlet.objects.get().name == "Kabar Rekaan"
    assert Entry.objects.get(deed="members.roster_confirmed").actor == officer.actor
    roster.write_bytes(a_list(KABAR))
    assert run(roster) == 0
    assert RosterImport.objects.count() == 1


def test_a_dry_run_saves_nothing_and_writes_the_copy(roster: Path, tmp_path: Path) -> None:
    an_association()
    copy = tmp_path / "salinan.xlsx"
    assert run(roster, dry_run=True, annotated=copy) == 1
    assert not MemberOutlet.objects.exists()
    assert not RosterImport.objects.exists()
    assert "Masalah" in CalamineWorkbook.from_path(copy).get_sheet_by_index(0).to_python()[0]


def test_columns_are_named_by_heading_or_letter(roster: Path) -> None:
    an_association()
    roster.write_bytes(b"Media;Tautan;Lain;Surel\nKabar;kabar.example;Rani Fiktif;a@kabar.example\n")
    assert run(roster, column=["lain=editor_in_chief", "B=address", "Surel="]) == 0
    outlet = MemberOutlet.objects.get()
    assert (outlet.name, outlet.editor_in_chief, outlet.email) == ("Kabar", "Rani Fiktif", "")
    assert RosterImport.objects.get().columns == {"A": "name", "B": "address", "C": "editor_in_chief", "D": None}


@pytest.mark.parametrize("said", ["Lain", "Lain=redaktur", "Tidak ada=name", "=name"])
def test_a_column_that_means_nothing_is_said(roster: Path, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    an_association()
    assert run(roster, column=[said]) == 2
    assert f"--column {said}:" in capsys.readouterr().err
    assert not RosterImport.objects.exists()


def test_a_list_is_taken_in_for_a_chapter(roster: Path) -> None:
    root, _ = an_association()
    serang = a_chapter(root, "Serang", "36.73")
    assert run(roster, chapter="serang") == 1
    assert MemberOutlet.objects.get().chapter == serang
    assert run(roster, chapter="tidak ada") == 2


def test_of_several_officers_one_is_named_and_may_only_do_what_is_theirs(roster: Path) -> None:
    root, _ = an_association()
    assert run(roster, by="tidak ada") == 2
    local = a_person_with_role(a_chapter(root, "Serang", "36.73"))
    assert run(roster, by=local.account.username) == 2
    a_person_with_role(root)
    assert run(roster) == 2
    assert not MemberOutlet.objects.exists()
    assert run(roster, by="sekar") == 1


def test_what_is_no_list_and_an_empty_installation_say_so(roster: Path, tmp_path: Path) -> None:
    assert run(roster) == 2
    an_association()
    assert run(tmp_path / "tidak-ada.csv") == 3
    roster.write_bytes(b"\0\1\2")
    assert run(roster) == 3
    assert run(roster.with_name("x.csv"), annotated=tmp_path) == 3
