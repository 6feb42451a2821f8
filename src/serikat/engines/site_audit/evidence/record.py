"""What one gathering brought back: every fetch with its bytes, moment and hash, and why a fetch did not succeed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reached(StrEnum):
    """How far a gathering, or one fetch of it, came; everything but `read` and `partial` says why not."""

    READ = "read"
    PARTIAL = "partial"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    REFUSED = "refused"
    PRIVATE = "private"
    DNS = "dns"
    TLS = "tls"
    TIMEOUT = "timeout"
    HTTP_ERROR = "http_error"
    REDIRECTED_AWAY = "redirected_away"
    TOO_LARGE = "too_large"
    PARKED = "parked"
    EMPTY_SHELL = "empty_shell"


@dataclass(frozen=True, slots=True)
class Fetch:
    """One address asked for and what came back.

    `url` is the address asked, `final_url` where redirects ended. `purpose` is why it was asked (`home`, `robots`,
    `sitemap`, `feed`, `trust_txt`, `ads_txt`, `page`, `article`; `former` for an address that the outlet had before;
    `probe` for an address that was guessed in vain; `register` for what was seen in the Press Council's register).
    `body` holds the bytes after content decoding and `sha256` their hash; `status` is None and `failure` set where no
    usable answer came. `handed_in` marks a page that the owner saved and gave, `inherited` one of the parent that lends
    the outlet its subdomain or path.
    """

    url: str
    final_url: str
    purpose: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str
    sha256: str
    failure: Reached | None = None
    failure_detail: str = ""
    redirects: tuple[str, ...] = ()
    handed_in: bool = False
    inherited: bool = False

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        lowered = name.lower()
        return next((value for key, value in self.headers if key.lower() == lowered), "")


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that was fetched of one site: the stored evidence in memory.

    `gathered_at` (ISO 8601, UTC) is the "now" of every judgement made from it.
    """

    url: str
    gathered_at: str
    release: str
    agent: str
    reached: Reached
    reached_detail: str
    fetches: tuple[Fetch, ...]
