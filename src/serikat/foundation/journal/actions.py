"""Writes into the journal."""

from __future__ import annotations

import os
from typing import Any

from serikat.engines.proof.commitments import SALT_LENGTH, commitment
from serikat.foundation.journal.models import Entry, Reason
from serikat.foundation.journal.subjects import Actor, Subject

# What a commitment is to, beside the words themselves.
REASON = "reason"


def record(deed: str, *, about: Subject, by: Actor, reason: str = "", **details: Any) -> Entry:
    """One deed, in the transaction of the change itself; `deed` is `room.what_was_done`, `details` nothing personal."""
    salt = os.urandom(SALT_LENGTH)
    entry = Entry.objects.create(
        deed=deed,
        actor_kind=by.kind,
        actor_id=by.id,
        subject_room=about.room,
        subject_kind=about.kind,
        subject_id=about.id,
        reason_commitment=commitment(REASON, reason, salt) if reason else "",
        details=details,
    )
    if reason:
        Reason.objects.create(entry=entry, salt=salt.hex(), text=reason)
    return entry
