"""The list of outlets and its files know the plans as the page of plans does."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from serikat.foundation.findings.actions.tallies import recount
from serikat.foundation.findings.models import AuditRound, RoundKind, Target
from serikat.foundation.findings.queries.outlet_page import outlet_page
from serikat.foundation.findings.tests.audits import ADDRESS, MASTHEAD, an_audit
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Message, Person
from serikat.fronts.secretariat.actions import prepare_plan
from tests.support.builders import a_chapter, a_person_with_role, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db
NAMES = ("Kabar Baru", "Kabar Siap", "Kabar Belum", "Kabar Buka", "Kabar Diingatkan", "Kabar Kembali")


@pytest.fixture
def officer() -> Person:
    """Looks after outlets that were not written to, wait, were sent theirs, opened it, were reminded, looked again."""
    root, officer = an_association()
    _, waits, sent, opened, reminded, back = (an_outlet(root, name, phone="+628130000001") for name in NAMES)
    prepare_plan(outlet=waits, by=officer)
    written(officer, sent, days_ago=1)
    written(officer, opened, days_ago=1, opened=True)
    written(officer, reminded, days_ago=9, opened=True)
    written(officer, reminded, days_ago=1, is_reminder=True)
    written(officer, back, days_ago=1)
    again = AuditRound.objects.create(chapter=root, kind=RoundKind.RECHECK, wanted_at=timezone.now())
    Target.objects.create(round=again, outlet=back)
    an_audit(sent, {ADDRESS: "not_met", MASTHEAD: "not_met"}, by=officer)
    return officer


def written(
    officer: Person, outlet: MemberOutlet, days_ago: int, *, opened: bool = False, is_reminder: bool = False
) -> None:
    """A plan that left so many days ago."""
    moment = timezone.now() - timedelta(days=days_ago)
    message = prepare_plan(outlet=outlet, by=officer, is_reminder=is_reminder)
    facts = {"prepared_at": moment, "sent_at": moment, "opened_at": moment if opened else None}
    Message.objects.filter(pk=message.pk).update(**facts)


def listed(browser: Client, address: str) -> set[str]:
    page = browser.get(address).text
    return {name for name in NAMES if re.search(rf"<a [^>]*>{name}</a>", page)}


def test_who_did_not_open_theirs_is_the_same_on_both_pages(officer: Person) -> None:
    browser = visiting(officer)
    unopened = listed(browser, "/media/?rencana=belum-dibuka")
    assert unopened == {"Kabar Belum", "Kabar Diingatkan"}
    assert listed(browser, "/rencana/?keadaan=belum-dibuka") == unopened
    assert listed(browser, "/media/?rencana=belum-dikirim") == {"Kabar Baru", "Kabar Siap"}
    assert listed(browser, "/media/?rencana=belum-dibuka&cari=ingat") == {"Kabar Diingatkan"}


def test_the_filter_stays_within_the_chapter_and_the_budget(officer: Person) -> None:
    recount()
    browser = visiting(officer)
    browser.get("/media/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/media/?rencana=belum-dibuka")
    assert len(asked) <= 8
    below = a_chapter(officer.roles.get().chapter, "Lebak", "36.02")
    assert listed(visiting(a_person_with_role(below)), "/media/?rencana=belum-dibuka") == set()


def test_the_files_say_what_to_do_first_and_how_far_the_plan_has_come(officer: Person) -> None:
    browser = visiting(officer)
    outlet = MemberOutlet.objects.get(name="Kabar Belum")
    seen = outlet_page(outlet).seen
    assert seen is not None
    sent_at = timezone.localtime(Message.objects.get(subject_id=str(outlet.public_id)).sent_at)
    expected = [seen.plan.steps[0].clause.title.id, "Dikirim", f"{sent_at:%Y-%m-%d %H:%M}", ""]
    rows = list(csv.reader(b"".join(browser.get("/media/unduh.csv?rencana=belum-dibuka")).decode().splitlines()))
    assert rows[0][-4:] == ["Dikerjakan dulu", "Rencana", "Rencana dikirim", "Rencana dibuka"]
    assert {row[0]: row[-4:] for row in rows[1:]}["Kabar Belum"] == expected
    book = b"".join(browser.get("/media/unduh.xlsx"))
    table = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    cells = {row[0]: row[-4:] for row in table}
    assert cells["Kabar Belum"] == expected
    assert cells["Kabar Siap"][1:3] == ["Disiapkan", ""]
    assert cells["Kabar Baru"] == [""] * 4
