"""Keeps the gatherer out of private networks: every address is checked at the moment it is connected to."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

import aiodns
import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import AsyncResolver, ThreadedResolver

from serikat.engines.site_audit.gather.limits import ReachPolicy

_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ip_network("64:ff9b:1::/48")
# Global by allocation, yet answered by the machine's own cloud or its neighbours.
_REFUSED: tuple[IPv4Network | IPv6Network, ...] = (
    ip_network("100.64.0.0/10"),
    ip_network("192.88.99.0/24"),
    ip_network("168.63.129.16/32"),
    ip_network("fec0::/10"),
)
_SIX_TO_FOUR = ip_network("2002::/16")
_REMEMBERED_SECONDS = 300.0
_FEW_NAMES = 4096


class PrivateAddressError(OSError):
    """A name or address that leads into a private network; the message names the address."""

    def __init__(self, address: str) -> None:
        super().__init__(errno.EACCES, f"not a public address: {address}")


def is_public(address: str) -> bool:
    """Whether this literal address is global unicast, also where it carries another address inside.

    Loopback, private, link-local (cloud metadata among them), carrier-grade NAT, multicast, reserved and unspecified
    addresses are not, nor IPv6 forms (mapped, 6to4, Teredo, NAT64) around such an IPv4 address. Sources: IANA special
    purpose registries through `ipaddress`, RFC 6052, RFC 3056, RFC 4380.
    """
    ip = ip_address(address.partition("%")[0])
    inner = _carried(ip)
    if inner is not None and not all(is_public(str(each)) for each in inner):
        return False
    if any(ip in network for network in _REFUSED if network.version == ip.version):
        return False
    if inner is not None and isinstance(ip, IPv6Address) and (ip.ipv4_mapped or ip in _NAT64):
        return True
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


def _carried(ip: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...] | None:
    """The IPv4 addresses inside an IPv6 one, where its form has room for them."""
    if isinstance(ip, IPv4Address):
        return None
    if ip.ipv4_mapped is not None:
        return (ip.ipv4_mapped,)
    if ip.teredo is not None:
        return ip.teredo
    if ip in _SIX_TO_FOUR and ip.sixtofour is not None:
        return (ip.sixtofour,)
    if ip in _NAT64 or ip in _LOCAL_NAT64 or int(ip) >> 32 == 0:
        return (IPv4Address(int(ip) & 0xFFFFFFFF),)
    return None


def may_connect(address: str, policy: ReachPolicy) -> bool:
    """Whether the policy lets this literal address be connected to."""
    if policy.allow_private or is_public(address):
        return True
    ip = ip_address(address.partition("%")[0])
    return any(ip in network for network in policy.admitted)


class GuardedResolver(AbstractResolver):
    """Names to addresses through c-ares, through the system where c-ares cannot; refuses names with a private address.

    The check here gives the clear reason; `guarded_connector` checks again what is really connected to.
    """

    def __init__(self, policy: ReachPolicy, names: AbstractResolver | None = None) -> None:
        self._policy = policy
        self._names = names or _cares()
        self._system = ThreadedResolver() if names is None else names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises OSError where it has none, PrivateAddressError where one is private."""
        found = await self._look_up(host, port, family)
        for each in found:
            if not may_connect(each["host"], self._policy):
                raise PrivateAddressError(f"{host} is {each['host']}")
        return found

    async def _look_up(self, host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
        try:
            return await self._names.resolve(host, port, family)
        except OSError as exc:
            # An answer "no such name" is final; a resolver that reaches no server is not, so the system is asked.
            cause = exc.__cause__
            code = cause.args[0] if isinstance(cause, aiodns.error.DNSError) and cause.args else None
            if self._system is self._names or code in (aiodns.error.ARES_ENOTFOUND, aiodns.error.ARES_ENODATA):
                raise
        return await self._system.resolve(host, port, family)

    async def close(self) -> None:
        """Let the resolvers go."""
        await self._names.close()
        if self._system is not self._names:
            await self._system.close()


class Doors(AbstractResolver):
    """Which address of a host is connected to: one at a time, so that whoever paces by address knows which it is.

    What a name was found to be is remembered for five minutes, for each port apart, and guarded when it is looked up.
    """

    def __init__(self, names: GuardedResolver) -> None:
        self._names = names
        self._known: dict[tuple[str, int], tuple[float, list[ResolveResult]]] = {}
        self._tidy_at = _FEW_NAMES

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host in the order in which to try them; a literal address is its own.

        Raises OSError where it has none, PrivateAddressError where one is private.
        """
        if _is_literal(host):
            return (host,)
        return tuple(each["host"] for each in await self._found(host, port, socket.AF_UNSPEC))

    def choose(self, host: str, port: int, address: str) -> None:
        """Connect to this address of the host until another one is chosen."""
        until, found = self._known.get((host, port), (0.0, []))
        self._known[host, port] = until, sorted(found, key=lambda each: each["host"] != address)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The one address chosen, as the connector asks for it."""
        return (await self._found(host, port, family))[:1]

    async def _found(self, host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
        now = asyncio.get_running_loop().time()
        until, found = self._known.get((host, port), (0.0, []))
        if until <= now:
            found = await self._names.resolve(host, port, family)
            if not found:
                raise OSError(errno.ENOENT, "no address")
            self._tidy(now)
            self._known[host, port] = now + _REMEMBERED_SECONDS, found
        return found

    def _tidy(self, now: float) -> None:
        if len(self._known) >= self._tidy_at:
            self._known = {where: known for where, known in self._known.items() if known[0] > now}
            self._tidy_at = max(_FEW_NAMES, 2 * len(self._known))

    async def close(self) -> None:
        """Let the resolvers go."""
        await self._names.close()


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


def _cares() -> AbstractResolver:
    try:
        return AsyncResolver()
    except (OSError, RuntimeError, aiodns.error.DNSError):  # no inotify left, for example
        return ThreadedResolver()


def guarded_connector(policy: ReachPolicy, doors: AbstractResolver, connections: int) -> aiohttp.TCPConnector:
    """A connector that checks where every socket goes, so that a rebinding name or a literal address gains nothing."""

    def open_socket(info: tuple[int, int, int, str, Sequence[Any]]) -> socket.socket:
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), policy):
            raise PrivateAddressError(str(address[0]))
        return socket.socket(family=family, type=kind, proto=protocol)

    return aiohttp.TCPConnector(
        resolver=doors,
        socket_factory=open_socket,
        limit=connections,
        limit_per_host=2,
        use_dns_cache=False,
        keepalive_timeout=35,
    )
