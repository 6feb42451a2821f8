"""Whoever is refused, or looks for what is not theirs, keeps the menu and learns nothing."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from serikat.foundation.people.models import RoleKind
from serikat.web.addresses import page_above
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


def asked(browser: Client, outlet: UUID) -> tuple[int, str]:
    """Status and page of an outlet, without what differs between any two visits."""
    answer = browser.get(f"/media/{outlet}/")
    page = answer.text.replace(str(outlet), "PUBLIC-ID")
    return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_what_another_chapter_has_looks_as_if_it_were_not_there() -> None:
    root, _ = an_association()
    theirs = an_outlet(a_chapter(root, "Lebak", "36.02"))
    officer = a_person_with_role(a_chapter(root, "Serang", "36.04"), name="Tia Rekaan")
    browser = visiting(officer)
    status, page = asked(browser, theirs.public_id)
    assert (status, page) == asked(browser, uuid4())
    assert status == 404
    assert "Tia Rekaan" in page
    assert '<a href="/media/" aria-current="page">' in page
    assert '<a class="button button-main" href="/media/">Ke Media</a>' in page


def test_a_member_who_strays_is_led_home() -> None:
    root, _ = an_association()
    page = visiting(a_representative(an_outlet(root), name="Wira Rekaan")).get("/pengurus/").text
    assert "Wira Rekaan" in page
    assert 'href="/jurnal/"' not in page
    assert '<a class="button button-main" href="/">Ke halaman depan</a>' in page


def test_who_is_refused_goes_back_where_they_were() -> None:
    root, _ = an_association()
    browser = visiting(a_person_with_role(root, RoleKind.VERIFIER))
    answer = browser.get("/pengurus/undang/", headers={"referer": "http://testserver/pengurus/?halaman=1"})
    assert answer.status_code == 403
    assert '<a class="button button-main" href="/pengurus/?halaman=1">Kembali ke halaman sebelumnya</a>' in answer.text
    assert 'id="menu"' in answer.text


def test_a_form_from_an_old_page_leads_back_to_it() -> None:
    _, officer = an_association()
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = visiting(officer).cookies
    answer = browser.post("/pengurus/undang/", headers={"referer": "http://testserver/pengurus/undang/"})
    assert answer.status_code == 403
    assert '<a class="button button-main" href="/pengurus/undang/">Kembali ke halaman sebelumnya</a>' in answer.text


def test_a_stranger_is_shown_no_menu() -> None:
    an_association()
    answer = Client().get("/tidak-ada/")
    assert answer.status_code == 404
    assert 'id="menu"' not in answer.text
    assert "Masuk" in answer.text


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("/pemeriksaan/mulai/", "/pemeriksaan/"),
        ("/pertanyaan/28ec9af2-b1a1-4aae-9565-3abafc2a512d/ambil/", "/pertanyaan/"),
        ("/pesan/", "/"),
        ("/tidak/ada/", "/"),
        ("/", "/"),
    ],
)
def test_above_an_address_stands_the_page_that_leads_there(address: str, above: str) -> None:
    assert page_above(address) == above


def test_a_button_s_address_leads_to_the_page_that_has_the_button() -> None:
    _, officer = an_association()
    answer = visiting(officer).get("/pemeriksaan/mulai/")
    assert answer.status_code == 405
    assert '<a class="button button-main" href="/pemeriksaan/">Ke halaman yang memuat tombolnya</a>' in answer.text
