"""A shard loses nothing that it finished, repeats nothing, and lets no outlet spoil the others."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.site_audit.comparison import compare_articles
from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.engines.site_audit.evidence.store import read_evidence
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.press_council import register_observation
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.shard import ListedOutlet, evidence_name, run_shard
from serikat.engines.site_audit.shard_folder import LINES, SKETCHES, AuditedOutlet, ShardBusyError, ShardFolder
from serikat.engines.site_audit.tests.loopback_sites import QUICK, WITH_STORY, leading_to_one, serving_sites


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / LINES).read_bytes().splitlines()]


def test_every_outlet_has_a_line_evidence_and_a_place_in_the_manifest(tmp_path: Path) -> None:
    folder = tmp_path / "0001"
    with serving_sites(5) as sites:
        manifest = run_shard(sites.outlets, folder, QUICK)
    assert [each.row for each in manifest.audited] == [1, 2, 3, 4, 5]
    assert manifest.reached == {"read": 5}
    assert manifest.faults == ()
    for record in records(folder):
        assert read_evidence(tmp_path / record["evidence"]).url == record["url"]
    lines = (folder / LINES).read_bytes()
    for each in manifest.audited:
        assert json.loads(lines[each.offset : each.offset + each.length])["outlet"] == each.key


def test_a_shard_that_runs_again_repeats_nothing_and_says_the_same(tmp_path: Path) -> None:
    told: list[AuditedOutlet] = []
    with serving_sites(3) as sites:
        first = run_shard(sites.outlets, tmp_path, QUICK)
        asked = len(sites.asked)
        assert run_shard(sites.outlets, tmp_path, QUICK, told.append) == first
        assert len(sites.asked) == asked
    assert told == []


def test_a_torn_last_line_is_dropped_and_its_outlet_audited_again(tmp_path: Path) -> None:
    with serving_sites(3) as sites:
        run_shard(sites.outlets, tmp_path, QUICK)
        lines = tmp_path / LINES
        torn = records(tmp_path)[-1]["outlet"]
        lines.write_bytes(lines.read_bytes()[:-20] + b"x" * 99_999)
        manifest = run_shard(sites.outlets, tmp_path, QUICK)
        assert {key for key, count in sites.visits().items() if count == 2} == {torn}
    assert len(manifest.audited) == len(records(tmp_path)) == 3


def test_a_line_without_its_evidence_is_not_finished(tmp_path: Path) -> None:
    with serving_sites(2) as sites:
        run_shard(sites.outlets, tmp_path, QUICK)
        lost = records(tmp_path)[-1]["outlet"]
        shutil.rmtree(tmp_path / evidence_name(lost))
        assert len(run_shard(sites.outlets, tmp_path, QUICK).audited) == 2
        assert sites.visits()[lost] == 2


def test_an_outlet_with_copies_is_judged_again_from_its_evidence(tmp_path: Path) -> None:
    with serving_sites(2, with_story=True) as sites:
        run_shard(sites.outlets, tmp_path, WITH_STORY)
        assert compare_articles([tmp_path]) == {tmp_path}
        asked = len(sites.asked)
        manifest = run_shard(sites.outlets, tmp_path, WITH_STORY)
        assert len(sites.asked) == asked
    last = {record["outlet"]: record for record in records(tmp_path)}
    assert [copy["other_outlet"] for record in last.values() for copy in record["copies"]] == list(reversed(last))
    lines = (tmp_path / LINES).read_bytes()
    for each in manifest.audited:
        assert json.loads(lines[each.offset : each.offset + each.length]) == last[each.key]
    assert manifest.reached == {"read": 2}
    assert sum(manifest.outcomes.values()) == sum(len(record["findings"]) for record in last.values())


def test_a_comparison_that_is_repeated_changes_nothing(tmp_path: Path) -> None:
    with serving_sites(2, with_story=True) as sites:
        run_shard(sites.outlets, tmp_path, WITH_STORY)
    for _ in range(2):
        compare_articles([tmp_path])
        run_shard(sites.outlets, tmp_path, WITH_STORY)
    assert len(records(tmp_path)) == 4


def test_copies_that_are_gone_are_judged_away(tmp_path: Path) -> None:
    both, alone = tmp_path / "0001", tmp_path / "0002"
    with serving_sites(2, with_story=True) as sites:
        run_shard(sites.outlets[:1], both, WITH_STORY)
        run_shard(sites.outlets[1:], alone, WITH_STORY)
    assert compare_articles([both, alone]) == {both, alone}
    run_shard(sites.outlets[:1], both, WITH_STORY)
    compare_articles([both])
    run_shard(sites.outlets[:1], both, WITH_STORY)
    assert [record.get("copies") for record in records(both)][1:] == [records(both)[1]["copies"], []]


def test_a_torn_line_of_sketches_is_dropped(tmp_path: Path) -> None:
    with serving_sites(2, with_story=True) as sites:
        run_shard(sites.outlets, tmp_path, WITH_STORY)
        with (tmp_path / SKETCHES).open("ab") as sketches:
            sketches.write(b'{"outlet": "')
        run_shard(sites.outlets, tmp_path, WITH_STORY)
    assert [json.loads(line)["outlet"] for line in (tmp_path / SKETCHES).read_bytes().splitlines()]
    assert compare_articles([tmp_path]) == {tmp_path}


def test_what_was_seen_in_the_register_is_kept_with_the_evidence(tmp_path: Path) -> None:
    seen = RegisterEntry("Terverifikasi Faktual", date(2026, 11, 20))
    run_shard([ListedOutlet(Outlet("http://127.0.0.1:9/"), 1, seen)], tmp_path, QUICK)
    found = register_observation(Site(read_evidence(tmp_path / evidence_name("127.0.0.1:9"))))
    assert found
    assert (found.status, f"{found.observed_at:%Y-%m-%d}", found.quote().handed_in) == (seen.status, "2026-11-20", True)


def test_the_sites_of_a_crowded_address_leave_room_for_others(tmp_path: Path) -> None:
    crowd = replace(QUICK, at_once=5, opening=leading_to_one)
    with serving_sites(12, pause=0.05, at_one=True) as crowded, serving_sites(1) as apart:
        elsewhere = replace(apart.outlets[0], row=99)
        manifest = run_shard([*crowded.outlets, elsewhere], tmp_path, crowd)
    assert {each.reached for each in manifest.audited} == {"read"}
    assert crowded.most_at_once == 4
    assert [record["roster_row"] for record in records(tmp_path)].index(99) < 4


def test_a_folder_is_held_by_one_worker_at_a_time(tmp_path: Path) -> None:
    with ShardFolder(tmp_path), pytest.raises(ShardBusyError):
        run_shard((), tmp_path, QUICK)
    run_shard((), tmp_path, QUICK)


def test_an_outlet_that_makes_us_fail_is_named_and_stops_no_other(tmp_path: Path) -> None:
    with serving_sites(3) as sites:
        spoilt = sites.outlets[1].outlet.key

        def showing(audit: Audit, key: str) -> None:
            if key == spoilt:
                raise ZeroDivisionError("on purpose")

        manifest = run_shard(sites.outlets, tmp_path, replace(QUICK, showing=showing))
    assert [each.row for each in manifest.audited] == [1, 3]
    assert [(fault.key, fault.error) for fault in manifest.faults] == [(spoilt, "ZeroDivisionError: on purpose")]


def test_an_outlet_under_way_at_three_deaths_of_a_worker_is_left_out(tmp_path: Path) -> None:
    with serving_sites(2) as sites:
        key = sites.outlets[0].outlet.key
        with ShardFolder(tmp_path) as held:
            for _ in range(3):
                held.begin(key)
        manifest = run_shard(sites.outlets, tmp_path, QUICK)
        assert sites.visits()[key] == 0
    assert [fault.key for fault in manifest.faults] == [key]
    assert [each.row for each in manifest.audited] == [2]


def test_a_site_that_is_not_there_is_a_finished_outlet(tmp_path: Path) -> None:
    manifest = run_shard([ListedOutlet(Outlet("http://127.0.0.1:9/"), 4)], tmp_path, QUICK)
    assert [(each.row, each.reached) for each in manifest.audited] == [(4, "refused")]


@pytest.mark.parametrize(
    ("key", "name"),
    [("kabar.example", "kabar.example"), ("kabar.example/..", "kabar.example-"), ("..", "-"), ("CON", "con-")],
)
def test_evidence_is_named_for_its_outlet_and_never_leaves_the_folder(key: str, name: str) -> None:
    found = evidence_name(key)
    assert found.startswith(name)
    assert "/" not in found
    assert not found.startswith(".")
