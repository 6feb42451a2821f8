"""What a page is for: decided by the words on the links that lead to it, then its heading, title and address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from serikat.engines.site_audit.reading.page import Page


class PageKind(StrEnum):
    """The pages that rules ask for; `other` is everything else, section lists included."""

    HOME = "home"
    MASTHEAD = "masthead"
    GUIDELINE = "guideline"
    ETHICS = "ethics"
    CORRECTIONS = "corrections"
    CONTACT = "contact"
    ABOUT = "about"
    PRIVACY = "privacy"
    ADVERTISING = "advertising"
    COMMENT_POLICY = "comment_policy"
    TERMS = "terms"
    ARTICLE = "article"
    SECTION = "section"
    OTHER = "other"


# Order matters: "Pedoman Hak Jawab" is a page of corrections, "Kode Etik Redaksi" one of ethics, and so on.
_PATTERNS: tuple[tuple[PageKind, str], ...] = (
    (
        PageKind.CORRECTIONS,
        (
            r"hak[\s_-]*jawab|hak[\s_-]*koreksi|kebijakan[\s_-]*(?:koreksi|ralat)|koreksi[\s_-]*berita"
            r"|ralat|corrections?[\s_-]*policy|right[\s_-]*of[\s_-]*reply|pengaduan|layanan[\s_-]*aduan"
        ),
    ),
    (
        PageKind.COMMENT_POLICY,
        (r"(?:kebijakan|ketentuan|aturan|pedoman|syarat)[\s_-]*(?:komentar|forum)|comment[\s_-]*polic"),
    ),
    (
        PageKind.ADVERTISING,
        (
            r"info(?:rmasi)?[\s_-]*iklan|pasang[\s_-]*iklan|tarif[\s_-]*iklan|media[\s_-]*kit|rate[\s_-]*card|beriklan|advertis"
        ),
    ),
    (
        PageKind.ETHICS,
        (r"kode[\s_-]*etik|kode[\s_-]*perilaku|\bkej\b|code[\s_-]*of[\s_-]*(?:ethics|conduct)|pedoman[\s_-]*etik"),
    ),
    (PageKind.PRIVACY, r"privasi|privacy|perlindungan[\s_-]*data"),
    (
        PageKind.GUIDELINE,
        (
            r"(?:pedoman|panduan|cayber|cyber)[\s_-]*(?:pemberitaan|media|siber|cyber|cayber|pedoman|pers\b)|media[\s_-]*siber"
            r"|cyber[\s_-]*media[\s_-]*guid|^\W*pedoman\W*$"
        ),
    ),
    (
        PageKind.MASTHEAD,
        (
            r"redaksi(?!onal)|masthead|susunan[\s_-]*pengurus|dapur[\s_-]*redaksi|editorial[\s_-]*(?:team|board)|tim[\s_-]*kami"
            r"|struktur[\s_-]*organisasi|our[\s_-]*team"
        ),
    ),
    (PageKind.CONTACT, r"kontak|hubungi|contact|alamat[\s_-]*(?:kami|kantor)"),
    (
        PageKind.ABOUT,
        (
            r"tentang|about|profil(?:e)?[\s_-]*(?:kami|perusahaan|media)?\W*$|sejarah|visi[\s_-]*(?:dan[\s_-]*)?misi|company"
        ),
    ),
    (PageKind.TERMS, r"syarat|ketentuan|terms|disclaimer|penafian|sanggahan"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_ANY = re.compile("|".join(pattern for _, pattern in _PATTERNS), re.IGNORECASE)
# A headline may hold any of these words; a name of a page is short.
_LONGEST_NAME = 48


def kind_named(words: str) -> PageKind | None:
    """The kind of page that these few words name, as on a link or a heading; None for headlines and other words."""
    words = " ".join(words.split())
    return _kind_named(words) if 0 < len(words) <= _LONGEST_NAME else None


# A menu says the same words on every page of a site.
@lru_cache(maxsize=16384)
def _kind_named(words: str) -> PageKind | None:
    if not _ANY.search(words):
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.search(words)), None)


@lru_cache(maxsize=16384)
def kind_addressed(url: str) -> PageKind | None:
    """The kind of page that an address speaks of in its last path segment or query."""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    slug = re.sub(r"\.(?:html?|php|aspx?)$", "", last)
    return kind_named(slug.replace("-", " ").replace("_", " ")) or (
        kind_named(parts.query.rpartition("=")[2]) if parts.query else None
    )


def kinds_of_pages(pages: Sequence[Page]) -> dict[str, PageKind]:
    """The kind of each page by its address: what links call it, else its heading, address or title.

    Links come first because small sites copy a page for the next one and forget its title.
    """
    called = _names_on_links(pages)
    return {page.url: _kind(page, called.get(page.url, ())) for page in pages}


def _kind(page: Page, called: Iterable[str]) -> PageKind:
    if page.purpose == "home":
        return PageKind.HOME
    if page.purpose == "article":
        return PageKind.ARTICLE
    structure = page.structure
    named = [kind_named(words) for words in called]
    voices = [
        *named,
        kind_named(structure.h1),
        kind_addressed(page.url),
        kind_named(structure.title.partition(" - ")[0]),
    ]
    return next((kind for kind in voices if kind is not None), PageKind.OTHER)


def _names_on_links(pages: Sequence[Page]) -> dict[str, list[str]]:
    """The distinct words on links to each page, the most used first: one stray link must not rename a page."""
    counts: dict[str, dict[str, int]] = {}
    # A link names the page where its redirects end: http to https, or the slash that a publishing system adds.
    leads_to = {
        _as_linked(url): page.url for page in pages for url in (*page.fetch.redirects, page.fetch.url, page.url)
    }
    for page in pages:
        for link in page.structure.links:
            target = leads_to.get(_as_linked(link.url)) if link.text else None
            if target is not None:
                seen = counts.setdefault(target, {})
                seen[link.text] = seen.get(link.text, 0) + 1
    return {url: sorted(seen, key=lambda words: -seen[words]) for url, seen in counts.items()}


def _as_linked(url: str) -> str:
    """The address without what links to one page differ in: scheme, `www.` and the last slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")
