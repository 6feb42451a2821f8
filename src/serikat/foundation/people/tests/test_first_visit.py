"""The first visit makes the association and its first officer, once."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from serikat.foundation.chapters.models import Coverage, Level
from serikat.foundation.chapters.queries import association
from serikat.foundation.people.actions import set_up_association
from serikat.foundation.people.models import Account, Role
from serikat.web.permission import RefusedError
from tests.support.builders import PASSWORD, an_association

pytestmark = pytest.mark.django_db
FILLED = {
    "association": "Serikat Contoh",
    "level": "province",
    "region": "36",
    "name": "Sekar Rekaan",
    "username": "sekar",
    "password": PASSWORD,
}


@pytest.mark.parametrize("address", ["/", "/masuk/", "/pengurus/", "/t/apa-saja-yang-tak-ada/"])
def test_every_address_of_an_empty_installation_leads_to_it(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == "/mulai/"


def test_it_makes_the_association_and_leads_its_officer_to_a_second_factor(client: Client) -> None:
    response = client.post("/mulai/", FILLED)
    assert response["Location"] == "/akun/faktor-kedua/aplikasi/"
    assert str(association()) == "Serikat Contoh"
    assert Role.objects.get().person.name == "Sekar Rekaan"
    assert Coverage.objects.get().region_id == "36"
    assert client.get(response["Location"]).status_code == 200


def test_it_is_gone_afterwards(client: Client) -> None:
    an_association()
    assert client.get("/mulai/").status_code == 404
    assert client.post("/mulai/", FILLED).status_code == 404
    assert client.get("/masuk/").status_code == 200


def test_what_was_typed_stays_when_something_is_wrong(client: Client) -> None:
    response = client.post("/mulai/", FILLED | {"password": "singkat"})
    assert b"Sekar Rekaan" in response.content
    assert b"singkat" not in response.content
    assert not Account.objects.exists()


def test_of_two_first_visits_one_is_refused() -> None:
    an_association()
    with pytest.raises(RefusedError):
        set_up_another()


def test_of_two_at_the_same_moment_the_second_finds_the_association_there() -> None:
    """What the second of two sees: no account yet when it looked, and a root when it writes."""
    an_association()
    Account.objects.all().delete()
    with pytest.raises(RefusedError):
        set_up_another()


def test_where_strangers_can_come_it_asks_for_a_code(client: Client, settings: Settings) -> None:
    settings.IN_PRODUCTION = True
    assert client.post("/mulai/", FILLED).status_code == 403
    settings.FIRST_VISIT_CODE = "kode-server"
    assert client.post("/mulai/", FILLED | {"code": "salah"}).status_code == 200
    assert not Account.objects.exists()
    assert client.post("/mulai/", FILLED | {"code": "kode-server"}).status_code == 302


def set_up_another() -> None:
    set_up_association(
        association="Lain", level=Level.PROVINCE, regions=(), name="Lain", username="lain", password=PASSWORD
    )
