"""Real sites, served on loopback: the pages that people found by hand are found, and a sensible sample of articles."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.tests.servers import Reply, gathered, serving

ROOT = Path(os.environ.get("SERIKAT_REALDATA", Path(__file__).parents[7] / "shared" / "realdata")) / "sites"
pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not ROOT.is_dir(), reason=f"no real pages at {ROOT}; name their folder in SERIKAT_REALDATA"),
]
LABELS = list(csv.DictReader((ROOT / "labels.csv").open(encoding="utf-8"))) if ROOT.is_dir() else []


def as_served(site: str) -> dict[str, Reply]:
    folder = ROOT / site
    routes = {
        f"/{path.relative_to(folder)}".replace(" ", "%20"): Reply(path.read_bytes()) for path in folder.rglob("*.*")
    }
    return {"/": routes["/index.html"], **routes}


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["site"])
async def test_the_pages_found_by_hand_are_found(label: dict[str, str]) -> None:
    named = " ".join((label["redaksi_page"], label["pedoman_page"], label["street_address"]))
    wanted = {word.strip("().,:;'") for word in named.split() if ".html" in word}
    async with serving(as_served(label["site"])) as server:
        gathering = await gathered(server)
    read = {fetch.url.rpartition("/")[2] for fetch in gathering.fetches if fetch.failure is None}
    assert gathering.reached is Reached.READ
    assert wanted <= read


@pytest.mark.parametrize(("site", "least"), [("republik-mancing", 15), ("jejak-usaha", 12), ("pangandaran-info", 1)])
async def test_a_sample_of_articles_is_read(site: str, least: int) -> None:
    async with serving(as_served(site)) as server:
        gathering = await gathered(server)
    assert sum(fetch.purpose == "article" for fetch in gathering.fetches) >= least
