"""What people may still do with the journal: have a reason forgotten that names somebody."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.journal import actions as journal
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.access import can_erase_reason
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_GONE = Words("Alasan ini sudah dihapus.", "This reason is erased already.")


def erase_reason(*, entry: Entry, reason: str, by: Person) -> None:
    """Why a deed was done is erased for good; the deed stays. Raises RefusedError."""
    require(can_erase_reason(by))
    if not journal.erase_reason(entry=entry, by=by.actor, reason=reason):
        raise RefusedError(Refused(_GONE))
