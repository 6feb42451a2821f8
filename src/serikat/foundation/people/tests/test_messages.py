"""Messages: their text carries no secret until they leave, and what was sent and opened is kept."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.actions import invite_officer
from serikat.foundation.people.messages import (
    prepare_digest,
    prepare_plan_message,
    prepare_receipt,
    prepare_reminder,
)
from serikat.foundation.people.models import Message, OneTimeLink, Person, Role, RoleKind
from tests.support.builders import a_chapter, a_person_with_role, an_association
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Chapter:
    return a_chapter(an_association()[0], "Cabang Tangerang", "36.03")


@pytest.fixture
def officer(here: Chapter) -> Person:
    return a_person_with_role(here)


@pytest.fixture
def member() -> Person:
    return Person.objects.create(name="Wira {Rekaan}", phone="+628120000002", email="wira@kabar.example")


@pytest.fixture
def plan(here: Chapter, officer: Person, member: Person) -> Message:
    return prepare_plan_message(
        to=member, about=here.subject, name="Kabar Rekaan", chapter=here, leads_to="/akun/", by=officer
    )


def send(client: Client, message: Message, text: str = "", by: str = "whatsapp") -> str:
    response = client.post(f"/pesan/{message.public_id}/kirim/", {"text": text or message.text, "lewat": by})
    message.refresh_from_db()
    return response.get("Location") or response.content.decode()


def secret_in(text: str) -> str:
    found = re.search(r"/t/[\w-]+/", text)
    assert found
    return found.group()


def test_a_prepared_message_names_whom_and_what_and_holds_no_link(plan: Message) -> None:
    assert "Wira {Rekaan}" in plan.text
    assert "Kabar Rekaan" in plan.text
    assert "Serikat Contoh" in plan.text
    assert "[tautan]" in plan.text
    assert not OneTimeLink.objects.exists()


def test_whatsapp_gets_the_number_and_the_edited_text_with_a_link(officer: Person, plan: Message) -> None:
    address = urlsplit(send(visiting(officer), plan, "Pak Wira, silakan: [tautan]"))
    text = parse_qs(address.query)["text"][0]
    assert (address.netloc, address.path) == ("wa.me", "/628120000002")
    assert text.startswith("Pak Wira, silakan: http")
    assert Client().post(secret_in(text))["Location"] == "/akun/"


def test_the_kept_text_never_holds_the_secret(officer: Person, plan: Message) -> None:
    secret = secret_in(parse_qs(urlsplit(send(visiting(officer), plan)).query)["text"][0])
    assert secret.split("/")[2] not in plan.text
    assert "[tautan]" in plan.text


def test_a_link_that_was_taken_out_of_the_text_stands_at_its_end(officer: Person, plan: Message) -> None:
    assert secret_in(send(visiting(officer), plan, "Silakan lihat.", by="salin"))


def test_what_was_sent_and_opened_is_kept(officer: Person, plan: Message) -> None:
    client = visiting(officer)
    text = parse_qs(urlsplit(send(client, plan)).query)["text"][0]
    assert (plan.state, plan.channel) == ("sent", "whatsapp")
    Client().get(secret_in(text))
    plan.refresh_from_db()
    assert plan.state == "sent"
    Client().post(secret_in(text))
    plan.refresh_from_db()
    assert plan.state == "opened"
    assert "Dibuka" in client.get("/pesan/?keadaan=opened").content.decode()
    assert Entry.objects.filter(deed="people.message_sent").count() == 1


def test_sending_again_makes_the_first_link_useless(officer: Person, plan: Message) -> None:
    client = visiting(officer)
    first = secret_in(send(client, plan, by="salin"))
    second = secret_in(send(client, plan, by="salin"))
    assert Client().post(first).status_code == 410
    assert Client().post(second).status_code == 302


def test_an_empty_text_is_not_sent(officer: Person, plan: Message) -> None:
    response = visiting(officer).post(f"/pesan/{plan.public_id}/kirim/", {"text": " "})
    assert response.status_code == 422
    assert not OneTimeLink.objects.exists()


def test_messages_of_other_chapters_are_not_there(plan: Message, here: Chapter) -> None:
    stranger = visiting(a_person_with_role(a_chapter(Chapter.objects.get(depth=1), "Cabang Serang", "36.04")))
    assert stranger.get(f"/pesan/{plan.public_id}/").status_code == 404
    assert stranger.post(f"/pesan/{plan.public_id}/kirim/", {"text": "x"}).status_code == 404
    assert plan.to
    assert plan.to.name not in stranger.get("/pesan/").content.decode()


def test_a_verifier_may_send_a_plan_but_not_what_opens_an_account(
    here: Chapter, officer: Person, plan: Message
) -> None:
    invitation = invite_officer(name="Dewi Rekaan", phone="", email="", chapter=here, kind=RoleKind.OFFICER, by=officer)
    verifier = visiting(a_person_with_role(here, RoleKind.VERIFIER))
    assert verifier.post(f"/pesan/{plan.public_id}/kirim/", {"text": "x"}).status_code == 302
    assert verifier.post(f"/pesan/{invitation.public_id}/kirim/", {"text": "x", "lewat": "salin"}).status_code == 403
    assert not OneTimeLink.objects.filter(purpose="set_up_account").exists()


def test_the_list_says_what_waits_and_filters(
    here: Chapter, officer: Person, member: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = visiting(officer)
    assert "Pesan yang Anda siapkan akan tampil di sini" in client.get("/pesan/").content.decode()
    for _ in range(3):
        prepare_reminder(to=member, about=here.subject, name="Kabar", chapter=here, leads_to="/", by=officer)
    with django_assert_max_num_queries(8):
        page = client.get("/pesan/").content.decode()
    assert "3 pesan menunggu dikirim" in page
    assert "Tidak ada pesan yang cocok" in client.get("/pesan/?jenis=plan").content.decode()


def test_a_receipt_names_the_day(here: Chapter, officer: Person, member: Person) -> None:
    receipt = prepare_receipt(
        to=member, about=here.subject, name="Kabar", chapter=here, leads_to="/", on=date(2026, 11, 21), by=officer
    )
    assert "21 November 2026" in receipt.text


def test_a_digest_has_no_number_and_no_link(here: Chapter, officer: Person) -> None:
    lines = [Words("34 media belum lengkap", "34 outlets not complete")]
    digest = prepare_digest(about=here.subject, chapter=here, lines=lines, on=date(2026, 11, 21), by=officer)
    page = visiting(officer).get(f"/pesan/{digest.public_id}/").content.decode()
    assert "• 34 media belum lengkap" in page
    assert "+62" not in digest.text
    text = parse_qs(urlsplit(send(visiting(officer), digest)).query)["text"][0]
    assert "/t/" not in text


def test_e_mail_goes_where_a_server_is_set_up(officer: Person, plan: Message, settings: Settings) -> None:
    client = visiting(officer)
    assert "Surel" not in client.get(f"/pesan/{plan.public_id}/").content.decode()
    settings.EMAIL_HOST = "mail.example"
    assert "Surel" in client.get(f"/pesan/{plan.public_id}/").content.decode()
    send(client, plan, by="email")
    [sent] = mail.outbox
    assert sent.to == ["wira@kabar.example"]
    assert secret_in(str(sent.body))
    assert (plan.state, plan.channel) == ("sent", "email")


@pytest.fixture
def gateway(settings: Settings) -> Iterator[list[dict[str, str]]]:
    """A message gateway on this machine; what it took."""
    taken: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            taken.append(body | {"authorization": self.headers["Authorization"]})
            self.send_response(503 if "gagal" in body["text"] else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.GATEWAY_URL, settings.GATEWAY_TOKEN = f"http://127.0.0.1:{server.server_port}/", "kunci"
    yield taken
    server.shutdown()


def test_a_gateway_takes_number_and_text(officer: Person, plan: Message, gateway: list[dict[str, str]]) -> None:
    send(visiting(officer), plan, by="gateway")
    [taken] = gateway
    assert (taken["to"], taken["authorization"]) == ("+628120000002", "Bearer kunci")
    assert secret_in(taken["text"])
    assert plan.state == "sent"


@pytest.mark.usefixtures("gateway")
def test_what_a_gateway_refuses_is_told_and_stays_to_be_sent(officer: Person, plan: Message) -> None:
    client = visiting(officer)
    send(client, plan, "Ini gagal: [tautan]", by="gateway")
    assert (plan.state_words.id, plan.came_at) == ("Belum terkirim", None)
    assert "Belum terkirim" in client.get(f"/pesan/{plan.public_id}/").content.decode()
    assert Entry.objects.filter(deed="people.message_not_sent").exists()
    send(client, plan)
    assert plan.state == "sent"


def test_an_association_s_officer_sees_what_belongs_to_no_chapter(here: Chapter, member: Person, plan: Message) -> None:
    head = Role.objects.get(chapter__depth=1).person
    Message.objects.update(chapter=None)
    assert member.name in visiting(head).get("/pesan/").content.decode()
