"""Lists of invented members as files that people would upload, and as imports on their way in."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.uploadedfile import SimpleUploadedFile

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.models import RosterImport
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster_import.actions import choose_columns, confirm_roster, upload_roster
from serikat.foundation.members.roster_import.previewing import preview_of
from serikat.foundation.people.models import Person

HEADINGS = (
    "Nama Media,Alamat Situs,Nama Perusahaan,Provinsi,Kabupaten/Kota,Pemimpin Redaksi,No HP,Surel,Catatan,Domain Lama"
)
COLUMNS = dict(
    zip(
        "ABCDEFGHIJ",
        (Field.NAME, Field.ADDRESS, Field.COMPANY, Field.PROVINCE, Field.REGENCY, Field.EDITOR_IN_CHIEF, Field.PHONE,
         Field.EMAIL, Field.NOTES, Field.FORMER_DOMAINS),
        strict=True,
    )
)  # fmt: skip


def a_list(*rows: str) -> bytes:
    """A CSV of these rows below the headings."""
    return "\n".join((HEADINGS, *rows)).encode()


def a_file(content: bytes, name: str = "anggota.csv") -> SimpleUploadedFile:
    """The content as a browser sends it."""
    return SimpleUploadedFile(name, content)


def an_import(chapter: Chapter, by: Person, *rows: str) -> RosterImport:
    """A list uploaded, its columns chosen, nothing saved yet."""
    content = a_list(*rows)
    new = upload_roster(chapter=chapter, file=a_file(content), file_name="anggota.csv", by=by)
    choose_columns(roster_import=new, sheet="", columns=COLUMNS, by=by)
    new.refresh_from_db()
    return new


def taken_in(chapter: Chapter, by: Person, *rows: str) -> RosterImport:
    """A list confirmed as it was seen."""
    new = an_import(chapter, by, *rows)
    confirm_roster(roster_import=new, seen=preview_of(new).fingerprint, by=by)
    new.refresh_from_db()
    return new


def outcomes(roster_import: RosterImport) -> Sequence[str]:
    """What would come of each row now."""
    return [row.outcome.value for row in preview_of(roster_import).rows]
