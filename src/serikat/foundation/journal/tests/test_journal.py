"""The journal takes deeds in and gives none back."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from serikat.engines.proof.commitments import commitment
from serikat.foundation.journal.actions import REASON, record
from serikat.foundation.journal.models import AppendOnlyError, Entry, Reason
from serikat.foundation.journal.subjects import Actor, Subject

pytestmark = pytest.mark.django_db
OUTLET, OFFICER = Subject("members", "outlet", "7"), Actor("person", "3")


def test_a_deed_is_kept_with_who_what_and_why() -> None:
    record("members.outlet_added", about=OUTLET, by=OFFICER, reason="Rapat pleno", rows=3)
    [entry] = Entry.objects.about(OUTLET)
    assert (entry.actor, entry.reason, entry.details) == (OFFICER, "Rapat pleno", {"rows": 3})


def test_no_deed_can_be_changed_or_removed() -> None:
    entry = record("members.outlet_added", about=OUTLET, by=OFFICER)
    for change in (entry.save, entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(deed="x")):
        with pytest.raises(AppendOnlyError):
            change()


def test_a_reason_can_be_erased_and_the_entry_only_commits_to_it() -> None:
    entry = record("members.outlet_removed", about=OUTLET, by=OFFICER, reason="Rani Fiktif meninggal")
    kept = Reason.objects.get(entry=entry)
    assert "Rani" not in str(Entry.objects.values().get())
    assert commitment(REASON, kept.text, bytes.fromhex(kept.salt)) == entry.reason_commitment
    kept.delete()
    [entry] = Entry.objects.about(OUTLET)
    assert (entry.reason, len(entry.reason_commitment)) == ("", 64)


@pytest.mark.parametrize("sql", ["UPDATE journal_entry SET deed = 'x'", "DELETE FROM journal_entry"])
def test_the_database_itself_refuses(sql: str) -> None:
    record("members.outlet_added", about=OUTLET, by=OFFICER)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
