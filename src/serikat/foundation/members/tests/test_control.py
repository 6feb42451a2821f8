"""Control of a site: asked for, looked for, vouched for, lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone
from pytest_django import Settings

from serikat.foundation.journal.models import Entry
from serikat.foundation.members.actions.control import (
    ask_for_control,
    look_at_owners,
    look_at_wanted,
    note_audit_of_site,
    vouch_for_control,
    want_look,
)
from serikat.foundation.members.models import Control, MemberOutlet
from serikat.foundation.members.queries import control_of, controls_lost_within
from serikat.foundation.people.models import Person
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


class Site(BaseHTTPRequestHandler):
    head = ""

    def do_GET(self) -> None:
        body = f"<html><head>{self.head}</head><body>Kabar</body></html>".encode()
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    settings.AUDIT_ALLOW_PRIVATE = True
    Site.head = ""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def shown(outlet: MemberOutlet, officer: Person, mark: str = "") -> Control:
    control = vouch_for_control(outlet=outlet, reason="Pernah datang ke kantornya.", by=officer)
    Control.objects.filter(pk=control.pk).update(owner_mark=mark)
    return control


def deeds() -> list[str]:
    return list(Entry.objects.filter(deed__startswith="members.control").values_list("deed", flat=True))


def test_a_member_asks_puts_the_tag_on_the_site_and_has_it_seen(address: str) -> None:
    root, _ = an_association()
    outlet = an_outlet(root, address=address)
    browser = visiting(a_representative(outlet))
    page = f"/media/{outlet.public_id}/kendali/"
    browser.post(f"{page}kode/")
    control = control_of(outlet)
    assert control is not None
    how = browser.get(page).text
    assert control.token in how
    assert "di bawah baris &lt;head&gt;" in how
    looking = browser.post(f"{page}lihat/", follow=True).text
    assert "sedang dilihat" in looking
    assert '<noscript><meta http-equiv="refresh"' in looking
    assert look_at_wanted(now=timezone.now())
    assert "Tandanya belum terlihat" in browser.get(page).text
    Site.head = f'<meta name="serikat-site" content="{control.token}" />'
    Control.objects.update(checked_at=timezone.now() - timedelta(minutes=1))
    browser.post(f"{page}lihat/")
    assert look_at_wanted(now=timezone.now())
    assert "sudah terbukti" in browser.get(page).text
    assert deeds() == ["members.control_asked", "members.control_shown"]


def test_a_site_is_not_looked_at_again_at_once(address: str) -> None:
    root, officer = an_association()
    outlet = an_outlet(root, address=address)
    ask_for_control(outlet=outlet, by=officer)
    want_look(outlet=outlet, by=officer)
    want_look(outlet=outlet, by=officer)
    assert look_at_wanted(now=timezone.now())
    assert not look_at_wanted(now=timezone.now())
    with pytest.raises(RefusedError):
        want_look(outlet=outlet, by=officer)


def test_no_page_waits_for_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page does itself asks no network."""
    root, officer = an_association()
    outlet = an_outlet(root)
    ask_for_control(outlet=outlet, by=officer)
    monkeypatch.setattr("serikat.foundation.members.control_check.look", pytest.fail)
    assert visiting(officer).post(f"/media/{outlet.public_id}/kendali/lihat/", follow=True).status_code == 200


def test_a_look_whose_worker_died_is_had_by_the_next_and_may_be_asked_for_again(address: str) -> None:
    root, officer = an_association()
    outlet, now = an_outlet(root, address=address), timezone.now()
    ask_for_control(outlet=outlet, by=officer)
    want_look(outlet=outlet, by=officer)
    Control.objects.update(checked_at=timezone.now())
    assert not look_at_wanted(now=timezone.now())
    assert look_at_wanted(now=now + timedelta(minutes=2))
    Control.objects.update(wanted_at=now - timedelta(minutes=2), seen=[])
    page = visiting(officer).get(f"/media/{outlet.public_id}/kendali/").text
    assert "Situs belum sempat dilihat" in page
    assert "lihat sekarang" in page


def test_asking_twice_keeps_the_code() -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    assert ask_for_control(outlet=outlet, by=officer) == ask_for_control(outlet=outlet, by=officer)


def test_an_officer_vouches_with_a_reason() -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    browser = visiting(officer)
    page = f"/media/{outlet.public_id}/kendali/jamin/"
    assert browser.post(page, {"reason": ""}).status_code == 422
    browser.post(page, {"reason": "Pernah datang ke kantornya."})
    control = control_of(outlet)
    assert control is not None
    assert control.holds
    assert deeds() == ["members.control_vouched"]


def test_nobody_vouches_for_an_outlet_of_their_own() -> None:
    root, _ = an_association()
    outlet = an_outlet(root)
    member = a_representative(outlet)
    with pytest.raises(RefusedError):
        vouch_for_control(outlet=outlet, reason="Milik saya.", by=member)
    assert visiting(member).post(f"/media/{outlet.public_id}/kendali/jamin/", {"reason": "x"}).status_code == 403


@pytest.mark.parametrize("address_of", ["", "kode/", "lihat/", "jamin/"])
def test_another_chapter_s_outlet_is_not_there(address_of: str) -> None:
    root, _ = an_association()
    other, mine = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    outlet = an_outlet(other)
    page = f"/media/{outlet.public_id}/kendali/{address_of}"
    for person in (a_person_with_role(mine), a_representative(an_outlet(mine))):
        browser = visiting(person)
        assert (browser.post(page) if address_of else browser.get(page)).status_code == 404


@pytest.mark.parametrize(("reached", "is_lost"), [("parked", True), ("redirected_away", True), ("timeout", False)])
def test_an_audit_that_meets_another_owner_ends_control(reached: str, *, is_lost: bool) -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    shown(outlet, officer)
    note_audit_of_site(outlet=outlet, reached=reached)
    assert controls_lost_within([root]).exists() == is_lost
    if is_lost:
        assert "perlu dibuktikan lagi" in visiting(officer).get(f"/media/{outlet.public_id}/kendali/").content.decode()
        assert "Sebabnya: domain" in visiting(officer).get(f"/media/{outlet.public_id}/kendali/").text
        assert ask_for_control(outlet=outlet, by=officer).lost_at is None
    assert (f"members.control_lost_{reached}" in deeds()) == is_lost


@pytest.mark.parametrize(("now", "is_lost"), [("ns1.lain.example", True), ("ns1.lama.example", False), ("", False)])
def test_other_name_servers_end_control(monkeypatch: pytest.MonkeyPatch, now: str, *, is_lost: bool) -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    shown(outlet, officer, "ns1.lama.example")
    monkeypatch.setattr("serikat.foundation.members.control_check.mark_now", lambda _: now)
    assert look_at_owners(now=timezone.now()) == 0
    assert look_at_owners(now=timezone.now() + timedelta(days=8)) == 1
    assert controls_lost_within([root]).exists() == is_lost


def test_control_shown_again_is_no_longer_lost() -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    shown(outlet, officer)
    note_audit_of_site(outlet=outlet, reached="parked")
    shown(outlet, officer)
    assert not controls_lost_within([root]).exists()
