"""The outlet says what it is for: its vision and mission.

## Why it matters
The Press Council's operating guideline of 2024 lists vision and mission under continuity. They tell readers, too, what
they may hold the outlet to.

## What is looked for
"Visi" and "Misi" as headings, or at the head of a line, on the pages about the outlet, with words after them. Headings
that lead to placeholder text are not met.

## What it cannot see
Vision and mission in a company profile that is not on the site: silence proves nothing and stays unclear.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import placeholder_in
from serikat.engines.site_audit.reading.site import Site

_VISION = re.compile(r"^\W*(?:visi|vision)\b(?:\s*(?:dan|&|and|/)\s*(?:misi|mission)\b)?(?P<rest>.*)$", re.IGNORECASE)
_MISSION = re.compile(
    r"^\W*(?:misi|mission)\b(?P<rest>.*)$|\b(?:visi|vision)\s*(?:dan|&|and|/)\s*(?:misi|mission)\b", re.IGNORECASE
)
_PLACES = (PageKind.ABOUT, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.OTHER)
_LINES_BELOW = 3
_A_SENTENCE = 4

_MET = Words(id="Visi dan misi dimuat di situs.", en="Vision and mission are on the site.")
_PLACEHOLDER = Words(
    id="Di bawah judul visi dan misi masih ada teks contoh.",
    en="Placeholder text still stands under the heading of vision and mission.",
)
_EMPTY = Words(
    id="Judul visi atau misi ada, tetapi isinya tidak terbaca.",
    en="There is a heading for vision or mission, but no words under it could be read.",
)
_SILENT = Words(
    id="Visi dan misi tidak ditemukan di situs; profil perusahaan dapat menunjukkannya.",
    en="Vision and mission were not found on the site; the company profile may show them.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for both headings and what follows them."""
    thin: Observation | None = None
    for page in site.of_kind(*_PLACES):
        vision, mission = _below(page, _VISION), _below(page, _MISSION)
        for words in (vision, mission):
            blank = placeholder_in(words)
            if blank:
                return not_met(_PLACEHOLDER, (page.quote(blank),))
        if _says_something(vision) and _says_something(mission):
            return met(_MET, (page.quote(vision), page.quote(mission)))
        if vision or mission:
            thin = thin or unclear(_EMPTY, (page.quote(vision or mission),))
    return thin or unless_unread(site, (PageKind.ABOUT,), unclear(_SILENT))


def _below(page: Page, heading: re.Pattern[str]) -> str:
    """The heading and the lines below it, or an empty string; a menu names the heading too, so the fullest counts."""
    found = (
        " ".join(page.lines[at : at + 1 + _LINES_BELOW])
        for at in page.lines_with(("visi", "misi", "mission"))
        if len(page.lines[at]) < 400 and heading.search(page.lines[at])
    )
    return max(found, key=len, default="")


def _says_something(words: str) -> bool:
    return len(words.split()) >= 2 * _A_SENTENCE
