"""Chooses articles to read: by the shape of their links, spread over sections and over time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from urllib.parse import parse_qsl, urlsplit

from serikat.engines.site_audit.gather.discovery import may_be_page, place_in_site
from serikat.engines.site_audit.gather.listings import Entry
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import kind_addressed, kind_named
from serikat.engines.site_audit.reading.structure import Link
from serikat.engines.site_audit.web_addresses import normalised, same_page_key

_DATED = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?(?=[/-])")
_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/-])")
_LISTING = re.compile(
    r"/(?:tags?|topik|topics?|authors?|penulis|category|categories|kategori|kanal|label|page|indeks|index|arsip|archive"
    r"|galeri|gallery|rubrik|user|profile|profil)(?:/|$)|[?&](?:page|paged|hal|cat|tag|author)=|/(?:19|20)\d\d/(?:\d\d/)?$",
    re.IGNORECASE,
)
_ID = re.compile(r"(?:^|[-_/])(?:d-|read-)?\d{4,}(?:\D|$)")
_QUERY_ID = frozenset({"p", "id", "slug", "read", "berita", "artikel", "post", "news"})
# A candidate below this is asked only where a site has too few better ones.
OBVIOUS = 3
_OLDEST = 2
_SECTION_WORDS = 3
_ARTICLE_TYPES = frozenset({"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle"})
_LONG_PARAGRAPH = 18


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be an article: how much it looks like one, its day where known, the section it belongs to."""

    url: str
    likeness: int
    day: str = ""
    section: str = ""
    listed: bool = False


class Candidates:
    """All candidates of a site, each address once, in the order in which they were met.

    `own` says which addresses are preferred. Where fewer than `least` of them are, the whole site is taken instead, and
    `left_scope` turns true; with 0 that never happens.
    """

    def __init__(self, site: str, own: Callable[[str], bool], least: int) -> None:
        self._site = site
        self._own = own
        self._least = least
        self.left_scope = False
        self._found: dict[str, Candidate] = {}
        self._used: set[str] = set()

    def take_page(self, page: Page) -> None:
        """The links of a home or section page."""
        self.drop(page.url)
        for link in page.structure.links:
            if kind_named(link.text) is None:
                self._add(link.url, likeness(link.url, link.text), "", _section(link.url, page.url), listed=False)

    def take_entries(self, entries: Iterable[Entry], trusted: bool) -> None:
        """What a feed or sitemap lists; `trusted` where it lists articles alone, as feeds and news sitemaps do."""
        for entry in entries:
            url = normalised(entry.url)
            if url:
                score = likeness(url, entry.title) + (4 if trusted else 0)
                self._add(url, score, entry.day, _section(url, ""), listed=True)

    def sample(self, size: int) -> list[Candidate]:
        """Up to `size` of them: recent ones from every section in turn, and a few of the oldest for continuity."""
        found = [each for each in self._found.values() if self._own(each.url)]
        if len(found) < min(self._least, len(self._found)):
            self.left_scope = True
            found = [*self._found.values()]
        obvious = [each for each in found if each.likeness >= OBVIOUS]
        rest = sorted((each for each in found if each.likeness < OBVIOUS), key=lambda each: -each.likeness)
        aged = sorted((each for each in obvious if each.listed and each.day), key=lambda each: each.day)
        oldest = aged[:_OLDEST] if len(aged) > size else []
        chosen = list(dict.fromkeys(chain(_spread(obvious, size - len(oldest)), oldest)))
        return [*chosen, *rest[: size - len(chosen)]]

    def obvious(self) -> int:
        """How many candidates have the look of an article."""
        return sum(1 for each in self._found.values() if each.likeness >= OBVIOUS)

    def drop(self, url: str) -> None:
        """An address that was read for another purpose is no candidate any more, however often it is linked."""
        self._used.add(same_page_key(url))
        self._found.pop(same_page_key(url), None)

    def _add(self, url: str, score: int, day: str, section: str, *, listed: bool) -> None:
        address = normalised(url)
        if not address or not may_be_page(address, self._site) or score < 0:
            return
        key = same_page_key(address)
        if key in self._used:
            return
        known = self._found.get(key)
        day = day or day_in(address)
        if known is None:
            self._found[key] = Candidate(address, score, day, section, listed)
        elif score > known.likeness or (day and not known.day):
            better = max(score, known.likeness)
            self._found[key] = Candidate(known.url, better, known.day or day, known.section, known.listed or listed)


def likeness(url: str, text: str) -> int:
    """How much an address with the words on its link looks like an article's; negative for what surely is none."""
    parts = urlsplit(url)
    if parts.path in ("", "/") and not parts.query:
        return -1
    if _LISTING.search(place_in_site(url)):
        return -1
    if kind_addressed(url) is not None and len(text.split()) < 4:
        return -1
    last = re.sub(r"\.\w{2,5}$", "", parts.path.rstrip("/").rpartition("/")[2])
    score = 0
    if _DATED.search(parts.path):
        score += 3
    if _ID.search(parts.path) or any(name in _QUERY_ID for name, _ in parse_qsl(parts.query)):
        score += 2
    hyphens = last.count("-") + last.count("_")
    score += 3 if hyphens >= 5 else 2 if hyphens >= 3 else 1 if hyphens == 2 else 0
    words = len(text.split())
    return score + (2 if words >= 4 else 0)


def day_in(url: str) -> str:
    """The day that an address carries, as `2026-11-22`; the first of the month where it carries a month alone."""
    found = _DAY.search(urlsplit(url).path)
    return f"{found[1]}-{found[2]}-{found[3] or '01'}" if found else ""


def sections(home: Page, site: str, most: int) -> list[str]:
    """Addresses of section pages: short links at the top of the home page that are no policy pages."""
    found: dict[str, str] = {}
    for link in home.structure.links:
        if len(found) >= most:
            break
        address = normalised(link.url)
        if address and _names_section(link, home.url) and may_be_page(address, site):
            found.setdefault(same_page_key(address), address)
    return list(found.values())


def _names_section(link: Link, home: str) -> bool:
    words = link.text.split()
    if not 1 <= len(words) <= _SECTION_WORDS or kind_named(link.text) or kind_addressed(link.url):
        return False
    parts = urlsplit(link.url)
    if same_page_key(link.url) == same_page_key(home) or parts.path in ("", "/") or _DATED.search(parts.path):
        return False
    last = parts.path.rstrip("/").rpartition("/")[2]
    return last.count("-") <= 2 and not _ID.search(last) and link.text.casefold() not in ("home", "beranda", "next")


def _section(url: str, came_from: str) -> str:
    """What groups an article with others: its first folder where that is a word, else the page that listed it."""
    folders = [part for part in urlsplit(url).path.split("/")[:-1] if part and not part.isdigit()]
    return folders[0] if folders else came_from


def _spread(found: list[Candidate], size: int) -> Iterator[Candidate]:
    groups: dict[str, list[Candidate]] = {}
    for each in found:
        groups.setdefault(each.section, []).append(each)
    for group in groups.values():
        group.sort(key=lambda each: each.day, reverse=True)
    rows = zip_longest(*groups.values())
    taken = (each for row in rows for each in row if each is not None)
    for _, each in zip(range(max(size, 0)), taken, strict=False):
        yield each


def reads_as_article(page: Page, *, expected: bool = False) -> bool:
    """Whether a page is an article: it says so in structured data, or holds running text.

    Where the address made an article `expected`, one paragraph is enough; else a section list must not pass for one.
    """
    for thing in page.structure.json_ld:
        kinds = thing.get("@type")
        if not _ARTICLE_TYPES.isdisjoint([kinds] if isinstance(kinds, str) else map(str, kinds or ())):
            return True
    paragraphs = (node.text() for node in page.tree.css("p"))
    return _running_text(paragraphs, expected=expected) or _running_text(page.lines, expected=expected)


def _running_text(lines: Iterable[str], *, expected: bool) -> bool:
    lengths = [words for words in (len(line.split()) for line in lines) if words >= _LONG_PARAGRAPH]
    return bool(lengths) if expected else len(lengths) >= 3 or sum(lengths) >= 120
