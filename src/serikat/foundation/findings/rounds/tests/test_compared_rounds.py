"""At the end of a round articles are compared across all outlets, and whatever dies on the way, nothing is lost."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from serikat.engines.site_audit.comparison import compare_articles
from serikat.engines.site_audit.evidence.copies import COPIES
from serikat.engines.site_audit.reading.sketch import SKETCH_BYTES
from serikat.engines.site_audit.shard_folder import ShardFolder
from serikat.engines.site_audit.tests.loopback_sites import (
    QUICK,
    STORY,
    WITH_STORY,
    Sites,
    die_once_with_copies,
    leading_to_one,
    serving_sites,
)
from serikat.foundation.findings.rounds.local import LocalExecutor
from serikat.foundation.findings.rounds.table import State
from serikat.foundation.findings.rounds.tests.rounds import Round

pytestmark = pytest.mark.slow


def assert_compared(held: Round, sites: Sites) -> None:
    """Every outlet's line names its copy at another outlet, and no site was visited twice for it."""
    assert held.keys() == [each.outlet.key for each in sites.outlets]
    lines = [json.loads(line) for line in (held.folder / "audits.jsonl").read_bytes().splitlines()]
    for line in lines:
        [copy] = line["copies"]
        assert copy["url"].endswith(STORY)
        assert copy["other_outlet"] in set(held.keys()) - {line["outlet"]}
        assert copy["similarity"] == 1
    assert set(sites.visits().values()) == {1}
    assert held.states() == {State.DONE: 3}


def test_articles_are_compared_across_shards_and_affected_outlets_judged_again(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(6, with_story=True) as sites:
        held.lay_down(sites.outlets, size=2)
        held.run(LocalExecutor(2), WITH_STORY)
        assert sorted(held.told) == sorted(held.keys())
        assert_compared(held, sites)
        held.run(LocalExecutor(2), WITH_STORY)
        assert_compared(held, sites)


def test_a_round_without_copies_judges_nothing_again(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(4) as sites:
        held.lay_down(sites.outlets, size=2)
        held.run(LocalExecutor(1))
    lines = b"".join(file.read_bytes() for file in tmp_path.glob("evidence/*/audits.jsonl"))
    assert lines.count(b"\n") == 4


def test_a_worker_that_dies_while_it_judges_again_loses_nothing(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(6, with_story=True) as sites:
        held.lay_down(sites.outlets, size=2)
        held.run(LocalExecutor(1), replace(WITH_STORY, showing=partial(die_once_with_copies, tmp_path / "mati")))
        assert (tmp_path / "mati").exists()
        assert_compared(held, sites)


def test_a_comparison_that_was_cut_off_is_made_on_resuming(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(6, with_story=True) as sites:
        held.lay_down(sites.outlets, size=2)
        with pytest.raises(KeyboardInterrupt):
            held.run(LocalExecutor(1), WITH_STORY, stop_before_comparing=True)
        assert held.keys() == [each.outlet.key for each in sites.outlets]
        # As after a kill when some outlets had their note already, and the table had not.
        compare_articles([tmp_path / "evidence" / "0001", tmp_path / "evidence" / "0002"])
        held.run(LocalExecutor(1), WITH_STORY)
        assert_compared(held, sites)


def test_ctrl_c_ends_a_comparison_that_is_under_way(tmp_path: Path) -> None:
    held = Round(tmp_path)
    with serving_sites(6, with_story=True) as sites:
        held.lay_down(sites.outlets, size=2)
        keep_many_sketches(tmp_path / "evidence" / "0001")
        with pytest.raises(KeyboardInterrupt):
            held.run(LocalExecutor(1), WITH_STORY, stop_comparing=True)
        assert list(tmp_path.glob(f"evidence/*/*/{COPIES}")) == []
        held.run(LocalExecutor(1), WITH_STORY)
        assert_compared(held, sites)


def keep_many_sketches(shard: Path) -> None:
    """Sketches of outlets that are not there, unlike any other, so that comparing them takes seconds."""
    dice = random.Random(1)
    with ShardFolder(shard) as folder:
        for number in range(40):
            sketches = [dice.randbytes(SKETCH_BYTES) for _ in range(2000)]
            folder.keep_sketches(f"m{number}.example", [("https://kabar.example/", each) for each in sketches])


def test_two_workers_ask_a_thousand_hosts_of_one_address_four_at_a_time(tmp_path: Path) -> None:
    held = Round(tmp_path)
    little = replace(QUICK.budget, pages=1, articles=0, sitemaps=0)
    settings = replace(QUICK, budget=little, opening=leading_to_one, places=tmp_path / "places", at_once=16)
    with serving_sites(1000, pause=0.002, at_one=True) as sites:
        held.lay_down(sites.outlets, size=500)
        held.run(LocalExecutor(2), settings)
        assert sites.most_at_once == 4
        assert set(sites.visits().values()) == {1}
        assert len(sites.visits()) == len(held.keys()) == 1000
