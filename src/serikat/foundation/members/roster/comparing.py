"""What would change if a list were taken over: row by row, before anything is saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.roster import problems
from serikat.foundation.members.roster.companies import is_same_company
from serikat.foundation.members.roster.differing import FieldChange, differences
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed import Roster, RosterOutlet, RosterProblem, tidy


class Change(StrEnum):
    """What would become of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ASKED = "asked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowChange:
    """What would become of one outlet of a row.

    `known` is the key of the outlet that the row is about; where `change` is ASKED, of the one that it may be about.
    `listed` is None where the row is refused before an outlet could be read. `question` says what is to be decided.
    """

    row: int
    change: Change
    listed: RosterOutlet | None = None
    known: str = ""
    fields: tuple[FieldChange, ...] = ()
    problems: tuple[RosterProblem, ...] = ()
    question: Words | None = None


MOVED = Words(
    "Nama dan perusahaan ini sudah tercatat dengan situs {site}. Apakah medianya pindah alamat, atau ini media lain?",
    "This name and company are known already, with the site {site}. Has the outlet moved, or is this another one?",
)


def compared(
    roster: Roster, known: Iterable[KnownOutlet], decisions: Mapping[str, str] | None = None
) -> tuple[RowChange, ...]:
    """Every row of a list against what is known, in the order of the rows.

    An outlet is known by its site, else by a former address of it, kept or listed. Where neither is known but name and
    company are, the row is ASKED; `decisions` answers by the site's key in the list: the key of the known outlet that
    moved there, or an empty string for another one. An empty cell changes nothing.
    """
    return _Comparison(roster, tuple(known), decisions or {}).changes()


class _Comparison:
    """The list beside what is known: outlets by site, former site and name, and the rows that spoke for each."""

    def __init__(self, roster: Roster, known: Sequence[KnownOutlet], decisions: Mapping[str, str]) -> None:
        self._roster = roster
        self._decisions = decisions
        self._sites = {listed.address: listed.key for listed in roster.outlets}
        self._known_sites = {one.key: Outlet(one.address).key for one in known}
        self._by_key = {one.key: one for one in known}
        self._by_site = {self._known_sites[one.key]: one for one in known}
        self._by_former = {Outlet(former).key: one for one in known for former in one.former_addresses}
        self._by_name: dict[str, list[KnownOutlet]] = {}
        self._rows: dict[str, int] = {}
        self._listed_sites = set(self._sites.values())
        for one in known:
            # What the list names by its own site has not moved to another one.
            if one.name and self._known_sites[one.key] not in self._listed_sites:
                self._by_name.setdefault(tidy(one.name).casefold(), []).append(one)

    def changes(self) -> tuple[RowChange, ...]:
        wrong: dict[int, list[RosterProblem]] = {}
        for problem in self._roster.problems:
            wrong.setdefault(problem.row, []).append(problem)
        # What is named by its own site goes first: a former address of it further up is the duplicate.
        listed = sorted(self._roster.outlets, key=lambda one: self._sites[one.address] not in self._by_site)
        found = [self._change(one, tuple(wrong.get(one.row, ()))) for one in listed]
        read = {one.row for one in self._roster.outlets}
        found += [
            RowChange(row, Change.REFUSED, problems=tuple(said)) for row, said in wrong.items() if row not in read
        ]
        return tuple(sorted(found, key=lambda change: change.row))

    def _change(self, listed: RosterOutlet, wrong: tuple[RosterProblem, ...]) -> RowChange:
        site = self._sites[listed.address]
        decided = self._by_key.get(self._decisions.get(site, "")) or self._moved_from(listed)
        old = self._by_site.get(site) or self._by_former.get(site) or decided
        if old is None:
            return self._new(listed, site, wrong)
        first = self._rows.setdefault(old.key, listed.row)
        if first != listed.row:
            return RowChange(listed.row, Change.REFUSED, listed, old.key, (), (*wrong, self._twice(listed, old)))
        fields = differences(listed, old, has_moved=old is decided and self._known_sites[old.key] != site)
        return RowChange(listed.row, Change.CHANGED if fields else Change.UNCHANGED, listed, old.key, fields, wrong)

    def _moved_from(self, listed: RosterOutlet) -> KnownOutlet | None:
        """The known outlet that the list itself says has moved here: its site is a former domain in the row."""
        sites = (Outlet(former).key for former in listed.former_domains)
        left = (self._by_site[site] for site in sites if site in self._by_site and site not in self._listed_sites)
        return next(left, None)

    def _new(self, listed: RosterOutlet, site: str, wrong: tuple[RosterProblem, ...]) -> RowChange:
        alike = None if site in self._decisions else self._alike(listed)
        if alike is None:
            return RowChange(listed.row, Change.CREATED, listed, problems=wrong)
        said = MOVED.filled(site=self._known_sites[alike.key])
        return RowChange(listed.row, Change.ASKED, listed, alike.key, problems=wrong, question=said)

    def _alike(self, listed: RosterOutlet) -> KnownOutlet | None:
        """A known outlet of the same name whose company is not plainly another."""
        for one in self._by_name.get(listed.name.casefold(), ()):
            if not one.company or not listed.company or is_same_company(one.company, listed.company):
                return one
        return None

    def _twice(self, listed: RosterOutlet, old: KnownOutlet) -> RosterProblem:
        column = next((one for one in self._roster.columns if one.field is Field.ADDRESS), Column(0, "", Field.ADDRESS))
        said = problems.DUPLICATE.filled(first=self._rows[old.key], second=listed.row, site=self._known_sites[old.key])
        return RosterProblem(
            listed.row, column.letters, column.heading, listed.address, said, is_left_out=True, field=Field.ADDRESS
        )
