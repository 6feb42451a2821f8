"""The words with which rules answer: one constructor an outcome, and what to say of pages that were not read."""

from __future__ import annotations

from collections.abc import Iterable

from serikat.engines.judgement.finding import Observation, Outcome, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

# A fault of a template stands on every page; a few quotes show it as well as hundreds.
MOST_QUOTES = 12

_UNREAD = Words(
    id="Halamannya ada ({url}), tetapi tidak terbaca saat diperiksa: {why}.",
    en="The page exists ({url}) but could not be read when it was checked: {why}.",
)


def met(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause is met, as the quotes show."""
    return Observation(Outcome.MET, reason, tuple(quotes)[:MOST_QUOTES])


def not_met(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause is not met, as far as the pages show."""
    return Observation(Outcome.NOT_MET, reason, tuple(quotes)[:MOST_QUOTES])


def unclear(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """A machine cannot tell; the quotes say why."""
    return Observation(Outcome.UNCLEAR, reason, tuple(quotes)[:MOST_QUOTES])


def not_applicable(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause does not ask anything of this site."""
    return Observation(Outcome.NOT_APPLICABLE, reason, tuple(quotes)[:MOST_QUOTES])


def looked_at(site: Site, *kinds: PageKind) -> tuple[Quote, ...]:
    """Where something was looked for and not found: the headings of the pages of these kinds, else of the home page."""
    pages = site.of_kind(*kinds) or site.of_kind(PageKind.HOME)
    return tuple(page.quote(page.structure.h1 or page.structure.title or page.url) for page in pages)


def unless_unread(site: Site, kinds: Iterable[PageKind], otherwise: Observation) -> Observation:
    """The observation, unless a page that could have shown better was linked and could not be read: then unclear."""
    for kind in kinds:
        for fetch in site.unread(kind):
            return unclear(_UNREAD.filled(url=fetch.url, why=_why(fetch)), (*otherwise.quotes, _quote(fetch)))
    return otherwise


def _why(fetch: Fetch) -> str:
    return fetch.failure_detail or (fetch.failure or f"HTTP {fetch.status}")


def _quote(fetch: Fetch) -> Quote:
    return Quote(fetch.url, _why(fetch), fetch.fetched_at)
