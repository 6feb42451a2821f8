"""Writes what a preview says: new outlets, changed fields, dated rows, and what is needed to undo it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.company_names import companies_named
from serikat.foundation.members.kept_fields import COLUMNS, KEPT_AS, Kept, first_memberships, kept_of, put
from serikat.foundation.members.models import (
    Company,
    CouncilStatus,
    FormerDomain,
    ImportedRow,
    MemberOutlet,
    RosterImport,
    Standing,
    StandingKind,
)
from serikat.foundation.members.roster.comparing import Change
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import RosterOutlet, tidy
from serikat.foundation.members.roster_import.previewing import PlannedRow, Preview

_A_BATCH = 200
_MOST_OTHER_CELLS = 40
_LONGEST_OTHER_CELL = 300
# The memory of an outlet that an import brought back onto the list.
BACK = "removed_at"


@dataclass(slots=True)
class _Rows:
    """What is to be written, in bulk, once all of it is known."""

    new: list[MemberOutlet] = field(default_factory=list)
    changed: list[MemberOutlet] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    moved_standings: list[Standing] = field(default_factory=list)
    statuses: list[CouncilStatus] = field(default_factory=list)
    former: list[FormerDomain] = field(default_factory=list)
    imported: list[ImportedRow] = field(default_factory=list)


def save(roster_import: RosterImport, preview: Preview) -> None:
    """Write everything; the caller holds the transaction."""
    _Saving(roster_import, preview).save()


class _Saving:
    """One list being written."""

    def __init__(self, roster_import: RosterImport, preview: Preview) -> None:
        self._import = roster_import
        self._rows = _Rows()
        self._preview = preview
        self._today = timezone.localdate()
        # By this an undo finds the rows of this very list again.
        self._source = source_of(roster_import)
        used = [row for row in preview.rows if row.outcome in (Change.CREATED, Change.CHANGED)]
        self._companies = companies_named(row.change.listed.company for row in used if row.change.listed)
        known = [row.change.known for row in used if row.outcome is Change.CHANGED]
        self._outlets = _by_public_id(known)
        old = [*self._outlets.values(), *(row.back for row in used if row.back)]
        self._kept = kept_of(old)
        self._memberships = first_memberships(old)
        self._former = _former_keys(old)

    def save(self) -> None:
        """Row after row into lists, the lists into the tables."""
        for row in self._preview.rows:
            if row.outcome is Change.CREATED and row.change.listed:
                self._create(row, row.change.listed)
            elif row.outcome is Change.CHANGED and row.change.listed:
                self._change(row, row.change.listed)
            elif row.outcome is Change.REFUSED or row.change.problems:
                self._note(row, None)
        rows = self._rows
        MemberOutlet.objects.bulk_create(rows.new, batch_size=_A_BATCH)
        MemberOutlet.objects.bulk_update(rows.changed, [*COLUMNS, BACK], batch_size=_A_BATCH)
        Standing.objects.bulk_create(rows.standings, batch_size=_A_BATCH)
        Standing.objects.bulk_update(rows.moved_standings, ["since"], batch_size=_A_BATCH)
        CouncilStatus.objects.bulk_create(rows.statuses, batch_size=_A_BATCH)
        FormerDomain.objects.bulk_create(rows.former, batch_size=_A_BATCH)
        ImportedRow.objects.bulk_create(rows.imported, batch_size=_A_BATCH)

    def _create(self, row: PlannedRow, listed: RosterOutlet) -> None:
        values = self._values(listed, KEPT_AS) | {"chapter": row.chapter}
        outlet = row.back or MemberOutlet()
        before: Kept = {}
        if row.back:
            values = {name: value for name, value in values.items() if value or name == "chapter"}
            kept = self._kept[outlet.pk]
            before = {name: kept[name] for name in values} | {BACK: _iso(outlet.removed_at)}
            outlet.removed_at = None
            self._rows.changed.append(outlet)
        else:
            cells = dict(listed.cells[:_MOST_OTHER_CELLS])
            shown = {tidy(head): tidy(cell)[:_LONGEST_OTHER_CELL] for head, cell in cells.items()}
            outlet.more = {"cells": shown} if shown else {}
            self._rows.new.append(outlet)
        put(outlet, values)
        self._note_former(outlet, listed.former_domains)
        self._date(outlet, values, is_new=True)
        self._note(row, outlet, before, values)

    def _change(self, row: PlannedRow, listed: RosterOutlet) -> None:
        outlet = self._outlets[row.change.known]
        values = self._values(listed, {each.field for each in row.change.fields})
        if row.chapter:
            values["chapter"] = row.chapter
        kept = self._kept[outlet.pk]
        if "address" in values:
            self._note_former(outlet, [outlet.address], until=self._today)
        put(outlet, values)
        self._note_former(outlet, listed.former_domains)
        self._rows.changed.append(outlet)
        self._date(outlet, values, is_new=False)
        self._note(row, outlet, {name: kept[name] for name in values}, values)

    def _values(self, listed: RosterOutlet, fields: Iterable[Field]) -> Kept:
        read: dict[Field, Callable[[], Any]] = {
            Field.COMPANY: lambda: self._company(listed.company),
            Field.PROVINCE: lambda: listed.regency_code or listed.province_code or None,
            Field.REGENCY: lambda: listed.regency_code or listed.province_code or None,
            Field.PHONE: lambda: list(listed.phones),
            Field.EMAIL: lambda: list(listed.emails),
            Field.JOINED: lambda: _iso(listed.joined),
            Field.STATUS: lambda: listed.status.value if listed.status else "",
        }
        kept = (each for each in fields if each in KEPT_AS)
        return {KEPT_AS[each]: read[each]() if each in read else getattr(listed, each.value) for each in kept}

    def _note_former(self, outlet: MemberOutlet, addresses: Iterable[str], until: date | None = None) -> None:
        """Former domains get a row each; where the list does not say until when, those that have none yet."""
        known = self._former.setdefault(outlet.public_id, set())
        for address in addresses:
            key = Outlet(address).key
            if until or key not in {*known, outlet.key}:
                known.add(key)
                self._rows.former.append(
                    FormerDomain(outlet=outlet, address=address, key=key, until=until, source=self._source)
                )

    def _company(self, written: str) -> int | None:
        company: Company | None = self._companies.get(tidy(written))
        return company.pk if company else None

    def _date(self, outlet: MemberOutlet, values: Kept, *, is_new: bool) -> None:
        """What is dated gets a row: the membership, and what the list says of the Press Council's register."""
        membership = self._memberships.get(outlet.pk) if outlet.pk else None
        joined = date.fromisoformat(values["joined"]) if values.get("joined") else None
        if membership is not None and joined:
            membership.since = joined
            self._rows.moved_standings.append(membership)
        elif membership is None and (is_new or joined):
            self._rows.standings.append(
                Standing(outlet=outlet, kind=StandingKind.MEMBER, since=joined, source=self._source)
            )
        if values.get("status") or values.get("certificate"):
            self._rows.statuses.append(
                CouncilStatus(
                    outlet=outlet,
                    status=values.get("status", ""),
                    certificate=values.get("certificate", ""),
                    observed_on=self._today,
                    source=self._source,
                )
            )

    def _note(
        self, row: PlannedRow, outlet: MemberOutlet | None, before: Kept | None = None, after: Kept | None = None
    ) -> None:
        change = row.change
        said = [{"cell": each.cell, "id": each.words.id, "en": each.words.en} for each in change.problems]
        self._rows.imported.append(
            ImportedRow(
                roster_import=self._import,
                row=change.row,
                outcome=change.change.value,
                outlet=outlet,
                before=before or {},
                after=after or {},
                address=change.listed.address if change.listed else tidy(row.name),
                problems=said,
            )
        )


def source_of(roster_import: RosterImport) -> str:
    """How dated rows name the list from which they came."""
    return f"{roster_import.file_name[:140]} ({str(roster_import.public_id)[:8]})"


def _by_public_id(keys: list[str]) -> dict[str, MemberOutlet]:
    found: dict[str, MemberOutlet] = {}
    for at in range(0, len(keys), 500):
        part = MemberOutlet.objects.filter(public_id__in=keys[at : at + 500])
        found |= {str(one.public_id): one for one in part}
    return found


def _former_keys(outlets: list[MemberOutlet]) -> dict[UUID, set[str]]:
    """By the outlets' public ids, the keys of the domains that each is known to have had."""
    found: dict[UUID, set[str]] = {}
    for at in range(0, len(outlets), 500):
        kept = FormerDomain.objects.filter(outlet__in=outlets[at : at + 500])
        for public_id, key in kept.values_list("outlet__public_id", "key"):
            found.setdefault(public_id, set()).add(key)
    return found


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
