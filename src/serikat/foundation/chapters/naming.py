"""How chapters are called in the journal."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import below_paths
from serikat.foundation.journal.subjects import Named, belongs_to_chapters, can_name, words_for


def register() -> None:
    """Tell the journal."""
    can_name("chapters", "chapter", _chapters)
    belongs_to_chapters("chapters", "chapter", _chapters_within)
    words_for({
        "chapters.opened": Words("Cabang dibuka", "Chapter opened"),
        "chapters.region_left": Words("Wilayah dilepas", "Region left"),
        "chapters.region_covered": Words("Wilayah ditambahkan", "Region added"),
    })


def _chapters(public_ids: Collection[str]) -> dict[str, Named]:
    found = Chapter.objects.filter(public_id__in=public_ids).values_list("public_id", "name")
    return {str(each): Named(name, f"/wilayah/{each}/") for each, name in found}


def _chapters_within(paths: Collection[str]) -> QuerySet[Chapter]:
    found: QuerySet[Chapter] = Chapter.objects.filter(below_paths(paths))
    return found
