"""Takes back what a list did, but for what was changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.kept_fields import COLUMNS, Kept, first_memberships, kept_of, put
from serikat.foundation.members.models import (
    Control,
    CouncilStatus,
    FormerDomain,
    ImportedRow,
    MemberOutlet,
    Representative,
    RosterImport,
    RowOutcome,
    Standing,
)
from serikat.foundation.members.roster_import.saving import BACK, source_of

_A_BATCH = 200
# What keeps a new outlet on the list besides its fields: a standing, a representative or a proof of control.
USED = "used"


@dataclass(frozen=True, slots=True)
class Undo:
    """One row, and the fields because of which it stays as it is; empty where it can be undone."""

    row: ImportedRow
    kept_fields: tuple[str, ...]


def undo_of(roster_import: RosterImport) -> list[Undo]:
    """What undoing would do to each row that the list created or changed."""
    did = (RowOutcome.CREATED, RowOutcome.CHANGED)
    rows = list(roster_import.rows.filter(outcome__in=did).select_related("outlet__chapter").order_by("row", "pk"))
    kept = kept_of([row.outlet for row in rows if row.outlet])
    taken, touched = _taken(rows), _touched(rows, source_of(roster_import))
    return [Undo(row, _kept_fields(row, kept, taken, touched)) for row in rows]


def _touched(rows: Sequence[ImportedRow], source: str) -> set[int]:
    """The outlets that the list made, and for which more was written down since."""
    made = [row.outlet_id for row in rows if row.outlet_id and row.outcome == RowOutcome.CREATED and not row.before]
    found: set[int] = set()
    for at in range(0, len(made), 500):
        part = made[at : at + 500]
        found |= set(
            Standing.objects.filter(outlet__in=part).exclude(source=source).values_list("outlet_id", flat=True)
        )
        found |= set(Representative.objects.filter(outlet__in=part).values_list("outlet_id", flat=True))
        found |= set(Control.objects.filter(outlet__in=part).values_list("outlet_id", flat=True))
    return found


def _taken(rows: Sequence[ImportedRow]) -> set[str]:
    """The former sites that another outlet has meanwhile."""
    keys = [Outlet(row.before["address"]).key for row in rows if row.before.get("address")]
    mine = {row.outlet_id for row in rows if row.outlet_id and row.before.get("address")}
    found: set[str] = set()
    for at in range(0, len(keys), 500):
        others = MemberOutlet.objects.filter(key__in=keys[at : at + 500]).exclude(pk__in=mine)
        found |= set(others.values_list("key", flat=True))
    return found


def _kept_fields(row: ImportedRow, kept: dict[int, Kept], taken: set[str], touched: set[int]) -> tuple[str, ...]:
    if row.outlet is None:
        return ("outlet",)
    if row.outlet.removed_at is not None:
        return (BACK,)
    now = kept[row.outlet.pk]
    changed = [name for name, value in row.after.items() if now.get(name) != value]
    former = row.before.get("address")
    if former and "address" not in changed and Outlet(former).key in taken:
        changed.append("address")
    if row.outlet.pk in touched:
        changed.append(USED)
    return tuple(changed)


def take_back(roster_import: RosterImport, undos: Sequence[Undo]) -> None:
    """Write the fields as they were, and take off the list what came onto it; the caller holds the transaction."""
    free = [undo.row for undo in undos if not undo.kept_fields]
    outlets = [row.outlet for row in free if row.outlet]
    source = source_of(roster_import)
    _take_back_dated_rows(free, outlets, source)
    for row in free:
        if row.outlet:
            put(row.outlet, row.before)
            row.outlet.removed_at = _removed_at(row)
    MemberOutlet.objects.bulk_update(outlets, [*COLUMNS, BACK], batch_size=_A_BATCH)
    stay = [undo for undo in undos if undo.kept_fields]
    for undo in stay:
        undo.row.kept_fields = list(undo.kept_fields)
    ImportedRow.objects.bulk_update([undo.row for undo in stay], ["kept_fields"], batch_size=_A_BATCH)


def _removed_at(row: ImportedRow) -> datetime | None:
    if row.outcome != RowOutcome.CREATED:
        return None
    was = row.before.get(BACK)
    return datetime.fromisoformat(was) if was else timezone.now()


def _take_back_dated_rows(rows: Sequence[ImportedRow], outlets: Sequence[MemberOutlet], source: str) -> None:
    """What this list wrote of them goes; a first day of membership that it corrected comes back."""
    memberships = first_memberships(outlets)
    moved: list[Standing] = []
    for row in rows:
        membership = memberships.get(row.outlet_id or 0)
        if membership is not None and membership.source != source and "joined" in row.before:
            was: Any = row.before["joined"]
            membership.since = date.fromisoformat(was) if was else None
            moved.append(membership)
    Standing.objects.bulk_update(moved, ["since"], batch_size=_A_BATCH)
    ids = [one.pk for one in outlets]
    for at in range(0, len(ids), 500):
        part = ids[at : at + 500]
        Standing.objects.filter(outlet__in=part, source=source).delete()
        CouncilStatus.objects.filter(outlet__in=part, source=source).delete()
        FormerDomain.objects.filter(outlet__in=part, source=source).delete()
