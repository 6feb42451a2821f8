"""One request and its answer, with every size and time bounded and every way to fail told apart."""

from __future__ import annotations

import errno
import ssl
from dataclasses import dataclass

import aiohttp
import yarl

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.decompression import ACCEPTED, CodingError, Unpacked
from serikat.engines.site_audit.gather.guard import PrivateAddressError

_READ_TYPES = ("text/", "html", "xml", "json", "rss", "atom")
_PACKED_TYPES = ("application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream")
_LEAST_WORTH_KEEPING = 512


class NotAnswered(Exception):
    """A request without a usable answer: how far it came, and the fact in the machine's own words.

    `passing` faults may be gone at the next try; `dropped` ones may only mean that a kept connection had grown old;
    `unconnected` ones never got as far as speaking to the server, so that another address of it may do.
    """

    def __init__(
        self, reached: Reached, detail: str, *, passing: bool = False, dropped: bool = False, unconnected: bool = False
    ) -> None:
        super().__init__(detail)
        self.reached = reached
        # Header bytes that are no UTF-8 arrive as lone surrogates, which no file can hold.
        self.detail = detail.encode("utf-8", "replace").decode()
        self.passing = passing
        self.dropped = dropped
        self.unconnected = unconnected


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may cost: seconds in all, bytes after unpacking; `cut` keeps what fits instead of failing.

    `packed` lets files in that are compressed themselves, such as sitemap.xml.gz.
    """

    seconds: float
    bytes: int
    cut: bool = False
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request; `body` is unpacked, `received` counts bytes as sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    received: int
    note: str = ""

    def header(self, name: str) -> str:
        """The first header of that name (given in lower case), or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")


async def ask(session: aiohttp.ClientSession, url: str, limits: Limits) -> Answer:
    """Send one GET and read its answer, following nothing.

    Raises NotAnswered where the network, the certificate, the time, the size or the form of the answer stands in the
    way; `passing` says whether asking again may help.
    """
    timeout = aiohttp.ClientTimeout(total=limits.seconds, sock_connect=min(10.0, limits.seconds), ceil_threshold=60)
    headers = {"Accept-Encoding": ACCEPTED}
    try:
        async with session.get(
            yarl.URL(url, encoded=True), allow_redirects=False, timeout=timeout, headers=headers
        ) as response:
            return await _read(response, limits)
    except (aiohttp.ClientError, TimeoutError, CodingError, OSError, ValueError) as exc:
        raise _told_apart(exc, limits) from exc


def unresolved(exc: OSError) -> NotAnswered:
    """Why a name could not be turned into an address that may be connected to."""
    private = _private(exc)
    if private is not None:
        return NotAnswered(Reached.PRIVATE, private)
    why = "the name service did not answer" if isinstance(exc, TimeoutError) else exc.strerror or exc
    return NotAnswered(Reached.DNS, f"the name has no address: {why}")


async def _read(response: aiohttp.ClientResponse, limits: Limits) -> Answer:
    headers = tuple((name.decode("latin-1"), value.decode("utf-8", "replace")) for name, value in response.raw_headers)
    if response.status in (301, 302, 303, 307, 308):
        response.close()
        return Answer(response.status, headers, b"", 0)
    if not _is_readable(response, limits):
        kind = response.headers.get("Content-Type", "")[:80]
        response.close()
        raise NotAnswered(Reached.HTTP_ERROR, f"HTTP {response.status}, content type {kind} is not read")
    body = Unpacked(response.headers.get("Content-Encoding", ""), limits.bytes)
    received, note = 0, ""
    try:
        async for chunk in response.content.iter_any():
            received += len(chunk)
            body.feed(chunk)
            if body.full or received > limits.bytes:
                break
    except aiohttp.ClientPayloadError:
        # Servers that promise more bytes than they send are common, and what they sent is the page.
        if len(body.body()) < _LEAST_WORTH_KEEPING:
            raise
        note = "connection closed before the promised length"
    if body.full or received > limits.bytes:
        response.close()
        if not limits.cut:
            raise NotAnswered(Reached.TOO_LARGE, f"more than {limits.bytes} bytes")
        note = f"cut at {limits.bytes} bytes"
    return Answer(response.status, headers, body.body(), received, note)


def _is_readable(response: aiohttp.ClientResponse, limits: Limits) -> bool:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if not kind or response.status >= 400:
        return True
    return any(part in kind for part in _READ_TYPES) or (limits.packed and kind in _PACKED_TYPES)


def _told_apart(exc: Exception, limits: Limits) -> NotAnswered:
    """The reason behind what the client library raised."""
    private = _private(exc)
    if private is not None:
        return NotAnswered(Reached.PRIVATE, private)
    if isinstance(exc, CodingError):
        return NotAnswered(Reached.HTTP_ERROR, str(exc))
    if isinstance(exc, aiohttp.ClientConnectorCertificateError):
        return NotAnswered(Reached.TLS, _certificate_fault(exc.certificate_error))
    if isinstance(exc, aiohttp.ClientSSLError | ssl.SSLError):
        return NotAnswered(Reached.TLS, f"no secure connection: {_reason(exc)}")
    if isinstance(exc, aiohttp.ClientConnectorDNSError):
        return unresolved(exc.os_error)
    if isinstance(exc, TimeoutError):
        unconnected = isinstance(exc, aiohttp.ConnectionTimeoutError)
        detail = f"no complete answer within {limits.seconds:.0f} s"
        return NotAnswered(Reached.TIMEOUT, detail, passing=True, unconnected=unconnected)
    if isinstance(exc, OSError):
        return _connection_fault(exc)
    if isinstance(exc, aiohttp.ClientConnectionError | aiohttp.ClientPayloadError):
        detail = "connection closed before the answer was complete"
        return NotAnswered(Reached.REFUSED, detail, passing=True, dropped=True)
    # What follows the first line quotes the server's bytes.
    said = getattr(exc, "message", str(exc)).partition("\n")[0].rstrip(":")
    return NotAnswered(Reached.HTTP_ERROR, f"no valid HTTP answer: {said[:120]}")


def _connection_fault(exc: OSError) -> NotAnswered:
    number = exc.errno
    if number == errno.ETIMEDOUT:
        return NotAnswered(Reached.TIMEOUT, "the connection timed out", passing=True, unconnected=True)
    if number in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return NotAnswered(Reached.REFUSED, "no route to the server", unconnected=True)
    if number == errno.ECONNREFUSED:
        return NotAnswered(Reached.REFUSED, "connection refused", unconnected=True)
    return NotAnswered(Reached.REFUSED, "connection reset", passing=True, dropped=True)


def _private(exc: BaseException) -> str | None:
    """What the guard said, wherever in the chain of causes it stands."""
    seen: BaseException | None = exc
    while seen is not None:
        if isinstance(seen, PrivateAddressError):
            return str(seen.strerror)
        seen = seen.__cause__ or seen.__context__
    return None


# OpenSSL's X509_V_ERR numbers (x509_vfy.h): stable, while its sentences are not.
FAULTS = {
    9: "certificate is not valid yet",
    10: "certificate has expired",
    18: "certificate is self-signed",
    19: "certificate chain ends in a self-signed certificate",
    20: "certificate chain is incomplete or its issuer unknown",
    21: "certificate chain is incomplete",
    62: "certificate is for another host name",
    64: "certificate is for another address",
}


def _certificate_fault(exc: Exception) -> str:
    if isinstance(exc, ssl.SSLCertVerificationError):
        return FAULTS.get(exc.verify_code, f"certificate not accepted: {exc.verify_message}")
    return f"certificate not accepted: {_reason(exc)}"


def _reason(exc: BaseException) -> str:
    inner = exc.__cause__ if isinstance(exc.__cause__, ssl.SSLError) else exc
    reason = getattr(inner, "reason", "") or str(inner)
    return str(reason).lower().replace("_", " ")[:120]
