"""Requests reach the application whole, and answers leave as it gave them."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

from serikat.web.rsgi import Front, environ_of


@dataclass
class Head:
    """A request's head as the server hands it over."""

    method: str = "POST"
    path: str = "/k%C3%A9/"
    headers: dict[str, str] = field(default_factory=dict)
    query_string: str = "a=1"
    server: str = "127.0.0.1:8000"
    client: str = "192.0.2.7:5000"
    scheme: str = "http"
    http_version: str = "1.1"
    authority: str | None = None


class Wire:
    """The server's side: parts that come in, and what is sent back."""

    def __init__(self, *parts: bytes) -> None:
        self.parts, self.status, self.sent = parts, 0, b""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            yield part

    def response_str(self, status: int, headers: object, body: str) -> None:
        self.status, self.sent = status, body.encode()

    def response_bytes(self, status: int, headers: object, body: bytes) -> None:
        self.status, self.sent = status, body

    def response_stream(self, status: int, headers: object) -> Wire:
        self.status = status
        return self

    async def send_bytes(self, part: bytes) -> None:
        self.sent += part


def echo(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("201 Created", [])
    return [environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))]


class Stream(list[bytes]):
    """An answer in parts, as Django marks it."""

    streaming = True
    is_closed = False

    def close(self) -> None:
        self.is_closed = True


async def test_a_request_arrives_whole_however_small_its_parts() -> None:
    wire = Wire(b"on", b"", b"e two")
    await Front(echo, 100, 5).__rsgi__(Head(), wire)
    assert (wire.status, wire.sent) == (201, b"one two")


async def test_a_request_that_is_too_large_is_refused_announced_or_not() -> None:
    for head in (Head(headers={"content-length": "101"}), Head()):
        wire = Wire(b"x" * 60, b"x" * 60)
        await Front(echo, 100, 5).__rsgi__(head, wire)
        assert wire.status == 413


async def test_a_request_that_never_ends_is_given_up() -> None:
    class Slow(Wire):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            import asyncio  # noqa: PLC0415

            yield b"x"
            await asyncio.sleep(60)

    wire = Slow()
    await Front(echo, 100, 0.01).__rsgi__(Head(), wire)
    assert wire.status == 408


async def test_a_stream_leaves_part_by_part_and_is_closed() -> None:
    parts, wire = Stream([b"a", b"", b"b"]), Wire()

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return parts

    await Front(application, 100, 5).__rsgi__(Head(method="GET"), wire)
    assert (wire.sent, parts.is_closed) == (b"ab", True)


def test_the_head_is_written_as_wsgi_wants_it() -> None:
    headers = {
        "content-type": "text/html",
        "x-forwarded-proto": "https",
        "x_forwarded_proto": "http",
        "host": "a.example",
    }
    environ = environ_of(Head(headers=headers), io.BytesIO(b"abc"))
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/ké/"
    assert (environ["REMOTE_ADDR"], environ["CONTENT_LENGTH"], environ["CONTENT_TYPE"]) == (
        "192.0.2.7",
        "3",
        "text/html",
    )
    assert (environ["HTTP_X_FORWARDED_PROTO"], environ["HTTP_HOST"]) == ("https", "a.example")
