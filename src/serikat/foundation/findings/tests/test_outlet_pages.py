"""The page of one outlet and what hangs on it: clauses, stored pages, two audits, files, handed-in pages."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from threading import Event

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings import deeds
from serikat.foundation.findings.models import (
    AuditRound,
    ClauseAnswer,
    ClauseState,
    HandedInPage,
    OutletAudit,
    OutletState,
    Question,
    QuestionCause,
    RoundKind,
)
from serikat.foundation.findings.queries.stored_pages import source_with
from serikat.foundation.findings.tests.audits import ADDRESS, MASTHEAD, STANDARD, an_audit, blocked
from serikat.foundation.findings.worker import AWAITED, run_next
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db
SAVED = b"""<html><head><link rel="canonical" href="%s"></head><body><h1>Susunan Redaksi</h1>
<p>Pemimpin Redaksi: Sari Rekaan</p><p>Penanggung Jawab: Sari Rekaan</p><p>Wartawan: Budi Rekaan, Tono Rekaan</p>
<p>Alamat redaksi: Jl. Rekaan Raya No. 17, Kelurahan Contoh, Kota Serang 42111</p></body></html>"""


@pytest.fixture
def house() -> tuple[Chapter, Person, MemberOutlet]:
    root, officer = an_association()
    return root, officer, an_outlet(root, "Kabar Rekaan")


def test_before_the_first_audit_the_page_says_what_will_stand_there(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    page = visiting(house[1]).get(f"/media/{house[2].public_id}/").content.decode()
    assert "belum pernah diperiksa" in page
    assert "Periksa sekarang" in page


def test_the_page_says_where_the_outlet_stands_and_shows_the_words(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met", MASTHEAD: "met"}, by=officer)
    page = visiting(officer).get(f"/media/{outlet.public_id}/").content.decode()
    assert "Kabar Rekaan: 1 butir belum terpenuhi" in page
    assert "Jl. Rekaan No. 17 Serang" in page
    assert "Sekar Rekaan" in page


def test_outsiders_find_nothing(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    root, officer, outlet = house
    audit = an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    sha256 = audit.record["pages"][0]["sha256"]
    other = a_chapter(root, "Wilayah Lain")
    own = f"/media/{outlet.public_id}/"
    addresses = [
        own, f"{own}banding/", f"{own}laporan/", f"{own}audit.json", f"{own}halaman/",
        f"{own}butir/{STANDARD}/{ADDRESS}/", f"{own}bukti/{sha256}/", f"{own}bukti/{sha256}/tampilan/",
        f"/pemeriksaan/{AuditRound.objects.get().public_id}/",
    ]  # fmt: skip
    for person in (a_person_with_role(other), a_representative(an_outlet(root))):
        visitor = visiting(person)
        assert [visitor.get(address).status_code for address in addresses] == [404] * len(addresses)
    assert {Client().get(address).status_code for address in addresses} == {302}
    insider = visiting(officer)
    assert [insider.get(address).status_code for address in addresses] == [200] * len(addresses)


def test_a_representative_sees_findings_but_not_what_officers_write(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    visitor = visiting(a_representative(outlet))
    page = visitor.get(f"/media/{outlet.public_id}/").content.decode()
    assert "Jl. Rekaan No. 17 Serang" in page
    assert "Data anggota" not in page
    address = f"/media/{outlet.public_id}/butir/{STANDARD}/{ADDRESS}/"
    assert "Jawab butir ini" not in visitor.get(address).content.decode()
    assert visitor.post(address, answer()).status_code == 403


def answer(**changes: str) -> dict[str, str]:
    until = (timezone.localdate() + timedelta(days=90)).isoformat()
    return {"outcome": "met", "reason": "Kantor didatangi.", "way": "visit", "evidence": "", "until": until, **changes}


def test_an_answer_is_confirmed_before_it_is_kept(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "not_met"}, by=officer)
    visitor = visiting(officer)
    address = f"/media/{outlet.public_id}/butir/{STANDARD}/{ADDRESS}/"
    wrong = visitor.post(address, answer(reason="", until="2001-01-01"))
    assert b"field-wrong" in wrong.content
    asked = visitor.post(address, answer())
    assert "Simpan jawaban" in asked.content.decode()
    assert not ClauseAnswer.objects.exists()
    assert visitor.post(address, answer(yakin="1")).status_code == 302
    assert ClauseState.objects.get(outlet=outlet).standing == "met"
    page = visitor.get(f"/media/{outlet.public_id}/").content.decode()
    assert "Kantor didatangi." in page
    assert "Alasan rekaan: not_met." in page
    assert Entry.objects.filter(deed="findings.answered").count() == 1
    kept = ClauseAnswer.objects.get()
    visitor.post(f"/jawaban/{kept.public_id}/tarik/", {"reason": "Keliru."})
    assert ClauseState.objects.get(outlet=outlet).standing == "not_met"


def test_a_stored_page_is_shown_without_running_it(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    sha256 = an_audit(outlet, {ADDRESS: "met"}, by=officer).record["pages"][0]["sha256"]
    visitor = visiting(officer)
    page = visitor.get(f"/media/{outlet.public_id}/bukti/{sha256}/?kutip=Jl.+Rekaan+No.+17+Serang").content.decode()
    assert '<mark id="kutipan">Jl. Rekaan No. 17 &lt;b&gt;Serang</mark>' in page
    assert "<script>alert" not in page
    looked = visitor.get(f"/media/{outlet.public_id}/bukti/{sha256}/tampilan/")
    assert b"alert" not in looked.content
    assert looked["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert looked["X-Frame-Options"] == "SAMEORIGIN"
    assert visitor.get(f"/media/{outlet.public_id}/bukti/{'0' * 64}/").status_code == 404


def test_a_page_full_of_spaces_is_searched_at_once() -> None:
    """Tried in every grouping, sixty spaces would take longer than the world is old."""
    assert not source_with(f"Pemimpin{' ' * 5_000}x", "Pemimpin Redaksi").is_marked
    assert source_with(f"Pemimpin{' ' * 5_000}<b> Redaksi", "Pemimpin Redaksi").is_marked


def test_two_audits_are_compared(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    before = timezone.now() - timedelta(days=3)
    first = an_audit(outlet, {ADDRESS: "not_met", MASTHEAD: "met"}, by=officer, at=before)
    visitor = visiting(officer)
    address = f"/media/{outlet.public_id}/banding/"
    assert "Belum ada dua pemeriksaan" in visitor.get(address).content.decode()
    second = an_audit(outlet, {ADDRESS: "met", MASTHEAD: "not_met"}, by=officer)
    page = visitor.get(f"{address}?dari={first.public_id}&ke={second.public_id}").content.decode()
    assert "1 butir membaik, 1 memburuk" in page
    assert visitor.get(f"{address}?dari=x&ke=y").status_code == 200


def test_the_audit_can_be_taken_along(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    an_audit(outlet, {ADDRESS: "met"}, by=officer)
    visitor = visiting(officer)
    assert json.loads(visitor.get(f"/media/{outlet.public_id}/audit.json").content)["url"] == outlet.address
    assert b"<!doctype html>" in visitor.get(f"/media/{outlet.public_id}/laporan/").content[:200].lower()


def handed_in(visitor: Client, outlet: MemberOutlet, body: bytes) -> None:
    file = SimpleUploadedFile("redaksi.html", body)
    assert visitor.post(f"/media/{outlet.public_id}/halaman/", {"files": [file]}).status_code == 302
    while run_next(AWAITED, Event()):
        pass


def test_a_handed_in_page_counts_until_an_officer_refuses_it(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    blocked(outlet, by=officer)
    page = SAVED % f"{outlet.address}redaksi".encode()
    handed_in(visiting(a_representative(outlet)), outlet, page)
    address = ClauseState.objects.get(outlet=outlet, clause=ADDRESS)
    assert address.outcome == "met"
    assert ClauseState.objects.filter(outlet=outlet, outcome="not_met").count() <= 2
    assert Question.objects.get(closed_at=None).cause == QuestionCause.HANDED_IN
    visitor = visiting(officer)
    assert "diserahkan anggota, belum dilihat pengurus" in visitor.get(f"/media/{outlet.public_id}/").content.decode()
    given = HandedInPage.objects.get()
    assert visitor.post(f"/halaman/{given.public_id}/", {"decision": "refuse", "remark": ""}).status_code == 200
    visitor.post(f"/halaman/{given.public_id}/", {"decision": "refuse", "remark": "Bukan halamannya."})
    while run_next(AWAITED, Event()):
        pass
    address.refresh_from_db()
    assert address.outcome == "unclear"
    assert not Question.objects.filter(closed_at=None).exists()
    assert set(Entry.objects.values_list("deed", flat=True)) >= {"findings.page_handed_in", "findings.page_seen"}


def test_a_page_of_an_outlet_that_was_never_audited_is_its_first_audit(
    house: tuple[Chapter, Person, MemberOutlet],
) -> None:
    _, officer, outlet = house
    handed_in(visiting(officer), outlet, SAVED % f"{outlet.address}redaksi".encode())
    assert OutletState.objects.get(outlet=outlet).reached == "partial"
    assert OutletAudit.objects.get().round.kind == RoundKind.HANDED_IN


def test_what_is_no_page_is_not_taken(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    visitor = visiting(officer)
    address = f"/media/{outlet.public_id}/halaman/"
    for body in (b"hanya teks", b"x" * (5 * 1024 * 1024 + 1)):
        answered = visitor.post(address, {"files": [SimpleUploadedFile("a.html", body)]})
        assert b"field-wrong" in answered.content
    elsewhere = {"files": [SimpleUploadedFile("a.html", SAVED)], "url": "https://lain.example/redaksi"}
    assert "bukan bagian situs media ini" in visitor.post(address, elsewhere).content.decode()
    assert not HandedInPage.objects.exists()


def test_pages_wait_in_bounds(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    waiting = [HandedInPage(outlet=outlet, url=outlet.address, sha256=f"{n}", handed_in_by=officer) for n in range(50)]
    HandedInPage.objects.bulk_create(waiting)
    page = SimpleUploadedFile("a.html", SAVED % f"{outlet.address}redaksi".encode())
    said = visiting(officer).post(f"/media/{outlet.public_id}/halaman/", {"files": [page]}).text
    assert "50 halaman menunggu dilihat" in said
    assert HandedInPage.objects.count() == 50


def test_the_same_page_twice_is_one(house: tuple[Chapter, Person, MemberOutlet]) -> None:
    _, officer, outlet = house
    visitor = visiting(officer)
    for _ in range(2):
        handed_in(visitor, outlet, SAVED % f"{outlet.address}redaksi".encode())
    assert HandedInPage.objects.count() == 1


def test_rooms_above_offer_their_deeds(
    house: tuple[Chapter, Person, MemberOutlet], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "_deeds", [])
    deeds.register(
        deeds.Deed(Words("Kirim rencana", "Send the plan"), "findings:comparison", "send", deeds.Place.OUTLET)
    )
    page = visiting(house[1]).get(f"/media/{house[2].public_id}/").content.decode()
    assert re.search(r'href="/media/[^"]+/banding/"[^>]*>.*?Kirim rencana', page, re.DOTALL)
