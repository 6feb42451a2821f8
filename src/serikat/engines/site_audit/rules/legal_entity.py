"""The outlet shows the Indonesian legal entity behind it.

## Why it matters
UU 40/1999 Article 9(2) asks every press company to be an Indonesian legal entity; the company standard accepts a PT
or another body formed under law, such as a yayasan or koperasi, and not a CV.

## What is looked for
On the pages of identity and in the footer: a PT, yayasan, koperasi or perkumpulan with its name, and the numbers beside
it (AHU, NIB, NPWP). "PT" without a name is missing data.

## What it cannot see
The deed and the ministry's approval; an entity that exists but is not shown here can be proven with those.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unless_unread
from serikat.engines.site_audit.reading.companies import LegalForm, read_legal_ids
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_ACCEPTED = (LegalForm.PT, LegalForm.YAYASAN, LegalForm.KOPERASI, LegalForm.PERKUMPULAN)

_MET = Words(id="Badan hukum penerbit ditampilkan: “{name}”.", en="The publisher's legal entity is shown: “{name}”.")
_CV = Words(
    id="Penerbit berbentuk CV; CV bukan badan hukum dan tidak diterima standar perusahaan pers.",
    en="The publisher is a CV; that is no legal entity, and the company standard does not accept it.",
)
_NAMELESS = Words(
    id="Tertulis bentuk badan hukumnya saja, tanpa nama perusahaan.",
    en="Only the form of the legal entity is written, without the company's name.",
)
_NOT_MET = Words(
    id="Situs belum menampilkan badan hukum penerbitnya.", en="The site does not yet show its publisher's legal entity."
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for an accepted legal form with a name; quotes the legal numbers that stand on the same pages."""
    accepted = [(page, entity) for page, entity in site.companies if entity.form in _ACCEPTED and entity.name]
    if accepted:
        page, entity = accepted[0]
        numbers = [place.quote(legal.text) for place in site.identity_pages for legal in read_legal_ids(place)]
        return met(_MET.filled(name=entity.text), (page.quote(entity.text), *dict.fromkeys(numbers)))
    for page, entity in site.companies:
        if entity.form is LegalForm.CV:
            return not_met(_CV, (page.quote(entity.text),))
    for page, entity in site.companies:
        return not_met(_NAMELESS, (page.quote(entity.text),))
    return unless_unread(
        site,
        (PageKind.MASTHEAD, PageKind.ABOUT),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
