"""The officer's home says what waits, how the chapter stands, and what comes next."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.findings.actions.tallies import recount
from serikat.foundation.findings.models import OutletState, Question, QuestionCause
from serikat.foundation.members.actions.control import note_audit_of_site, vouch_for_control
from serikat.foundation.people.models import Message
from serikat.fronts.secretariat.actions import prepare_plan
from serikat.fronts.secretariat.tests.audited import an_audit
from tests.support.builders import a_chapter, a_person_with_role, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


def test_an_empty_chapter_is_shown_the_three_steps() -> None:
    _, officer = an_association()
    page = visiting(officer).get("/").content.decode()
    assert "Mulai dengan daftar anggota Anda" in page
    assert "Langkah 1 dari 3" in page


def test_before_the_first_audit_the_next_step_is_to_audit_all() -> None:
    root, officer = an_association()
    an_outlet(root)
    page = visiting(officer).get("/").content.decode()
    assert "Langkah 2 dari 3" in page
    assert "Periksa semua" in page


def test_what_waits_stands_first() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Warta Karang Rekaan", phone="+628130000001")
    an_audit(outlet, officer)
    Question.objects.create(
        outlet=outlet,
        standard="uu-pers-1999",
        clause="uu12-name",
        cause=QuestionCause.DIFFERS,
        due=timezone.localdate(),
    )
    prepare_plan(outlet=outlet, by=officer)
    page = visiting(officer).get("/").content.decode()
    assert "Yang menunggu Anda" in page
    assert "1 lewat tenggat" in page
    assert "pesan siap dikirim" in page
    assert "Paling sering kurang" in page


def test_what_was_sent_and_opened_is_counted() -> None:
    root, officer = an_association()
    for number, opened in enumerate((timezone.now(), None)):
        message = prepare_plan(outlet=an_outlet(root, phone=f"+62813000000{number}"), by=officer)
        Message.objects.filter(pk=message.pk).update(sent_at=timezone.now(), opened_at=opened)
    assert "2 rencana terkirim, 1 dibuka" in visiting(officer).get("/").content.decode()


def test_urgent_signs_are_told_first_and_to_those_who_run_it_alone() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Warta Karang Rekaan")
    an_audit(outlet, officer)
    OutletState.objects.update(is_urgent=True)
    page = visiting(officer).get("/").content.decode()
    first = page.index("langsung kepada pengelolanya")
    assert first < page.index("Warta Karang Rekaan") < page.index('id="menunggu"')


def test_control_that_was_lost_waits() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Warta Karang Rekaan")
    vouch_for_control(outlet=outlet, reason="Pernah datang ke kantornya.", by=officer)
    note_audit_of_site(outlet=outlet, reached="parked")
    assert "kendali atas situsnya perlu dibuktikan lagi" in visiting(officer).get("/").content.decode()


def test_another_chapter_s_matters_are_not_shown() -> None:
    root, officer = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    an_audit(an_outlet(lebak, "Warta Lebak Rekaan"), officer)
    OutletState.objects.update(is_urgent=True, is_worse=True)
    assert "Warta Lebak" not in visiting(a_person_with_role(serang)).get("/").content.decode()


def test_the_home_costs_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    root, officer = an_association()
    for _ in range(3):
        an_audit(an_outlet(root, phone="+628130000001"), officer)
    recount()
    browser = visiting(officer)
    browser.get("/")
    with django_assert_max_num_queries(8):
        browser.get("/")
