"""What a page is for: decided by the words on the links that lead to it, then its heading, title and address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.story_block import ancestors


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
    PROTECTION = "protection"
    ARTICLE = "article"
    SECTION = "section"
    OTHER = "other"


# Order matters: "Pedoman Hak Jawab" is a page of corrections, "Kode Etik Redaksi" one of ethics, and so on.
_PATTERNS: tuple[tuple[PageKind, str], ...] = (
    (
        PageKind.CORRECTIONS,
        (
            r"hak[\s_-]*jawab|hak[\s_-]*koreksi|kebijakan[\s_-]*(?:koreksi|ralat)|koreksi[\s_-]*berita"
            r"|ralat|^\W*koreksi\W*$|corrections?[\s_-]*policy|right[\s_-]*of[\s_-]*reply|pengaduan|layanan[\s_-]*aduan"
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
    (
        PageKind.PROTECTION,
        r"perlindungan[\s_-]*(?:(?:profesi|hukum|terhadap|bagi)[\s_-]*)*(?:wartawan|jurnalis|pers\b)|protection[\s_-]*of[\s_-]*journ",
    ),
    (PageKind.PRIVACY, r"privasi|privacy|perlindungan[\s_-]*data"),
    (
        PageKind.GUIDELINE,
        (
            r"(?:pedoman|panduan|cayber|cyber)[\s_-]*(?:pemberitaan|media|siber|cyber|cayber|pedoman|pers\b)|media[\s_-]*siber"
            r"|cyber[\s_-]*media[\s_-]*guid|^\W*(?:pedoman|ppms)\W*$"
        ),
    ),
    (
        PageKind.MASTHEAD,
        (
            r"redaksi(?!onal)|masthead|susunan[\s_-]*pengurus|dapur[\s_-]*redaksi|editorial[\s_-]*(?:team|board)|tim[\s_-]*kami"
            r"|struktur[\s_-]*organisasi|our[\s_-]*team|impressum"
            r"|^\W*(?:tim|team|crew|kru|manajemen|pengelola|struktur)\W*$"
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
# For small letters, which are several times as quick to match as letters of either case.
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
# Each pattern needs one of these, which most headlines lack; looking for them is far cheaper than the patterns.
_HINTS = tuple(
    """jawab koreksi ralat correction reply aduan komentar forum comment iklan media rate advertis kode kej code pedoman
    perlindungan protection priva panduan siber cyber cayber ppms redaksi masthead susunan editorial tim struktur team
    impressum crew kru manajemen pengelola kontak hubungi contact alamat tentang about profil sejarah visi company
    syarat ketentuan terms disclaimer penafian sanggahan""".split()
)
# A headline may hold any of these words; a name of a page is short, and made of nothing but such words as these.
_LONGEST_NAME = 48
_COMPANIONS = frozenset(
    """box boks susunan tim dewan dapur meja ruang jajaran daftar struktur organisasi manajemen management pengurus
    pengelola personalia crew kru staff staf redaksi editorial masthead impressum board team internal pusat biro
    halaman laman page situs website portal p html php com co id net kami kita our us we the of and dan serta with to
    kantor alamat hubungi kontak contact wa whatsapp tentang about profil profile sejarah visi misi perusahaan company
    info informasi iklan media kit rate card tarif pasang beriklan advertise advertising advertisement
    online siber cyber cayber pers pemberitaan berita pedoman panduan guideline guidelines guide ppms uu no tahun dp
    peraturan undang kode etik perilaku kej code ethics conduct standar profesi sop jurnalis jurnalistik wartawan
    indonesia ramah anak kebijakan policy policies privasi privacy perlindungan protection data journalist journalists
    hukum terhadap bagi syarat ketentuan penggunaan pengguna layanan service services terms term use conditions
    disclaimer penafian sanggahan komentar comment comments forum aturan hak jawab koreksi ralat correction corrections
    right reply prosedur mekanisme via lihat tata cara pengajuan mengajukan permohonan form formulir kirim lapor
    pengaduan aduan keluhan pembaca narasumber""".split()
)
_SHORTEST_PART = 3
_WORD = re.compile(r"[^\W\d_]+")
# Lists of one writer's or one subject's articles, whatever the writer or the subject is called.
_LIST = re.compile(
    r"/(?:authors?|penulis|tags?|topics?|topik|category|categories|kategori|kanal|label|rubrik)/|[?&](?:author|tag|cat)=",
    re.IGNORECASE,
)
_TITLE_BREAK = re.compile(r"\s[-–—|:·»]\s|\s*\|\s*")
_LONGEST_OUTLET_NAME = 5
_HEADLINE_WORDS = 4
_MARGINS = ("aside", "nav", "footer", "header")


class _Named(NamedTuple):
    """A kind that words name, and the words beyond those that such names are made of."""

    kind: PageKind
    left_over: tuple[str, ...]


def kind_named(words: str, own: frozenset[str] = frozenset()) -> PageKind | None:
    """The kind of page that these few words name, as on a link or a heading; None for headlines and other words.

    `own` holds the words of the outlet's name (`own_words`): `Redaksi Warta Contoh` is a name only with them.
    """
    words = " ".join(words.split())
    named = _kind_named(words) if 0 < len(words) <= _LONGEST_NAME else None
    if named is None:
        return None
    is_name = own.issuperset(named.left_over) or "".join(named.left_over) in own
    return named.kind if is_name else None


# A menu says the same words on every page of a site.
@lru_cache(maxsize=16384)
def _kind_named(words: str) -> _Named | None:
    lowered = words.lower()
    if not any(map(lowered.__contains__, _HINTS)):
        return None
    kind = next((kind for kind, pattern in _COMPILED if pattern.search(lowered)), None)
    left_over = (word for word in _WORD.findall(lowered) if not _is_companion(word))
    return _Named(kind, tuple(left_over)) if kind else None


def _is_companion(word: str) -> bool:
    """Whether such names are made of this word, or of the words that it runs together (`boxredaksi`)."""
    if word in _COMPANIONS:
        return True
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:cut] in _COMPANIONS and _is_companion(word[cut:]) for cut in cuts)


def own_words(page: Page) -> frozenset[str]:
    """The words of the outlet's name, one by one and run together, as a page's metas, address and title give it."""
    structure = page.structure
    host = (urlsplit(page.url).hostname or "").removeprefix("www.").partition(".")[0]
    parts = _TITLE_BREAK.split(structure.title)
    # The first part of another page's title is its own headline.
    parts = parts if page.purpose == "home" else parts[1:]
    names = [structure.meta("og:site_name", "application-name"), host, *parts]
    found = [_WORD.findall(name.lower()) for name in names]
    short = [words for words in found if 0 < len(words) <= _LONGEST_OUTLET_NAME]
    return frozenset((*(word for words in short for word in words), *("".join(words) for words in short)))


def is_headline(words: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether words on a link are a headline: then the words in the address are the headline's too."""
    return len(words.split()) >= _HEADLINE_WORDS and kind_named(words, own) is None


def is_list(url: str) -> bool:
    """Whether an address is that of a list of articles by one writer, tag or category: no page of identity."""
    return _LIST.search(url) is not None


def kind_addressed(url: str, own: frozenset[str] = frozenset()) -> PageKind | None:
    """The kind of page that an address speaks of in its last path segment or query."""
    last, query = _slugs(url)
    return kind_named(last, own) or (kind_named(query, own) if query else None)


@lru_cache(maxsize=16384)
def _slugs(url: str) -> tuple[str, str]:
    """The words of the last path segment, and of the last value of the query; none for a list of articles."""
    if is_list(url):
        return "", ""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    slug = re.sub(r"\.(?:html?|php|aspx?)$", "", last)
    return slug.replace("-", " ").replace("_", " "), parts.query.rpartition("=")[2]


def kinds_of_pages(pages: Sequence[Page]) -> dict[str, PageKind]:
    """The kind of each page by its address: what links call it, else its heading, address or title.

    Links come first because small sites copy a page for the next one and forget its title.
    """
    called = _names_on_links(pages)
    own = next((own_words(page) for page in pages if page.purpose == "home"), frozenset[str]())
    return {page.url: _kind(page, called.get(page.url, ()), own) for page in pages}


def _kind(page: Page, called: Sequence[str], own: frozenset[str]) -> PageKind:
    if page.purpose == "home":
        return PageKind.HOME
    if page.purpose == "article":
        return PageKind.ARTICLE
    if is_list(page.url):
        return PageKind.SECTION
    structure = page.structure
    named = [kind_named(words, own) for words in called]
    voices = [
        *named,
        kind_named(structure.h1, own),
        None if any(is_headline(words, own) for words in called) else kind_addressed(page.url, own),
        kind_named(structure.title.partition(" - ")[0], own),
        kind_named(_lower_heading(page, own), own),
    ]
    return next((kind for kind in voices if kind is not None), PageKind.OTHER)


def _lower_heading(page: Page, own: frozenset[str]) -> str:
    """The page's own heading where its theme keeps the first rank for the outlet's name; none of its margins."""
    h1 = _WORD.findall(page.structure.h1.lower())
    if page.purpose == "home" or not own.issuperset(h1):
        return ""
    headings = (
        node for node in select(page.tree, "h2,h3") if not any(over.tag in _MARGINS for over in ancestors(node))
    )
    first = next(headings, None)
    return " ".join(first.text().split()) if first is not None else ""


def _names_on_links(pages: Sequence[Page]) -> dict[str, list[str]]:
    """The distinct words on links to each page, the most used first: one stray link must not rename a page."""
    counts: dict[str, dict[str, int]] = {}
    # A link names the page where its redirects end: http to https, or the slash that a publishing system adds.
    leads_to = {
        _as_linked(url): page.url for page in pages for url in (*page.fetch.redirects, page.fetch.url, page.url)
    }
    # The same menu stands on every page of a site.
    for link, times in Counter(chain.from_iterable(page.structure.links for page in pages)).items():
        target = leads_to.get(_as_linked(link.url))
        words = link.text if target is not None else ""
        if target is not None and words:
            seen = counts.setdefault(target, {})
            seen[words] = seen.get(words, 0) + times
    return {url: sorted(seen, key=lambda words: -seen[words]) for url, seen in counts.items()}


def _as_linked(url: str) -> str:
    """The address without what links to one page differ in: scheme, `www.` and the last slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")
