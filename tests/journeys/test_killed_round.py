"""A round outlives kill -9 of everything that ran it: the next start takes it up, loses nothing, does nothing twice."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from serikat.fronts.demo.outlets import outlets
from serikat.fronts.demo.serving import serving
from tests.support.installations import (
    answers,
    command,
    free_port,
    processes_with,
    surroundings,
    until,
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")]
SITES = [outlet for outlet in outlets() if outlet.theme in {"kolom", "lapak"} and not outlet.path][:10]
SET_UP = """
import sys, json, django
django.setup()
from serikat.foundation.chapters.models import Level
from serikat.foundation.chapters.queries import association
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.actions import set_up_association
account = set_up_association(
    association="Serikat Contoh", level=Level.PROVINCE, regions=(), name="Sekar Rekaan", username="sekar",
    password="rahasia-contoh-123")
for host in json.loads(sys.argv[1]):
    MemberOutlet.objects.create(name=host, address=f"http://{host}/", key=host, chapter=association())
start_round(chapter=association(), outlets=MemberOutlet.objects.all(), by=account.person)
"""


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An installation that audits invented sites on this machine, slowly enough to be caught in the middle."""
    hosts = tmp_path / "hosts"
    with serving("127.0.0.1", 0, datetime.now(UTC), tmp_path) as sites:
        hosts.write_text("".join(f"127.0.0.1:{sites} {site.host}\n" for site in SITES), encoding="ascii")
        yield surroundings(
            tmp_path / "data",
            SERIKAT_PORT=str(free_port()),
            SERIKAT_ALLOW_PRIVATE="yes",
            SERIKAT_HOSTS_FILE=str(hosts),
            SERIKAT_INTERVAL="0.1",
            SERIKAT_WORKERS="1",
            SERIKAT_STANDARDS=str(files("serikat.fronts.demo") / "standards"),
        )


def asked(environment: dict[str, str], question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{environment['SERIKAT_DATA']}/serikat.sqlite3", timeout=30)) as database, database:
        return database.execute(question).fetchall()


def done(environment: dict[str, str]) -> dict[str, str]:
    """The outlets that are in the books, each with the moment when its site was read."""
    question = (
        "SELECT o.key, a.gathered_at FROM findings_outletaudit a JOIN members_memberoutlet o ON o.id = a.outlet_id"
    )
    return {str(key): str(moment) for key, moment in asked(environment, question)}


def test_a_round_outlives_kill_9_of_all_that_ran_it(environment: dict[str, str]) -> None:
    subprocess.run(command("migrate"), env=environment, check=True)
    hosts = json.dumps([site.host for site in SITES])
    subprocess.run([sys.executable, "-c", SET_UP, hosts], env=environment, check=True)
    web = subprocess.Popen(command("serve", "--processes", "1"), env=environment)
    assert until(lambda: len(done(environment)) >= 2)
    web.kill()
    web.wait()
    assert until(lambda: not processes_with(environment["SERIKAT_DATA"]))
    before = done(environment)
    assert len(before) < len(SITES)
    # The next worker gives a silent one 45 seconds; so that the test need not wait, they pass at once.
    asked(environment, "UPDATE findings_auditround SET alive_at = '2026-01-01 00:00:00'")

    web = subprocess.Popen(command("serve", "--processes", "1"), env=environment)
    try:
        assert until(lambda: asked(environment, "SELECT state FROM findings_auditround") == [("finished",)])
        assert answers(int(environment["SERIKAT_PORT"]))
        after = done(environment)
        assert set(after) == {site.host for site in SITES}
        assert {key: after[key] for key in before} == before
        assert asked(environment, "SELECT count(*) FROM findings_target WHERE reached = ''") == [(0,)]
    finally:
        web.terminate()
        assert web.wait(60) == 0
