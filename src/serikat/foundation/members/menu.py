"""The pages of this room in the menu."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.people.signed_in import has_role
from serikat.web.navigation import Entry
from serikat.web.navigation import register as in_menu


def register() -> None:
    """Tell the menu."""
    in_menu(Entry(Words("Anggota", "Members"), "members:outlets", "building-community", 20, shown=has_role))
