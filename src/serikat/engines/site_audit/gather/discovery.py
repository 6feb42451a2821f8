"""Finds the pages that a standard asks for: first by the words on links, then by addresses, last by usual paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import (
    PageKind,
    is_headline,
    is_list,
    kind_addressed,
    kind_named,
    own_words,
)
from serikat.engines.site_audit.web_addresses import normalised, same_page_key, site_of

# In the order in which a small budget should be spent.
WANTED = (
    PageKind.MASTHEAD,
    PageKind.GUIDELINE,
    PageKind.CONTACT,
    PageKind.CORRECTIONS,
    PageKind.ETHICS,
    PageKind.ABOUT,
    PageKind.PRIVACY,
    PageKind.ADVERTISING,
    PageKind.COMMENT_POLICY,
    PageKind.PROTECTION,
    PageKind.TERMS,
)
_SEVERAL = frozenset({PageKind.MASTHEAD, PageKind.GUIDELINE, PageKind.CONTACT, PageKind.CORRECTIONS})
_MOST_TRIES = 3
# Ranks of a candidate: words and address agree, words alone, address alone, listed in a sitemap.
_AGREED, _CALLED, _ADDRESSED, _LISTED = range(4)
_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|zip|rar|apk|mp[34]|avi|webm|css|js|json|xml|rss|txt|woff2?)$",
    re.IGNORECASE,
)
# Doors for people with a key, and machinery: nothing that an audit of a publication has to open.
_CLOSED = re.compile(
    r"/(?:wp-admin|wp-login|wp-json|admin|administrator|login|logout|masuk|daftar-akun|register|signin|signup|auth|akun"
    r"|account|dashboard|cart|keranjang|checkout|search|cari|cdn-cgi|xmlrpc|feed|share|print|cetak|editor|member)"
    r"(?:[/.]|$)|[?&](?:s|q|replytocom|share|print|add-to-cart|action)=|/(?:feed|rss)/?$",
    re.IGNORECASE,
)
_PATHS: dict[PageKind, tuple[str, ...]] = {
    PageKind.MASTHEAD: ("redaksi", "susunan-redaksi", "box-redaksi", "tim-redaksi"),
    PageKind.GUIDELINE: ("pedoman-media-siber", "pedoman-pemberitaan-media-siber", "pedoman"),
    PageKind.CONTACT: ("kontak", "hubungi-kami", "contact", "kontak-kami"),
    PageKind.CORRECTIONS: ("hak-jawab", "hak-jawab-dan-koreksi", "koreksi"),
    PageKind.ETHICS: ("kode-etik", "kode-etik-jurnalistik"),
    PageKind.ABOUT: ("tentang-kami", "about", "tentang"),
    PageKind.PRIVACY: ("privacy-policy", "kebijakan-privasi", "privacy"),
    PageKind.ADVERTISING: ("info-iklan",),
}


class _Candidate(NamedTuple):
    """In the order of being asked: named on links, of the outlet's own, the surest, the shortest.

    Headlines are longer than names.
    """

    is_unnamed: bool
    is_parents: bool
    rank: int
    length: int
    url: str


class Wanted:
    """The pages still to look for. It takes in links as pages are read and hands out the next address worth asking."""

    def __init__(self, site: str, owns: Callable[[str], bool]) -> None:
        self._site = site
        self._owns = owns
        self._own_words: frozenset[str] = frozenset()
        self._candidates: dict[PageKind, dict[str, _Candidate]] = {kind: {} for kind in WANTED}
        self._asked: dict[PageKind, int] = dict.fromkeys(WANTED, 0)
        self._found: set[PageKind] = set()
        self._seen: set[str] = set()

    def take_links(self, page: Page) -> None:
        """Remember the links of a page that speak of a wanted kind; words outrank addresses."""
        if page.purpose == "home":
            self._own_words = own_words(page)
        for link in page.structure.links:
            called = kind_named(link.text, self._own_words)
            addressed = kind_addressed(link.url, self._own_words)
            if called is None and (addressed is None or is_headline(link.text, self._own_words)):
                continue
            if is_list(link.url):
                continue
            if may_be_page(link.url, self._site):
                # A headline may hold the words too: address and words together are the surest.
                rank = _AGREED if called is addressed else _CALLED if called is not None else _ADDRESSED
                self._add(called or addressed or PageKind.OTHER, link.url, rank, len(link.text))

    def take_addresses(self, urls: Iterable[str]) -> None:
        """Remember the addresses, of a sitemap for example, that speak of a wanted kind."""
        for url in urls:
            kind = kind_addressed(url, self._own_words)
            if kind is not None and may_be_page(url, self._site) and urlsplit(url).path.count("/") <= 3:
                self._add(kind, url, _LISTED)

    def seen(self, url: str) -> None:
        """An address that was asked for another purpose is not asked again."""
        self._seen.add(same_page_key(url))

    def was_seen(self, url: str) -> bool:
        """Whether the address was asked already."""
        return same_page_key(url) in self._seen

    def found(self, kind: PageKind) -> None:
        """A page of that kind was read."""
        self._found.add(kind)

    def next(self) -> tuple[PageKind, str] | None:
        """The next address to ask: one of every kind first, then second candidates; None when all are used."""
        for turn in range(_MOST_TRIES):
            for kind in WANTED:
                url = self._best(kind) if self._asked[kind] == turn else ""
                if url:
                    self._asked[kind] += 1
                    return kind, url
        return None

    def missing(self) -> tuple[PageKind, ...]:
        """The kinds of which no page was read."""
        return tuple(kind for kind in WANTED if kind not in self._found)

    def is_policy(self, url: str) -> bool:
        """Whether the address is known as one of a wanted page."""
        key = same_page_key(url)
        return any(key in candidates for candidates in self._candidates.values())

    def _add(self, kind: PageKind, url: str, rank: int, length: int = 0) -> None:
        candidates = self._candidates.get(kind)
        address = normalised(url)
        if candidates is None or not address:
            return
        key = same_page_key(address)
        found = _Candidate(rank > _CALLED, not self._owns(address), rank, length, address)
        if key not in candidates or candidates[key] > found:
            candidates[key] = found

    def _best(self, kind: PageKind) -> str:
        """The best candidate not yet asked; once a page is found, only what links call by name is worth another."""
        worst = _LISTED if kind not in self._found else _CALLED if kind in _SEVERAL and self._asked[kind] < 2 else -1
        open_ones = [
            (found, key)
            for key, found in self._candidates[kind].items()
            if key not in self._seen and found.rank <= worst
        ]
        if not open_ones:
            return ""
        found, key = min(open_ones)
        self._seen.add(key)
        return found.url


def may_be_page(url: str, site: str) -> bool:
    """Whether the address is one of this site, looks like a page, and is no door for users or editors."""
    try:
        parts = urlsplit(url)
        if site_of(url) != site:
            return False
    except ValueError:
        return False
    return not _FILES.search(parts.path) and not _CLOSED.search(place_in_site(url))


def place_in_site(url: str) -> str:
    """Path and query of an address, without the question mark where there is no query."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def usual_paths(kinds: Iterable[PageKind], home: Page, places: Sequence[str]) -> Iterator[tuple[PageKind, str]]:
    """Addresses where sites of this make keep such pages, the likeliest of every kind before the second of any.

    `places` are the folders to look in, the likeliest first, each with its closing slash.
    """
    in_files = sum(1 for link in home.structure.links if urlsplit(link.url).path.endswith(".html")) >= 3
    blogger = "blogger" in home.structure.meta("generator").lower() or ".blogspot." in home.url
    ending = ".html" if blogger or in_files else ""
    folders = [urljoin(home.url, "."), *places[1:]] if in_files and not blogger else places
    wanted = [kind for kind in kinds if kind in _PATHS]
    for turn in range(max(map(len, _PATHS.values()))):
        for place in folders:
            for kind in wanted:
                if turn < len(_PATHS[kind]):
                    yield kind, f"{place}{'p/' if blogger else ''}{_PATHS[kind][turn]}{ending}"
