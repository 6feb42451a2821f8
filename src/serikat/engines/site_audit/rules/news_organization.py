"""The outlet tells machines that it is a news medium, as schema.org words it.

## Why it matters
Search engines and trust projects read who publishes a page from its structured data. `NewsMediaOrganization` is the
word for a newsroom; with it come the places for its policies. It is a recommendation and never a duty: among large
Indonesian outlets hardly one uses it.

## What is looked for
A JSON-LD object of the type `NewsMediaOrganization` on a page that was read, the home page first.

## What it cannot see
Whether the outlet is what it says, and markup that JavaScript adds later.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear
from serikat.engines.site_audit.reading.news_organization import TYPE, news_organization, publishers
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Situs menyatakan diri NewsMediaOrganization dalam data terstrukturnya.",
    en="The site declares itself a NewsMediaOrganization in its structured data.",
)
_OTHERWISE = Words(
    id="Data terstruktur menyebut penerbitnya {types}, belum NewsMediaOrganization.",
    en="The structured data call the publisher {types}, not yet NewsMediaOrganization.",
)
_NOT_MET = Words(
    id="Data terstruktur situs tidak menyebut media ini sebagai organisasi berita.",
    en="The site's structured data do not name the outlet as a news organisation.",
)
_NO_PAGES = Words(id="Tidak ada halaman yang dapat dibaca.", en="No page could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the declaration over the pages read."""
    organization = news_organization(site)
    if organization is not None:
        words = f"@type: {TYPE}" + (f", name: {organization.name}" if organization.name else "")
        return met(_MET, (organization.page.quote(words),))
    page = site.home or next(iter(site.pages), None)
    if page is None:
        return unclear(_NO_PAGES)
    types = publishers(page)
    if types:
        named = ", ".join(types[:3])
        return not_met(_OTHERWISE.filled(types=named), (page.quote(f"@type: {named}"),))
    return not_met(_NOT_MET, (page.quote(page.structure.title or page.url),))
