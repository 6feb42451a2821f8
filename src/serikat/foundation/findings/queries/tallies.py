"""How many outlets stand how: read from the counts that the worker keeps, or counted at once where there are few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import topmost, within
from serikat.foundation.findings.models import ChapterTally, ClauseState, OutletState
from serikat.foundation.findings.standards import READ
from serikat.foundation.members.models import MemberOutlet

# So few are counted within a visit; more would make people wait, and their counts are some moments old.
FEW = 2_000
_ANY = Q()


@dataclass(frozen=True, slots=True)
class Tally:
    """How the outlets of some chapters stand.

    Each audited outlet is one of `complete`, `incomplete` (a binding clause is missing), `unclear` (none is missing,
    some are unclear) and `unread`. `reached` counts outlets by how far their audit came; `clauses` by
    `standard/clause` and standing.
    """

    outlets: int = 0
    audited: int = 0
    complete: int = 0
    incomplete: int = 0
    unclear: int = 0
    unread: int = 0
    worse: int = 0
    urgent: int = 0
    reached: Mapping[str, int] = field(default_factory=dict)
    clauses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    counted_at: datetime | None = None

    @property
    def never_audited(self) -> int:
        """How many outlets no audit has looked at."""
        return max(0, self.outlets - self.audited)

    def most_missed(self, most: int = 5) -> list[tuple[str, str, int]]:
        """The clauses that most outlets miss: standard, clause, outlets."""
        missed = [(key, counts.get(Outcome.NOT_MET, 0)) for key, counts in self.clauses.items()]
        ranked = sorted((each for each in missed if each[1]), key=lambda each: (-each[1], each[0]))
        return [(*key.split("/", 1), count) for key, count in ranked[:most]]  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Standing:
    """The tally of some chapters with all below them, and of each chapter directly below, by name."""

    whole: Tally
    below: tuple[tuple[Chapter, Tally], ...] = ()


def standing_of(chapters: Iterable[Chapter], outlets: int | None = None) -> Standing:
    """How the outlets of these chapters and those below stand; two queries, six where there are few to count anew.

    `outlets` is how many there are, where that is known.
    """
    tops = topmost(chapters)
    if not tops:
        return Standing(Tally())
    near = _near(tops)
    newest = Subquery(OutletState.objects.order_by("-recorded_at").values("recorded_at")[:1])
    rows = list(ChapterTally.objects.filter(near).select_related("chapter").annotate(newest=newest))
    held = {row.chapter_id: row for row in rows}
    is_whole = all(top.pk in held for top in tops)
    known = sum(held[top.pk].outlets for top in tops if top.pk in held)
    if is_whole and known > FEW:
        return _standing(tops, {row.chapter: _read(row) for row in rows})
    outlets = outlets_within(tops).count() if outlets is None else outlets
    is_fresh = is_whole and outlets == known and all(row.newest is None or row.newest <= row.counted_at for row in rows)
    if is_fresh or outlets > FEW:
        return _standing(tops, {row.chapter: _read(row) for row in rows}, outlets)
    return _standing(tops, count_now(tops))


def outlets_within(chapters: Iterable[Chapter]) -> QuerySet[MemberOutlet]:
    """The outlets of these chapters and those below."""
    return MemberOutlet.objects.filter(inside(chapters, "chapter__path"), removed_at=None)


def inside(chapters: Iterable[Chapter], field: str) -> Q:
    """A condition for what lies in or below the chapters; none at all where the association itself is among them."""
    tops = topmost(chapters)
    return _ANY if any(top.depth == 1 for top in tops) else within(tops, field)


def count_now(tops: Sequence[Chapter] | None = None) -> dict[Chapter, Tally]:
    """Count all chapters, or these and those below: every chapter with all that lies below it."""
    moment = timezone.now()
    condition = within(list(tops)) if tops is not None else _ANY
    chapters = list(Chapter.objects.filter(condition).order_by("path"))
    own = _own_counts([each.pk for each in chapters] if tops is not None else None)
    summed: dict[str, Counter[str]] = {each.path: Counter() for each in chapters}
    for each in chapters:
        counts = own.get(each.pk, Counter())
        for length in range(Chapter.steplen, len(each.path) + 1, Chapter.steplen):
            if (above := summed.get(each.path[:length])) is not None:
                above.update(counts)
    return {each: _tally(summed[each.path], moment) for each in chapters}


def as_values(tally: Tally) -> dict[str, Any]:
    """The counts as plain values for keeping."""
    plain = ("audited", "complete", "incomplete", "unclear", "unread", "worse", "urgent")
    return {
        **{name: getattr(tally, name) for name in plain},
        "reached": dict(tally.reached),
        "clauses": {key: dict(counts) for key, counts in tally.clauses.items()},
    }


def _own_counts(chapters: list[int] | None) -> dict[int, Counter[str]]:
    """By chapter, without those below: how many of what, each under a name that can be added up."""
    counts: dict[int, Counter[str]] = {}
    mine = Q(chapter__in=chapters) if chapters is not None else _ANY
    for chapter, n in MemberOutlet.objects.filter(mine, removed_at=None).values_list("chapter").annotate(n=Count("pk")):
        counts.setdefault(chapter, Counter())["outlets"] = n
    theirs = Q(outlet__chapter__in=chapters) if chapters is not None else _ANY
    states = OutletState.objects.filter(theirs, outlet__removed_at=None).values("outlet__chapter", "reached")
    for row in states.annotate(
        n=Count("pk"),
        incomplete=Count("pk", filter=Q(missing__gt=0)),
        unclear=Count("pk", filter=Q(missing=0, unclear__gt=0)),
        worse=Count("pk", filter=Q(is_worse=True)),
        urgent=Count("pk", filter=Q(is_urgent=True)),
    ):
        counter = counts.setdefault(row["outlet__chapter"], Counter())
        unclear = row["unclear"] if row["reached"] in READ else 0
        unread = row["n"] - row["incomplete"] if row["reached"] not in READ else 0
        counter.update({
            "audited": row["n"], "incomplete": row["incomplete"], "unclear": unclear, "unread": unread,
            "complete": row["n"] - row["incomplete"] - unclear - unread, "worse": row["worse"],
            "urgent": row["urgent"], f"reached {row['reached']}": row["n"],
        })  # fmt: skip
    clauses = ClauseState.objects.filter(theirs, outlet__removed_at=None)
    for chapter, standard, clause, standing, n in clauses.values_list(
        "outlet__chapter", "standard", "clause", "standing"
    ).annotate(n=Count("pk")):
        counts.setdefault(chapter, Counter())[f"clause {standard}/{clause} {standing}"] = n
    return counts


def _tally(counts: Counter[str], moment: datetime) -> Tally:
    reached: dict[str, int] = {}
    clauses: dict[str, dict[str, int]] = {}
    for name, n in counts.items():
        kind, *rest = name.split(" ")
        if kind == "reached":
            reached[rest[0]] = n
        elif kind == "clause":
            clauses.setdefault(rest[0], {})[rest[1]] = n
    plain = ("outlets", "audited", "complete", "incomplete", "unclear", "unread", "worse", "urgent")
    return Tally(**{name: counts[name] for name in plain}, reached=reached, clauses=clauses, counted_at=moment)


def _read(row: ChapterTally) -> Tally:
    return Tally(outlets=row.outlets, counted_at=row.counted_at, **row.counts)


def _standing(tops: Sequence[Chapter], tallies: Mapping[Chapter, Tally], outlets: int | None = None) -> Standing:
    whole = _summed([tallies.get(top, Tally()) for top in tops], outlets)
    below = [
        (chapter, tally)
        for chapter, tally in tallies.items()
        if chapter not in tops and any(chapter.is_within(top) and chapter.depth == top.depth + 1 for top in tops)
    ]
    return Standing(whole, tuple(sorted(below, key=lambda each: each[0].name)))


def _summed(tallies: Sequence[Tally], outlets: int | None) -> Tally:
    counts: Counter[str] = Counter()
    for tally in tallies:
        plain = ("audited", "complete", "incomplete", "unclear", "unread", "worse", "urgent")
        counts.update({name: getattr(tally, name) for name in plain})
        counts.update({f"reached {word}": n for word, n in tally.reached.items()})
        for key, standings in tally.clauses.items():
            counts.update({f"clause {key} {standing}": n for standing, n in standings.items()})
    counts["outlets"] = sum(tally.outlets for tally in tallies) if outlets is None else outlets
    oldest = min((tally.counted_at for tally in tallies if tally.counted_at), default=timezone.now())
    return _tally(counts, oldest)


def _near(tops: Sequence[Chapter]) -> Q:
    """The chapters and those directly below."""
    condition = Q(chapter__in=[top.pk for top in tops])
    for top in tops:
        condition |= Q(chapter__path__startswith=top.path, chapter__depth=top.depth + 1)
    return condition
