"""The room's lines in the menu, for those who look after outlets."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.people.models import Role
from serikat.web.navigation import Entry, register


def fill() -> None:
    """Tell the navigation."""
    register(Entry(Words("Media", "Outlets"), "findings:outlets", "news", 20, shown=looks_after_outlets))
    register(
        Entry(Words("Pertanyaan", "Questions"), "findings:questions", "help-circle", 30, shown=looks_after_outlets)
    )
    register(Entry(Words("Pemeriksaan", "Audits"), "findings:rounds", "refresh", 40, shown=looks_after_outlets))


def looks_after_outlets(request: HttpRequest) -> bool:
    """Whether whoever asks has a role in a chapter; asked of the database once a request."""
    person = getattr(request, "person", None)
    if person is None:
        return False
    known = getattr(request, "looks_after_outlets", None)
    if known is None:
        known = Role.objects.on(timezone.localdate()).filter(person=person).exists()
        request.looks_after_outlets = known  # type: ignore[attr-defined]
    return bool(known)
