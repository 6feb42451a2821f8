"""The outlet tells readers which code of ethics its journalists keep.

## Why it matters
The Press Council's file list asks for a code of conduct in line with the Kode Etik Jurnalistik (KEJ). On the site a
reader can hold the newsroom to it; the signed document itself goes into the file.

## What is looked for
A page that links call the code of ethics or conduct, with words of its own; else an identity page that names the
Kode Etik Jurnalistik.

## What it cannot see
The signature, date and stamp on the document, and whether it is kept.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import placeholder_in
from serikat.engines.site_audit.reading.site import Site

_NAMED = re.compile(r"kode\s+(?:etik|perilaku)(?:\s+(?:jurnalistik|wartawan|pers))?|code of (?:ethics|conduct)", re.I)
_ENOUGH_WORDS = 80

_MET = Words(id="Kode etik atau kode perilaku dimuat di situs.", en="A code of ethics or conduct is on the site.")
_PLACEHOLDER = Words(
    id="Halaman kode etik masih berisi teks contoh.", en="The page of the code of ethics still holds placeholder text."
)
_MENTION = Words(
    id="Kode etik disebut, tetapi naskah atau halamannya tidak ditemukan.",
    en="A code of ethics is mentioned, but no page with its text was found.",
)
_NOT_MET = Words(id="Tidak ditemukan kode etik di situs.", en="No code of ethics was found on the site.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a page of ethics with words of its own."""
    pages = site.of_kind(PageKind.ETHICS)
    for page in pages:
        placeholder = placeholder_in(page.text)
        if placeholder:
            return not_met(_PLACEHOLDER, (page.quote(placeholder),))
        line = next(page.lines_like(_NAMED, ("kode", "code of")), "")
        if line and len(page.text.split()) >= _ENOUGH_WORDS:
            return met(_MET, (page.quote(line),))
    for page in (*pages, *site.identity_pages):
        line = next(page.lines_like(_NAMED, ("kode", "code of")), "")
        if line:
            return unclear(_MENTION, (page.quote(line),))
    return unless_unread(
        site,
        (PageKind.ETHICS,),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
