"""Writes into the journal."""

from __future__ import annotations

from typing import Any

from serikat.foundation.journal.models import Entry
from serikat.foundation.journal.subjects import Actor, Subject


def record(deed: str, *, about: Subject, by: Actor, reason: str = "", **details: Any) -> Entry:
    """One deed, in the transaction of the change itself; `deed` is `room.what_was_done`, `details` nothing personal."""
    return Entry.objects.create(
        deed=deed,
        actor_kind=by.kind,
        actor_id=by.id,
        subject_room=about.room,
        subject_kind=about.kind,
        subject_id=about.id,
        reason=reason,
        details=details,
    )
