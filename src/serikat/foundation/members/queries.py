"""Questions about many outlets, each asked on behalf of a person who sees only what is theirs to see."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import within
from serikat.foundation.members.models import (
    Company,
    MemberOutlet,
    Representative,
    RosterImport,
    Standing,
    StandingKind,
)
from serikat.foundation.people.models import Person, RoleKind
from serikat.foundation.people.queries import chapters_of


def outlets_seen_by(person: Person) -> QuerySet[MemberOutlet]:
    """The outlets of the person's chapters and of those below, and those that they represent; nothing else."""
    in_chapters = within(chapters_of(person), "chapter__path")
    return MemberOutlet.objects.filter(in_chapters | Q(pk__in=_represented(person)), removed_at=None)


def outlets_below(chapter: Chapter) -> QuerySet[MemberOutlet]:
    """The outlets of a chapter and of those below it."""
    return MemberOutlet.objects.filter(within([chapter], "chapter__path"), removed_at=None)


def imports_seen_by(person: Person) -> QuerySet[RosterImport]:
    """The lists of the chapters that the person looks after as an officer, the latest first."""
    held = within(chapters_of(person, RoleKind.OFFICER), "chapter__path")
    return RosterImport.objects.filter(held).select_related("chapter", "uploaded_by").order_by("-uploaded_at")


def companies_seen_by(person: Person) -> QuerySet[Company]:
    """The companies of the outlets that the person looks after."""
    return Company.objects.filter(pk__in=outlets_of_chapters_of(person).values("company"))


def in_standing(outlets: QuerySet[MemberOutlet], kind: StandingKind, on: date) -> QuerySet[MemberOutlet]:
    """Those that stood so on a day."""
    return outlets.filter(pk__in=Standing.objects.on(on).filter(kind=kind).values("outlet"))


def outlets_of_chapters_of(person: Person) -> QuerySet[MemberOutlet]:
    """The outlets that the person looks after as officer or verifier."""
    return MemberOutlet.objects.filter(within(chapters_of(person), "chapter__path"), removed_at=None)


def outlets_represented_by(person: Person) -> QuerySet[MemberOutlet]:
    """The outlets for which the person speaks."""
    return MemberOutlet.objects.filter(pk__in=_represented(person), removed_at=None).order_by("name")


def _represented(person: Person) -> QuerySet[Representative, int]:
    today = timezone.localdate()
    current = Representative.objects.filter(Q(until=None) | Q(until__gte=today), person=person, since__lte=today)
    return current.values_list("outlet_id", flat=True)
