"""Images, voices and advertising made with AI carry a label.

## Why it matters
Article 5 of the AI guideline of 2025: readers must be able to tell a photograph from an invention.

## What is looked for
Labels by which captions of the articles read say that a picture, voice or video was made with AI, and the metadata term
for it. They are quoted, so that a reviewer can see where labels are used and ask about pictures without one.

## What it cannot see
A picture made with AI that nobody labelled. So this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.ai_notes import read_ai_notes
from serikat.engines.site_audit.reading.site import Site

_SEEN = Words(
    id="{count} berita memberi keterangan gambar atau suara buatan AI; periksa apakah semuanya sudah diberi.",
    en="{count} articles label pictures or sound as made with AI; see whether all of them are labelled.",
)
_NONE = Words(
    id="Tidak ada keterangan AI pada gambar atau suara di antara {count} berita yang dibaca.",
    en="No picture or sound among the {count} articles read is labelled as made with AI.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for labels in captions and metadata."""
    seen = [page.quote(notes.picture) for page, _ in site.articles if (notes := read_ai_notes(page)).picture]
    return (
        unclear(_SEEN.filled(count=len(seen)), seen) if seen else not_applicable(_NONE.filled(count=len(site.articles)))
    )
