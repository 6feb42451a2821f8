"""The policies that the outlet declares to machines are there and hold what they promise.

## Why it matters
schema.org has eleven properties for a newsroom's policies: ethics, corrections, feedback, masthead, ownership and
funding, mission, diversity, staffing, unnamed sources, missing bylines, fact-checking. A link that leads nowhere, to
another site or to a template's filler promises what readers do not get.

## What is looked for
For each property declared: an address on this site, among the pages read, whose page is of that kind or speaks of the
matter beside its menu. Ownership and funding may be told in words on the spot.

## What it cannot see
The quality of a policy and whether it is kept; policies that are published but not declared.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.news_organization import news_organization
from serikat.engines.site_audit.reading.policy_pages import Held, PolicyPage, policy_pages
from serikat.engines.site_audit.reading.site import Site

_BROKEN = frozenset({Held.OFF_SITE, Held.GONE, Held.PLACEHOLDER})
_KEPT = frozenset({Held.HOLDS, Held.STATED})

_MET = Words(
    id="{count} kebijakan yang dinyatakan ({names}) ada di situs ini dan memuat isinya.",
    en="{count} policies declared ({names}) are on this site and hold what they promise.",
)
_NOT_MET = Words(
    id="Kebijakan yang dinyatakan tidak ada di tempatnya: {names} (alamat mati, situs lain, atau teks contoh).",
    en="Policies declared are not where they should be: {names} (dead address, another site, or filler).",
)
_UNCLEAR = Words(
    id="Isi kebijakan yang dinyatakan belum dapat dipastikan: {names}.",
    en="What the declared policies hold could not be made sure of: {names}.",
)
_NOTHING = Words(
    id="Data terstruktur situs tidak menyatakan kebijakan redaksi.",
    en="The site's structured data declare no policy of the newsroom.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Follows each declared policy to its page."""
    organization = news_organization(site)
    if organization is None or not organization.policies:
        return not_applicable(_NOTHING)
    found = policy_pages(site, organization)
    broken = [page for page in found if page.held in _BROKEN]
    if broken:
        return not_met(_NOT_MET.filled(names=_names(broken)), (page.quote for page in broken))
    open_ended = [page for page in found if page.held not in _KEPT]
    if open_ended:
        return unclear(_UNCLEAR.filled(names=_names(open_ended)), (page.quote for page in open_ended))
    return met(_MET.filled(count=len(found), names=_names(found)), (page.quote for page in found))


def _names(pages: list[PolicyPage] | tuple[PolicyPage, ...]) -> str:
    return ", ".join(page.policy.name for page in pages)
