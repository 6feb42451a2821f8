"""Writes into the journal."""

from __future__ import annotations

import os
from typing import Any

from django.db import transaction

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


@transaction.atomic
def erase_reason(*, entry: Entry, by: Actor, reason: str) -> bool:
    """Why a deed was done is forgotten, with the salt that could prove it; False where it was forgotten before.

    The entry and its commitment stay, of which nobody can tell any more what it was to.
    """
    gone, _ = Reason.objects.filter(entry=entry).delete()
    if gone:
        record("journal.reason_erased", about=entry.subject, by=by, reason=reason, entry=entry.number)
    return bool(gone)
