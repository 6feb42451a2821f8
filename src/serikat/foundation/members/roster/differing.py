"""In which fields an outlet of a list differs from the one that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.roster.companies import adds_nothing
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed import RosterOutlet, tidy
from serikat.foundation.members.roster.listed_status import STATUS_WORDS, ListedStatus
from serikat.foundation.members.roster.places import region_coded

_ORDER = tuple(Field)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a known outlet that the list says otherwise, both as people read them; `before` may be empty."""

    field: Field
    before: str
    after: str


def differences(listed: RosterOutlet, old: KnownOutlet, *, has_moved: bool = False) -> tuple[FieldChange, ...]:
    """The fields that the list says otherwise, in the order of Field; an empty cell says nothing.

    The address counts where `has_moved` says that the outlet lives at another one now; another spelling of the same
    site, or a former address, is no difference.
    """
    found = [FieldChange(Field.ADDRESS, old.address, listed.address)] if has_moved else []
    found += [
        FieldChange(field, tidy(before), after)
        for field, before, after in _texts(listed, old)
        if after and after != tidy(before)
    ]
    if listed.company and not adds_nothing(listed.company, tidy(old.company)):
        found.append(FieldChange(Field.COMPANY, tidy(old.company), listed.company))
    for field, had, has in ((Field.PHONE, old.phones, listed.phones), (Field.EMAIL, old.emails, listed.emails)):
        if has and {one.casefold() for one in has} != {one.casefold() for one in had}:
            found.append(FieldChange(field, ", ".join(had), ", ".join(has)))
    if listed.joined and listed.joined != old.joined:
        found.append(FieldChange(Field.JOINED, _said_day(old.joined), _said_day(listed.joined)))
    if listed.status and listed.status != old.status:
        found.append(FieldChange(Field.STATUS, _said_status(old.status), _said_status(listed.status)))
    if former := unknown_former(listed, old):
        told = (*old.former_addresses, *former)
        found.append(FieldChange(Field.FORMER_DOMAINS, ", ".join(old.former_addresses), ", ".join(told)))
    found += _places(listed, old)
    return tuple(sorted(found, key=lambda change: _ORDER.index(change.field)))


def unknown_former(listed: RosterOutlet, old: KnownOutlet) -> list[str]:
    """The former domains that only the list knows; where the outlet lives, and where it is kept, are none."""
    known = {listed.key, *(Outlet(each).key for each in (old.address, *old.former_addresses))}
    found: dict[str, str] = {}
    for address in listed.former_domains:
        key = Outlet(address).key
        if key not in known:
            found.setdefault(key, address)
    return list(found.values())


def _texts(listed: RosterOutlet, old: KnownOutlet) -> tuple[tuple[Field, str, str], ...]:
    return (
        (Field.MEMBER_NUMBER, old.member_number, listed.member_number),
        (Field.NAME, old.name, listed.name),
        (Field.RESPONSIBLE_PERSON, old.responsible_person, listed.responsible_person),
        (Field.EDITOR_IN_CHIEF, old.editor_in_chief, listed.editor_in_chief),
        (Field.CERTIFICATE, old.certificate, listed.certificate),
        (Field.NOTES, old.notes, listed.notes),
    )


def _places(listed: RosterOutlet, old: KnownOutlet) -> list[FieldChange]:
    had = old.province_code or old.regency_code.partition(".")[0]
    has_moved_province = bool(listed.province_code) and listed.province_code != had
    found = [FieldChange(Field.PROVINCE, _name(had), listed.province)] if has_moved_province else []
    if listed.regency_code and listed.regency_code != old.regency_code:
        found.append(FieldChange(Field.REGENCY, _name(old.regency_code), listed.regency))
    elif has_moved_province and old.regency_code and not listed.regency_code:
        # A regency of the province that it left.
        found.append(FieldChange(Field.REGENCY, _name(old.regency_code), ""))
    return found


def _name(code: str) -> str:
    region = region_coded(code)
    return region.name if region else code


def _said_day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _said_status(status: ListedStatus | None) -> str:
    return STATUS_WORDS[status].id if status else ""
