"""The outlet says how anyone can ask for a correction (hak koreksi).

## Why it matters
UU 40/1999 Article 5(3): anyone may correct an error, not only the person concerned.

## What is looked for
A page or passage about corrections that says where to turn, outside the guideline and the articles.

## What it cannot see
Whether corrections are made, and how soon.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.reply_channels import CORRECTION, reply_channels
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Cara meminta koreksi dijelaskan di situs.", en="The site explains how to ask for a correction.")
_NO_WAY_IN = Words(
    id="Koreksi disebut, tetapi ke mana memintanya belum dijelaskan.",
    en="Corrections are mentioned, but not where to ask for one.",
)
_NOT_MET = Words(
    id="Cara meminta koreksi tidak ditemukan di situs.", en="How to ask for a correction is not said on the site."
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a passage on corrections with a way in."""
    channels = reply_channels(site, CORRECTION)
    if channels and channels[0].has_way_in:
        return met(_MET, (channels[0].page.quote(channels[0].text),))
    if channels:
        return unclear(_NO_WAY_IN, (channel.page.quote(channel.text) for channel in channels[:3]))
    return unless_unread(
        site,
        (PageKind.CORRECTIONS, PageKind.MASTHEAD),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
