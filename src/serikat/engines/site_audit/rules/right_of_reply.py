"""The outlet says how the right of reply (hak jawab) can be used.

## Why it matters
UU 40/1999 Article 5(2) obliges the press to serve the right of reply; refusing it can cost a fine of up to Rp500
million (Article 18). Who is wronged must find the way in without knowing anybody.

## What is looked for
A page or passage about hak jawab that says where to send it: an e-mail address, a number, a form, or the newsroom's
contact. The guideline's own words on hak jawab are a duty, not a channel, and do not count.

## What it cannot see
Whether replies are answered and published.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.reply_channels import RIGHT_OF_REPLY, reply_channels
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Cara mengajukan hak jawab dijelaskan di situs.", en="The site explains how to use the right of reply.")
_NO_WAY_IN = Words(
    id="Hak jawab disebut, tetapi ke mana mengirimkannya belum dijelaskan.",
    en="The right of reply is mentioned, but not where to send it.",
)
_ONLY_GUIDELINE = Words(
    id="Hak jawab hanya disebut di dalam pedoman; cara mengajukannya belum ada.",
    en="The right of reply stands only in the guideline; how to use it is not said.",
)
_NOT_MET = Words(
    id="Cara mengajukan hak jawab tidak ditemukan di situs.",
    en="How to use the right of reply is not said on the site.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a passage with a way in, outside the guideline."""
    channels = reply_channels(site, RIGHT_OF_REPLY)
    if channels and channels[0].has_way_in:
        return met(_MET, (channels[0].page.quote(channels[0].text),))
    if channels:
        return unclear(_NO_WAY_IN, (channel.page.quote(channel.text) for channel in channels[:3]))
    for page in site.of_kind(PageKind.GUIDELINE):
        line = next((line for line in page.lines if RIGHT_OF_REPLY.search(line)), "")
        if line:
            return unless_unread(site, (PageKind.CORRECTIONS,), not_met(_ONLY_GUIDELINE, (page.quote(line),)))
    return unless_unread(
        site,
        (PageKind.CORRECTIONS, PageKind.MASTHEAD),
        not_met(
            _NOT_MET,
            looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME, PageKind.GUIDELINE),
        ),
    )
