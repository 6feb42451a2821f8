"""One-time links: looking uses nothing up, pressing does so once, and their secrets stand nowhere."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from serikat.foundation.journal.models import Entry
from serikat.foundation.people.actions import give_role, make_link, use_link
from serikat.foundation.people.models import Account, LinkPurpose, OneTimeLink, Person, RoleKind
from serikat.web.log_lines import JsonLines, PlainLines
from serikat.web.permission import RefusedError
from tests.support.builders import PASSWORD, a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _limits_begin_anew() -> None:
    cache.clear()


@pytest.fixture
def officer() -> Person:
    _, person = an_association()
    person.phone = "+628110000001"
    person.save()
    return person


def link_for(person: Person, by: Person, purpose: LinkPurpose = LinkPurpose.SIGN_IN, leads_to: str = "/akun/") -> str:
    _, secret = make_link(person=person, purpose=purpose, by=by, leads_to=leads_to)
    return f"/t/{secret}/"


@pytest.fixture
def member() -> Person:
    return Person.objects.create(name="Wira Rekaan", phone="+628120000002")


def test_looking_uses_nothing_up(client: Client, officer: Person, member: Person) -> None:
    link = link_for(member, officer)
    for _ in range(3):
        page = client.get(link)
        client.head(link)
    assert b"Wira Rekaan" in page.content
    assert b"Serikat Contoh" in page.content
    assert OneTimeLink.objects.get().is_open
    assert client.get("/akun/")["Location"].startswith("/masuk/")


def test_pressing_lets_in_for_fourteen_days_and_leads_on(client: Client, officer: Person, member: Person) -> None:
    response = client.post(link_for(member, officer))
    assert response["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200
    assert client.session.get_expiry_age() == 14 * 24 * 3600
    assert Entry.objects.filter(deed="people.link_used", actor_id=member.public_id).exists()


def test_pressing_twice_lets_in_once(officer: Person, member: Person) -> None:
    link = link_for(member, officer)
    assert Client().post(link).status_code == 302
    late = Client().post(link)
    assert late.status_code == 410
    assert "Tautan ini sudah dipakai" in late.content.decode()


def test_the_deed_itself_is_done_once(officer: Person, member: Person) -> None:
    secret = link_for(member, officer).split("/")[2]
    assert use_link(secret=secret).person == member
    with pytest.raises(RefusedError):
        use_link(secret=secret)


def test_a_closed_link_says_how_to_get_a_new_one(client: Client, officer: Person, member: Person) -> None:
    link = link_for(member, officer)
    OneTimeLink.objects.update(until=timezone.now() - timedelta(minutes=1))
    page = client.get(link).content.decode()
    assert "https://wa.me/628110000001?text=" in page
    assert "Wira" not in page


@pytest.mark.usefixtures("officer")
def test_an_unknown_link_says_nothing_about_anybody(client: Client) -> None:
    page = client.get("/t/tidak-pernah-dibuat/")
    assert page.status_code == 410
    assert b"wa.me" not in page.content


@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_link_leaves_no_trace(client: Client, officer: Person, member: Person, verb: str) -> None:
    response = getattr(client, verb)(link_for(member, officer))
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in response["Cache-Control"]


def test_a_link_does_not_stand_in_for_a_password_that_somebody_has(client: Client, officer: Person) -> None:
    """A former officer may get a role again, and a session begun by a link alone would then hold it."""
    root = officer.roles.get().chapter
    former = a_person_with_role(root)
    former.roles.all().delete()
    assert client.post(link_for(former, officer))["Location"] == "/masuk/?next=%2Fakun%2F"
    assert client.get("/akun/")["Location"].startswith("/masuk/")


def test_only_the_hash_of_a_secret_is_kept(officer: Person, member: Person) -> None:
    secret = link_for(member, officer).split("/")[2]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert secret not in repr(cursor.fetchall())


@pytest.mark.parametrize("lines", [JsonLines(), PlainLines()])
def test_a_secret_does_not_reach_the_log(lines: logging.Formatter) -> None:
    record = logging.makeLogRecord({"msg": "Forbidden (%s): %s", "args": ("CSRF", "/t/rahasia-rahasia-rahasia/")})
    assert "Forbidden (CSRF): /t/…/" in lines.format(record)


@pytest.mark.parametrize("target", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example/", "akun"])
def test_a_link_leads_to_own_addresses_only(client: Client, officer: Person, member: Person, target: str) -> None:
    assert client.post(link_for(member, officer, leads_to=target))["Location"] == "/"


def test_a_link_changed_behind_our_back_leads_to_own_addresses_too(
    client: Client, officer: Person, member: Person
) -> None:
    link = link_for(member, officer)
    OneTimeLink.objects.update(leads_to="https://jahat.example/")
    assert client.post(link)["Location"] == "/"


def test_an_officer_s_link_stands_in_for_no_second_factor(client: Client, officer: Person) -> None:
    response = client.post(link_for(officer, officer, leads_to="/pengurus/"))
    assert response["Location"] == "/masuk/?next=%2Fpengurus%2F"
    assert client.get("/pengurus/")["Location"].startswith("/masuk/")


def test_a_member_s_session_ends_when_a_role_is_given(client: Client, officer: Person, member: Person) -> None:
    client.post(link_for(member, officer))
    pending = link_for(member, officer)
    give_role(person=member, chapter=officer.roles.get().chapter, kind=RoleKind.OFFICER, by=officer)
    assert client.get("/pengurus/")["Location"].startswith("/masuk/")
    assert client.post(pending).status_code == 410


def test_an_invited_officer_sets_up_an_account_and_pairs_a_second_factor(client: Client, officer: Person) -> None:
    root = officer.roles.get().chapter
    person = Person.objects.create(name="Dewi Rekaan")
    give_role(person=person, chapter=root, kind=RoleKind.OFFICER, by=officer)
    link = link_for(person, officer, LinkPurpose.SET_UP_ACCOUNT)
    assert b"Dewi Rekaan" in client.get(link).content
    short = client.post(link, {"username": "dewi", "password": "singkat"})
    assert short.status_code == 200
    assert OneTimeLink.objects.get().is_open
    response = client.post(link, {"username": "dewi", "password": PASSWORD})
    assert response["Location"] == "/akun/faktor-kedua/aplikasi/"
    assert client.get("/pengurus/")["Location"] == "/akun/faktor-kedua/aplikasi/"


@pytest.mark.parametrize("name", ["SEKAR", "sekar", "tautan-apa", "a", "dua kata"])
def test_a_user_name_that_is_taken_or_unreadable_is_refused(client: Client, officer: Person, name: str) -> None:
    person = Person.objects.create(name="Dewi Rekaan")
    link = link_for(person, officer, LinkPurpose.SET_UP_ACCOUNT)
    assert client.post(link, {"username": name, "password": PASSWORD}).status_code == 200
    assert not Account.objects.filter(person=person).exists()


def test_a_new_sign_in_takes_the_place_of_the_one_before(officer: Person, member: Person) -> None:
    client = visiting(officer)
    client.get("/pengurus/")
    client.post(link_for(member, officer))
    assert "Wira Rekaan" in client.get("/akun/").content.decode()
    assert client.get("/pengurus/").status_code == 404


def test_links_cannot_be_guessed_without_end(client: Client, officer: Person) -> None:
    assert [client.post(f"/t/tebakan-{number}/").status_code for number in range(31)][-1] == 429


def test_a_member_sees_no_page_of_officers() -> None:
    root, _ = an_association()
    client = visiting(a_representative(an_outlet(root)))
    pages = [
        "/pengurus/",
        "/pengurus/undang/",
        "/wilayah/",
        "/wilayah/buka/",
        "/pesan/",
        "/jurnal/",
        "/jurnal/jurnal.csv",
    ]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)


def test_an_officer_whose_role_ended_sees_none_either() -> None:
    root, _ = an_association()
    person = a_person_with_role(a_chapter(root, "Cabang Contoh", "36.04"))
    client = visiting(person)
    assert client.get("/pengurus/").status_code == 200
    person.roles.update(until=timezone.localdate() - timedelta(days=1))
    assert client.get("/pengurus/").status_code == 404
