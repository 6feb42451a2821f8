"""The advertising accounts and analytics ids of a site: shared ones may reveal one owner behind many sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.reading.ads_txt import read_ads_txt
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import text_file

_MOST_BYTES = 2_000_000
_IN_MARKUP = re.compile(
    rb"(?<![\w-])(?:(?P<adsense>(?:ca-)?pub-\d{10,20})|(?P<universal>UA-\d{4,12}-\d{1,4})"
    rb"|(?P<tag>GTM-[A-Z0-9]{4,10})|(?P<measurement>G-[A-Z0-9]{8,12}))(?![\w-])"
)
# Any page holds one of these where it holds an id; looking for them first spares the others the pattern.
_HINTS = (b"pub-", b"UA-", b"GTM-", b"G-")


class IdKind(StrEnum):
    """What an id was given for: selling space, counting visits, or the container that loads both."""

    SELLER = "seller"
    ANALYTICS = "analytics"
    TAG_CONTAINER = "tag_container"


@dataclass(frozen=True, slots=True)
class SellerId:
    """One id as it can be compared over sites: `google.com:pub-…`, `UA-…` without its property number, `G-…`, `GTM-…`.

    A fact and no verdict: an agency, a template's author or a hosting service can stand behind many sites as well.
    """

    kind: IdKind
    value: str
    quote: Quote


def read_seller_ids(site: Site) -> tuple[SellerId, ...]:
    """The ids of ads.txt's DIRECT records and of the home page's markup, each once; resellers' tell nothing."""
    found: dict[tuple[IdKind, str], SellerId] = {}
    for each in (*_declared(site), *(_in_markup(site.home) if site.home else ())):
        found.setdefault((each.kind, each.value), each)
    return tuple(found.values())


def _declared(site: Site) -> Iterator[SellerId]:
    file = text_file(site, "ads_txt")
    if file.fetch is None or not file.text:
        return
    fetch = file.fetch
    for seller in read_ads_txt(file.text).sellers:
        if seller.relationship == "DIRECT":
            text = f"{seller.domain}, {seller.account}, {seller.relationship}"
            quote = Quote(fetch.final_url, text, fetch.fetched_at, fetch.sha256, fetch.handed_in)
            yield SellerId(IdKind.SELLER, f"{seller.domain}:{seller.account.lower()}", quote)


def _in_markup(page: Page) -> Iterator[SellerId]:
    body = page.fetch.body[:_MOST_BYTES]
    if not any(hint in body for hint in _HINTS):
        return
    for found in _IN_MARKUP.finditer(body):
        written = found[0].decode("ascii")
        if found["adsense"]:
            yield SellerId(IdKind.SELLER, f"google.com:{written.removeprefix('ca-')}", page.quote(written))
        elif found["universal"]:
            yield SellerId(IdKind.ANALYTICS, written.rpartition("-")[0], page.quote(written))
        else:
            kind = IdKind.TAG_CONTAINER if found["tag"] else IdKind.ANALYTICS
            yield SellerId(kind, written, page.quote(written))
