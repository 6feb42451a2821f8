"""Answers visitors through a WSGI application, which only ever meets requests that have arrived whole.

Uploads over a weak network take minutes. They collect here, without a thread or a database connection held for them, so
that a few slow visitors, or people who mean harm, never keep the others waiting.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Protocol
from urllib.parse import unquote_to_bytes

Headers = list[tuple[str, str]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_IN_MEMORY = 1024 * 1024
_PLAIN = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]


class Scope(Protocol):
    """A request's head, as the server gives it."""

    @property
    def http_version(self) -> str: ...
    @property
    def server(self) -> str: ...
    @property
    def client(self) -> str: ...
    @property
    def scheme(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def query_string(self) -> str: ...
    @property
    def headers(self) -> Any: ...
    @property
    def authority(self) -> str | None: ...


@dataclass(slots=True)
class Reply:
    """What the application answers: WSGI's `start_response`, and the parts of the body still to come."""

    status: int = 500
    headers: Headers = field(default_factory=list)
    parts: Iterable[bytes] = ()

    def __call__(self, status: str, headers: Headers, _exc_info: object = None) -> None:
        self.status, self.headers = int(status.split(" ", 1)[0]), headers


class Front:
    """The application for the server: one request at a time in the application, any number on their way in.

    `most_bytes` is the largest request, answered with 413 beyond; `seconds` how long one may take to arrive.
    """

    def __init__(self, application: Application, most_bytes: int, seconds: float) -> None:
        self._application = application
        self._most_bytes = most_bytes
        self._seconds = seconds
        self._one_at_a_time = ThreadPoolExecutor(1, thread_name_prefix="requests")

    async def __rsgi__(self, scope: Scope, proto: Any) -> None:
        """Take a request in, have it answered, send the answer."""
        with SpooledTemporaryFile(_IN_MEMORY) as body:
            try:
                async with asyncio.timeout(self._seconds):
                    fits = await self._take_in(scope, proto, body)
            except TimeoutError:
                proto.response_str(408, _PLAIN, "Kiriman terlalu lama. / The request took too long.\n")
                return
            if not fits:
                proto.response_str(413, _PLAIN, "Kiriman terlalu besar. / The request is too large.\n")
                return
            await self._answer(environ_of(scope, body), proto)

    def __rsgi_del__(self, _loop: object) -> None:
        """End the process once its last request is answered, without the interpreter's own farewell.

        That takes the interpreter away from under the server's threads, one of which then brings the process down with
        a panic in the log.
        """
        self._one_at_a_time.shutdown()
        logging.shutdown()
        os._exit(0)

    async def _take_in(self, scope: Scope, proto: Any, body: IO[bytes]) -> bool:
        """Whether the whole body came and fits."""
        announced = scope.headers.get("content-length") or "0"
        if not announced.isdecimal() or int(announced) > self._most_bytes:
            return False
        if scope.method in {"GET", "HEAD"}:
            return True
        length = 0
        async for part in proto:
            length += len(part)
            if length > self._most_bytes:
                return False
            body.write(part)
        body.seek(0)
        return True

    async def _answer(self, environ: dict[str, Any], proto: Any) -> None:
        loop = asyncio.get_running_loop()
        whole, reply = await loop.run_in_executor(self._one_at_a_time, self._asked, environ)
        if whole is not None:
            proto.response_bytes(reply.status, reply.headers, whole)
            return
        parts = iter(reply.parts)
        try:
            sending = proto.response_stream(reply.status, reply.headers)
            while part := await loop.run_in_executor(self._one_at_a_time, _next_of, parts):
                await sending.send_bytes(part)
        finally:
            await loop.run_in_executor(self._one_at_a_time, _close, reply.parts)

    def _asked(self, environ: dict[str, Any]) -> tuple[bytes | None, Reply]:
        """The whole body, unless it is a stream, whose parts are then still to be asked for."""
        reply = Reply()
        reply.parts = self._application(environ, reply)
        if getattr(reply.parts, "streaming", False) or hasattr(reply.parts, "filelike"):
            return None, reply
        try:
            return b"".join(reply.parts), reply
        finally:
            _close(reply.parts)


def environ_of(scope: Scope, body: IO[bytes]) -> dict[str, Any]:
    """The request as WSGI writes it (PEP 3333). Headers with an underscore could pose as others."""
    host, _, port = scope.server.rpartition(":")
    length = body.seek(0, 2)
    body.seek(0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope.path).decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host.strip("[]") or "localhost",
        "SERVER_PORT": port if port.isdecimal() else "80",
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]") or scope.client,
        "CONTENT_LENGTH": str(length),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        if "_" in name or name == "content-length":
            continue
        key = name.upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        between = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{between}{value}" if key in environ else value
    environ.setdefault("HTTP_HOST", scope.authority or scope.server)
    return environ


def _next_of(parts: Iterator[bytes]) -> bytes:
    """The next part that holds anything; nothing at the end."""
    return next((part for part in parts if part), b"")


def _close(parts: object) -> None:
    close = getattr(parts, "close", None)
    if close is not None:
        close()
