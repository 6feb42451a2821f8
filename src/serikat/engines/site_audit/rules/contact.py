"""The newsroom can be reached: an e-mail address, and a telephone or WhatsApp number.

## Why it matters
Whoever asks for a correction needs a way in, and the Press Council writes by e-mail: outlets lost their status because
nobody read it.

## What is looked for
E-mail addresses and numbers on the masthead, contact and about pages and in the footer. A free mail address counts:
most registered outlets use one.

## What it cannot see
Whether anybody answers.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.contacts import may_be_reached_otherwise, read_contacts
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_BOTH = Words(
    id="Alamat email dan nomor telepon redaksi dimuat.", en="The newsroom's e-mail address and telephone are published."
)
_EMAIL = Words(
    id="Alamat email redaksi dimuat; nomor telepon belum ditemukan.",
    en="The newsroom's e-mail address is published; no telephone number was found.",
)
_PHONE = Words(
    id="Hanya nomor telepon yang ditemukan; alamat email belum ada.",
    en="Only a telephone number was found; there is no e-mail address yet.",
)
_OTHERWISE = Words(
    id="Hanya ada formulir, atau alamat e-mail yang tidak terbaca mesin (mungkin gambar); periksa sendiri.",
    en="There is only a form, or an e-mail address that a machine cannot read (perhaps a picture); check it yourself.",
)
_PLACEHOLDER = Words(
    id="Kontak yang dimuat masih berupa contoh bawaan templat.",
    en="The contact details are still the template's placeholders.",
)
_NOT_MET = Words(
    id="Kontak redaksi tidak ditemukan di situs.", en="No way to reach the newsroom was found on the site."
)


def check(site: Site, asked: Asked) -> Observation:
    """Collects contacts over the pages of identity and of replies, placeholders apart."""
    emails: list[Quote] = []
    phones: list[Quote] = []
    placeholders: list[Quote] = []
    for page in (*site.identity_pages, *site.of_kind(PageKind.CORRECTIONS)):
        contacts = read_contacts(page)
        for found, real in ((contacts.emails, emails), (contacts.phones, phones), (contacts.whatsapps, phones)):
            for contact in found:
                (placeholders if contact.is_placeholder else real).append(page.quote(contact.text))
        if emails and phones:
            break
    if emails:
        return met(_BOTH if phones else _EMAIL, (*emails[:1], *phones[:1]))
    if phones:
        return unclear(_PHONE, phones[:1])
    if placeholders:
        return not_met(_PLACEHOLDER, placeholders[:2])
    for page in site.of_kind(PageKind.CONTACT, PageKind.MASTHEAD, PageKind.ABOUT, PageKind.CORRECTIONS):
        if may_be_reached_otherwise(page):
            return unclear(_OTHERWISE, (page.quote(page.structure.h1 or page.structure.title or page.url),))
    return unless_unread(
        site,
        (PageKind.CONTACT, PageKind.MASTHEAD),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
