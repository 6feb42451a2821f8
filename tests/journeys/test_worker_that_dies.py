"""A worker killed in the middle of a round: the next takes up where it stood, loses nothing and does nothing twice."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from serikat.foundation.findings.rounds.tests.databases import MISSING, postgresql, postgresql_programs
from tests.journeys.installation import Installation
from tests.journeys.slow_sites import SlowSites, slow_sites

pytestmark = pytest.mark.slow
# Hosts of one domain are read one after another, so that a round lasts long enough to be broken off.
SITES = 10
BEGIN = """
from serikat.foundation.chapters.models import Region
from tests.support.builders import an_association, an_outlet
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.members.models import MemberOutlet
root, officer = an_association()
for number in range({sites}):
    an_outlet(root, address=f"http://kabar-{{number}}.grup-rekaan.example:{port}/")
print(start_round(chapter=root, outlets=MemberOutlet.objects.all(), by=officer).public_id)
"""
DONE = "from serikat.foundation.findings.models import Target; print(Target.objects.exclude(reached='').count() >= {n})"
FINISHED = """
from serikat.foundation.findings.models import AuditRound
print(AuditRound.objects.filter(state='{state}').exists())
"""
STEER = """
from serikat.foundation.findings.actions.rounds import resume_round, stop_round
from serikat.foundation.findings.models import AuditRound
from serikat.foundation.people.models import Person
{deed}_round(audit_round=AuditRound.objects.get(), by=Person.objects.first())
"""
AUDITS = """
from serikat.foundation.findings.models import OutletAudit, OutletState, Target
from serikat.foundation.journal.models import Entry
ends = Entry.objects.filter(deed='findings.round_finished').count()
print(OutletAudit.objects.count(), OutletState.objects.count(), Target.objects.exclude(reached='').count(), ends)
"""
MOMENTS = """
import json
from serikat.foundation.findings.models import OutletAudit
recorded = OutletAudit.objects.values_list('outlet__key', 'recorded_at')
print(json.dumps({key: str(at) for key, at in recorded}))
"""


@pytest.fixture
def sites() -> Iterator[SlowSites]:
    with slow_sites() as found:
        yield found


def installed(folder: Path, sites: SlowSites, **settings: str) -> Installation:
    hosts = folder / "hosts"
    hosts.write_text("".join(f"127.0.0.1 kabar-{number}.grup-rekaan.example\n" for number in range(SITES)))
    own = {"SERIKAT_ALLOW_PRIVATE": "1", "SERIKAT_INTERVAL": "0", "SERIKAT_HOSTS_FILE": str(hosts)}
    made = Installation(folder, {**own, "SERIKAT_WORKERS": "1", **settings})
    made.migrated()
    made.tell(BEGIN.format(sites=SITES, port=sites.port))
    return made


def dies_and_is_followed(made: Installation, sites: SlowSites) -> None:
    with made.worker() as first:
        made.wait_for(DONE.format(n=3), 90)
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        before = json.loads(made.tell(MOMENTS))
        begun = dict(sites.visits)
    with made.worker():
        made.wait_for(FINISHED.format(state="finished"), 120)
    assert made.tell(AUDITS) == f"{SITES} {SITES} {SITES} 1"
    # What stood in the books when the first died was neither visited nor recorded again.
    after = json.loads(made.tell(MOMENTS))
    assert {key: after[key] for key in before} == before
    hosts = [key.partition(":")[0] for key in before]
    assert [sites.visits[host] for host in hosts] == [begun[host] for host in hosts]


def test_the_next_worker_takes_up_what_a_killed_one_left(tmp_path: Path, sites: SlowSites) -> None:
    dies_and_is_followed(installed(tmp_path, sites), sites)


@pytest.mark.skipif(postgresql_programs() is None, reason=MISSING)
def test_so_it_is_on_postgresql(tmp_path: Path, sites: SlowSites) -> None:
    programs = postgresql_programs()
    assert programs is not None
    with postgresql(programs) as address:
        dies_and_is_followed(installed(tmp_path, sites, DATABASE_URL=address), sites)


def test_a_stopped_round_goes_on_where_it_stood(tmp_path: Path, sites: SlowSites) -> None:
    made = installed(tmp_path, sites)
    with made.worker():
        made.wait_for(DONE.format(n=2), 90)
        made.tell(STEER.format(deed="stop"))
        made.wait_for(FINISHED.format(state="cancelled"), 60)
        made.tell(STEER.format(deed="resume"))
        made.wait_for(FINISHED.format(state="finished"), 120)
    assert made.tell(AUDITS) == f"{SITES} {SITES} {SITES} 1"


def test_a_worker_that_is_asked_to_leave_gives_the_round_back(tmp_path: Path, sites: SlowSites) -> None:
    made = installed(tmp_path, sites)
    with made.worker() as first:
        made.wait_for(DONE.format(n=2), 90)
        first.terminate()
        assert first.wait(30) == 0
        assert made.tell(FINISHED.format(state="wanted")) == "True"
    with made.worker():
        made.wait_for(FINISHED.format(state="finished"), 120)
    assert made.tell(AUDITS) == f"{SITES} {SITES} {SITES} 1"
