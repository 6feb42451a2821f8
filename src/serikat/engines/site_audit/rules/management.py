"""The outlet names who runs the company, beside who runs the newsroom.

## Why it matters
AMSI's fifth indicator asks for the newsroom and the management; JTI asks who manages the company. Readers and partners
learn whom to ask about money and law, and that the two are not one and the same desk.

## What is looked for
On the masthead or the pages about the outlet a person beside a role of management: director, pemimpin perusahaan,
commissioner, or a head of business.

## What it cannot see
Whether those people decide, and who stands behind them.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.roles import Role
from serikat.engines.site_audit.reading.site import Site

_MANAGING = (Role.PUBLISHER_HEAD, Role.COMMISSIONER, Role.BUSINESS)

_MET = Words(id="Pengelola perusahaan disebut dengan nama.", en="Those who manage the company are named.")
_NOT_MET = Words(
    id="Pengelola perusahaan (pemimpin perusahaan, direktur, atau komisaris) tidak disebut di situs.",
    en="Nobody who manages the company (publisher, director or commissioner) is named on the site.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for roles of management with a name over the pages of identity."""
    quotes = [page.quote(entry.text) for page, masthead in site.mastheads for entry in masthead.of(*_MANAGING)]
    if quotes:
        return met(_MET, quotes)
    kinds = (PageKind.MASTHEAD, PageKind.ABOUT)
    return unless_unread(site, kinds, not_met(_NOT_MET, looked_at(site, *kinds, PageKind.HOME)))
