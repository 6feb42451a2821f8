"""The outlet publishes its masthead (box redaksi): who does what in the newsroom.

## Why it matters
UU 40/1999 Article 12 and the Press Council's file list ask for it: a reader who is wronged must know whom to address,
and a screenshot of this page goes into the verification file.

## What is looked for
A page that links call redaksi, or the about and contact pages, with at least one role and a person's name beside it.
Placeholder text ("lorem ipsum", names in square brackets) is no masthead.

## What it cannot see
A masthead that is a picture, and whether the people named really work there.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.role_lines import Problem
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Susunan redaksi dimuat: {count} peran dengan nama orang.",
    en="The masthead is published: {count} roles with a person's name.",
)
_PLACEHOLDER = Words(
    id="Halaman redaksi masih berisi teks contoh, belum nama pengelola yang sebenarnya.",
    en="The masthead page still holds placeholder text, not yet the names of those who run the outlet.",
)
_UNREADABLE = Words(
    id="Halaman redaksi ada, tetapi peran dan nama tidak terbaca; mungkin berupa gambar atau dimuat JavaScript.",
    en="There is a masthead page, but no roles and names could be read; it may be a picture or filled by JavaScript.",
)
_DOUBTFUL = Words(
    id="Peran redaksi disebut, tetapi mesin tidak yakin yang tertulis di sampingnya nama orang; periksa sendiri.",
    en="Newsroom roles are listed, but a machine cannot tell whether names stand beside them; check it yourself.",
)
_NO_NAMES = Words(
    id="Peran redaksi disebut tanpa nama orang.", en="Newsroom roles are listed without any person's name."
)
_NOT_MET = Words(id="Susunan redaksi tidak ditemukan di situs.", en="No masthead was found on the site.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for roles with people's names on the pages of identity."""
    for page, masthead in site.mastheads:
        named = [entry for entry in masthead.entries if entry.names and not entry.problem]
        if named and not masthead.is_placeholder:
            return met(_MET.filled(count=len(named)), (page.quote(entry.text) for entry in named))
    for page, masthead in site.mastheads:
        if masthead.is_placeholder:
            return not_met(_PLACEHOLDER, (page.quote(masthead.placeholder_text),))
    for page, masthead in site.mastheads:
        doubtful = [page.quote(entry.text) for entry in masthead.entries if entry.problem is Problem.UNSURE]
        if doubtful:
            return unclear(_DOUBTFUL, doubtful)
    for page, masthead in site.mastheads:
        return not_met(_NO_NAMES, (page.quote(entry.text) for entry in masthead.entries))
    for page in site.of_kind(PageKind.MASTHEAD):
        return unclear(_UNREADABLE, (page.quote(page.structure.h1 or page.structure.title),))
    return unless_unread(
        site,
        (PageKind.MASTHEAD,),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
