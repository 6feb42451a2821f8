"""The journal takes deeds in and gives none back."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from serikat.foundation.journal.actions import record
from serikat.foundation.journal.models import AppendOnlyError, Entry
from serikat.foundation.journal.subjects import Actor, Subject

pytestmark = pytest.mark.django_db
OUTLET, OFFICER = Subject("members", "outlet", "7"), Actor("person", "3")


def test_a_deed_is_kept_with_who_what_and_why() -> None:
    record("members.outlet_added", about=OUTLET, by=OFFICER, reason="Rapat pleno", rows=3)
    [entry] = Entry.objects.about(OUTLET)
    assert (entry.actor, entry.reason, entry.details) == (OFFICER, "Rapat pleno", {"rows": 3})


def test_no_deed_can_be_changed_or_removed() -> None:
    entry = record("members.outlet_added", about=OUTLET, by=OFFICER)
    for change in (entry.save, entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(reason="x")):
        with pytest.raises(AppendOnlyError):
            change()


@pytest.mark.parametrize("sql", ["UPDATE journal_entry SET reason = 'x'", "DELETE FROM journal_entry"])
def test_the_database_itself_refuses(sql: str) -> None:
    record("members.outlet_added", about=OUTLET, by=OFFICER)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
