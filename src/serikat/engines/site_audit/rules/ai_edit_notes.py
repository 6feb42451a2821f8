"""Edits to works made with AI are told to readers.

## Why it matters
The AI guideline of 2025, as press reports tell it: whoever mends a picture or text made with AI says so.

## What is looked for
Articles that say they hold AI work, and in them a note of correction that speaks of it, quoted for a reviewer.

## What it cannot see
Whether anything was edited at all; silence is the rule and proves nothing. So this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.ai_notes import read_ai_notes
from serikat.engines.site_audit.reading.site import Site

_NOTED = Words(
    id="{count} berita dengan karya AI memuat catatan perbaikan; nilai kelengkapannya.",
    en="{count} articles with AI work carry a note of correction; judge whether it is complete.",
)
_ASK = Words(
    id="{count} berita memuat karya AI tanpa catatan perbaikan; tanyakan apakah pernah disunting.",
    en="{count} articles hold AI work and no note of correction; ask whether it was ever edited.",
)
_NONE = Words(
    id="Tidak ada karya AI yang disebut di antara {count} berita yang dibaca.",
    en="None of the {count} articles read speaks of AI work in it.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for notes of correction beside notes of AI work."""
    seen = [(page, notes) for page, _ in site.articles if (notes := read_ai_notes(page)).picture or notes.text]
    if not seen:
        return not_applicable(_NONE.filled(count=len(site.articles)))
    noted = [page.quote(notes.edit) for page, notes in seen if notes.edit]
    if noted:
        return unclear(_NOTED.filled(count=len(noted)), noted)
    return unclear(_ASK.filled(count=len(seen)), (page.quote(notes.text or notes.picture) for page, notes in seen))
