"""Audits so many sites of the farm as one shard, in a process of its own that can be measured and killed."""

from __future__ import annotations

import json
import resource
import socket
import sys
import time
from ipaddress import ip_network
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings, run_shard
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from tests.benchmarks.farm import address_of, name_of

STANDARDS = ("pedoman-media-siber-2012", "standar-perusahaan-pers-2019", "uu-pers-1999", "trust-signals", "uu-pdp-2022")


class FarmNames(AbstractResolver):
    """Leads every name of the farm to its address in 127.0.0.0/8."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The loopback address of a host of the farm."""
        return [
            ResolveResult(
                hostname=host, host=address_of(host), port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""


def opening(policy: ReachPolicy, *, gatherings: int, places: Path | None) -> Fetcher:
    """A fetcher that knows the farm's names."""
    return Fetcher(policy, names=FarmNames(), gatherings=gatherings, places=places)


def settings(interval: float, at_once: int, places: Path) -> ShardSettings:
    """How the farm is audited: loopback admitted, any port, the pages of a normal audit."""
    return ShardSettings(
        standards=STANDARDS,
        budget=Budget(interval=interval, seconds=600.0),
        policy=ReachPolicy(admitted=(ip_network("127.0.0.0/8"),), ports=None),
        at_once=at_once,
        places=places,
        opening=opening,
    )


def main(port: int, count: int, folder: Path, interval: float, at_once: int) -> None:
    """Runs the shard and prints, a line each, what was spent after every tenth of the sites and at the end."""
    outlets = [ListedOutlet(Outlet(f"http://{name_of(n)}:{port}/"), n + 1) for n in range(count)]
    done = 0
    start = time.monotonic()

    def watch(_: AuditedOutlet) -> None:
        nonlocal done
        done += 1
        if done % max(1, count // 10) == 0:
            spent(done, start)

    run_shard(outlets, folder, settings(interval, at_once, folder.with_name("places")), watch)
    spent(done, start)


def spent(done: int, start: float) -> None:
    """One line of JSON: sites done, seconds, CPU seconds, memory held now in MB."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    held = pages * resource.getpagesize() / 1e6
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps({"done": done, "seconds": time.monotonic() - start, "cpu": cpu, "held_mb": held}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
