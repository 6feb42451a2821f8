"""Whether an article is marked as paid for: by a label at its headline, in its section, or in its last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.declared import Declared
from serikat.engines.site_audit.reading.articles.region import PIECE, Region, words
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select

_LABEL = (
    r"advertorials?|advetorial|infotorial|adv|pariwara|iklan|konten berbayar|konten sponsor|artikel berbayar|berbayar|"
    r"sponsored(?: content| post| by)?|bersponsor|disponsori(?: oleh)?|paid (?:content|post|partner(?:ship)?)|paid|"
    r"promoted(?: content)?|promosi berbayar|partner content|brand(?:ed)? content|(?:konten )?kerja ?sama|"
    r"adv(?:ertorial)? ?parlemen|anzeige|betalt innhold|annonsørinnhold|publireportage"
)
# The whole of a short line: "Iklan", "(ADV)", "[Advertorial]", "*/adv", "Kategori: Pariwara".
_WHOLE = re.compile(
    rf"[\W_]*(?:(?:kategori|rubrik|label|kanal|category|tags?)\s*[:/]\s*)?(?P<label>{_LABEL})[\W_]*", re.IGNORECASE
)
_IN_TITLE = re.compile(rf"^[\W_]*(?P<start>{_LABEL})\s*[\]):|–—-]|[\[(|]\s*(?P<end>{_LABEL})[\])\s]*$", re.IGNORECASE)
# In the last lines: "(ADV)", "ADV Diskominfo …", "*/adv", "| Adv", "(adv/bud)".
_AT_END = re.compile(
    r"(?:^|[|•·\x1f]\s*)(?P<line>adv|advertorial|advetorial|pariwara|infotorial)(?P<client>\s+[A-Z][\w. ]{2,60})?\s*$|"
    rf"[(\[*/|]\s*(?P<marked>{_LABEL})(?=\s*(?:[)\]/|:,.-]|$))|[(\[]\s*(?P<long>adv\w*\s+[\w. ]{{3,60}})[)\]]",
    re.IGNORECASE,
)
# What stands before a label there, or the label that begins the line: far quicker to look for than the whole.
_MARK = re.compile(r"[(\[*/|•·\x1f]")
_BEGINNINGS = ("adv", "pariwara", "infotorial")
_URL_SECTIONS = frozenset(
    "advertorial advetorial advertorials adv pariwara infotorial iklan sponsored sponsor konten-berbayar paid-content "
    "paid-post partner-content brand-content branded-content kerja-sama kerjasama".split()
)
# What announces an advertising slot, or sells one, says nothing of the article.
_SLOT = re.compile(
    r"^\W*(?:iklan|ads?|anzeige|sponsored)\W*$|scroll|advertisement|(?:pasang|info) iklan|tarif|skip|"
    r"tutup|close|lanjut",
    re.IGNORECASE,
)
_CRUMB_MARKS = re.compile(rf"[>/»›|→{PIECE}]")
_PAID_WORDS = tuple(
    "adv pariwara iklan berbayar sponsor infotorial promo paid kerja partner brand anzeige betalt annons publi".split()
)
_CRUMB_CLASS = re.compile("breadcrumb", re.IGNORECASE)
_ELSEWHERE = re.compile(r"sidebar|related|terkait|menu|widget|popular|footer|terbaru|latest", re.IGNORECASE)
_SECTION_METAS = ("article:section", "section", "content_category", "cxenseparse:category", "articlesection", "kanal")
_SHORT, _ENDING_LINES = 60, 12


@dataclass(frozen=True, slots=True)
class PaidLabel:
    """The words that mark an article as paid for, and where; `text` is its last lines, where readers meet them late."""

    words: str = ""
    source: str = ""


def read_paid_label(page: Page, declared: Declared, region: Region, title: str) -> PaidLabel:
    """The label of a paid article; empty where there is none.

    Menus, sidebars and advertising slots do not count: only the article's own headline, section, breadcrumb and end.
    """
    if "AdvertiserContentArticle" in declared.types:
        return PaidLabel("AdvertiserContentArticle", "json-ld")
    found = _IN_TITLE.search(title) if _paid_words_in(title) else None
    if found:
        return PaidLabel(found["start"] or found["end"], "title")
    section_metas = [page.structure.meta(name) for name in _SECTION_METAS]
    places = {"json-ld": [declared.section], "meta": section_metas, "kicker": _near_headline(region)}
    for source, lines in places.items():
        for line in lines:
            whole = _WHOLE.fullmatch(line) if 0 < len(line) <= _SHORT else None
            if whole:
                return PaidLabel(whole["label"], source)
    for source, seen in (("breadcrumb", _in_crumbs(page)), ("url", _in_url(page.url)), ("text", _at_end(region))):
        if seen:
            return PaidLabel(seen, source)
    return PaidLabel()


def _near_headline(region: Region) -> Iterator[str]:
    for line in _perhaps_paid([line for line in (*region.above, *region.below) if len(line) <= _SHORT]):
        if not _SLOT.search(line):
            yield line.replace(PIECE, " ")
            yield from line.split(PIECE)


def _paid_words_in(text: str) -> list[str]:
    lowered = text.lower()
    return [word for word in _PAID_WORDS if word in lowered]


def _perhaps_paid(lines: Iterable[str]) -> Iterator[str]:
    """The lines that hold a word of a label; most pages hold few of those words, which all lines together tell."""
    seen = _paid_words_in("\n".join(lines))
    if seen:
        yield from (line for line in lines if any(word in line.lower() for word in seen))


def _in_crumbs(page: Page) -> str:
    for node in (*page.classed("breadcrumb"), *select(page.tree, "[rel~=category]")):
        if not _paid_words_in(node.text()):
            continue
        for line in words(node):
            for crumb in _CRUMB_MARKS.split(line):
                whole = _WHOLE.fullmatch(crumb) if len(crumb) <= _SHORT else None
                if whole and not _stands_elsewhere(node):
                    return whole["label"]
    return ""


def _stands_elsewhere(node: LexborNode) -> bool:
    """Whether a node stands in a menu, a sidebar, the footer or a list of other articles."""
    above = node.parent
    while above is not None and above.tag != "body":
        if above.tag in ("nav", "aside", "footer") and not _CRUMB_CLASS.search(above.attributes.get("class") or ""):
            return True
        if _ELSEWHERE.search(above.attributes.get("class") or ""):
            return True
        above = above.parent
    return False


def _at_end(region: Region) -> str:
    after = region.after[:_ENDING_LINES]
    tails = {line.strip()[-120:]: line for line in (*region.ending[-_ENDING_LINES:], *after)}
    for text in _perhaps_paid(tails):
        if _MARK.search(text) is None and not text.lower().startswith(_BEGINNINGS):
            continue
        if len(text) < _SHORT and _SLOT.search(text):
            continue
        found = _AT_END.search(text)
        # A lone word after the text is as likely an entry in a list of sections.
        if found and not (tails[text] in after and found["line"] and not found["client"]):
            return " ".join(found[0].strip(" |•·*/()[]" + PIECE).split())
    return ""


def _in_url(url: str) -> str:
    sections = unquote(urlsplit(url).path).lower().strip("/").split("/")[:-1]
    return next((section for section in sections if section in _URL_SECTIONS), "")
