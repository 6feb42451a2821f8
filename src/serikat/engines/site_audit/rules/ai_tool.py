"""An item written with AI names the tool.

## Why it matters
Readers can then judge its weaknesses. Reports on the AI guideline of 2025 differ: one says that the tool may be named,
another that it must be, so the clause carries both readings.

## What is looked for
Articles that say they were written, summarised or translated with AI, and the name of a tool in that note.

## What it cannot see
Items written with AI that do not say so.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met
from serikat.engines.site_audit.reading.ai_notes import read_ai_notes
from serikat.engines.site_audit.reading.site import Site

_MAY = "may"

_MET = Words(
    id="Berita yang disusun dengan AI menyebut nama alatnya ({tools}).",
    en="Items written with AI name the tool ({tools}).",
)
_NOT_MET = Words(
    id="{count} berita disebut disusun dengan AI tanpa nama alatnya.",
    en="{count} items are said to be written with AI without the tool's name.",
)
_FREE = Words(
    id="{count} berita disebut disusun dengan AI tanpa nama alatnya; menurut bacaan ini penyebutannya tidak wajib.",
    en="{count} items are said to be written with AI without the tool's name; under this reading it need not be named.",
)
_NONE = Words(
    id="Tidak ada berita yang menyebut disusun dengan AI di antara {count} yang dibaca.",
    en="None of the {count} articles read says that it was written with AI.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a tool's name in notes that a text was made with AI."""
    seen = [(page, notes) for page, _ in site.articles if (notes := read_ai_notes(page)).text]
    if not seen:
        return not_applicable(_NONE.filled(count=len(site.articles)))
    unnamed = [page.quote(notes.text) for page, notes in seen if not notes.tool]
    if not unnamed:
        tools = ", ".join(dict.fromkeys(notes.tool for _, notes in seen))
        return met(_MET.filled(tools=tools), (page.quote(notes.text) for page, notes in seen))
    if _MAY in asked.texts("duty"):
        return not_applicable(_FREE.filled(count=len(unnamed)), unnamed)
    return not_met(_NOT_MET.filled(count=len(unnamed)), unnamed)
