"""A whole site as read from its evidence: pages by kind, articles, and the facts that several rules share."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind, kinds_of_pages


class Site:
    """The evidence of one site, read lazily; rules ask it and never change it."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.url = gathering.url
        self.reached: Reached = gathering.reached

    @cached_property
    def gathered_at(self) -> datetime:
        """The "now" of every judgement made from this evidence."""
        return datetime.fromisoformat(self.gathering.gathered_at)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every HTML page that was read, in the order of fetching, each final address once."""
        found: dict[str, Page] = {}
        for fetch in self.gathering.fetches:
            if fetch.failure is None and fetch.status == 200 and _is_page(fetch):
                found.setdefault(fetch.final_url, Page(fetch))
        return tuple(found.values())

    @cached_property
    def kinds(self) -> dict[str, PageKind]:
        """The kind of each page, by its address."""
        return kinds_of_pages(self.pages)

    def of_kind(self, *kinds: PageKind) -> tuple[Page, ...]:
        """The pages of these kinds: in the order of the kinds named, then of fetching."""
        return tuple(page for kind in kinds for page in self.pages if self.kinds[page.url] is kind)

    @cached_property
    def home(self) -> Page | None:
        """The home page, where it could be read."""
        return next((page for page in self.pages if page.purpose == "home"), None)

    @cached_property
    def articles(self) -> tuple[tuple[Page, Article], ...]:
        """The sampled articles with what was read from them."""
        return tuple((page, read_article(page, self.gathered_at)) for page in self.of_kind(PageKind.ARTICLE))

    def fetches_for(self, *purposes: str) -> tuple[Fetch, ...]:
        """The answered fetches of files such as `robots`, `sitemap`, `feed`, `trust_txt`, `ads_txt`."""
        return tuple(
            fetch
            for fetch in self.gathering.fetches
            if fetch.purpose in purposes and fetch.failure is None and fetch.status == 200
        )


def _is_page(fetch: Fetch) -> bool:
    if fetch.purpose not in ("home", "page", "article"):
        return False
    declared = fetch.header("content-type").lower()
    return not declared or "html" in declared or "text/plain" in declared
