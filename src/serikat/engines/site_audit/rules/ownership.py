"""The outlet says who owns it.

## Why it matters
A reader who knows the owner can weigh what the outlet writes about the owner's business and politics. JTI, the Trust
Project and AMSI's indicators ask for it; the Press Law asks for the publisher's name only.

## What is looked for
On the pages about the outlet: an owner or shareholder by name, or whose subsidiary the company is. The name of the
publishing company alone leaves open who owns that company.

## What it cannot see
Whether the owners named are the true ones; the ministry's register of companies shows that.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.ownership import owners_named
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Pemilik media disebut di situs.", en="The owner of the outlet is named on the site.")
_PUBLISHER_ONLY = Words(
    id="Penerbitnya disebut ({name}), tetapi siapa pemilik perusahaan itu belum.",
    en="The publisher is named ({name}), but not who owns that company.",
)
_NOT_MET = Words(id="Pemilik media tidak disebut di situs.", en="Who owns the outlet is not said on the site.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for an owner's name, then for the publishing company."""
    owners = owners_named(site)
    if owners:
        return met(_MET, owners)
    for page, entity in site.companies:
        return unclear(_PUBLISHER_ONLY.filled(name=entity.text), (page.quote(entity.text),))
    kinds = (PageKind.ABOUT, PageKind.MASTHEAD)
    return unless_unread(site, kinds, not_met(_NOT_MET, looked_at(site, *kinds, PageKind.HOME)))
