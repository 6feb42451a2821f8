"""Content decoding that stops at a limit: a small answer that unpacks to gigabytes costs no more than a large page."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli
import zstandard

ACCEPTED = "gzip, deflate, br, zstd"
# A page is rarely packed twice and never three times.
_MOST_CODINGS = 2
_ZSTD_WINDOW = 8 * 1024 * 1024


class CodingError(Exception):
    """The answer is packed in a way that is unknown or broken; the message says which."""


class _Unpacker(Protocol):
    def feed(self, packed: bytes, room: int) -> bytes:
        """What the bytes unpack to, at most `room` bytes of it."""
        ...


class Unpacked:
    """The body of one answer as it streams in, unpacked and never longer than `limit` bytes.

    `full` turns true once there is more than the limit; the rest is dropped then.
    """

    def __init__(self, codings: str, limit: int) -> None:
        names = [name for name in (part.strip().lower() for part in codings.split(",")) if name not in ("", "identity")]
        if len(names) > _MOST_CODINGS:
            raise CodingError(f"packed {len(names)} times: {codings[:60]}")
        self._steps = [_unpacker(name) for name in reversed(names)]
        self._limit = limit
        self._parts: list[bytes] = []
        self._length = 0
        self.full = False

    def feed(self, packed: bytes) -> None:
        """Take the next bytes from the network. Raises CodingError where they do not unpack."""
        if self.full:
            return
        data = packed
        for step in self._steps:
            data = step.feed(data, self._limit - self._length + 1)
        self._length += len(data)
        self._parts.append(data)
        if self._length > self._limit:
            self.full = True

    def body(self) -> bytes:
        """All that was unpacked, cut at the limit."""
        return b"".join(self._parts)[: self._limit]


def _unpacker(name: str) -> _Unpacker:
    if name in ("gzip", "x-gzip"):
        return _Zlib(16 + zlib.MAX_WBITS)
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    if name == "zstd":
        return _Zstd()
    raise CodingError(f"content-encoding {name[:40]!r} is not known")


class _Zlib:
    def __init__(self, window: int) -> None:
        self._window = window
        self._engine = zlib.decompressobj(window)

    def feed(self, packed: bytes, room: int) -> bytes:
        out = b""
        try:
            while packed and len(out) < room:
                out += self._engine.decompress(packed, room - len(out))
                packed = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
                if self._engine.eof:
                    if not packed.startswith(b"\x1f\x8b"):  # what follows the end is padding, unless another member
                        break
                    self._engine = zlib.decompressobj(self._window)
        except zlib.error as exc:
            raise CodingError(f"broken gzip: {exc}") from exc
        return out


class _Deflate:
    """Some servers send raw deflate, some the zlib wrapping that the standard means."""

    def __init__(self) -> None:
        self._engine: _Zlib | None = None

    def feed(self, packed: bytes, room: int) -> bytes:
        if self._engine is None and packed:
            wrapped = packed[0] & 0x0F == 8 and packed[0] >> 4 <= 7
            self._engine = _Zlib(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        return self._engine.feed(packed, room) if self._engine is not None else b""


class _Brotli:
    def __init__(self) -> None:
        self._engine = brotli.Decompressor()

    def feed(self, packed: bytes, room: int) -> bytes:
        out = b""
        try:
            while len(out) < room:
                piece = self._engine.process(packed, output_buffer_limit=room - len(out))
                packed = b""
                out += piece
                if not piece or self._engine.can_accept_more_data():
                    break
        except brotli.error as exc:
            raise CodingError("broken brotli") from exc
        return out


class _Zstd:
    # The library has no output limit; a slice this small unpacks to 4 MB at the very most.
    _SLICE = 128

    def __init__(self) -> None:
        self._engine = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    def feed(self, packed: bytes, room: int) -> bytes:
        parts: list[bytes] = []
        length = 0
        try:
            for start in range(0, len(packed), self._SLICE):
                if length >= room or self._engine.eof:
                    break
                parts.append(self._engine.decompress(packed[start : start + self._SLICE]))
                length += len(parts[-1])
        except zstandard.ZstdError as exc:
            raise CodingError(f"broken zstd: {exc}") from exc
        return b"".join(parts)
