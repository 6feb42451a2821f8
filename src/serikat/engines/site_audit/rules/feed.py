"""The site offers a feed (RSS or Atom) that any reader can open.

## Why it matters
Feeds carry news to readers, partners and archives without anybody in between. One fault in the XML, such as an empty
line before its first tag, and strict readers show nothing.

## What is looked for
A feed that the home page names, or the usual address; well-formed XML without a document type, with items that have a
title and a link.

## What it cannot see
Feeds for single sections, and whether the feed holds whole texts.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.observations import file_quote, looked_at, met, not_met, unclear
from serikat.engines.site_audit.reading.feeds import read_feed
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Umpan berita dapat dibaca: {count} berita.", en="The feed can be read: {count} items.")
_FAULTY = Words(
    id="Umpan berita ada, tetapi XML-nya rusak ({fault}); banyak pembaca umpan tidak dapat membukanya.",
    en="There is a feed, but its XML is broken ({fault}); many readers cannot open it.",
)
_EMPTY = Words(id="Umpan berita ada, tetapi kosong.", en="There is a feed, but it is empty.")
_UNTITLED = Words(
    id="{count} berita di umpan tidak memiliki judul atau tautan.",
    en="{count} items of the feed lack a title or a link.",
)
_UNREAD = Words(
    id="Umpan berita tidak terbaca saat diperiksa ({why}).",
    en="The feed could not be read when it was checked ({why}).",
)
_NOT_ASKED = Words(
    id="Umpan berita tidak ikut diambil saat situs ini diperiksa.",
    en="No feed was asked for when this site was checked.",
)
_NOT_MET = Words(id="Umpan berita (RSS atau Atom) tidak ditemukan.", en="No feed (RSS or Atom) was found.")


def check(site: Site, asked: Asked) -> Observation:
    """Reads the first feed that answered."""
    answered = site.fetches_for("feed")
    if answered:
        return _judged(answered[0])
    failed = [fetch for fetch in site.gathering.fetches if fetch.purpose == "feed"]
    unread = [fetch for fetch in failed if fetch.failure is not Reached.HTTP_ERROR or (fetch.status or 0) >= 500]
    if unread:
        return unclear(_UNREAD.filled(why=unread[0].failure_detail or unread[0].failure))
    if not failed:
        return unclear(_NOT_ASKED)
    return not_met(_NOT_MET, looked_at(site, PageKind.HOME))


def _judged(fetch: Fetch) -> Observation:
    feed = read_feed(fetch)
    quote = (file_quote(fetch, f"{feed.items} × item"),)
    if feed.fault:
        return not_met(_FAULTY.filled(fault=feed.fault), (file_quote(fetch, feed.fault),))
    if not feed.items:
        return unclear(_EMPTY, quote)
    if feed.untitled:
        return not_met(_UNTITLED.filled(count=feed.untitled), quote)
    return met(_MET.filled(count=feed.items), quote)
