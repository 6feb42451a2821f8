"""Places that several processes share: so many hold one at a time, and a death frees it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.shared_places import SharedPlaces
from serikat.engines.site_audit.gather.tests.servers import QUICK, TEST_BED, Names, Reply, html, serving

_HOLDER = """
import sys
from pathlib import Path
from serikat.engines.site_audit.file_locks import locked
held = locked(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


async def test_two_fetchers_ask_one_address_together_no_more_than_one_alone(tmp_path: Path) -> None:
    domains = [f"kabar-{number}.example" for number in range(16)]
    names = Names(dict.fromkeys(domains, "127.0.0.1"))
    async with (
        serving({"/": Reply(html("Kabar"))}) as server,
        Fetcher(TEST_BED, names=names, places=tmp_path) as here,
        Fetcher(TEST_BED, names=names, places=tmp_path) as there,
    ):
        urls = [f"http://{domain}:{server.port}/" for domain in domains]
        gatherers = [SiteGatherer((here, there)[at % 2], url, QUICK) for at, url in enumerate(urls)]
        await asyncio.gather(*(gatherer.gather() for gatherer in gatherers))
        assert server.most_at_once() == 4


async def test_a_place_is_free_when_the_process_that_held_it_dies(tmp_path: Path) -> None:
    places = SharedPlaces(tmp_path)
    command = [sys.executable, "-c", _HOLDER, str(tmp_path / "address-192.0.2.1.0")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:  # noqa: ASYNC220
        assert holder.stdout
        holder.stdout.readline()
        waiting = asyncio.create_task(places.place("address 192.0.2.1", 0.0).__aenter__())
        await asyncio.sleep(0.1)
        assert not waiting.done()
        holder.kill()
        async with asyncio.timeout(10):
            await waiting


async def test_a_place_rests_before_another_process_may_have_it(tmp_path: Path) -> None:
    here, there = SharedPlaces(tmp_path), SharedPlaces(tmp_path)
    async with here.place("site kabar.example", 3600.0):
        pass
    waiting = asyncio.create_task(there.place("site kabar.example", 0.0).__aenter__())
    await asyncio.sleep(0.1)
    assert not waiting.done()
    here.close()
    async with asyncio.timeout(10):
        await waiting


async def test_whatever_is_named_makes_a_file_in_the_folder(tmp_path: Path) -> None:
    places = SharedPlaces(tmp_path / "places")
    for what in ("address 2001:db8::1", "site ../../lain", "site " + "a" * 300):
        async with places.place(what, 0.0):
            pass
    assert len(list((tmp_path / "places").iterdir())) == 3
