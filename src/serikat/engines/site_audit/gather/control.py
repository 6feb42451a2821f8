"""Looks where whoever runs a site was asked to put a sign, and notes by what the domain is held."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

import aiodns
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.gather.exchange import Answer, Limits, NotAnswered
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.web_addresses import host_of, is_ip, normalised, site_of

META_NAME = "serikat-site"
# The values of one name, by the kind of record (`TXT`, `NS`); raises OSError or DNSError where nothing answers.
Records = Callable[[str, str], Awaitable[tuple[str, ...]]]
_PAGE = Limits(seconds=8.0, bytes=1_500_000, cut=True)
_FILE = Limits(seconds=8.0, bytes=20_000, cut=True)
_REDIRECTS = 4
_RECORD_SECONDS = 5.0
_ALL_SECONDS = 25.0
_MISSING = Words("{place}: tandanya belum ada.", "{place}: the sign is not there yet.")
_NO_ANSWER = Words("{place}: tidak terbaca ({why}).", "{place}: could not be read ({why}).")
_LEFT = Words("{place}: dialihkan ke situs lain.", "{place}: sends visitors to another site.")
_FOUND = Words("{place}: tandanya terlihat.", "{place}: the sign is there.")
_NOT_IN_TIME = Words("Situs terlalu lama menjawab.", "The site took too long to answer.")


@dataclass(frozen=True, slots=True)
class ControlSeen:
    """What was seen: by which method control is shown (`meta`, `file`, `dns`, empty for none), and where one looked.

    `owner_mark` names the name servers of the registrable domain; empty where they could not be asked.
    """

    method: str
    said: tuple[Words, ...]
    owner_mark: str


def file_path(token: str) -> str:
    """Where the file with the token lies, below the outlet's own address."""
    return f".well-known/serikat-{token[:8].lower()}.txt"


def record_value(token: str) -> str:
    """What the TXT record says."""
    return f"{META_NAME}={token}"


async def look_for_control(outlet: Outlet, token: str, fetcher: Fetcher, records: Records | None = None) -> ControlSeen:
    """Look for the token in the home page's head, in the file and in DNS; at most 25 seconds, seven requests or so."""
    asked = records or dns_records
    looks = (_in_page(outlet, token, fetcher), _in_file(outlet, token, fetcher), _in_records(outlet, token, asked))
    said: list[Words] = []
    method = ""
    try:
        async with asyncio.timeout(_ALL_SECONDS):
            for name, look in zip(("meta", "file", "dns"), looks, strict=True):
                is_there, words = await look
                said.append(words)
                method = name if is_there else ""
                if method:
                    break
    except TimeoutError:
        said.append(_NOT_IN_TIME)
    finally:
        for look in looks:
            look.close()
    return ControlSeen(method, tuple(said), await owner_mark(outlet, asked))


async def owner_mark(outlet: Outlet, records: Records | None = None) -> str:
    """The name servers of the outlet's registrable domain, in order; empty where nobody says."""
    site = site_of(outlet.url)
    if is_ip(host_of(outlet.url)) or ":" in site:
        return ""
    found = await _answers(records or dns_records, site, "NS")
    return " ".join(sorted({each.lower().rstrip(".") for each in found}))[:300]


async def _in_page(outlet: Outlet, token: str, fetcher: Fetcher) -> tuple[bool, Words]:
    place = f"<meta> {outlet.url}"
    answer = await _read(outlet, outlet.url, _PAGE, fetcher)
    if isinstance(answer, Words):
        return False, answer.filled(place=place)
    head = LexborHTMLParser(answer.body).head
    signs = head.css(f'meta[name="{META_NAME}"]') if head else []
    is_there = any((sign.attributes.get("content") or "").strip() == token for sign in signs)
    return is_there, (_FOUND if is_there else _MISSING).filled(place=place)


async def _in_file(outlet: Outlet, token: str, fetcher: Fetcher) -> tuple[bool, Words]:
    url = urljoin(outlet.url, outlet.folder) + file_path(token)
    answer = await _read(outlet, url, _FILE, fetcher)
    if isinstance(answer, Words):
        return False, answer.filled(place=url)
    is_there = answer.status == 200 and answer.body.decode("utf-8", "replace").strip().lstrip("\ufeff") == token
    return is_there, (_FOUND if is_there else _MISSING).filled(place=url)


async def _in_records(outlet: Outlet, token: str, records: Records) -> tuple[bool, Words]:
    host = host_of(outlet.url).removeprefix("www.")
    found = await _answers(records, host, "TXT") if outlet.folder == "/" else ()
    is_there = record_value(token) in (each.strip() for each in found)
    return is_there, (_FOUND if is_there else _MISSING).filled(place=f"TXT {host}")


async def _read(outlet: Outlet, url: str, limits: Limits, fetcher: Fetcher) -> Answer | Words:
    """The answer after redirects within the outlet's own site; words with `{place}` where there is none."""
    budget = Budget(interval=0.0, retries=0)
    for _ in range(_REDIRECTS):
        try:
            answer = await fetcher.answer(url, limits, budget, interval=0.0, retries=0)
        except NotAnswered as fault:
            return Words(_NO_ANSWER.id.replace("{why}", _plain(fault)), _NO_ANSWER.en.replace("{why}", _plain(fault)))
        target = normalised(urljoin(url, answer.header("location"))) if answer.status in range(300, 400) else ""
        if not target:
            return answer
        if not outlet.owns(target):
            return _LEFT
        url = target
    return _LEFT


def _plain(fault: NotAnswered) -> str:
    """What went wrong, without braces that would read as a gap."""
    return fault.detail.replace("{", "").replace("}", "")


async def _answers(records: Records, name: str, kind: str) -> tuple[str, ...]:
    try:
        async with asyncio.timeout(_RECORD_SECONDS):
            return await records(name, kind)
    except (OSError, aiodns.error.DNSError, ValueError):
        return ()


async def dns_records(name: str, kind: str, servers: Sequence[str] | None = None) -> tuple[str, ...]:
    """The records of a name, `TXT` or `NS`, as this machine's name servers say, or those at `HOST:PORT`.

    Raises DNSError where there are none or nobody answers.
    """
    async with aiodns.DNSResolver(servers, timeout=2.0, tries=2) as resolver:
        result = await resolver.query_dns(name, kind)
    found = []
    for record in result.answer:
        said = getattr(record.data, "nsdname", None) if kind == "NS" else getattr(record.data, "data", None)
        if said is not None:
            found.append(said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said))
    return tuple(found)
