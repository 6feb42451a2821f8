"""What a list says: its outlets row by row, what is wrong in which cell, and where in the file all that stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.listed_status import ListedStatus

# Marks that nobody sees, and that turn the direction of what is read.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class RosterOutlet:
    """One outlet of a list, by the row in which it stands (1 is the first row of the sheet).

    `address` is an http or https URL, and so is each of `former_domains`. All else is empty where the list does not
    say, or says it so that it cannot be read: `province_code` is `36`, `regency_code` `36.73`, `phones` are
    `+62812…`. `cells` are the cells of columns that no field is known for, with their headings.
    """

    row: int
    address: str
    name: str
    company: str = ""
    province_code: str = ""
    province: str = ""
    regency_code: str = ""
    regency: str = ""
    responsible_person: str = ""
    editor_in_chief: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    member_number: str = ""
    joined: date | None = None
    status: ListedStatus | None = None
    certificate: str = ""
    notes: str = ""
    former_domains: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What makes two spellings of an address one outlet."""
        return Outlet(self.address).key


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """What is wrong in one cell, and what to do; `is_left_out` says that because of it no outlet came of the row."""

    row: int
    column: str
    heading: str
    value: str
    words: Words
    is_left_out: bool
    field: Field | None = None

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: `C12`."""
        return f"{self.column}{self.row}"


@dataclass(frozen=True, slots=True)
class Roster:
    """A list as it was read: the outlets in the order of the rows, the problems, and where all that stood.

    `header_row` is the last row of headings, 0 where the list has none; `sheet` is empty for a CSV. `hidden_rows` are
    those among the outlets' rows that the sheet hides: they are read like the others.
    """

    outlets: tuple[RosterOutlet, ...]
    problems: tuple[RosterProblem, ...]
    columns: tuple[Column, ...]
    sheet: str
    header_row: int
    hidden_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A sheet as it is proposed to be read, for a person to correct; `is_likeliest` marks the one read unasked."""

    name: str
    is_visible: bool
    header_row: int
    columns: tuple[Column, ...]
    is_likeliest: bool


def tidy(text: str) -> str:
    """Words as they are kept: one space between them, accents composed, nothing invisible."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
