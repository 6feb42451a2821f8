"""Sets cells aside that are longer than what is kept of their field, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import Roster, RosterOutlet, RosterProblem

TOO_LONG = Words(
    "Isi sel ini {length} huruf; paling banyak {most}. Sel ini belum dipakai, persingkat dulu.",
    "This cell has {length} characters; at most {most} are kept. It is not used yet; shorten it first.",
)
_QUOTED = 80
_NOTES = 2000
_LONGEST_EMAIL = 254


# As long as the columns of the models are.
_LONGEST = {
    Field.NAME: ("name", 160),
    Field.ADDRESS: ("address", 300),
    Field.COMPANY: ("company", 200),
    Field.RESPONSIBLE_PERSON: ("responsible_person", 160),
    Field.EDITOR_IN_CHIEF: ("editor_in_chief", 160),
    Field.MEMBER_NUMBER: ("member_number", 60),
    Field.CERTIFICATE: ("certificate", 80),
    Field.NOTES: ("notes", _NOTES),
}


def fitted(roster: Roster) -> Roster:
    """The list without what is too long to keep; an outlet whose address is, is left out."""
    wrong = list(roster.problems)
    outlets = tuple(kept for one in roster.outlets if (kept := _fitted(one, roster, wrong)) is not None)
    return replace(roster, outlets=outlets, problems=tuple(wrong))


def _fitted(one: RosterOutlet, roster: Roster, wrong: list[RosterProblem]) -> RosterOutlet | None:
    emptied: dict[str, Any] = {}
    for field, (attribute, most) in _LONGEST.items():
        value = getattr(one, attribute)
        if len(value) > most:
            said = TOO_LONG.filled(length=len(value), most=most)
            wrong.append(_problem(one.row, roster, field, value, said))
            emptied[attribute] = ""
    if "address" in emptied:
        return None
    emails = tuple(each for each in one.emails if len(each) <= _LONGEST_EMAIL)
    if emails != one.emails:
        said = TOO_LONG.filled(length=max(map(len, one.emails)), most=_LONGEST_EMAIL)
        wrong.append(_problem(one.row, roster, Field.EMAIL, ", ".join(one.emails), said))
        one = replace(one, emails=emails)
    return replace(one, **emptied) if emptied else one


def _problem(row: int, roster: Roster, field: Field, value: str, said: Words) -> RosterProblem:
    column = next((each for each in roster.columns if each.field is field), None)
    letters, heading = (column.letters, column.heading) if column else ("", "")
    return RosterProblem(row, letters, heading, value[:_QUOTED], said, is_left_out=field is Field.ADDRESS, field=field)
