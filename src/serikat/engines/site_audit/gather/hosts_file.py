"""Names of a test bed: a file that leads names to addresses of one's own choosing, as a system's hosts file does."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import ReachPolicy

_PLAIN, _SECURE = 80, 443
# Nothing listens on the first port of all, so whoever knocks is refused, as at a site without https.
_CLOSED = 1


class HostsFileNames(AbstractResolver):
    """Leads the names of the file, and no others, to their addresses."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The address of a name; raises OSError for a name that the file does not hold, or not for this port."""
        address = self._addresses.get(host.lower().rstrip("."))
        if address is None:
            raise OSError(f"no such name in the hosts file: {host}")
        address, stands_in = _apart(address)
        if stands_in:
            port = {_PLAIN: stands_in, _SECURE: _CLOSED}.get(port, port)
        flags = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


def _apart(address: str) -> tuple[str, int]:
    """An IPv4 address and the port after its colon, 0 where there is none."""
    host, colon, port = address.partition(":")
    return (host, int(port)) if colon and port.isdecimal() else (address, 0)


def opened_with(file: Path, policy: ReachPolicy, *, gatherings: int = 64, places: Path | None = None) -> Fetcher:
    """A fetcher for the names of a hosts file (`address name name…` a line) alone. Raises OSError without one.

    `127.0.0.1:8001 name` leads to a port that stands in for that of http; https is refused there.
    """
    lines = (line.partition("#")[0].split() for line in file.read_text(encoding="utf-8").splitlines())
    addresses = {name.lower(): words[0] for words in lines if words for name in words[1:]}
    return Fetcher(policy, names=HostsFileNames(addresses), gatherings=gatherings, places=places)
