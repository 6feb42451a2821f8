"""The journal's page: officers read the deeds about what is theirs, the association's officers all."""

from __future__ import annotations

import csv
import io

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.models import Entry
from serikat.foundation.journal.subjects import Actor, Subject
from serikat.foundation.people.actions.journal import erase_reason
from serikat.foundation.people.models import Person, Role
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Chapter:
    return an_association()[0]


@pytest.fixture
def head(root: Chapter) -> Person:
    return Role.objects.get(chapter=root).person


@pytest.fixture
def local(root: Chapter) -> Person:
    return a_person_with_role(a_chapter(root, "Cabang Tangerang", "36.03"))


def page(client: Client, filters: str = "") -> str:
    return client.get(f"/jurnal/{filters}").content.decode()


def sheet(client: Client, filters: str = "") -> list[list[str]]:
    response = client.get(f"/jurnal/jurnal.csv{filters}")
    assert isinstance(response, StreamingHttpResponse)
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def test_the_association_s_officers_read_every_deed(head: Person) -> None:
    shown = page(visiting(head))
    assert "Pengurus pertama masuk" in shown
    assert "Kunjungan pertama" in shown


def test_others_read_what_is_theirs(root: Chapter, local: Person) -> None:
    mine, theirs = an_outlet(local.roles.get().chapter, "Kabar Kami"), an_outlet(root, "Kabar Mereka")
    for outlet in (mine, theirs):
        record("members.outlet_changed", about=outlet.subject, by=local.actor)
    record("members.roster_confirmed", about=Subject("members", "import", "9"), by=local.actor)
    shown = page(visiting(local))
    assert "Kabar Kami" in shown
    assert "Cabang Tangerang" in shown
    for hidden in ("Kabar Mereka", "Daftar dimasukkan</th>", "Pengurus pertama masuk</th>"):
        assert hidden not in shown


def test_it_narrows_by_deed_person_subject_and_day(head: Person, local: Person) -> None:
    record("members.outlet_changed", about=local.subject, by=local.actor, reason="Ganti alamat")
    client = visiting(head)
    for filters in ("?perbuatan=members.outlet_changed", f"?oleh={local.public_id}", f"?tentang={local.public_id}"):
        assert "1 perbuatan tercatat" in page(client, filters)
    assert "0 perbuatan tercatat" in page(client, "?sampai=2001-01-01")
    assert "0 perbuatan tercatat" not in page(client, "?sejak=2001-01-01&sampai=kemarin")


def test_a_full_page_asks_few_questions(
    root: Chapter, head: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(60):
        record("members.outlet_changed", about=an_outlet(root).subject, by=head.actor)
    client = visiting(head)
    page(client)
    with django_assert_max_num_queries(8):
        page(client)


def test_the_sheet_holds_the_same_deeds_and_no_formula(head: Person, local: Person) -> None:
    record("members.outlet_changed", about=local.subject, by=Actor("system", "worker"), reason="=HYPERLINK(1)")
    headings, *rows = sheet(visiting(head), "?perbuatan=members.outlet_changed")
    assert headings == ["Waktu", "Perbuatan", "Oleh", "Tentang", "Alasan"]
    [row] = rows
    assert row[1:] == ["Data media diubah", "Mesin", local.name, "'=HYPERLINK(1)"]


def test_the_sheet_is_no_wider_than_the_page(local: Person) -> None:
    assert "Pengurus pertama masuk" not in str(sheet(visiting(local)))


def test_a_reason_is_erased_and_the_deed_and_the_erasing_stay(root: Chapter, head: Person) -> None:
    outlet = an_outlet(root)
    entry = record("members.outlet_changed", about=outlet.subject, by=head.actor, reason="Rani Fiktif meninggal")
    client, address = visiting(head), f"/jurnal/{entry.number}/hapus-alasan/"
    assert f'href="{address}"' in page(client)
    asked = client.get(address).text
    assert "Rani Fiktif meninggal" in asked
    assert "Tidak dapat dibatalkan" in asked
    assert "Rani Fiktif" in client.post(address, {"reason": ""}).text
    shown = client.post(address, {"reason": "Diminta keluarga"}, follow=True).text
    assert "(alasan dihapus)" in shown
    assert "Rani Fiktif" not in shown
    assert "(alasan dihapus)" in str(sheet(client))
    erased, kept = Entry.objects.about(outlet.subject)
    assert (erased.deed, erased.reason, erased.details) == (
        "journal.reason_erased", "Diminta keluarga", {"entry": entry.number},
    )  # fmt: skip
    assert (kept.number, kept.reason_commitment) == (entry.number, entry.reason_commitment)
    assert client.get(address).status_code == 404


def test_a_reason_erased_twice_is_recorded_once(root: Chapter, head: Person) -> None:
    entry = record("members.outlet_changed", about=root.subject, by=head.actor, reason="Rani Fiktif meninggal")
    erase_reason(entry=entry, reason="Diminta keluarga", by=head)
    with pytest.raises(RefusedError):
        erase_reason(entry=entry, reason="Diminta keluarga", by=head)
    assert Entry.objects.filter(deed="journal.reason_erased").count() == 1


def test_only_the_association_s_officers_erase(head: Person, local: Person) -> None:
    entry = record("members.outlet_changed", about=local.subject, by=local.actor, reason="Rani Fiktif meninggal")
    other = record("members.outlet_changed", about=head.subject, by=head.actor, reason="Rani Fiktif meninggal")
    client = visiting(local)
    assert "hapus-alasan" not in page(client)
    assert client.post(f"/jurnal/{entry.number}/hapus-alasan/", {"reason": "x"}).status_code == 403
    assert client.get(f"/jurnal/{other.number}/hapus-alasan/").status_code == 404
    assert client.get(f"/jurnal/{10**30}/hapus-alasan/").status_code == 404
    with pytest.raises(RefusedError):
        erase_reason(entry=entry, reason="x", by=local)
    assert Entry.objects.filter(deed="journal.reason_erased").count() == 0
