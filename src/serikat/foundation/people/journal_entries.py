"""Which deeds of the journal a person may read: the association's reviewers all, others those about what is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry, EntryQuerySet
from serikat.foundation.journal.subjects import Actor, Named, Subject, deed_in_words, ids_within, named_all

_PARTS = {
    "schedule": Words("Jadwal", "Schedule"),
    "worker": Words("Mesin", "Machine"),
    "first_visit": Words("Kunjungan pertama", "First visit"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One deed as people read it; `has_lost_its_reason` says that one was given and erased."""

    number: int
    at: datetime
    deed: Words
    by: str | Words
    about: Named
    about_id: str
    reason: str
    has_lost_its_reason: bool


def entries_within(held: Sequence[Chapter]) -> EntryQuerySet:
    """The deeds that whoever holds a role in these chapters may read, the latest first.

    Kinds of which nobody says whose they are stay with the association.
    """
    entries = Entry.objects.select_related("told").order_by("-number")
    if any(chapter.depth == 1 for chapter in held):
        return entries
    seen = Q(pk__in=[])
    for (room, kind), ids in ids_within([chapter.path for chapter in held]).items() if held else ():
        seen |= Q(subject_room=room, subject_kind=kind, subject_id__in=ids)
    return entries.filter(seen)


def chosen(
    entries: EntryQuerySet,
    *,
    deed: str = "",
    person: str = "",
    subject: str = "",
    since: date | None,
    until: date | None,
) -> EntryQuerySet:
    """Those of a deed, by a person or about a subject (public ids), within days; what is empty does not narrow."""
    wanted = {"deed": deed, "actor_id": person, "subject_id": subject}
    entries = entries.filter(**{field: value for field, value in wanted.items() if value})
    if since:
        entries = entries.filter(recorded_at__gte=_begin(since))
    return entries.filter(recorded_at__lt=_begin(until + timedelta(days=1))) if until else entries


def lines(entries: Iterable[Entry]) -> Iterator[Line]:
    """The deeds in words, their people and subjects named a kind at a time."""
    kept = list(entries)
    called = named_all([each.subject for each in kept] + [_as_subject(each.actor) for each in kept if _is_person(each)])
    for each in kept:
        by = called[_as_subject(each.actor)].name if _is_person(each) else _PARTS.get(each.actor_id, each.actor_id)
        yield Line(
            number=each.number,
            at=each.recorded_at,
            deed=deed_in_words(each.deed),
            by=by,
            about=called[each.subject],
            about_id=each.subject_id,
            reason=each.reason,
            has_lost_its_reason=each.has_lost_its_reason,
        )


def _is_person(entry: Entry) -> bool:
    return entry.actor_kind == "person"


def _as_subject(actor: Actor) -> Subject:
    return Subject("people", "person", actor.id)


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
