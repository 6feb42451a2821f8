"""trust.txt (JournalList): what an organisation says of those it belongs to, controls and works with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.text_files import host_in

NAMES = frozenset(
    """member belongto control controlledby vendor customer social contact disclosure datatrainingallowed""".split()
)
# What the other side's file must say for a statement to be confirmed.
RECIPROCAL = {
    "member": "belongto",
    "belongto": "member",
    "control": "controlledby",
    "controlledby": "control",
    "vendor": "customer",
    "customer": "vendor",
}
TRAINING = "datatrainingallowed"
_ADDRESSES = frozenset(RECIPROCAL) | {"social", "disclosure"}
_MOST_LINES, _LONGEST_LINE = 20_000, 2000


class Fault(StrEnum):
    """What is wrong with a line of the file."""

    NO_NAME = "no_name"
    NO_VALUE = "no_value"
    UNKNOWN_NAME = "unknown_name"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_YES_OR_NO = "not_yes_or_no"
    SAID_TWICE = "said_twice"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class TrustEntry:
    """One `name=value` line: the name in small letters, the value without its comment, the line as counted from 1."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """A line that is not as the specification has it, as written."""

    line: int
    text: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class TrustTxt:
    """A file as read: every entry that has a name and a value, known or not, and every fault."""

    entries: tuple[TrustEntry, ...]
    faults: tuple[FaultyLine, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """The values given for a name, in file order."""
        return tuple(entry.value for entry in self.entries if entry.name == name)

    @property
    def relations(self) -> tuple[TrustEntry, ...]:
        """The entries that another organisation's file should confirm."""
        return tuple(entry for entry in self.entries if entry.name in RECIPROCAL)

    @property
    def training_allowed(self) -> bool | None:
        """Whether texts may train models; None where the file does not say it, or not once and clearly."""
        said = [value.lower() for value in self.values(TRAINING)]
        return said[0] == "yes" if len(said) == 1 and said[0] in ("yes", "no") else None


def read_trust_txt(text: str) -> TrustTxt:
    """The file's lines; never raises. Lines beyond 20,000 are left unread, and what follows `#` is a comment."""
    entries: list[TrustEntry] = []
    faults: list[FaultyLine] = []
    for number, line in enumerate(text.splitlines()[:_MOST_LINES], start=1):
        stated = line[:_LONGEST_LINE].partition("#")[0].strip()
        if len(line) > _LONGEST_LINE and stated:
            faults.append(FaultyLine(number, stated, Fault.TOO_LONG))
            continue
        if not stated:
            continue
        name, sign, value = (part.strip() for part in stated.partition("="))
        entry = TrustEntry(name.lower(), value, number)
        fault = Fault.NO_NAME if not sign or not name else _fault(entry, entries)
        if fault is not None:
            faults.append(FaultyLine(number, stated, fault))
        if name and value:
            entries.append(entry)
    return TrustTxt(tuple(entries), tuple(faults))


def _fault(entry: TrustEntry, before: list[TrustEntry]) -> Fault | None:
    if not entry.value:
        return Fault.NO_VALUE
    if entry.name not in NAMES:
        return Fault.UNKNOWN_NAME
    if entry.name in _ADDRESSES and not _is_address(entry.value):
        return Fault.NOT_AN_ADDRESS
    if entry.name != TRAINING:
        return None
    if any(other.name == TRAINING for other in before):
        return Fault.SAID_TWICE
    return None if entry.value.lower() in ("yes", "no") else Fault.NOT_YES_OR_NO


def _is_address(value: str) -> bool:
    try:
        scheme = urlsplit(value).scheme
    except ValueError:
        return False
    return scheme in ("http", "https") and "." in host_in(value) and not any(letter.isspace() for letter in value)
