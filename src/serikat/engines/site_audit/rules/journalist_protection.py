"""The outlet publishes how it protects its journalists, and who its legal counsel is.

## Why it matters
The Press Council's operating guideline of 2024 asks for a procedure that protects journalists (Peraturan Dewan Pers
5/2008) and for legal counsel. A journalist who is threatened must know whom to call.

## What is looked for
A page about the protection of journalists with words of its own, and legal counsel under a role of the masthead or on
that page. Blanks that a template left ("[Nama Media]") or another outlet's name on the page are not met.

## What it cannot see
A procedure that lies in the company's file: silence on the site proves nothing and stays unclear. Nor whether the
procedure is followed.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import other_outlet_names, placeholder_in
from serikat.engines.site_audit.reading.protection import counsel, protection_link, protection_pages
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="SOP perlindungan wartawan dimuat di situs, dan penasihat hukumnya disebut.",
    en="The procedure to protect journalists is on the site, and legal counsel is named.",
)
_PLACEHOLDER = Words(
    id="Halaman perlindungan wartawan masih berisi bagian yang belum diisi.",
    en="The page on the protection of journalists still holds blanks of a template.",
)
_COPIED = Words(
    id="Halaman perlindungan wartawan menyebut media lain ({names}); tampaknya salinan yang belum disesuaikan.",
    en="The page on protecting journalists names another outlet ({names}); it looks like a copy not yet adapted.",
)
_NO_COUNSEL = Words(
    id="SOP perlindungan wartawan dimuat; penasihat hukum tidak disebut di situs.",
    en="The procedure to protect journalists is on the site; legal counsel is not named there.",
)
_ONLY_COUNSEL = Words(
    id="Penasihat hukum disebut; SOP perlindungan wartawan tidak ditemukan di situs dan mungkin ada di berkas.",
    en="Legal counsel is named; the procedure was not found on the site and may lie in the file.",
)
_SILENT = Words(
    id="Tidak ditemukan di situs. SOP dan penasihat hukum dapat ditunjukkan lewat berkas.",
    en="Not found on the site. The procedure and counsel can be shown in the file.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the page and for counsel; what a template left on the page counts against it."""
    pages = protection_pages(site)
    for page in pages:
        blank = placeholder_in(page.text)
        if blank:
            return not_met(_PLACEHOLDER, (page.quote(blank),))
        names = other_outlet_names(page.text, site.domain, site.name)
        if names:
            line = next((line for line in page.lines if names[0].lower() in line.lower()), names[0])
            return not_met(_COPIED.filled(names=", ".join(names)), (page.quote(line),))
    named = counsel(site)
    shown = tuple(page.quote(page.structure.h1 or page.structure.title) for page in pages)
    if shown and named:
        return met(_MET, (*shown, named))
    if shown:
        return unclear(_NO_COUNSEL, shown)
    link = protection_link(site)
    quotes = tuple(quote for quote in (named, link) if quote)
    return unless_unread(site, (PageKind.PROTECTION,), unclear(_ONLY_COUNSEL if named else _SILENT, quotes))
