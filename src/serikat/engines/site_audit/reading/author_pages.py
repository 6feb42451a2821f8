"""Whether a writer's name leads to a page about the writer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.structure import Link

_ADDRESS = re.compile(
    r"/(?:authors?|penulis|reporter|wartawan|jurnalis|profile?|redaktur|users?|by)(?:/|\?|$)", re.IGNORECASE
)
_TOPIC = re.compile(r"/(?:tag|tags|topik|topic|label|search|cari|indeks)(?:/|\?|$)", re.IGNORECASE)


def author_link(page: Page, article: Article) -> Link | None:
    """The link from an article to its writer's page on the same site; None where there is none.

    A link counts by `rel="author"`, by an address such as `/penulis/…` under the writer's name, or by that name alone
    where it does not lead to a topic about somebody.
    """
    names = {_folded(name) for name in article.writers}
    last_words = {name.rpartition(" ")[2] for name in names if name}
    host = urlsplit(page.url).hostname
    links = page.structure.links
    said = "\n".join([link.raw_text for link in links]).lower()
    if not any(map(said.__contains__, last_words)) and not any("author" in link.rel for link in links):
        return None
    for link in links:
        by_author = "author" in link.rel
        words = link.raw_text if len(link.raw_text) < 200 else ""
        if not by_author and not any(map(words.lower().__contains__, last_words)):
            continue
        named = _folded(link.text) in names
        fits = by_author or (named and not _TOPIC.search(link.url)) or (bool(names) and _names_writer(link, names))
        if fits and _on_host(link.url, host) and link.url.rstrip("/") != page.url.rstrip("/"):
            return link
    return None


def _names_writer(link: Link, names: set[str]) -> bool:
    return bool(_ADDRESS.search(link.url)) and any(name in _folded(link.text) for name in names)


def _on_host(url: str, host: str | None) -> bool:
    return (urlsplit(url).hostname or "").removeprefix("www.") == (host or "").removeprefix("www.")


def _folded(words: str) -> str:
    return " ".join(words.lower().split())
