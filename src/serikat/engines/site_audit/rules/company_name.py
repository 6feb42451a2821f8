"""The outlet announces the name of the company that publishes it.

## Why it matters
UU 40/1999 Article 12: a press company announces its name, address and responsible person openly.

## What is looked for
The name of a legal entity (PT, yayasan, koperasi, perkumpulan) on the pages of identity or in the footer.

## What it cannot see
Whether the name is the one in the deed.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Nama perusahaan penerbit disebut: “{name}”.", en="The publishing company is named: “{name}”.")
_OUTLET_ONLY = Words(
    id="Nama media disebut ({name}), tetapi nama perusahaan penerbitnya belum ditemukan.",
    en="The outlet is named ({name}), but not the company that publishes it.",
)
_NOT_MET = Words(
    id="Nama media dan nama perusahaan penerbit tidak ditemukan di halaman jati diri.",
    en="Neither the outlet's nor the company's name was found on the pages of identity.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a legal entity's name, then for the outlet's own."""
    for page, entity in site.companies:
        if entity.name:
            return met(_MET.filled(name=entity.text), (page.quote(entity.text),))
    for name in _forms_of(site.name):
        for page in site.identity_pages:
            line = next((line for line in page.lines if name.lower() in line.lower()), "")
            if line:
                return unclear(_OUTLET_ONLY.filled(name=name), (page.quote(line),))
    return unless_unread(
        site,
        (PageKind.MASTHEAD, PageKind.ABOUT),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )


def _forms_of(name: str) -> list[str]:
    """The outlet's name as titles give it, then without its last words: "Warta Contoh News" signs as "Warta Contoh"."""
    words = name.split()
    forms = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return [form for form in forms if len(form) > 2 and (form == name or " " in form)]
