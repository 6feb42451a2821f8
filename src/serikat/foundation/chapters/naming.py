"""How chapters are called in the journal."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.subjects import Named, can_name, words_for


def register() -> None:
    """Tell the journal."""
    can_name("chapters", "chapter", _chapter)
    words_for({
        "chapters.opened": Words("Kepengurusan dibuka", "Chapter opened"),
        "chapters.region_covered": Words("Wilayah ditambahkan", "Region added"),
    })


def _chapter(public_id: str) -> Named | None:
    found = Chapter.objects.filter(public_id=public_id).first()
    return Named(found.name) if found else None
