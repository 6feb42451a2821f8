"""Deals the outlets of a round into shards, so that no host and no known IP address stands in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from serikat.engines.site_audit.shard import ListedOutlet
from serikat.engines.site_audit.web_addresses import host_of, is_ip

Shard = tuple[ListedOutlet, ...]

LARGEST_SHARD = 200


def shard_size(outlets: int, workers: int) -> int:
    """How many outlets a shard holds: a shard for every worker, and none so large that all wait for its end."""
    return max(1, min(LARGEST_SHARD, -(-outlets // max(1, workers))))


def shards_of(outlets: Iterable[ListedOutlet], size: int, ip_of: Mapping[str, str] | None = None) -> list[Shard]:
    """The outlets in shards of about `size`, each outlet once, in the order of the roster as far as hosts allow.

    `ip_of` gives the IP address of a host, named without `www.`, where it is known. Outlets of one registrable domain
    or one known IP address stay together even where they are more than `size`; those that are more than any shard
    should hold come last, so that a list of one domain's thousand names keeps nobody waiting. Of two rows with one
    outlet the first counts.
    """
    once: dict[str, ListedOutlet] = {}
    for listed in outlets:
        once.setdefault(listed.outlet.key, listed)
    shards: list[list[ListedOutlet]] = []
    for together in _inseparable(once.values(), ip_of or {}):
        if not shards or len(shards[-1]) + len(together) > size:
            shards.append([])
        shards[-1].extend(together)
    return [tuple(shard) for shard in sorted(shards, key=lambda shard: len(shard) > LARGEST_SHARD)]


def _inseparable(outlets: Iterable[ListedOutlet], ip_of: Mapping[str, str]) -> Iterable[list[ListedOutlet]]:
    """Outlets by what they share; a domain and an address that share an outlet make one group with all of theirs."""
    leads_to: dict[str, str] = {}

    def root(mark: str) -> str:
        while leads_to.setdefault(mark, mark) != mark:
            leads_to[mark] = leads_to[leads_to[mark]]
            mark = leads_to[mark]
        return mark

    marked = [(listed, _marks(listed, ip_of)) for listed in outlets]
    for _, (first, *others) in marked:
        for other in others:
            leads_to[root(other)] = root(first)
    groups: dict[str, list[ListedOutlet]] = {}
    for listed, (first, *_) in marked:
        groups.setdefault(root(first), []).append(listed)
    return groups.values()


def _marks(listed: ListedOutlet, ip_of: Mapping[str, str]) -> list[str]:
    host = host_of(listed.outlet.url)
    address = host if is_ip(host) else ip_of.get(host.removeprefix("www."), "")
    return [f"site {listed.outlet.pacing_key}", *([f"ip {address}"] if address else [])]
