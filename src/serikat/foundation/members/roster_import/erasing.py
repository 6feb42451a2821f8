"""Uploaded lists hold personal data: after a time their content goes, and what was done with them stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members.models import ImportedRow, RosterImport, RowOutcome

_AT_ONCE = 500


def erase_old_lists(*, now: datetime) -> int:
    """Erase the lists that are older than SERIKAT_KEEP_LISTS days; says how many there were.

    The file goes, and what its rows remember of members for undoing them. Counts and the journal stay.
    """
    before = now - timedelta(days=settings.LISTS_KEPT_DAYS)
    old = RosterImport.objects.filter(erased_at=None, uploaded_at__lt=before)
    due = list(old.filter(Q(confirmed_at=None) | Q(confirmed_at__lt=before)).order_by("uploaded_at")[:_AT_ONCE])
    for roster_import in due:
        _erase(roster_import, now)
    return len(due)


@transaction.atomic
def _erase(roster_import: RosterImport, now: datetime) -> None:
    if not RosterImport.objects.filter(pk=roster_import.pk, erased_at=None).update(erased_at=now, decisions={}):
        return
    rows = ImportedRow.objects.filter(roster_import=roster_import)
    rows.update(before={}, after={})
    # Of a row that was not used, what stood in the cell of the address may be anything.
    rows.filter(outcome=RowOutcome.REFUSED).update(address="")
    record("members.roster_erased", about=roster_import.subject, by=Actor("system", "schedule"))
    kept = roster_import.file
    transaction.on_commit(lambda: kept.storage.delete(kept.name or ""))
