"""Thousands of invented news sites on loopback, each with an address of its own in 127.0.0.0/8, served by one process.

`python -m tests.benchmarks.farm PORT LOG` serves until it is stopped and writes a line a request: when it began
(monotonic seconds), when its answer was handed over, the host and the path.
"""

from __future__ import annotations

import asyncio
import sys
import time
from email.utils import formatdate
from pathlib import Path
from typing import IO

from tests.benchmarks.invented_pages import invented_pages

PAGES = 66


def name_of(number: int) -> str:
    """The host of site number so much."""
    return f"rekaan{number:05d}.example"


def address_of(name: str) -> str:
    """The loopback address of a host: the names of the farm lie in 127.1.0.0 and above, one address each."""
    number = int("".join(letter for letter in name if letter.isdigit()) or 0) + (1 << 16)
    return f"127.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def files() -> dict[bytes, bytes]:
    """The answers by path: pages, a feed and a sitemap that list them, robots.txt; the same on every host."""
    pages = [(url.partition(".example")[2], body) for url, body, _ in invented_pages(PAGES)]
    paths = [path for path, _ in pages if path.startswith("/2026")]
    moment = formatdate(time.time() - 3600)
    item = "<item><title>Kabar</title><link>{path}</link><pubDate>{moment}</pubDate></item>"
    items = "".join(item.format(path=path, moment=moment) for path in paths)
    found = {path.encode(): _answer(body, b"text/html; charset=utf-8") for path, body in pages}
    found[b"/feed"] = _answer(f"<rss><channel>{items}</channel></rss>".encode(), b"application/rss+xml")
    found[b"/robots.txt"] = _answer(b"User-agent: *\nAllow: /\n", b"text/plain")
    return found


def _answer(body: bytes, kind: bytes, status: bytes = b"200 OK") -> bytes:
    head = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (status, kind, len(body))
    return head + body


class Door(asyncio.Protocol):
    """One connection: answers requests one after another and notes each."""

    def __init__(self, answers: dict[bytes, bytes], log: IO[str]) -> None:
        self._answers = answers
        self._log = log
        self._missing = _answer(b"<h1>404</h1>", b"text/html", b"404 Not Found")
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection to answer on."""
        assert isinstance(transport, asyncio.Transport)
        self._out = transport

    def data_received(self, data: bytes) -> None:
        """Answer every whole request that has come in."""
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            began = time.monotonic()
            head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1]
            host = next((line[6:] for line in head.split(b"\r\n") if line.lower().startswith(b"host: ")), b"")
            self._out.write(self._answers.get(path, self._missing))
            said = f"{began:.6f} {time.monotonic():.6f} {host.partition(b':')[0].decode()} {path.decode()}\n"
            self._log.write(said)


async def serve(port: int, log: Path) -> None:
    """Serve every address of 127.0.0.0/8 on this port."""
    answers = files()
    with log.open("a", buffering=1 << 16, encoding="utf-8") as lines:
        server = await asyncio.get_running_loop().create_server(lambda: Door(answers, lines), "0.0.0.0", port)
        print("ready", flush=True)
        try:
            async with server:
                while True:
                    await asyncio.sleep(0.5)
                    lines.flush()
        finally:
            lines.flush()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
