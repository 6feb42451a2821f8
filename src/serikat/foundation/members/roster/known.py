"""Outlets that are kept already, in the terms of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from serikat.foundation.members.roster.listed_status import ListedStatus


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet as it is kept already, in the terms of a list; `key` is whatever the keeper knows it by.

    `former_addresses` are those that it had before. All else is as in a RosterOutlet, empty where not known.
    """

    key: str
    address: str
    name: str = ""
    company: str = ""
    province_code: str = ""
    regency_code: str = ""
    responsible_person: str = ""
    editor_in_chief: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    member_number: str = ""
    joined: date | None = None
    status: ListedStatus | None = None
    certificate: str = ""
    notes: str = ""
    former_addresses: tuple[str, ...] = ()
