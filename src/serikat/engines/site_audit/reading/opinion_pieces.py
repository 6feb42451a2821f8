"""Opinion among the articles read: how it shows itself as opinion, and which label readers get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.articles.declared import Declared, read_declared
from serikat.engines.site_audit.reading.articles.region import Region
from serikat.engines.site_audit.reading.articles.title import read_title
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site

_LABEL = (
    r"opini|opinion|kolom|kolumnis|column|esai|essay|tajuk(?:\s+rencana)?|editorial|catatan|analisis|suara\s+pembaca"
    r"|gagasan"
)
_WHOLE = re.compile(rf"[\W_]*(?:(?:kategori|rubrik|kanal)\s*[:/]\s*)?(?P<label>{_LABEL})[\W_]*", re.IGNORECASE)
_IN_TITLE = re.compile(rf"^[\W_]*(?:{_LABEL})\s*[\]):|–—-]|[\[(|]\s*(?:{_LABEL})[\])\s]*$", re.IGNORECASE)
_CRUMB_MARKS = re.compile(r"[>/»›|→\x1f\n]")
_SECTIONS = frozenset(
    "opini opinion opinions kolom column kolumnis esai tajuk editorial suara-pembaca gagasan artikel-opini".split()
)
_OPINION = "OpinionNewsArticle"
# The note under a piece by somebody who is not of the newsroom, or that disclaims it.
_NOTE = re.compile(
    r"^[\W\d]*penulis\s+(?:adalah|merupakan|ialah)\b.{3,300}"
    r"|\b(?:isi|seluruh\s+isi)\s+(?:tulisan|artikel|opini)\b.{0,60}\btanggung\s*jawab\s+penulis",
    re.IGNORECASE,
)
# The word in every such note, and what stands beside it there.
_WRITER = "penulis"
_BEFORE_WRITER, _AFTER_WRITER = "jawab ", (" adalah", " merupakan", " ialah")
_LAST_LINES = 40


@dataclass(frozen=True, slots=True)
class OpinionPiece:
    """An article that shows itself as opinion by `sign`; `label` is what tells readers so, empty where nothing does."""

    page: Page
    article: Article
    sign: str
    label: str


def opinion_pieces(site: Site) -> tuple[OpinionPiece, ...]:
    """The opinion among the sampled articles."""
    return tuple(piece for page, article in site.articles if (piece := _piece(page, article)) is not None)


def _piece(page: Page, article: Article) -> OpinionPiece | None:
    section = _section(page.url)
    if section:
        return OpinionPiece(page, article, section, section)
    if not _may_be_opinion(page):
        titled = _IN_TITLE.search(article.title)
        return OpinionPiece(page, article, titled[0], titled[0]) if titled else None
    declared = read_declared(page)
    sign = _OPINION if _OPINION in declared.types else _note(page)
    return OpinionPiece(page, article, sign, _label(page, article, declared)) if sign else None


def _may_be_opinion(page: Page) -> bool:
    things = page.structure.json_ld
    # Where nothing could be read of them at once, `read_declared` takes more pains.
    typed = any(_OPINION in str(thing["@type"]) for thing in things) if things else _OPINION.encode() in page.encoded
    return typed or (page.says((_WRITER,)) and _may_hold_note(page.plain))


def _may_hold_note(text: str) -> bool:
    first, *others = text.lower().split(_WRITER)
    return any(words.startswith(_AFTER_WRITER) for words in others) or any(
        words.endswith(_BEFORE_WRITER) for words in (first, *others[:-1])
    )


def _section(url: str) -> str:
    segments = unquote(urlsplit(url).path).lower().strip("/").split("/")[:-1]
    return next((segment for segment in segments if segment in _SECTIONS), "")


def _note(page: Page) -> str:
    return next((line for line in page.lines[-_LAST_LINES:] if _NOTE.search(line[:1000])), "")


def _label(page: Page, article: Article, declared: Declared) -> str:
    """The label in the title, near the headline or in the breadcrumb; menus and sidebars do not count."""
    titled = _IN_TITLE.search(article.title)
    if titled:
        return titled[0]
    region = Region(page.story, read_title(page, declared).node)
    for line in (*region.above, *region.below, *_crumbs(page)):
        for part in _CRUMB_MARKS.split(line) if len(line) <= 200 else ():
            whole = _WHOLE.fullmatch(part.strip())
            if whole:
                return whole["label"]
    return ""


def _crumbs(page: Page) -> Iterator[str]:
    for node in (*page.classed("breadcrumb"), *select(page.tree, "[rel~=category]"))[:20]:
        yield from (" ".join(part.split()) for part in node.text(separator="\n").split("\n"))
