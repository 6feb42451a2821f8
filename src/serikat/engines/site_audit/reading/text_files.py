"""The small files that a site keeps for machines (trust.txt, ads.txt, robots.txt): is there one, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.reading.decoding import decode
from serikat.engines.site_audit.reading.site import Site

_MOST_BYTES = 1_000_000
_MOST_LINES, _LONGEST_LINE = 20_000, 2000
_UNREAD = frozenset({
    Reached.TIMEOUT,
    Reached.TLS,
    Reached.DNS,
    Reached.REFUSED,
    Reached.ROBOTS,
    Reached.BLOCKED,
    Reached.TOO_LARGE,
    Reached.PRIVATE,
})


class Presence(StrEnum):
    """What the evidence holds of a file.

    `web_page` is an HTML page in its place, `doubtful` one from a site that may answer any address so, `not_asked` that
    nobody asked for the file.
    """

    FOUND = "found"
    ABSENT = "absent"
    WEB_PAGE = "web_page"
    DOUBTFUL = "doubtful"
    UNREAD = "unread"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of a site as the evidence has it; `fetch` shows the presence, `text` is empty unless it was found."""

    presence: Presence
    fetch: Fetch | None = None
    text: str = ""


class Fault(StrEnum):
    """What is wrong with a line of such a file."""

    NO_NAME = "no_name"
    NO_VALUE = "no_value"
    UNKNOWN_NAME = "unknown_name"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_YES_OR_NO = "not_yes_or_no"
    SAID_TWICE = "said_twice"
    TOO_LONG = "too_long"
    NOT_A_RECORD = "not_a_record"
    NO_DOMAIN = "no_domain"
    NO_ACCOUNT = "no_account"
    NO_RELATIONSHIP = "no_relationship"


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """A line that is not as the specification has it, as written, counted from 1."""

    line: int
    text: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Statement:
    """One `name=value` line: the name as the specification writes it, the value without its comment."""

    name: str
    value: str
    line: int


def numbered_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line that states something: its number, what stands before `#`, and whether it is too long to be read whole.

    Lines beyond 20,000 are left unread.
    """
    for number, line in enumerate(text.splitlines()[:_MOST_LINES], start=1):
        stated = line[:_LONGEST_LINE].partition("#")[0].strip(" \t\ufeff")
        if stated:
            yield number, stated, len(line) > _LONGEST_LINE


def text_file(site: Site, purpose: str) -> TextFile:
    """The site's own file of that purpose (`trust_txt`, `ads_txt`, `robots`), at the first address that answered."""
    own = own_hosts(site)
    return _best([fetch for fetch in site.gathering.fetches if fetch.purpose == purpose and _host(fetch) in own], site)


def file_of(site: Site, purpose: str, host: str) -> TextFile:
    """The file of another host, as far as this evidence holds it; `host` without `www.`."""
    fetches = [fetch for fetch in site.gathering.fetches if fetch.purpose == purpose and _host(fetch) == host]
    return _best(fetches, site)


def own_hosts(site: Site) -> frozenset[str]:
    """The hosts under which the site was asked and read, without `www.`."""
    return frozenset(filter(None, (site.domain, host_in(site.url))))


def host_in(address: str) -> str:
    """The host of an address or of a bare domain, without `www.`, in small letters; empty where there is none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:  # an unclosed [ in the host, for example
        return ""
    return host.removeprefix("www.").strip(".")


def _host(fetch: Fetch) -> str:
    return host_in(fetch.url)


def _best(fetches: list[Fetch], site: Site) -> TextFile:
    by_presence: dict[Presence, Fetch] = {}
    for fetch in fetches:
        by_presence.setdefault(_presence(fetch), fetch)
    for presence in (Presence.FOUND, Presence.UNREAD, Presence.WEB_PAGE, Presence.ABSENT):
        if presence not in by_presence:
            continue
        fetch = by_presence[presence]
        if presence is Presence.FOUND:
            return TextFile(presence, fetch, _text(fetch))
        return TextFile(_as_site_answers(site) if presence is Presence.WEB_PAGE else presence, fetch)
    return TextFile(Presence.NOT_ASKED)


def _presence(fetch: Fetch) -> Presence:
    answered = fetch.status is not None and 200 <= fetch.status < 300
    if fetch.failure is None and answered:
        return Presence.WEB_PAGE if _opens_as_markup(fetch.body) else Presence.FOUND
    # Gathering drops the body of an HTML page that stands where a file was asked for; the status still tells.
    if fetch.failure is Reached.HTTP_ERROR and answered:
        return Presence.WEB_PAGE
    broken = fetch.failure in _UNREAD or (fetch.status or 0) >= 500
    return Presence.UNREAD if broken else Presence.ABSENT


def _opens_as_markup(body: bytes) -> bool:
    return body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _as_site_answers(site: Site) -> Presence:
    """What a page in a file's place means: nothing where the site answers any address at all with a page."""
    fetches = [fetch for fetch in site.gathering.fetches if not fetch.purpose.endswith("_txt")]
    if any(fetch.purpose == "probe" and fetch.status == 200 for fetch in fetches):
        return Presence.ABSENT
    return Presence.WEB_PAGE if any(fetch.status in (404, 410) for fetch in fetches) else Presence.DOUBTFUL


def _text(fetch: Fetch) -> str:
    text = decode(fetch.body[:_MOST_BYTES], fetch.header("content-type"))
    # A note on a fetch that succeeded says that the answer was cut, and half a line is no line.
    is_cut = len(fetch.body) > _MOST_BYTES or bool(fetch.failure_detail)
    return text.rpartition("\n")[0] if is_cut else text
