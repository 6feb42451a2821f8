"""Whether an article is marked as paid for: by a label at its headline, in its section, or in its last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from serikat.engines.site_audit.reading.articles.declared import Declared
from serikat.engines.site_audit.reading.articles.region import PIECE, Region
from serikat.engines.site_audit.reading.page import Page

_LABEL = (
    r"advertorial|advetorial|advertorials|infotorial|adv|pariwara|iklan|konten berbayar|konten sponsor|artikel berbayar|"
    r"berbayar|sponsored(?: content| post| by)?|bersponsor|disponsori(?: oleh)?|paid (?:content|post|partner(?:ship)?)|"
    r"promoted(?: content)?|promosi berbayar|partner content|branded content|brand content|konten kerja ?sama|"
    r"kerja ?sama|adv(?:ertorial)? ?parlemen|anzeige|betalt innhold|annonsørinnhold|publireportage|paid"
)
# The whole of a short line: "Iklan", "(ADV)", "[Advertorial]", "*/adv", "Kategori: Pariwara".
_WHOLE = re.compile(
    rf"[\W_]*(?:(?:kategori|rubrik|label|kanal|category|tags?)\s*[:/]\s*)?(?P<label>{_LABEL})[\W_]*", re.IGNORECASE
)
_IN_TITLE = re.compile(rf"^[\W_]*(?P<start>{_LABEL})\s*[\]):|–—-]|[\[(|]\s*(?P<end>{_LABEL})[\])\s]*$", re.IGNORECASE)
# In the last lines: "(ADV)", "ADV Diskominfo …", "*/adv", "| Adv", "(adv/bud)".
_AT_END = re.compile(
    rf"(?:[(\[*/|]\s*(?P<marked>{_LABEL})(?![\w])|(?:^|[|•·\x1f]\s*)(?P<capitals>ADV|ADVERTORIAL|Adv|Advertorial|ADVETORIAL|"
    r"Pariwara|PARIWARA)(?P<client>\s+[A-Z][\w. ]{2,60})?\s*[\])]?\s*$)",
    re.IGNORECASE,
)
_URL_SECTIONS = frozenset(
    "advertorial advetorial advertorials adv pariwara infotorial iklan sponsored sponsor konten-berbayar paid-content "
    "paid-post partner-content brand-content branded-content kerja-sama kerjasama".split()
)
# What announces an advertising slot, or sells one, says nothing of the article.
_SLOT = re.compile(r"scroll|advertisement|pasang iklan|info iklan|tarif|skip|tutup|close|lanjut", re.IGNORECASE)
_CRUMBS = (
    "[class*=breadcrumb i] a,[class*=breadcrumb i] li,[itemtype*=BreadcrumbList i] [itemprop=name],[rel~=category],"
    "[class*=kicker i],[class*=rubrik i],[class*=sponsor i],[class*=advertorial i]"
)
_SECTION_METAS = ("article:section", "section", "content_category", "cxenseparse:category", "articlesection", "kanal")
_SHORT, _ENDING_LINES = 60, 6


def read_advertorial_label(page: Page, declared: Declared, region: Region, title: str) -> str:
    """The words that mark the article as paid for, or an empty string.

    Menus, sidebars and advertising slots do not count: only the article's own headline, section, breadcrumb and end.
    """
    if "AdvertiserContentArticle" in declared.types:
        return "AdvertiserContentArticle"
    found = _IN_TITLE.search(title)
    if found:
        return found["start"] or found["end"]
    sections = (declared.section, *(page.structure.meta(name) for name in _SECTION_METAS))
    for words in (*sections, *_near_headline(page, region)):
        whole = _WHOLE.fullmatch(words)
        if whole:
            return whole["label"]
    return _at_end(region) or _in_url(page.url)


def _near_headline(page: Page, region: Region) -> Iterator[str]:
    for line in (*region.above, *region.below):
        if len(line) <= _SHORT and not _SLOT.search(line):
            yield line.replace(PIECE, " ")
            yield from line.split(PIECE)
    for node in page.tree.css(_CRUMBS):
        if _belongs_elsewhere(page, region, node.mem_id):
            continue
        words = " ".join(node.text().split())
        if len(words) <= _SHORT and not _SLOT.search(words):
            yield words


def _belongs_elsewhere(page: Page, region: Region, mem_id: int) -> bool:
    """Whether a node stands in a menu, a sidebar or the footer, or in a list of other articles below this one."""
    return mem_id in _elsewhere(page, region)


def _elsewhere(page: Page, region: Region) -> set[int]:
    return {
        node.mem_id
        for place in page.tree.css("aside,footer,[class*=sidebar i],[class*=related i],[class*=menu i]")
        for node in place.css(_CRUMBS)
    }


def _at_end(region: Region) -> str:
    for line in region.ending[-_ENDING_LINES * 3 :]:
        text = line.strip()
        if _SLOT.search(text) and len(text) < _SHORT:
            continue
        found = _AT_END.search(text[-120:])
        if found:
            return " ".join(found[0].strip(" |•·*/()[]" + PIECE).split())
    return ""


def _in_url(url: str) -> str:
    sections = unquote(urlsplit(url).path).lower().strip("/").split("/")[:-1]
    return next((section for section in sections if section in _URL_SECTIONS), "")
