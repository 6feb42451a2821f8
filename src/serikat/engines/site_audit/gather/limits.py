"""What a gathering may ask for and spend, which addresses it may reach, and under which name it comes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

from serikat import RELEASE

AGENT_TOKEN = "SerikatAudit"  # noqa: S105 — the product token of robots.txt, not a secret
AGENT_URL_SETTING = "SERIKAT_AGENT_URL"
_WEB_PORTS = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class Budget:
    """What one site may cost. Sizes are bytes after decompression, times are seconds.

    `pages` counts every page asked for, home, policy pages and `articles` included, but no text files such as
    robots.txt. `interval` is the rest between the end of one request to a site and the start of the next.
    """

    pages: int = 40
    articles: int = 20
    bytes: int = 60_000_000
    seconds: float = 120.0
    page_bytes: int = 5_000_000
    interval: float = 1.0
    request_seconds: float = 20.0
    redirects: int = 5
    retries: int = 2
    backoff: float = 0.5
    longest_delay: float = 30.0
    guesses: int = 12
    sitemaps: int = 4


@dataclass(frozen=True, slots=True)
class ReachPolicy:
    """Which addresses may be connected to: the public internet on the web's own ports, unless told otherwise.

    `admitted` names networks that are let in although they are not public, for a test bed.
    """

    allow_private: bool = False
    admitted: tuple[IPv4Network | IPv6Network, ...] = ()
    ports: frozenset[int] | None = _WEB_PORTS

    def admits_port(self, port: int) -> bool:
        """Whether this port may be asked; any may where private addresses may."""
        return self.allow_private or self.ports is None or port in self.ports


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a gathering as told to whoever watches: `done` of `planned` requests, and the address just asked."""

    stage: str
    done: int
    planned: int
    url: str


Watch = Callable[[Progress], None]


def agent_name() -> str:
    """The user agent: who asks, which release, why, and where to read more or complain.

    The installation names its own page in `SERIKAT_AGENT_URL`; without it the agent says in words how to refuse it.
    """
    page = os.environ.get(AGENT_URL_SETTING, "").strip()
    where = f"+{page}" if page.isascii() and page.isprintable() and page else "refuse it in robots.txt by this name"
    return f"{AGENT_TOKEN}/{RELEASE} ({where}; audit of press standards for the association)"
