"""The room's lines in the menu, for those who look after outlets."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.people.signed_in import has_role
from serikat.web.navigation import Entry, register


def fill() -> None:
    """Tell the navigation."""
    register(Entry(Words("Media", "Outlets"), "findings:outlets", "news", 20, shown=has_role))
    register(Entry(Words("Pertanyaan", "Questions"), "findings:questions", "help-circle", 30, shown=has_role))
    register(Entry(Words("Pemeriksaan", "Audits"), "findings:rounds", "refresh", 40, shown=has_role))
