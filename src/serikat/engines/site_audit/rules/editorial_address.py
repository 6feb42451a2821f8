"""The outlet publishes an address at which its newsroom can be found.

## Why it matters
UU 40/1999 Article 12 asks for the address, and the factual check visits it.

## What is looked for
On the masthead, contact and about pages and in the footer: a street with number, kilometre, building or postcode, or a
kampung or housing estate with RT/RW, desa and kecamatan; and with either the regency or city.

## What it cannot see
Whether anybody works there, and whether it is the address in the deed.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.address_parts import Strength
from serikat.engines.site_audit.reading.addresses import read_addresses
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Alamat yang dapat didatangi dimuat di situs.", en="An address that one could go to is on the site.")
_PARTIAL = Words(
    id="Alamat disebut, tetapi belum cukup untuk menemukannya: lengkapi nomor, gedung atau kode pos, serta "
    "kabupaten atau kota.",
    en="An address is given, but not enough to find it: add the number, building or postcode, and the regency or city.",
)
_TOWN = Words(
    id="Hanya nama daerah yang disebut, bukan alamat yang dapat didatangi.",
    en="Only a place name is given, not an address that one could go to.",
)
_EMPTY = Words(
    id="Ada judul alamat, tetapi alamatnya kosong.", en="There is a heading for the address, but no address under it."
)
_NOT_MET = Words(id="Alamat redaksi tidak ditemukan di situs.", en="No editorial address was found on the site.")
_KINDS = (PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT)


def check(site: Site, asked: Asked) -> Observation:
    """Takes the strongest address over the pages of identity."""
    best: dict[Strength, Quote] = {}
    for page in site.identity_pages:
        if Strength.COMPLETE in best:
            break
        for address in read_addresses(page):
            # On a home page full of news a loose address is a shop's or an event's.
            if address.speaks_for_site or page is not site.home:
                strength = Strength.EMPTY if address.is_placeholder else address.strength
                best.setdefault(strength, page.quote(address.text))
    if Strength.COMPLETE in best:
        return met(_MET, (best[Strength.COMPLETE],))
    if Strength.PARTIAL in best:
        return unclear(_PARTIAL, (best[Strength.PARTIAL],))
    if Strength.EMPTY in best:
        return unless_unread(site, _KINDS, not_met(_EMPTY, (best[Strength.EMPTY],)))
    if Strength.TOWN_ONLY in best:
        return unless_unread(site, _KINDS, not_met(_TOWN, (best[Strength.TOWN_ONLY],)))
    return unless_unread(
        site,
        _KINDS,
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
