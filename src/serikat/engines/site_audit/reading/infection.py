"""Signs that a site is no longer in its owner's hands: offers in titles, hidden links, spam in lists, lost domains."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.publication import unpacked_text
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.spam_words import SEEDS, sold_in, sold_on_link
from serikat.engines.site_audit.reading.structure import Link, resolve
from serikat.engines.site_audit.web_addresses import site_of


class Sign(StrEnum):
    """What was seen; the strongest first."""

    PARKED = "parked"
    MOVED = "moved"
    DEFACED = "defaced"
    OFFER_IN_TITLE = "offer_in_title"
    HIDDEN_LINKS = "hidden_links"
    OFFERS_LINKED = "offers_linked"
    SENT_AWAY = "sent_away"
    OFFERS_LISTED = "offers_listed"
    OTHER_SCRIPT = "other_script"
    FORMER_LOST = "former_lost"


@dataclass(frozen=True, slots=True)
class Infection:
    """One sign with the words that show it; `count` is how often it was seen."""

    sign: Sign
    count: int
    quotes: tuple[Quote, ...]


# One item that sells may be a paid article gone wrong; these numbers are a pattern.
_FEW_PAGES, _FEW_LINKS, _FEW_ENTRIES = 2, 3, 5
_SCRIPT_SHARE, _SCRIPT_LEAST = 0.2, 10
_LINK_PAGES = 6
_LONGEST_STYLE = 400
_MOST_ENTRIES = 5_000
_QUOTES = 4
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
    r"|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|(?:max-)?height\s*:\s*[01](?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"<(?:loc|link|(?:news:)?title)\b[^>]{0,200}>\s*(?:<!\[CDATA\[)?\s*([^<\]]{4,500})", re.IGNORECASE)
_DEFACED = re.compile(r"\b(?:hacked|h[4a]ck3d|defaced|pwned|0wned|touched|stamped) by\b", re.IGNORECASE)
_TAG = re.compile(r"/(?:tags?|topik|topics?|label|search|cari|indeks?)(?:/|$)", re.IGNORECASE)
# Kana, Han, Hangul, Thai and Cyrillic; Arabic letters are at home on Indonesian pages.
_OTHER_SCRIPT = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3\u0e01-\u0e5b\u0400-\u04ff]")
_FEW_LETTERS = 4


def infections(site: Site) -> tuple[Infection, ...]:
    """Every sign on the site, the strongest first; none where nothing was seen."""
    home = site.home
    # What is put into a theme stands on every page, so a few spread over the site tell as much as all.
    few = _with_seeds(site.pages[:: max(1, len(site.pages) // _LINK_PAGES)])
    found: list[Infection | None] = [
        _lost(site),
        _defaced(home),
        _titles(site.pages, home),
        *map(_links, few),
        _sent_away(site),
        _listed(site),
        _other_script(site),
        _former(site),
    ]
    signs: dict[Sign, Infection] = {}
    for infection in found:
        if infection is not None:
            signs.setdefault(infection.sign, infection)
    order = list(Sign)
    return tuple(sorted(signs.values(), key=lambda each: order.index(each.sign)))


def _lost(site: Site) -> Infection | None:
    """A home page that is a stand-in, or that sends visitors to another domain."""
    if site.reached not in (Reached.PARKED, Reached.REDIRECTED_AWAY):
        return None
    homes = [fetch for fetch in site.gathering.fetches if fetch.purpose == "home" and fetch.failure is site.reached]
    if site.reached is Reached.PARKED:
        sign = Sign.PARKED
    else:
        sign = Sign.SENT_AWAY if any(sold_in(_in_words(fetch.failure_detail)) for fetch in homes) else Sign.MOVED
    return Infection(sign, 1, tuple(_fault(fetch) for fetch in homes[-1:]))


def _defaced(home: Page | None) -> Infection | None:
    """A home page on which somebody has left their name."""
    voices = (home.structure.title, home.structure.h1) if home is not None else ()
    said = next((words for words in voices if _DEFACED.search(words)), "")
    return Infection(Sign.DEFACED, 1, (home.quote(said),)) if home is not None and said else None


def _titles(pages: Iterable[Page], home: Page | None) -> Infection | None:
    every = "\n".join(words for page in pages for words in _titles_of(page))
    seeds = _seeds_in(_searchable(every))
    quotes = [page.quote(title) for page in pages if (title := _selling_title(page, seeds))] if seeds else []
    of_home = [quote for quote in quotes if home is not None and quote.url == home.url]
    if not of_home and len(quotes) < _FEW_PAGES:
        return None
    shown = [*of_home, *(quote for quote in quotes if quote not in of_home)]
    return Infection(Sign.OFFER_IN_TITLE, len(quotes), tuple(shown[:_QUOTES]))


def _selling_title(page: Page, seeds: Sequence[bytes] = SEEDS) -> str:
    titles = _titles_of(page)
    if not _seeds_in(_searchable("\n".join(titles)), seeds):
        return ""
    return next(filter(sold_in, titles), "")


def _titles_of(page: Page) -> tuple[str, ...]:
    structure = page.structure
    return structure.title, structure.h1, structure.meta("og:title"), structure.meta("description")


def _searchable(words: str) -> bytes:
    """The words in small letters, as bytes: those are searched many times as fast as wide text."""
    return words.lower().encode(errors="replace")


def _seeds_in(lowered: bytes, seeds: Sequence[bytes] = SEEDS) -> list[bytes]:
    return [seed for seed in seeds if seed in lowered]


def _with_seeds(pages: Sequence[Page]) -> Sequence[Page]:
    """These pages where any of their links may sell, else none; what they share, all menus, is looked at once."""
    links = {"".join(link) for page in pages for link in _leading_away(page)}
    return pages if _seeds_in(_searchable("\n".join(links))) else ()


def _leading_away(page: Page) -> list[Link]:
    """The links that do not lead to the page's own host: a few of many."""
    host = urlsplit(page.url).netloc
    own = (f"https://{host}/", f"http://{host}/")
    return [link for link in page.structure.links if not link.url.startswith(own)]


def _links(page: Page) -> Infection | None:
    """Links that sell, to other sites; those kept out of sight tell more."""
    links = _leading_away(page)
    seeds = _seeds_in(_searchable("\n".join(map("".join, links))))
    if not seeds:
        return None
    own = site_of(page.url)
    selling = {link.url: link for link in links if _seeds_in(_searchable("".join(link)), seeds) and _sells(link, own)}
    if len(selling) < _FEW_LINKS:
        return None
    out_of_sight = _hidden_among(page, selling)
    hidden = [link for address, link in selling.items() if address in out_of_sight]
    sign, shown = (
        (Sign.HIDDEN_LINKS, hidden) if len(hidden) >= _FEW_LINKS else (Sign.OFFERS_LINKED, [*selling.values()])
    )
    return Infection(sign, len(shown), tuple(page.quote(f"{link.text} → {link.url[:120]}") for link in shown[:_QUOTES]))


def _sells(link: Link, own: str) -> bool:
    if site_of(link.url) == own:
        return False
    return bool(sold_on_link(link.text) or sold_in(_in_words(urlsplit(link.url).hostname or "")))


def _in_words(address: str) -> str:
    """An address as words: `slot88-gacor.example` sells by its name."""
    return " ".join(re.findall(r"[a-z]+", address.lower()))


def _hidden_among(page: Page, addresses: Collection[str]) -> frozenset[str]:
    base = page.structure.url
    found = ((node, resolve(base, node.attributes.get("href") or "")) for node in select(page.tree, "a[href]"))
    return frozenset(address for node, address in found if address in addresses and _is_hidden(node))


def _is_hidden(node: LexborNode) -> bool:
    """Whether the link, or something around it, is kept out of sight by its own style or the attribute `hidden`."""
    at: LexborNode | None = node
    for _ in range(8):
        if at is None:
            return False
        found = at.attributes
        if "hidden" in found or _HIDING.search((found.get("style") or "")[:_LONGEST_STYLE]):
            return True
        at = at.parent
    return False


def _sent_away(site: Site) -> Infection | None:
    """Inner pages that send visitors to a domain that sells."""
    away = [
        fetch
        for fetch in site.gathering.fetches
        if fetch.purpose in ("page", "article")
        and fetch.failure is Reached.REDIRECTED_AWAY
        and sold_in(_in_words(fetch.failure_detail))
    ]
    return Infection(Sign.SENT_AWAY, len(away), tuple(map(_fault, away[:_QUOTES]))) if away else None


def _listed(site: Site) -> Infection | None:
    """Feeds and sitemaps that name pages which sell."""
    for fetch in site.fetches_for("feed", "sitemap"):
        if fetch.body[:2] != b"\x1f\x8b" and not _seeds_in(fetch.body.lower()):
            continue
        offers = [words for words in _entries(fetch) if not _TAG.search(words) and sold_in(_last_words(words))]
        if len(offers) >= _FEW_ENTRIES:
            quotes = tuple(_of_list(fetch, words) for words in offers[:_QUOTES])
            return Infection(Sign.OFFERS_LISTED, len(offers), quotes)
    return None


def _other_script(site: Site) -> Infection | None:
    """A list, or a home title, in another script than the pages themselves are in."""
    home = site.home
    if home is None or len(_OTHER_SCRIPT.findall(home.plain[:20_000])) > len(home.plain[:20_000]) // 20:
        return None
    title = home.structure.title
    if len(_OTHER_SCRIPT.findall(title)) >= _FEW_LETTERS:
        return Infection(Sign.OTHER_SCRIPT, 1, (home.quote(title),))
    for fetch in site.fetches_for("feed", "sitemap"):
        if fetch.body.isascii() and b"%E" not in fetch.body and b"%D" not in fetch.body:
            continue
        entries = list(_entries(fetch))
        strange = [words for words in entries if len(_OTHER_SCRIPT.findall(words)) >= _FEW_LETTERS]
        if len(strange) >= max(_SCRIPT_LEAST, _SCRIPT_SHARE * len(entries)):
            quotes = tuple(_of_list(fetch, words) for words in strange[:_QUOTES])
            return Infection(Sign.OTHER_SCRIPT, len(strange), quotes)
    return None


def _former(site: Site) -> Infection | None:
    """An address that the outlet had before and that now shows a stand-in, or leads to somebody else."""
    lost = [
        fetch
        for fetch in site.gathering.fetches
        if fetch.purpose == "former" and fetch.failure in (Reached.PARKED, Reached.REDIRECTED_AWAY)
    ]
    sold = [
        page
        for fetch in site.gathering.fetches
        if fetch.purpose == "former" and fetch.failure is None and fetch.body and _selling_title(page := Page(fetch))
    ]
    quotes = [*map(_fault, lost), *(page.quote(_selling_title(page)) for page in sold)]
    return Infection(Sign.FORMER_LOST, len(quotes), tuple(quotes[:_QUOTES])) if quotes else None


def _entries(fetch: Fetch) -> Iterator[str]:
    for at, found in enumerate(_LISTED.finditer(unpacked_text(fetch))):
        if at >= _MOST_ENTRIES:
            return
        words = found[1].strip()
        yield unquote(words, errors="replace") if "%" in words else words


def _last_words(words: str) -> str:
    """The last part of an address, or the words of a title as they are."""
    return words.rstrip("/").rpartition("/")[2] if "://" in words else words


def _fault(fetch: Fetch) -> Quote:
    return Quote(fetch.url, fetch.failure_detail or str(fetch.failure), fetch.fetched_at, fetch.sha256)


def _of_list(fetch: Fetch, words: str) -> Quote:
    return Quote(fetch.final_url, words, fetch.fetched_at, fetch.sha256, fetch.handed_in, fetch.inherited)
