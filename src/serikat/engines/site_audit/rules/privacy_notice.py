"""Readers are told what the outlet does with their data.

## Why it matters
UU 27/2022 asks for a lawful basis and a notice wherever reader data are collected: comments, newsletters, analytics.

## What is looked for
A page that links call the privacy notice, in the outlet's own name, that speaks of personal data.

## What it cannot see
Whether the notice is true, and which data are really collected.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import other_outlet_names, placeholder_in
from serikat.engines.site_audit.reading.site import Site

_DATA = re.compile(
    r"data\s+(?:pribadi|pengguna|pembaca|pengunjung)|informasi\s+(?:pribadi|pengguna|yang\s+(?:kami\s+)?kumpul)"
    r"|privasi|cookies?|kuki|personal\s+(?:data|information)|privacy",
    re.IGNORECASE,
)
_DATA_HINTS = ("data", "informasi", "priva", "cookie", "kuki", "personal")
_ENOUGH_WORDS = 60

_MET = Words(id="Kebijakan privasi dimuat di situs.", en="A privacy notice is on the site.")
_PLACEHOLDER = Words(
    id="Halaman privasi masih berisi teks contoh.", en="The privacy page still holds placeholder text."
)
_COPIED = Words(
    id="Halaman privasi menyebut nama media lain ({names}); tampaknya salinan yang belum disesuaikan.",
    en="The privacy page names another outlet ({names}); it looks like a copy not yet adapted.",
)
_THIN = Words(
    id="Ada halaman privasi, tetapi isinya belum menjelaskan data apa yang dikumpulkan.",
    en="There is a privacy page, but it does not say which data are collected.",
)
_NOT_MET = Words(id="Tidak ditemukan kebijakan privasi.", en="No privacy notice was found.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the pages named as privacy notice, and at terms pages that hold one."""
    named = site.of_kind(PageKind.PRIVACY)
    for page in (*named, *site.of_kind(PageKind.TERMS)):
        if page not in named and not page.shows(("priva",)):
            continue
        placeholder = placeholder_in(page.text)
        if placeholder:
            return not_met(_PLACEHOLDER, (page.quote(placeholder),))
        names = other_outlet_names(page.text, site.domain, site.name)
        if names:
            line = next((line for line in page.lines if names[0].lower() in line.lower()), names[0])
            return not_met(_COPIED.filled(names=", ".join(names)), (page.quote(line),))
        line = next((line for line in page.lines_like(_DATA, _DATA_HINTS) if len(line.split()) > 5), "")
        if line and len(page.text.split()) >= _ENOUGH_WORDS:
            return met(_MET, (page.quote(line),))
        if page in named:
            return unclear(_THIN, (page.quote(page.structure.h1 or page.structure.title),))
    return unless_unread(site, (PageKind.PRIVACY,), not_met(_NOT_MET, looked_at(site, PageKind.TERMS, PageKind.HOME)))
