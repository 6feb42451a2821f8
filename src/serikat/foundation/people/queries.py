"""Questions about people: what they may see, and who holds which role."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import subtree
from serikat.foundation.people.models import Account, Person, Role, RoleKind


def chapters_of(person: Person, *kinds: RoleKind, on: date | None = None) -> list[Chapter]:
    """The chapters in which a person holds one of the roles (any where none is named); those below count with them."""
    roles = Role.objects.on(on or timezone.localdate()).filter(person=person, kind__in=kinds or list(RoleKind))
    return [role.chapter for role in roles.select_related("chapter")]


def has_role_in(person: Person, chapter: Chapter | None, *kinds: RoleKind) -> bool:
    """Whether a person holds one of the roles in the chapter or above it; in no chapter means in the association's."""
    held = chapters_of(person, *kinds)
    if chapter is None:
        return any(each.depth == 1 for each in held)
    return any(chapter.is_within(each) for each in held)


def officers_within(chapters: Iterable[Chapter], on: date | None = None) -> QuerySet[Role]:
    """The roles held in the chapters and below them, by person."""
    below = subtree(list(chapters))
    roles = Role.objects.on(on or timezone.localdate()).filter(chapter__in=below)
    return roles.select_related("person", "chapter").order_by("chapter__path", "person__name")


def is_new_installation() -> bool:
    """Whether nobody has an account yet, so that the first visit makes the first officer."""
    return not Account.objects.exists()
