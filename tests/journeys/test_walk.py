"""Every address, walked by every role: none shows or changes what is another chapter's or another member's."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from serikat.foundation.journal.models import Entry
from tests.journeys.addresses import routes
from tests.journeys.walk_table import ABOUT, SAYS_WHO, WALK, WITHOUT_TOKEN
from tests.journeys.world import SECRETS, World, a_world, visitor

pytestmark = pytest.mark.django_db
STRANGERS = ("nobody", "officer_b", "member_b")


@pytest.fixture
def world() -> World:
    return a_world()


@pytest.fixture
def browsers(world: World) -> dict[str, Client]:
    return {role: visitor(person) for role, person in world.roles().items()}


def address(route: str, world: World) -> str:
    return reverse(route, kwargs=ABOUT[route](world) if route in ABOUT else {})


def answers(browser: Client, method: str, url: str) -> tuple[int, str]:
    """Status and text of the answer; what it changed is undone."""
    with transaction.atomic():
        kept = dict(browser.cookies)
        response = browser.get(url) if method == "GET" else browser.post(url)
        body = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies.update(kept)
    return response.status_code, body.decode(errors="replace")


def expected(route: str, method: str) -> list[int]:
    visits, _, forms = WALK[route].partition("|")
    return [int(status) for status in (visits if method == "GET" else forms).split()]


def test_every_address_has_its_line() -> None:
    assert sorted(set(routes()) ^ set(WALK)) == []
    assert sorted(route for route, wants in routes().items() if wants and route not in ABOUT) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_each_role_gets_what_is_its_own(method: str, world: World, browsers: dict[str, Client]) -> None:
    before = Entry.objects.count()
    wrong, leaked = [], []
    for route in sorted(WALK):
        url = address(route, world)
        for (role, browser), status in zip(browsers.items(), expected(route, method), strict=True):
            found, text = answers(browser, method, url)
            if found != status:
                wrong.append(f"{route} for {role}: {found}, not {status}")
            if role in STRANGERS and route not in SAYS_WHO:
                leaked += [f"{route} tells {role} {secret}" for secret in SECRETS if secret in text]
    assert wrong == []
    assert leaked == []
    assert Entry.objects.count() == before


def test_no_form_is_taken_that_was_not_shown(world: World) -> None:
    """Without the form's token nobody changes anything, however much they might."""
    careless = {role: visitor(person, enforce_csrf_checks=True) for role, person in world.roles().items()}
    taken = [
        f"{route} by {role}"
        for route in sorted(set(WALK) - WITHOUT_TOKEN)
        for (role, browser), status in zip(careless.items(), expected(route, "POST"), strict=True)
        if status not in {404, 405} and answers(browser, "POST", address(route, world))[0] != 403
    ]
    assert taken == []


def test_a_leak_would_be_seen(world: World, browsers: dict[str, Client]) -> None:
    _, text = answers(browsers["officer_a"], "GET", address("people:message", world))
    assert "Kabar Teluk Rahasia" in text
