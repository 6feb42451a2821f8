"""Questions about many outlets, each asked on behalf of a person who sees only what is theirs to see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import within
from serikat.foundation.members.models import (
    Company,
    Control,
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


def representatives_of(outlet: MemberOutlet) -> QuerySet[Person]:
    """Who speaks for the outlet today, the first named first."""
    today = timezone.localdate()
    current = Representative.objects.filter(Q(until=None) | Q(until__gte=today), outlet=outlet, since__lte=today)
    return Person.objects.filter(pk__in=current.values("person")).order_by("pk")


def representative_with_number(phone: str, chapter: Chapter) -> Person | None:
    """A representative with this number all of whose outlets are this chapter's; None where there is none."""
    if not phone:
        return None
    spoken_for = Representative.objects.filter(person__phone=phone).values("person")
    for person in Person.objects.filter(pk__in=spoken_for).order_by("pk")[:5]:
        outlets = outlets_represented_by(person)
        if outlets.exists() and not outlets.exclude(chapter=chapter).exists():
            return person
    return None


def chapter_over(outlets: Iterable[MemberOutlet]) -> Chapter:
    """The lowest chapter within which all the outlets lie: whose officers may write to one who speaks for them all."""
    paths = [outlet.chapter.path for outlet in outlets]
    shared = paths[0]
    while not all(path.startswith(shared) for path in paths):
        shared = shared[: -Chapter.steplen]
    over: Chapter = Chapter.objects.get(path=shared)
    return over


def control_of(outlet: MemberOutlet) -> Control | None:
    """The latest that is known of the outlet's control: asked for, shown or lost."""
    return Control.objects.filter(outlet=outlet).select_related("vouched_by").order_by("-asked_at", "-pk").first()


def controls_lost_within(chapters: list[Chapter]) -> QuerySet[Control]:
    """The controls that were lost and not shown again since, the latest first."""
    again = Control.objects.filter(outlet=OuterRef("outlet"), lost_at=None).exclude(shown_at=None)
    lost = Control.objects.filter(outlet__removed_at=None)
    # The association's are all: told so, the database begins with the few controls instead of with the many outlets.
    if not any(chapter.depth == 1 for chapter in chapters):
        lost = lost.filter(within(chapters, "outlet__chapter__path"))
    return lost.exclude(lost_at=None).filter(~Exists(again)).select_related("outlet").order_by("-lost_at")


def _represented(person: Person) -> QuerySet[Representative, int]:
    today = timezone.localdate()
    current = Representative.objects.filter(Q(until=None) | Q(until__gte=today), person=person, since__lte=today)
    return current.values_list("outlet_id", flat=True)
