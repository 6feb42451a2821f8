"""A whole site as read from its evidence: pages by kind, articles, and the facts that several rules share."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from serikat.engines.site_audit.evidence.copies import Copy
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.companies import LegalEntity, read_companies
from serikat.engines.site_audit.reading.masthead import Masthead, read_masthead
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import (
    PageKind,
    kind_addressed,
    kind_named,
    kinds_of_pages,
    own_words,
)
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.roles import LEADING_ROLES

_LISTS = frozenset({"feed", "sitemap"})


class Site:
    """The evidence of one site, read lazily; rules ask it and never change it.

    `copies` are articles that a comparison over other sites found there too; None where nothing was compared.
    """

    def __init__(self, gathering: Gathering, copies: tuple[Copy, ...] | None = None) -> None:
        self.gathering = gathering
        self.copies = copies
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
        return tuple(page for kind in kinds for page in self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> dict[PageKind, list[Page]]:
        found: dict[PageKind, list[Page]] = {}
        for page in self.pages:
            found.setdefault(self.kinds[page.url], []).append(page)
        return found

    @cached_property
    def home(self) -> Page | None:
        """The home page, where it could be read."""
        return next((page for page in self.pages if page.purpose == "home"), None)

    @cached_property
    def identity_pages(self) -> tuple[Page, ...]:
        """The pages on which an outlet says who it is, the likeliest first; the home page for its footer."""
        return self.of_kind(PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.ADVERTISING, PageKind.HOME)

    @cached_property
    def mastheads(self) -> tuple[tuple[Page, Masthead], ...]:
        """The masthead of each identity page that has roles or a placeholder for them; of others where none leads.

        The home page speaks where no inner page does, and pages of any name where nobody is named as leading.
        """
        inner = tuple(page for page in self.identity_pages if page is not self.home)
        found = self._mastheads_on(inner) or self._mastheads_on(self.of_kind(PageKind.HOME))
        if any(masthead.of(*LEADING_ROLES) for _, masthead in found):
            return found
        others = self._mastheads_on(self.of_kind(PageKind.HOME, PageKind.OTHER, PageKind.TERMS, PageKind.ETHICS))
        leading = tuple((page, masthead) for page, masthead in others if masthead.of(*LEADING_ROLES))
        return tuple(dict.fromkeys((*found, *leading)))

    def _mastheads_on(self, pages: tuple[Page, ...]) -> tuple[tuple[Page, Masthead], ...]:
        read = ((page, read_masthead(page, self.name)) for page in pages)
        return tuple((page, masthead) for page, masthead in read if masthead.entries or masthead.is_placeholder)

    @cached_property
    def companies(self) -> tuple[tuple[Page, LegalEntity], ...]:
        """The legal entities that the pages of identity show as the publisher, not those that they mention."""
        return tuple(
            (page, entity)
            for page in self.identity_pages
            for entity in read_companies(page)
            # On a home page an entity without a label is one that the news is about, but for the footer's.
            if entity.label or (entity.stands_apart and (page is not self.home or entity.text in self._footer))
        )

    @cached_property
    def _footer(self) -> str:
        """The words in the home page's footer."""
        if self.home is None:
            return ""
        nodes = select(self.home.tree, "footer,[class*=footer],[id*=footer]")
        return " ".join(word for node in nodes for word in node.text(separator=" ").split())

    @cached_property
    def domain(self) -> str:
        """The host of the site without `www.`."""
        return (urlsplit(self.home.url if self.home else self.url).hostname or "").removeprefix("www.")

    @cached_property
    def name(self) -> str:
        """The outlet's name as the home page gives it, or an empty string."""
        if self.home is None:
            return ""
        structure = self.home.structure
        return structure.meta("og:site_name", "application-name") or re.split(r"\s[-|–—:]\s", structure.title)[0]

    @cached_property
    def _own_words(self) -> frozenset[str]:
        return own_words(self.home) if self.home is not None else frozenset()

    def unread(self, kind: PageKind) -> tuple[Fetch, ...]:
        """The pages of a kind that gave no answer when asked; a page that is simply not there is not among them."""
        return tuple(
            fetch
            for fetch in self._unanswered
            if kind in (self._names_of_unanswered.get(fetch.url), kind_addressed(fetch.url, self._own_words))
        )

    @cached_property
    def _unanswered(self) -> tuple[Fetch, ...]:
        return tuple(
            fetch
            for fetch in self.gathering.fetches
            if fetch.purpose == "page"
            and fetch.failure is not None
            and not (fetch.failure is Reached.HTTP_ERROR and fetch.status in (404, 410))
        )

    @cached_property
    def _names_of_unanswered(self) -> dict[str, PageKind | None]:
        wanted = {fetch.url for fetch in self._unanswered}
        links = (link for page in self.pages for link in page.structure.links if link.url in wanted)
        return {link.url: kind_named(link.text, self._own_words) for link in links}

    @cached_property
    def articles(self) -> tuple[tuple[Page, Article], ...]:
        """The sampled articles with what was read from them."""
        pages = (page for page in self.pages if page.purpose == "article")
        return tuple((page, read_article(page, self.gathered_at)) for page in pages)

    def fetches_for(self, *purposes: str) -> tuple[Fetch, ...]:
        """The answered fetches of files such as `robots`, `sitemap`, `feed`, `trust_txt`, `ads_txt`.

        What a parent lists in its feeds and sitemaps says nothing of this outlet's work, so those are left out.
        """
        return tuple(
            fetch
            for fetch in self.gathering.fetches
            if fetch.purpose in purposes
            and fetch.failure is None
            and fetch.status == 200
            and not (fetch.inherited and fetch.purpose in _LISTS)
        )


def _is_page(fetch: Fetch) -> bool:
    if fetch.purpose not in ("home", "page", "article"):
        return False
    declared = fetch.header("content-type").lower()
    return not declared or "html" in declared or "text/plain" in declared
