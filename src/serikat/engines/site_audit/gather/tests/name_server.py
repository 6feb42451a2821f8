"""A name server on this machine, which answers TXT and NS from a table (RFC 1035), by UDP."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import cast

_KINDS = {2: "NS", 16: "TXT"}
_NO_SUCH_NAME = 3
# Names of the zone by kind and name: the strings of each TXT record, or the name of each name server.
Zone = Mapping[tuple[str, str], Sequence[Sequence[str]]]


class _Answering(asyncio.DatagramProtocol):
    def __init__(self, zone: Zone) -> None:
        self._zone = zone

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._transport.sendto(_answer(data, self._zone), addr)


def _answer(asked: bytes, zone: Zone) -> bytes:
    labels, at = [], 12
    while length := asked[at]:
        labels.append(asked[at + 1 : at + 1 + length].decode())
        at += 1 + length
    [kind] = struct.unpack("!H", asked[at + 1 : at + 3])
    records = zone.get((_KINDS.get(kind, ""), ".".join(labels).lower()), ())
    body = b"".join(_record(kind, record) for record in records)
    status = 0x8180 | (0 if records else _NO_SUCH_NAME)
    head = asked[:2] + struct.pack("!HHHHH", status, 1, len(records), 0, 0)
    return head + asked[12 : at + 5] + body


def _record(kind: int, said: Sequence[str]) -> bytes:
    data = _name(said[0]) if _KINDS[kind] == "NS" else b"".join(bytes([len(each)]) + each.encode() for each in said)
    return b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data


def _name(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


@asynccontextmanager
async def name_server(zone: Zone) -> AsyncIterator[str]:
    """The server's address, `127.0.0.1:PORT`, for as long as the block runs."""
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: _Answering(zone), local_addr=("127.0.0.1", 0))
    try:
        yield f"127.0.0.1:{transport.get_extra_info('sockname')[1]}"
    finally:
        transport.close()
