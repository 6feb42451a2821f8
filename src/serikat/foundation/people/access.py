"""Who may do what with people."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.people.models import Person, RoleKind
from serikat.foundation.people.queries import has_role_in
from serikat.web.permission import Allowed, Permission, Refused

_ONLY_OFFICERS = Words(
    "Hanya pengurus wilayah ini, atau wilayah di atasnya, yang dapat melakukan ini.",
    "Only an officer of this chapter, or of one above it, can do this.",
)


def can_act_as_officer(person: Person, chapter: Chapter | None) -> Permission:
    """An officer of the chapter or of one above it."""
    return Allowed() if has_role_in(person, chapter, RoleKind.OFFICER) else Refused(_ONLY_OFFICERS)


def can_review(person: Person, chapter: Chapter | None) -> Permission:
    """An officer or verifier of the chapter or of one above it."""
    if has_role_in(person, chapter, RoleKind.OFFICER, RoleKind.VERIFIER):
        return Allowed()
    return Refused(
        Words(
            "Hanya pengurus atau verifikator wilayah ini yang dapat melakukan ini.",
            "Only an officer or verifier of this chapter can do this.",
        )
    )
