"""An item that ran before it was verified says so at its end, in brackets and italics.

## Why it matters
Guideline clause 2c allows unverified news only with this note. Without it readers take a rumour for a fact.

## What is looked for
In the last paragraphs of the articles read, a sentence that this item still needs verification, its brackets and
italics. An item without such a sentence is not asked for one.

## What it cannot see
Unverified items without any note: nothing on the page tells them apart.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.story_notes import unverified_note

_MET = Words(
    id="Catatan verifikasi pada {count} berita ditulis dalam kurung dan huruf miring.",
    en="The note on verification in {count} items stands in brackets and italics.",
)
_NOT_MET = Words(
    id="{count} berita memuat catatan bahwa verifikasi belum selesai, tetapi tidak dalam kurung dan huruf miring.",
    en="{count} items carry a note that verification goes on, but not in brackets and italics.",
)
_NONE = Words(
    id="Tidak ada catatan “masih memerlukan verifikasi” di antara {count} berita yang dibaca.",
    en="No note that verification goes on among the {count} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the form of the notes at the ends of articles."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    notes = [(page, note) for page, _, text in article_texts(site) if (note := unverified_note(page, text))]
    wrong = [(page, note) for page, note in notes if not (note.in_brackets and note.in_italics)]
    if wrong:
        return not_met(_NOT_MET.filled(count=len(wrong)), (page.quote(note.words) for page, note in wrong))
    if notes:
        return met(_MET.filled(count=len(notes)), (page.quote(note.words) for page, note in notes))
    return not_applicable(_NONE.filled(count=len(site.articles)))
