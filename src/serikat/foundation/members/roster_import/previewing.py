"""What would come of each row of a list, before anything is saved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.kept_fields import known_outlets
from serikat.foundation.members.models import MemberOutlet, RosterImport
from serikat.foundation.members.queries import outlets_below
from serikat.foundation.members.roster.comparing import Change, RowChange, compared
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed import Roster, RosterOutlet, RosterProblem
from serikat.foundation.members.roster_import.files import roster_of
from serikat.foundation.members.roster_import.placing import Placing, placing_for

ELSEWHERE = Words(
    "Situs ini sudah tercatat di {chapter}. Minta pengurus {chapter} memperbarui atau memindahkannya.",
    "This site is recorded with {chapter} already. Ask an officer of {chapter} to bring it up to date or to move it.",
)
UNANSWERED = Words("Pertanyaan tentang baris ini belum dijawab.", "The question about this row is open.")
_PLACES = {Field.PROVINCE, Field.REGENCY}
_A_QUERY = 500


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One outlet of a row: what would change, in which chapter; `back` is the outlet that was off the list till now."""

    change: RowChange
    chapter: int = 0
    back: MemberOutlet | None = None

    @property
    def outcome(self) -> Change:
        """What would become of the row."""
        return self.change.change

    @property
    def name(self) -> str:
        """What the row is called: the outlet's name, else its address, else what stands in the cell that is wrong."""
        listed = self.change.listed
        if listed:
            return listed.name or listed.key
        return next((problem.value for problem in self.change.problems if problem.value), "")


@dataclass(frozen=True)
class Preview:
    """A list beside what is kept, and the rows that would come of it."""

    roster: Roster
    rows: tuple[PlannedRow, ...]
    known: Mapping[str, KnownOutlet]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows come to each outcome."""
        found = Counter(row.outcome.value for row in self.rows)
        return {change.value: found[change.value] for change in Change}

    @cached_property
    def fingerprint(self) -> str:
        """Tells this preview from any other: whoever confirms says which one was seen."""
        seen = hashlib.sha256()
        for row in self.rows:
            one = row.change
            seen.update(repr((one.row, one.change, one.listed, one.known, one.fields, row.chapter)).encode())
        return seen.hexdigest()

    @property
    def problems(self) -> tuple[RosterProblem, ...]:
        """Everything to be said of cells: what reading found, and what comparing added."""
        return tuple(dict.fromkeys(problem for row in self.rows for problem in row.change.problems))


def preview_of(roster_import: RosterImport) -> Preview:
    """What would come of the list now. Raises RosterError where it cannot be read as chosen."""
    return preview(roster_of(roster_import), roster_import.chapter, roster_import.decisions)


def preview(roster: Roster, chapter: Chapter, decisions: Mapping[str, str] | None = None) -> Preview:
    """What would come of a list that was read, taken in for a chapter and those below it."""
    known = known_outlets(outlets_below(chapter))
    changes = compared(roster, known, decisions)
    planning = _Planning(roster, placing_for(chapter, timezone.localdate()), _taken(changes))
    return Preview(roster, tuple(map(planning.row, changes)), {one.key: one for one in known})


def _taken(changes: Iterable[RowChange]) -> Mapping[str, MemberOutlet]:
    """By key, the outlets that have a site which the list wants to give: another chapter's, or one off the list."""
    keys = [one.listed.key for one in changes if one.listed and _gives_a_site(one)]
    found: dict[str, MemberOutlet] = {}
    for at in range(0, len(keys), _A_QUERY):
        rows = MemberOutlet.objects.filter(key__in=keys[at : at + _A_QUERY]).select_related("chapter")
        found |= {one.key: one for one in rows}
    return found


def _gives_a_site(change: RowChange) -> bool:
    is_new = change.change in (Change.CREATED, Change.ASKED)
    return is_new or any(each.field is Field.ADDRESS for each in change.fields)


class _Planning:
    """Settles, row by row, what comparing cannot know: whose the outlet is, and in which chapter it lands."""

    def __init__(self, roster: Roster, placing: Placing, taken: Mapping[str, MemberOutlet]) -> None:
        self._placing = placing
        self._taken = taken
        self._letters = {column.field: (column.letters, column.heading) for column in roster.columns}

    def row(self, change: RowChange) -> PlannedRow:
        listed = change.listed
        if listed is None or change.change in (Change.REFUSED, Change.UNCHANGED):
            return PlannedRow(change)
        taken = self._taken.get(listed.key)
        if change.change is Change.CHANGED:
            return self._changed(change, listed, taken)
        if taken is not None and not (taken.removed_at and taken.chapter.is_within(self._placing.chapter)):
            return self._refused(change, Field.ADDRESS, ELSEWHERE.filled(chapter=taken.chapter.name))
        placed = self._placing.of(listed.regency_code or listed.province_code)
        if isinstance(placed, Words):
            return self._refused(change, Field.REGENCY if listed.regency_code else Field.PROVINCE, placed)
        return PlannedRow(change, placed.pk, taken)

    def _changed(self, change: RowChange, listed: RosterOutlet, taken: MemberOutlet | None) -> PlannedRow:
        fields = {each.field for each in change.fields}
        if taken is not None and Field.ADDRESS in fields:
            return self._refused(change, Field.ADDRESS, ELSEWHERE.filled(chapter=taken.chapter.name))
        if not fields & _PLACES:
            return PlannedRow(change)
        placed = self._placing.of(listed.regency_code or listed.province_code)
        if isinstance(placed, Words):
            return self._refused(change, Field.REGENCY if listed.regency_code else Field.PROVINCE, placed)
        return PlannedRow(change, placed.pk)

    def _refused(self, change: RowChange, field: Field, said: Words) -> PlannedRow:
        letters, heading = self._letters.get(field, ("", ""))
        value = getattr(change.listed, field.value, "")
        problem = RosterProblem(change.row, letters, heading, value, said, is_left_out=True, field=field)
        problems = (*change.problems, problem)
        return PlannedRow(replace(change, change=Change.REFUSED, fields=(), question=None, problems=problems))


def without_questions(preview: Preview) -> Preview:
    """The preview as it is taken over: rows whose question stays open count as refused."""
    rows = tuple(_closed(row) if row.outcome is Change.ASKED else row for row in preview.rows)
    return Preview(preview.roster, rows, preview.known)


def _closed(row: PlannedRow) -> PlannedRow:
    change = row.change
    question = change.question
    said = Words(f"{UNANSWERED.id} {question.id}", f"{UNANSWERED.en} {question.en}") if question else UNANSWERED
    address = change.listed.address if change.listed else ""
    problem = RosterProblem(change.row, "", "", address, said, is_left_out=True, field=Field.ADDRESS)
    return PlannedRow(replace(change, change=Change.REFUSED, question=None, problems=(*change.problems, problem)))
