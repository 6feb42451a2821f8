"""A list through the pages: uploaded, columns matched, rows looked at, taken in, undone; hostile files."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.models import MemberOutlet, RosterImport
from serikat.foundation.members.tests.lists import a_file, a_list, an_import, taken_in
from serikat.foundation.people.models import Person, RoleKind
from tests.support.builders import a_chapter, a_person_with_role
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db

KABAR = "Kabar Rekaan,kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"
WRONG = "Salah Rekaan,bukan alamat,PT Salah,Banten,Kota Serang,,,,"


@pytest.fixture
def officer(place: tuple[Chapter, Person]) -> Any:
    return visiting(place[1])


def send(client: Any, chapter: Chapter, content: bytes, name: str = "anggota.csv") -> Any:
    return client.post("/impor/", {"file": a_file(content, name), "chapter": str(chapter.public_id)})


def address(chapter: Chapter, person: Person, *rows: str) -> str:
    return f"/impor/{an_import(chapter, person, *rows).public_id}/"


def fingerprint(client: Any, page: str) -> str:
    return str(client.get(page).context["fingerprint"])


def test_a_list_goes_from_upload_to_members_and_back(officer: Any, place: tuple[Chapter, Person]) -> None:
    columns = send(officer, place[0], a_list(KABAR, WRONG)).url
    page = officer.get(columns)
    assert "10 dari 10 kolom sudah dikenali" in page.text
    given = {f"kolom-{column.letters}": held for column, held, _ in page.context["columns"]}
    preview = officer.post(columns, given).url
    assert "1 anggota baru, 0 berubah" in officer.get(preview).text
    done = officer.post(f"{preview}masukkan/", {"pratinjau": fingerprint(officer, preview)}, follow=True)
    assert "1 anggota ditambahkan, 0 diperbarui" in done.text
    assert MemberOutlet.objects.get().name == "Kabar Rekaan"
    assert "Batalkan 1 baris" in officer.get(f"{preview}batalkan/").text
    assert "1 baris dibatalkan" in officer.post(f"{preview}batalkan/", follow=True).text


def test_a_column_can_be_corrected(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = send(officer, place[0], b"Media;Tautan;Lain\nKabar;kabar.example;Rani Fiktif\n").url
    assert officer.post(page, {"kolom-A": "name", "kolom-B": ""}).status_code == 400
    preview = officer.post(page, {"kolom-A": "name", "kolom-B": "address", "kolom-C": "editor_in_chief"}).url
    officer.post(f"{preview}masukkan/", {"pratinjau": fingerprint(officer, preview)})
    assert MemberOutlet.objects.get().editor_in_chief == "Rani Fiktif"


def test_rows_are_shown_by_outcome(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = address(*place, KABAR, WRONG)
    refused = officer.get(page, {"hasil": "refused"})
    assert len(refused.context["rows"]) == 1
    assert "Tidak ada alamat situs yang dapat dibaca" in refused.text
    assert "Tidak ada baris seperti itu" in officer.get(page, {"hasil": "changed"}).text


def test_questions_are_answered_on_the_page(officer: Any, place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    page = address(*place, KABAR.replace("kabar-rekaan.example", "kabarbaru.example"))
    asked = officer.get(page, {"hasil": "asked"})
    assert "Media yang sama, pindah alamat" in asked.text
    known = MemberOutlet.objects.get().public_id
    officer.post(f"{page}jawaban/", {"jawab:kabarbaru.example": f"pindah:{known}"})
    assert officer.get(page).context["changed"] == 1
    officer.post(f"{page}jawaban/", {"ulang": "1"})
    assert officer.get(page).context["asked"] == 1


def test_what_changed_meanwhile_is_said(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = address(*place, KABAR)
    assert "berubah sejak pratinjau" in officer.post(f"{page}masukkan/", {"pratinjau": "lain"}, follow=True).text
    assert not MemberOutlet.objects.exists()


def test_the_copy_says_in_its_cells_what_is_wrong(officer: Any, place: tuple[Chapter, Person]) -> None:
    copy = officer.get(f"{address(*place, KABAR, WRONG)}masalah.xlsx")
    assert "attachment" in copy["Content-Disposition"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(copy.content))
    [_, kabar, wrong] = book.get_sheet_by_index(0).to_python()
    assert (kabar[0], kabar[-1], wrong[0]) == ("Kabar Rekaan", "", "Salah Rekaan")
    assert "Baris ini belum dipakai" in str(wrong[-1])


def test_the_export_changes_nothing_through_the_pages(officer: Any, place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    columns = send(officer, place[0], officer.get("/anggota/unduh/").content, "anggota.xlsx").url
    given = {f"kolom-{column.letters}": held for column, held, _ in officer.get(columns).context["columns"]}
    page = officer.get(officer.post(columns, given).url)
    assert "Tidak ada yang baru atau berubah" in page.text
    assert {row["row"].outcome.value for row in page.context["rows"]} == {"unchanged"}


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            book.writestr(name, b" " * 200_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" * 20, "fields need|isian perlu"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 9, "sandi"),
        (b"x" * (10 * 2**20 + 1), "10 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused_and_says_why(
    officer: Any, place: tuple[Chapter, Person], content: bytes, said: str
) -> None:
    page = send(officer, place[0], content)
    assert page.status_code in (200, 302)
    if page.status_code == 200:
        assert any(part in page.text for part in said.split("|"))
    assert not MemberOutlet.objects.exists()


def test_a_zip_bomb_is_refused(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = send(officer, place[0], bomb(), "anggota.xlsx")
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not RosterImport.objects.exists()


def test_a_list_is_kept_under_a_name_of_ours(officer: Any, place: tuple[Chapter, Person]) -> None:
    send(officer, place[0], a_list(KABAR), "../../<b>jahat.csv")
    kept = RosterImport.objects.get()
    assert "jahat" not in str(kept.file.name)
    assert "<b>" not in officer.get("/impor/").text


def test_other_chapters_see_nothing_of_a_list(place: tuple[Chapter, Person]) -> None:
    new = an_import(*place, KABAR)
    stranger = visiting(a_person_with_role(a_chapter(place[0], "Serang", "36.04")))
    for path in ("", "kolom/", "batalkan/", "masalah.xlsx"):
        assert stranger.get(f"/impor/{new.public_id}/{path}").status_code == 404
    for path in ("masukkan/", "jawaban/", "batalkan/", "kolom/"):
        assert stranger.post(f"/impor/{new.public_id}/{path}").status_code == 404
    assert "anggota.csv" not in stranger.get("/impor/").text


def test_a_list_cannot_be_taken_in_for_a_chapter_above(place: tuple[Chapter, Person]) -> None:
    below = a_chapter(place[0], "Serang", "36.04")
    page = send(visiting(a_person_with_role(below)), place[0], a_list(KABAR))
    assert page.status_code == 200
    assert not RosterImport.objects.exists()


def test_who_is_no_officer_uploads_nothing(place: tuple[Chapter, Person]) -> None:
    verifier = visiting(a_person_with_role(place[0], RoleKind.VERIFIER))
    assert verifier.get("/impor/").status_code == 403
    assert send(verifier, place[0], a_list(KABAR)).status_code == 403
    assert Client().get("/impor/")["Location"].startswith("/masuk/")
