"""What a worker does when it is asked to leave, when a round fails, and once a day."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.findings.actions.answers import answer_clause
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.findings.models import AuditRound, RoundState
from serikat.foundation.findings.round_at_work import RoundAtWork
from serikat.foundation.findings.tests.audits import ADDRESS, STANDARD, an_audit
from serikat.foundation.findings.worker import AWAITED, Upkeep, run_next
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from tests.support.builders import an_association, an_outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(tmp_path: Path, settings: LazySettings) -> AuditRound:
    """A round that this worker has taken."""
    settings.AUDIT_FOLDER, settings.AUDIT_DATABASE = tmp_path, f"sqlite:///{tmp_path / 'rounds.sqlite3'}"
    root, officer = an_association()
    found = start_round(chapter=root, outlets=[an_outlet(root)], by=officer)
    AuditRound.objects.update(state=RoundState.RUNNING, began_at=timezone.now())
    found.refresh_from_db()
    return found


@pytest.mark.parametrize(
    ("meanwhile", "ends"), [(RoundState.RUNNING, RoundState.WANTED), (RoundState.STOPPING, RoundState.CANCELLED)]
)
def test_a_worker_that_leaves_gives_its_round_back_unless_somebody_stopped_it(
    running: AuditRound, meanwhile: RoundState, ends: RoundState
) -> None:
    leave = threading.Event()
    at_work = RoundAtWork(running, leave)
    AuditRound.objects.update(state=meanwhile)
    leave.set()
    at_work.run()
    running.refresh_from_db()
    assert running.state == ends


def test_a_round_that_fails_says_so_on_its_page_and_in_the_journal(running: AuditRound, settings: LazySettings) -> None:
    settings.AUDIT_DATABASE = "mysql://nowhere"
    AuditRound.objects.update(state=RoundState.WANTED)
    assert run_next(~AWAITED, threading.Event())
    running.refresh_from_db()
    assert running.state == RoundState.FAILED
    assert "DatabaseError" in running.error
    assert Entry.objects.latest("number").deed == "findings.round_failed"


def test_a_day_s_upkeep_clears_sessions_and_meets_faults_calmly(settings: LazySettings) -> None:
    del settings.LISTS_KEPT_DAYS
    old = Session.objects.create(session_key="lama", session_data="", expire_date=timezone.now() - timedelta(days=1))
    upkeep = Upkeep()
    assert not upkeep.when_due()
    assert not Session.objects.filter(pk=old.pk).exists()


def an_answer(outlet: MemberOutlet, by: Person) -> None:
    until = timezone.localdate() + timedelta(days=9)
    answer_clause(
        outlet=outlet, standard=STANDARD, clause=ADDRESS, outcome=Outcome.MET, reason="Dilihat.", until=until, by=by
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time anyway")
def test_an_audit_and_an_answer_of_one_outlet_wait_for_one_another() -> None:
    """One test for both, since the regions that migrations bring are gone after it."""
    root, officer = an_association()
    outlet = an_outlet(root)
    an_audit(outlet, {ADDRESS: "unclear"}, by=officer, at=timezone.now() - timedelta(days=1))
    seen: list[bool] = []

    def other() -> None:
        try:
            with transaction.atomic():
                MemberOutlet.objects.select_for_update(nowait=True, no_key=True).get(pk=outlet.pk)
            seen.append(False)
        except DatabaseError:
            seen.append(True)
        finally:
            connection.close()

    for deed in (an_answer, lambda outlet, by: an_audit(outlet, {ADDRESS: "not_met"}, by=by)):
        with transaction.atomic():
            deed(outlet, officer)
            beside = threading.Thread(target=other)
            beside.start()
            beside.join()
    assert seen == [True, True]
