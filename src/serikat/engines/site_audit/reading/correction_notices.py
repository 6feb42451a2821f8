"""Finds the articles that correct, take back or answer an earlier one."""

from __future__ import annotations

import re

from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site

# The label stands at the head of the title; "hak jawab" inside a headline is news about it.
_LABEL = re.compile(
    r"^\W*(?:\[?\(?)(ralat|koreksi|hak\s+jawab|klarifikasi|permintaan\s+maaf)\b\s*[:\-–—|\])]", re.IGNORECASE
)


def correction_notices(site: Site) -> list[tuple[Page, Article]]:
    """The sampled articles whose title begins with a label of correction or reply."""
    return [(page, article) for page, article in site.articles if _LABEL.search(article.title)]


def links_to_articles(site: Site, page: Page) -> list[str]:
    """The words of links inside the text of a page (its paragraphs) that lead to another page of the same site."""
    found = []
    for node in select(page.tree, "p a[href], li a[href], blockquote a[href]"):
        words = " ".join(node.text().split())
        link = next((link for link in page.structure.links if link.text == words), None)
        if link and link.url != page.url and site.domain in link.url and len(link.url) > len(site.url) + 8:
            found.append(words or link.url)
    return found
