"""A round in worker processes of this machine: to its end, through the death of a worker, and past a deadly page."""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from serikat.engines.site_audit.shard_folder import LINES, ShardFolder
from serikat.engines.site_audit.tests.loopback_sites import QUICK, die_at_the_third, serving_sites
from serikat.foundation.findings.rounds.coordinator import take_up
from serikat.foundation.findings.rounds.lines import ChangedLineError
from serikat.foundation.findings.rounds.local import LocalExecutor
from serikat.foundation.findings.rounds.table import RoundTable, State
from serikat.foundation.findings.rounds.tests.rounds import NAME, Round, until

pytestmark = pytest.mark.slow


def test_a_killed_worker_is_replaced_and_nothing_finished_is_repeated(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(12, pause=0.05) as sites:
        held.lay_down(sites.outlets, size=6)
        running = held.start(LocalExecutor(2, retires_after=1))
        until(lambda: held.told, "the first outlet is finished")
        done = list(held.told)
        victim = next(each for each in multiprocessing.active_children() if each.name == "serikat-worker")
        os.kill(victim.pid or 0, signal.SIGKILL)
        running.join()
        assert held.failures == []
        assert held.states() == {State.DONE: 2}
        assert held.keys() == [each.outlet.key for each in sites.outlets]
        assert sorted(held.told) == sorted(held.keys())
        assert {sites.visits()[key] for key in done} == {1}


def test_an_outlet_that_kills_its_worker_is_found_out_and_left_out(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(6) as sites:
        held.lay_down(sites.outlets, size=6)
        held.run(LocalExecutor(1), replace(QUICK, showing=die_at_the_third))
        [deadly] = [each.outlet.key for each in sites.outlets if each.outlet.key.startswith("127.0.1.4:")]
        assert held.keys() == [each.outlet.key for each in sites.outlets if each.outlet.key != deadly]
        [(_, error)] = held.errors()
        assert error.startswith(f"{deadly}: was under way 3 times")
        assert sites.visits()[deadly] == 3


def test_a_shard_that_another_worker_still_holds_waits_for_it(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(1) as sites:
        held.lay_down(sites.outlets, size=1)
        with ShardFolder(tmp_path / "evidence" / "0001"):
            running = held.start(LocalExecutor(1))
            until(lambda: held.states() == {State.LEASED: 1}, "the shard is leased")
            until(lambda: held.states() == {State.WAITING: 1}, "the shard is handed on")
            assert sites.asked == []
        running.join()
        assert held.states() == {State.DONE: 1}


def test_a_line_that_was_changed_later_is_not_passed_on(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(1) as sites:
        held.lay_down(sites.outlets, size=1)
        held.run(LocalExecutor(1))
    lines = tmp_path / "evidence" / "0001" / LINES
    lines.write_bytes(lines.read_bytes().replace(b"Kabar", b"Kabur", 1))
    with pytest.raises(ChangedLineError, match=r"127\.0\.1\.2"):
        held.keys()


def test_a_round_that_is_taken_up_knows_what_the_dead_had_finished(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(2) as sites:
        held.lay_down(sites.outlets, size=2)
        held.run(LocalExecutor(1))
        # As after a kill before anything was noted.
        again = Round(tmp_path / "lagi")
        (tmp_path / "lagi").mkdir()
        again.lay_down(sites.outlets, size=2)
        (tmp_path / "evidence").rename(again.folder / "evidence")
        with RoundTable(again.url) as table:
            take_up(table, NAME, again.folder / "evidence")
            assert table.unfinished(NAME) == []
        again.run(LocalExecutor(1))
        assert again.told == []
        assert set(sites.visits().values()) == {1}


def test_two_machines_share_a_round_and_no_site_is_visited_by_both(tmp_path: Path) -> None:
    here, there = Round(tmp_path), Round(tmp_path)
    with serving_sites(12) as sites:
        here.lay_down(sites.outlets, size=3)
        running = here.start(LocalExecutor(1))
        there.run(LocalExecutor(1))
        running.join()
        assert here.failures == []
        assert here.keys() == [each.outlet.key for each in sites.outlets]
        assert set(sites.visits().values()) == {1}
        assert here.told
        assert there.told
