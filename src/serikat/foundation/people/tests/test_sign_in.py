"""Officers sign in with password and second factor, and nothing else of allauth stands open."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.people.models import Account, Person
from tests.support.builders import PASSWORD, a_representative, an_association, an_outlet
from tests.support.visits import code_now, pair_code_app, visiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _limits_begin_anew() -> None:
    cache.clear()


@pytest.fixture
def officer() -> Person:
    _, person = an_association()
    return person


def sign_in(client: Client, name: str = "sekar", password: str = PASSWORD, **more: str) -> tuple[int, str]:
    response = client.post("/masuk/", {"login": name, "password": password, **more})
    return response.status_code, response.content.decode()


def test_password_and_code_lead_in(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    sign_in(client)
    assert client.get("/pengurus/")["Location"].startswith("/masuk/")
    client.post("/masuk/kode/", {"code": code_now()})
    assert client.get("/pengurus/").status_code == 200


def test_a_wrong_code_does_not(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    sign_in(client)
    assert b"tidak cocok" in client.post("/masuk/kode/", {"code": "000000"}).content
    assert client.get("/pengurus/")["Location"].startswith("/masuk/")


def test_a_new_officer_pairs_a_second_factor_before_anything_else(client: Client, officer: Person) -> None:
    sign_in(client)
    assert client.get("/pengurus/")["Location"] == "/akun/faktor-kedua/aplikasi/"
    client.post("/akun/konfirmasi/", {"password": PASSWORD})
    page = client.get("/akun/faktor-kedua/aplikasi/").content.decode()
    secret = re.search(r'id="rahasia"[^>]*>([A-Z2-7]{32})<', page)
    assert secret
    assert 'src="data:image/svg+xml;base64,' in page
    response = client.post("/akun/faktor-kedua/aplikasi/", {"code": code_now(secret.group(1))})
    assert response["Location"] == "/akun/faktor-kedua/kode-cadangan/"
    assert client.get("/pengurus/").status_code == 200


def test_a_recovery_code_opens_once(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    known = visiting(officer)
    known.post("/akun/konfirmasi/kode/", {"code": code_now()})
    known.post("/akun/faktor-kedua/kode-cadangan/buat/")
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    for status in (302, 200):
        sign_in(client)
        assert client.post("/masuk/kode/", {"code": codes[0]}).status_code == status
        client.post("/akun/keluar/")


def test_who_takes_the_last_second_factor_away_is_led_to_a_new_one(officer: Person) -> None:
    client = visiting(officer)
    assert client.get("/pengurus/").status_code == 200
    client.post("/akun/konfirmasi/kode/", {"code": code_now()})
    client.post("/akun/faktor-kedua/aplikasi/lepas/")
    assert client.get("/pengurus/")["Location"] == "/akun/faktor-kedua/aplikasi/"


def test_changing_the_second_factor_asks_who_it_is(officer: Person) -> None:
    response = visiting(officer).post("/akun/faktor-kedua/aplikasi/lepas/")
    assert response["Location"].startswith("/akun/konfirmasi/")
    assert Authenticator.objects.exists()


@pytest.mark.usefixtures("officer")
def test_a_wrong_name_and_a_wrong_password_look_alike(client: Client) -> None:
    wrong_name, wrong_password = sign_in(client, name="siapa"), sign_in(client, password="bukan-kata-sandinya")
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", wrong_name[1]) == strip.sub("", wrong_password[1])
    assert "Nama pengguna atau kata sandi tidak cocok" in wrong_name[1]


@pytest.mark.usefixtures("officer")
def test_after_five_failures_even_the_right_password_waits(client: Client) -> None:
    for _ in range(5):
        sign_in(client, password="bukan-kata-sandinya")
    assert "Terlalu banyak percobaan" in sign_in(client)[1]


def test_codes_cannot_be_guessed_without_end(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    sign_in(client)
    pages = [client.post("/masuk/kode/", {"code": f"{number:06}"}).content.decode() for number in range(6)]
    assert "Terlalu banyak percobaan" in pages[-1]


ELSEWHERE = ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_nowhere_else(client: Client, officer: Person, target: str) -> None:
    pair_code_app(officer)
    sign_in(client, next=target)
    assert client.post("/masuk/kode/", {"code": code_now()})["Location"] == "/"


def test_signing_in_leads_back(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    assert client.get("/pengurus/?cabang=x")["Location"] == "/masuk/?next=/pengurus/%3Fcabang%3Dx"
    sign_in(client, next="/pengurus/")
    assert client.post("/masuk/kode/", {"code": code_now()})["Location"] == "/pengurus/"


def test_signing_in_gives_the_session_another_key(client: Client, officer: Person) -> None:
    pair_code_app(officer)
    sign_in(client)
    before = client.session.session_key
    client.post("/masuk/kode/", {"code": code_now()})
    assert client.session.session_key != before


@pytest.mark.parametrize(
    "address",
    ["signup/", "masuk/signup/", "accounts/signup/", "akun/email/", "akun/password/reset/", "password/reset/",
     "accounts/", "akun/social/", "masuk/code/", "akun/phone/verify/"],
)  # fmt: skip
@pytest.mark.usefixtures("officer")
def test_pages_of_allauth_that_are_not_used_are_not_there(client: Client, address: str) -> None:
    assert client.get(f"/{address}").status_code == 404


OWN = [
    "/akun/", "/akun/keluar/", "/akun/kata-sandi/", "/akun/faktor-kedua/", "/akun/faktor-kedua/aplikasi/lepas/",
    "/akun/faktor-kedua/kode-cadangan/buat/", "/akun/faktor-kedua/kunci/", "/akun/faktor-kedua/kunci/tambah/",
    "/akun/konfirmasi/", "/akun/konfirmasi/kode/",
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("address", OWN)
def test_every_page_of_one_s_account_is_in_the_look(officer: Person, address: str, language: str) -> None:
    client = visiting(officer)
    client.cookies["language"] = language
    client.post("/akun/konfirmasi/kode/", {"code": code_now()})
    page = client.get(address)
    assert page.status_code == 200
    assert b"web/serikat.css" in page.content
    assert f'lang="{language}"'.encode() in page.content
    assert b" style=" not in page.content


@pytest.mark.parametrize("address", [each for each in OWN if each not in {"/akun/", "/akun/keluar/"}])
def test_a_member_has_neither_password_nor_second_factor_to_change(address: str) -> None:
    root, _ = an_association()
    assert visiting(a_representative(an_outlet(root))).get(address).status_code == 404


def test_signing_out_everywhere_ends_all_other_sessions(officer: Person) -> None:
    here, elsewhere = visiting(officer), visiting(officer)
    here.post("/akun/keluar-semua/")
    assert here.get("/akun/").status_code == 200
    assert elsewhere.get("/akun/")["Location"].startswith("/masuk/")


def test_a_new_password_ends_all_other_sessions(officer: Person) -> None:
    here, elsewhere = visiting(officer), visiting(officer)
    new = "kalimat-baru-yang-panjang"
    here.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert here.get("/akun/").status_code == 200
    assert elsewhere.get("/akun/")["Location"].startswith("/masuk/")


def test_a_disabled_account_is_out_at_once(officer: Person) -> None:
    client = visiting(officer)
    Account.objects.update(is_active=False)
    assert client.get("/akun/")["Location"].startswith("/masuk/")


def test_a_page_costs_no_more_than_three_questions_about_who_asks(
    officer: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = visiting(officer)
    client.get("/akun/")
    client.get("/pengurus/")
    with django_assert_max_num_queries(3 + 1):
        client.get("/akun/")


def test_what_was_seen_does_not_stay_on_a_shared_computer(officer: Person) -> None:
    assert visiting(officer).get("/pengurus/")["Cache-Control"] == "private, no-store"
