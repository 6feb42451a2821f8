"""Real servers on loopback for the tests of gathering: honest sites, broken ones and hostile ones."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from ipaddress import ip_network
from itertools import accumulate
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.site_audit.evidence.record import Fetch, Gathering
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy

# Loopback is let in, as if 127.0.0.0/25 were public; 127.0.0.200 stays a private place.
TEST_BED = ReachPolicy(admitted=(ip_network("127.0.0.0/25"),), ports=None)
QUICK = Budget(interval=0.0, backoff=0.01, request_seconds=3.0, seconds=20.0, longest_delay=0.01)

_TLS_HELLO = b"\x16"
Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]


class _SpokenToInTls(Exception):
    """A client wants TLS where none is spoken; real servers answer in plain text and hang up."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; `length` may lie about the body's length."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None

    def as_sent(self) -> bytes:
        """The bytes on the wire."""
        length = len(self.body) if self.length is None else self.length
        fields = {"Content-Type": self.kind, "Content-Length": str(length), **self.headers}
        lines = [f"HTTP/1.1 {self.status} X", *(f"{name}: {value}" for name, value in fields.items())]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + self.body


@dataclass(frozen=True, slots=True)
class Made:
    """An answer that is made from the path asked for; `:PORT` in its body becomes the server's."""

    reply: Callable[[str], Reply]


Answering = Reply | Behaviour | Made | list[Reply]


@dataclass(slots=True)
class Server:
    """A running server: its port, and what happened in order, as `("start", address)` and `("end", address)`."""

    port: int = 0
    log: list[tuple[str, str]] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        """Its address on loopback."""
        return f"http://127.0.0.1:{self.port}/"

    def asked(self) -> list[str]:
        """The addresses asked, in order, as `host/path` without port."""
        return [address for what, address in self.log if what == "start"]

    def most_at_once(self) -> int:
        """The largest number of requests that were being answered at one moment."""
        counts = accumulate(1 if what == "start" else -1 for what, _ in self.log)
        return max(counts, default=0)

    def paths(self) -> list[str]:
        """The paths asked, in order."""
        return [address[address.index("/") :] for address in self.asked()]


@asynccontextmanager
async def serving(
    routes: Mapping[str, Answering], *, tls: ssl.SSLContext | None = None, at: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[Server]:
    """A server for these routes: `/path`, or `host/path` where hosts differ, `*` for the rest; else a 404.

    A route may be a list of replies, given one after the other, the last one again and again.
    """
    server = Server()
    turns: dict[str, int] = {}

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        try:
            while True:
                host, path = await _request(reader)
                server.log.append(("start", f"{host}{path}"))
                rest = routes.get("*", Reply(b"tidak ada", 404))
                answering = routes.get(f"{host}{path}", routes.get(path, rest))
                if isinstance(answering, Made):
                    made = answering.reply(path)
                    answering = replace(made, body=made.body.replace(b":PORT", b":%d" % server.port))
                if isinstance(answering, list):
                    turn = turns.get(path, 0)
                    turns[path] = turn + 1
                    answering = answering[min(turn, len(answering) - 1)]
                # Room for a second request to come in between, were a client to send one.
                await asyncio.sleep(0.001)
                if isinstance(answering, Reply):
                    writer.write(answering.as_sent())
                    await writer.drain()
                    server.log.append(("end", f"{host}{path}"))
                    if answering.length is None:
                        continue
                else:
                    await answering(writer)
                    server.log.append(("end", f"{host}{path}"))
                break
        except _SpokenToInTls:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client has left, or the test is over
        finally:
            writer.close()

    running = await asyncio.start_server(serve, at, port, ssl=tls, backlog=1000)
    server.port = running.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        running.close()


async def _request(reader: asyncio.StreamReader) -> tuple[str, str]:
    first = await reader.readexactly(1)
    if first == _TLS_HELLO:
        raise _SpokenToInTls
    head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
    return fields.get("host", "").partition(":")[0], head[0].split(" ")[1]


class Names(AbstractResolver):
    """A name service of the test's own; a name with a list gives the next one each time, one with a tuple gives all."""

    def __init__(self, addresses: Mapping[str, str | list[str] | tuple[str, ...]]) -> None:
        self._addresses = addresses
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The address given for the host. Raises OSError where there is none."""
        turn = self.asked.count(host)
        self.asked.append(host)
        known = self._addresses.get(host)
        if known is None:
            raise OSError(None, "no such name")
        if isinstance(known, list):
            known = known[min(turn, len(known) - 1)]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)
            for address in ((known,) if isinstance(known, str) else known)
        ]

    async def close(self) -> None:
        """Nothing to let go."""


async def gathered(
    server: Server, *, path: str = "", budget: Budget = QUICK, policy: ReachPolicy = TEST_BED
) -> Gathering:
    """The gathering of what a server on loopback serves."""
    return await gather_site(server.url + path, budget, policy=policy)


def fetched(gathering: Gathering, path: str) -> Fetch:
    """The one fetch of this path."""
    [fetch] = [each for each in gathering.fetches if urlsplit(each.url).path == path]
    return fetch


def html(title: str, *parts: str) -> bytes:
    """A page of a news site with enough on it to be a page."""
    words = "<p>" + "Kabar dari kota Tirtamaya ditulis setiap hari oleh warga dan wartawan. " * 6 + "</p>"
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><h1>{title}</h1>{''.join(parts)}{words}</body></html>".encode()


def link(address: str, words: str) -> str:
    """An anchor."""
    return f'<a href="{address}">{words}</a>'
