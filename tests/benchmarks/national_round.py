"""A round over thousands of hosts on loopback: what it costs, whether it is polite, and what a kill −9 loses."""

from __future__ import annotations

import json
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from serikat.engines.site_audit.comparison import compare_articles
from tests.benchmarks.farm import PAGES
from tests.benchmarks.invented_pages import invented_pages

SITES = 2000
PEER_SITES, PEER_PAGES = 20, 34
KILLED_SITES = 400
INTERVAL = 0.25
AT_ONCE = 256
NATION = 50_000


def report() -> None:
    """Prints the figures of one round, of a killed round and of the peer, all over the same farm."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with farm(folder / "farm.log") as port:
            _whole_round(folder, port)
            _killed_round(folder, port)
            _compared(folder, port)
            _peer(folder, port)


def _whole_round(folder: Path, port: int) -> None:
    log = folder / "farm.log"
    spent = list(_worker(port, SITES, folder / "whole", INTERVAL))
    last = spent[-1]
    lines = _lines(folder / "whole")
    pages = sum(len(line["pages"]) for line in lines)
    requests = _requests(log)
    asked = sum(map(len, requests.values()))
    print(f"\nA round over {SITES} hosts, each with its own loopback address, one process, {AT_ONCE} at once")
    mix = f"{asked / SITES:.1f} requests and {pages / SITES:.1f} pages a site"
    weight = statistics.mean(len(body) for _, body, _ in invented_pages(PAGES)) / 1000
    print(f"  page mix                  {mix}, about {weight:.0f} kB a page")
    each = last["cpu"] / SITES
    print(f"  time                      {last['seconds']:.0f} s, CPU {last['cpu']:.0f} s = {each * 1e3:.0f} ms a site")
    print(f"  projected for {NATION} sites  {each * NATION / 3600:.2f} core-hours")
    print(f"  pages per CPU second      {pages / last['cpu']:.0f}")
    held = [round(each["held_mb"]) for each in spent]
    print(f"  memory held, MB           {' '.join(map(str, held))} (after each tenth of the sites)")
    overlaps, soonest = _politeness(requests)
    rest = f"shortest rest {soonest:.3f} s (asked: {INTERVAL} s)"
    print(f"  politeness                {overlaps} overlapping requests to a host; {rest}\n")


def _killed_round(folder: Path, port: int) -> None:
    place = folder / "killed"
    worker = _start(port, KILLED_SITES, place, INTERVAL)
    while _count(place) < KILLED_SITES // 3:
        time.sleep(0.05)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    finished = {line["outlet"]: line["gathered_at"] for line in _lines(place)}
    list(_worker(port, KILLED_SITES, place, INTERVAL))
    after = _lines(place)
    twice = len(after) - len({line["outlet"] for line in after})
    again = sum(finished.get(line["outlet"], line["gathered_at"]) != line["gathered_at"] for line in after)
    print(f"kill -9 after {len(finished)} of {KILLED_SITES} sites, then resumed")
    print(f"  lost {KILLED_SITES - len(after)}, listed twice {twice}, finished ones done again {again}\n")


def _compared(folder: Path, port: int) -> None:
    """All hosts of the farm tell the same stories, so that each of them is judged again: the dearest case."""
    place = folder / "killed"
    began = time.process_time()
    compare_articles([place])
    compared = time.process_time() - began
    idle, again = (list(_worker(port, sites, place, INTERVAL))[-1]["cpu"] for sites in (0, KILLED_SITES))
    articles = sum(len(line["articles"]) for line in _lines(place)[-KILLED_SITES:])
    print(f"articles of {KILLED_SITES} sites compared, and the sites judged again from their evidence")
    print(f"  comparing                 CPU {compared:.1f} s for {articles} articles, each of which has its like")
    print(f"  judging again             CPU {(again - idle) / KILLED_SITES * 1e3:.0f} ms a site\n")


def _peer(folder: Path, port: int) -> None:
    own = list(_worker(port, PEER_SITES * 10, folder / "beside", 0.0))[-1]
    pages = sum(len(line["pages"]) for line in _lines(folder / "beside"))
    command = [sys.executable, "-m", "tests.benchmarks.scrapy_peer", str(port), str(PEER_SITES), str(PEER_PAGES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print("Scrapy + trafilatura: left out, not installed")
        return
    peer = json.loads(done.stdout.splitlines()[-1])
    rate, peer_rate = pages / own["cpu"], peer["pages"] / peer["cpu"]
    print("Pages per CPU second, beside Scrapy + trafilatura on the same hosts")
    print(f"  Serikat                   {rate:.0f} (gathered, kept as evidence, judged)")
    print(f"  Scrapy + trafilatura      {peer_rate:.0f}; Serikat is {rate / peer_rate:.1f} × that")


@contextmanager
def farm(log: Path) -> Iterator[int]:
    """The farm in a process of its own, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "tests.benchmarks.farm", str(port), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield port
        finally:
            process.terminate()


def _start(port: int, sites: int, place: Path, interval: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmarks.round_worker"]
    options = [str(port), str(sites), str(place), str(interval), str(AT_ONCE)]
    return subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True)


def _worker(port: int, sites: int, place: Path, interval: float) -> Iterator[dict[str, Any]]:
    with _start(port, sites, place, interval) as worker:
        assert worker.stdout is not None
        for line in worker.stdout:
            yield json.loads(line)


def _lines(place: Path) -> list[dict[str, Any]]:
    with (place / "audits.jsonl").open("rb") as file:
        return [json.loads(line) for line in file if line.endswith(b"\n")]


def _count(place: Path) -> int:
    file = place / "audits.jsonl"
    return file.read_bytes().count(b"\n") if file.exists() else 0


def _requests(log: Path) -> dict[str, list[tuple[float, float]]]:
    time.sleep(1.0)  # the farm writes its log out every half second
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with log.open(encoding="utf-8") as file:
        for line in file:
            began, ended, host, _ = line.split(" ", 3)
            found[host].append((float(began), float(ended)))
    return found


def _politeness(requests: dict[str, list[tuple[float, float]]]) -> tuple[int, float]:
    overlaps, soonest = 0, float("inf")
    for times in requests.values():
        ordered = sorted(times)
        for (_, ended), (began, _) in pairwise(ordered):
            overlaps += began < ended
            soonest = min(soonest, began - ended)
    return overlaps, soonest


if __name__ == "__main__":
    report()
