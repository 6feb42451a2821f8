"""Finds where an outlet tells how it corrects its own mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

# Promising to correct, marking what was corrected, or saying where the correction will stand.
_HOW = re.compile(
    r"\b(?:kami|redaksi)\b[^.\n]{0,60}?\b(?:memperbaiki|meralat|mengoreksi|membetulkan|mencabut|memuat\s+(?:ralat|koreksi)"
    r"|menayangkan\s+(?:ralat|koreksi))"
    # "Wajib" is the guideline's word: an outlet that repeats it has said nothing of its own.
    r"|\b(?:ralat|koreksi|pembetulan|perbaikan\s+berita)\b(?:(?!wajib)[^.\n]){0,40}?\b(?:dimuat|ditayangkan|dicantumkan"
    r"|ditempatkan|ditautkan|dilakukan|diberi\s+(?:tanda|catatan|keterangan))"
    r"|\bwe\b[^.\n]{0,40}?\bcorrect\b|\bcorrections?\s+(?:are|will\s+be)\b",
    re.IGNORECASE,
)
_HINTS = ("perbaik", "ralat", "koreksi", "betul", "cabut", "correct")
# In this order. The guideline's clauses on corrections are the Council's words, and lists of news speak of repairs.
_PAGES = (
    PageKind.CORRECTIONS,
    PageKind.ETHICS,
    PageKind.MASTHEAD,
    PageKind.ABOUT,
    PageKind.CONTACT,
    PageKind.COMMENT_POLICY,
    PageKind.TERMS,
)


@dataclass(frozen=True, slots=True)
class CorrectionPassage:
    """A line that tells how mistakes are corrected, and the page on which it stands."""

    page: Page
    text: str


def correction_passages(site: Site) -> Iterator[CorrectionPassage]:
    """The lines, the pages of corrections first."""
    for page in site.of_kind(*_PAGES):
        for at in page.lines_with(_HINTS):
            if _HOW.search(page.lines[at][:2000]):
                yield CorrectionPassage(page, page.lines[at])
