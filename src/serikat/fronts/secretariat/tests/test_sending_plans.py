"""Plans go to representatives by one-time links, one after another, and reminders to those who did not open theirs."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from serikat.foundation.members.models import MemberOutlet, Representative
from serikat.foundation.people.models import Message, MessageKind, Person
from serikat.fronts.secretariat.actions import prepare_plan
from serikat.fronts.secretariat.sent_plans import Progress, sent_plans
from serikat.web.permission import RefusedError
from tests.support.builders import (
    a_chapter,
    a_person_with_role,
    a_representative,
    an_association,
    an_outlet,
)
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


def sent(browser: Client, message: Message) -> str:
    """The address in the message as it left."""
    left = browser.post(f"/pesan/{message.public_id}/kirim/", {"text": message.text, "lewat": "whatsapp"})
    text = parse_qs(urlsplit(left["Location"]).query)["text"][0]
    found = re.search(r"/t/\S+", text)
    assert found
    return found[0]


def with_plan(officer: Person, outlet: MemberOutlet, days_ago: int = 0, *, opened: bool = False) -> Message:
    message = prepare_plan(outlet=outlet, by=officer)
    moment = timezone.now() - timedelta(days=days_ago)
    Message.objects.filter(pk=message.pk).update(sent_at=moment, opened_at=moment if opened else None)
    return message


def test_a_plan_reaches_the_member_by_a_link_that_works_once() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Warta Karang Rekaan", phone="+628130000001")
    browser = visiting(officer)
    assert "tercatat sebagai wakil" in browser.get(f"/media/{outlet.public_id}/rencana/").content.decode()
    prepared = browser.post(f"/media/{outlet.public_id}/rencana/")
    message = Message.objects.get(kind=MessageKind.PLAN)
    assert prepared["Location"] == f"/pesan/{message.public_id}/"
    link = sent(browser, message)
    member = Client()
    assert member.post(link)["Location"] == f"/saya/{outlet.public_id}/"
    assert member.get(f"/saya/{outlet.public_id}/").status_code == 200
    assert Client().post(link).status_code == 410
    assert [each.progress for each in sent_plans(officer, [root])] == [Progress.OPENED]


def test_preparing_twice_keeps_one_message() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, phone="+628130000001")
    assert prepare_plan(outlet=outlet, by=officer) == prepare_plan(outlet=outlet, by=officer)


def test_the_message_holds_no_findings() -> None:
    root, officer = an_association()
    message = prepare_plan(outlet=an_outlet(root, phone="+628130000001"), by=officer)
    assert "[tautan]" in message.text
    assert "belum terpenuhi" not in message.text


def test_many_are_prepared_and_those_without_a_number_are_named() -> None:
    root, officer = an_association()
    reachable = [an_outlet(root, phone=f"+62813000000{n}") for n in range(2)]
    silent = an_outlet(root, "Warta Tanpa Nomor")
    ids = [str(each.public_id) for each in (*reachable, silent)]
    page = visiting(officer).post("/rencana/siapkan/", {"pilih": ids}, follow=True).content.decode()
    assert "2 pesan siap dikirim." in page
    assert "Warta Tanpa Nomor" in page
    assert "0 dari 2 pesan" in page


def test_the_queue_goes_on_to_the_next_and_ends() -> None:
    root, officer = an_association()
    browser = visiting(officer)
    for n in range(2):
        prepare_plan(outlet=an_outlet(root, phone=f"+62813000000{n}"), by=officer)
    first = Message.objects.order_by("pk")[0]
    assert str(first.public_id) in browser.get("/rencana/antrean/").content.decode()
    assert str(first.public_id) not in browser.get("/rencana/antrean/?lewati=1").content.decode()
    for message in Message.objects.order_by("pk"):
        sent(browser, message)
    assert "Semua pesan sudah dikirim" in browser.get("/rencana/antrean/").content.decode()


def test_reminders_go_to_those_who_did_not_open_or_did_not_check_again() -> None:
    root, officer = an_association()
    late, opened, fresh = (an_outlet(root, phone=f"+62813000000{n}") for n in range(3))
    with_plan(officer, late, 8)
    with_plan(officer, opened, 8, opened=True)
    with_plan(officer, fresh, 1)
    visiting(officer).post("/rencana/ingatkan/")
    reminded = Message.objects.filter(kind=MessageKind.REMINDER).values_list("subject_id", flat=True)
    assert set(reminded) == {str(late.public_id), str(opened.public_id)}


def test_whoever_did_not_open_theirs_can_be_reminded_at_once() -> None:
    root, officer = an_association()
    unopened, opened = (an_outlet(root, phone=f"+62813000000{n}") for n in range(2))
    with_plan(officer, unopened)
    with_plan(officer, opened, opened=True)
    browser = visiting(officer)
    assert "Ingatkan 1 yang belum membuka" in browser.get("/rencana/?keadaan=belum-dibuka").content.decode()
    browser.post("/rencana/ingatkan/", {"keadaan": "belum-dibuka"})
    assert Message.objects.get(kind=MessageKind.REMINDER).subject_id == str(unopened.public_id)


def test_who_had_the_site_looked_at_since_is_not_reminded() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, phone="+628130000001")
    message = with_plan(officer, outlet, 8)
    assert message.to
    visiting(message.to).post(f"/saya/{outlet.public_id}/periksa-lagi/")
    assert [each.progress for each in sent_plans(officer, [root])] == [Progress.BACK]


def test_the_list_shows_how_far_each_has_come_and_filters_by_it() -> None:
    root, officer = an_association()
    browser = visiting(officer)
    assert "Belum ada rencana yang dikirim" in browser.get("/rencana/").content.decode()
    with_plan(officer, an_outlet(root, "Warta Satu Rekaan", phone="+628130000001"))
    prepare_plan(outlet=an_outlet(root, "Warta Dua Rekaan", phone="+628130000002"), by=officer)
    page = browser.get("/rencana/?keadaan=menunggu").content.decode()
    assert "Warta Dua Rekaan" in page
    assert "Warta Satu Rekaan" not in page


def test_the_digest_counts_and_names_nobody() -> None:
    root, officer = an_association()
    with_plan(officer, an_outlet(root, "Warta Satu Rekaan", phone="+628130000001"))
    visiting(officer).post("/rencana/ringkasan/")
    digest = Message.objects.get(kind=MessageKind.DIGEST)
    assert "1 media anggota" in digest.text
    assert "Warta Satu" not in digest.text
    assert digest.link_purpose == ""


def test_another_chapter_s_outlets_are_neither_seen_nor_written_to() -> None:
    root, officer = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    theirs = an_outlet(lebak, "Warta Lebak Rekaan", phone="+628130000001")
    with_plan(officer, theirs)
    browser = visiting(a_person_with_role(serang))
    assert browser.get(f"/media/{theirs.public_id}/rencana/").status_code == 404
    browser.post("/rencana/siapkan/", {"pilih": [str(theirs.public_id)]})
    assert Message.objects.count() == 1
    assert "Warta Lebak" not in browser.get("/rencana/").content.decode()


def test_a_link_that_would_open_more_than_its_sender_sees_is_not_made() -> None:
    root, officer = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    here, there = an_outlet(serang, phone="+628130000001"), an_outlet(lebak)
    both = a_representative(here, there)
    with pytest.raises(RefusedError):
        prepare_plan(outlet=here, by=a_person_with_role(serang))
    assert prepare_plan(outlet=here, by=officer).chapter == root
    assert Representative.objects.filter(person=both).count() == 2


@pytest.mark.parametrize("path", ["/rencana/", "/rencana/antrean/"])
def test_members_have_no_such_pages(path: str) -> None:
    root, _ = an_association()
    assert visiting(a_representative(an_outlet(root))).get(path).status_code == 404
