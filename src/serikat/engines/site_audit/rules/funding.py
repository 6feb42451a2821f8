"""The outlet says what it lives from.

## Why it matters
Whoever pays can press. Readers of an outlet that lives from advertising, from a government's contracts, from grants or
from donations judge better when they know it; JTI and the Trust Project ask for it, no Indonesian law does.

## What is looked for
On the pages about the outlet a sentence on its sources of income, funding, grants or donations.

## What it cannot see
Amounts, and whether the sentence is complete.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unless_unread
from serikat.engines.site_audit.reading.ownership import funding_told
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Sumber pendapatan media dijelaskan di situs.", en="The site says what the outlet lives from.")
_NOT_MET = Words(
    id="Sumber pendapatan media tidak dijelaskan di situs.", en="What the outlet lives from is not said on the site."
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a sentence on income or funding."""
    told = funding_told(site)
    if told:
        return met(_MET, told)
    kinds = (PageKind.ABOUT, PageKind.MASTHEAD, PageKind.ADVERTISING)
    return unless_unread(site, kinds, not_met(_NOT_MET, looked_at(site, *kinds, PageKind.HOME)))
