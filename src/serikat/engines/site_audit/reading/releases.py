"""Marks by which an article shows that it is a press release: a code in its last lines, or a press office as writer."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.article_text import ArticleText, article_texts
from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.site import Site

_OFFICE = (
    r"(?:dinas\s+)?(?:diskominfo\w*|kominfo\w*|infokom|prokopim|protokol(?:er)?|humas|pemkab|pemkot|pemprov|penrem|pendim"
    r"|pen(?:dam|kostrad)|bag(?:ian)?\.?\s*(?:humas|prokopim)|biro\s+(?:humas|adpim)|corporate\s+communication|public\s+relations?)"
)
_RELEASE = r"(?:rls|rilis|press\s*release|pers\s*rilis|siaran\s+pers|release)"
_HINTS = (
    "rls", "rilis", "release", "siaran pers", "kominfo", "infokom", "prokopim", "protokol", "humas", "pemkab", "pemkot",
    "pemprov", "penrem", "pendim", "pendam", "penkostrad", "adpim", "communication", "public relation",
)  # fmt: skip
# "(rls)", "(Humas)", "[rilis/red]", "*/Diskominfo", "Sumber: Humas Pemkab Contoh"; at the end of a line alone.
_CODE = re.compile(
    rf"(?:[(\[*|–—-]\s*|/\s*|^)(?:\w{{1,15}}\s*[/&,-]\s*)?(?:{_OFFICE}|{_RELEASE})(?:\s+[\w.]+){{0,4}}"
    r"(?:\s*[/&,-]\s*\w{1,15})*\s*[)\]*.]*\s*$"
    rf"|^\W*(?:sumber|source|foto\s*/\s*sumber|penulis|editor)\s*[:：]\s*(?:{_OFFICE}|{_RELEASE})\b.{{0,60}}$",
    re.IGNORECASE,
)
_WRITER = re.compile(rf"^\W*(?:tim\s+)?(?:{_OFFICE}|{_RELEASE})\b", re.IGNORECASE)
_LAST_WORDS = 90


_READ: WeakKeyDictionary[Site, tuple[tuple[Page, Article, str], ...]] = WeakKeyDictionary()


def release_marks(site: Site) -> tuple[tuple[Page, Article, str], ...]:
    """The sampled articles that are marked as releases, each with its mark; several rules ask, they are read once."""
    if site not in _READ:
        marks = ((page, article, release_mark(article, text)) for page, article, text in article_texts(site))
        _READ[site] = tuple(found for found in marks if found[2])
    return _READ[site]


def release_mark(article: Article, text: ArticleText) -> str:
    """The words that mark the article as a release or as written by a press office; empty where there are none.

    A press office that is merely quoted ("kata Kabag Humas") is no mark.
    """
    for name in article.writers:
        if _WRITER.search(name):
            return name
    if article.byline_text and _hinted(article.byline_text) and _WRITER.search(article.byline_text):
        return article.byline_text
    endings = [line[-_LAST_WORDS:] for line in text.ending]
    if not _hinted("\n".join(endings)):
        return ""
    for line, ending in zip(text.ending, endings, strict=True):
        found = _CODE.search(ending) if _hinted(ending) else None
        # Where the line was cut, a match from its start would begin inside a sentence.
        if found and (found.start() > 0 or len(line) <= _LAST_WORDS):
            return found.group().strip()
    return ""


def _hinted(line: str) -> bool:
    lowered = line.lower()
    return any(map(lowered.__contains__, _HINTS))
