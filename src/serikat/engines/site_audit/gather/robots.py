"""What robots.txt lets this agent ask, and how slowly (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.gather.limits import AGENT_TOKEN
from serikat.engines.site_audit.reading.decoding import decode

ROBOTS_BYTES = 512 * 1024  # RFC 9309 section 2.5: parsers read at least 500 KiB
_UNREACHED = frozenset({Reached.DNS, Reached.TLS, Reached.TIMEOUT, Reached.REFUSED, Reached.PRIVATE})


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin. `fault` is set where the file could not be had in a way that closes the whole origin."""

    rules: Protego | None
    fault: tuple[Reached, str] | None = None

    def admits(self, url: str) -> bool:
        """Whether our agent may ask this address."""
        return self.rules is None or bool(self.rules.can_fetch(url, AGENT_TOKEN))

    @property
    def delay(self) -> float:
        """The seconds between requests that the site asks for, 0 where it asks for none."""
        asked = self.rules.crawl_delay(AGENT_TOKEN) if self.rules is not None else None
        return float(asked or 0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps named in the file."""
        return tuple(self.rules.sitemaps) if self.rules is not None else ()


def read_robots(fetch: Fetch) -> Robots:
    """The rules from the answer to /robots.txt: none where the file is missing, all closed where the server failed.

    An origin that could not be reached at all is not asked for its pages either; the reason stays the true one.
    """
    if fetch.failure in _UNREACHED and fetch.failure is not None:
        return Robots(None, (fetch.failure, fetch.failure_detail))
    if fetch.failure is Reached.HTTP_ERROR and fetch.status is not None and fetch.status >= 500:
        return Robots(None, (Reached.HTTP_ERROR, f"HTTP {fetch.status} for robots.txt, which RFC 9309 reads as closed"))
    if fetch.failure is not None or fetch.status != 200:
        return Robots(None)
    return Robots(Protego.parse(decode(fetch.body, fetch.header("content-type"))))
