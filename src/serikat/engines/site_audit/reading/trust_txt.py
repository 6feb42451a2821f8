"""trust.txt (JournalList): what an organisation says of those it belongs to, controls and works with."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.text_files import Fault, FaultyLine, Statement, host_in, numbered_lines

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


@dataclass(frozen=True, slots=True)
class TrustTxt:
    """A file as read: every entry that has a name and a value, known or not, and every fault."""

    entries: tuple[Statement, ...]
    faults: tuple[FaultyLine, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """The values given for a name, in file order."""
        return tuple(entry.value for entry in self.entries if entry.name == name)

    @property
    def relations(self) -> tuple[Statement, ...]:
        """The entries that another organisation's file should confirm."""
        return tuple(entry for entry in self.entries if entry.name in RECIPROCAL)

    @property
    def training_allowed(self) -> bool | None:
        """Whether texts may train models; None where the file does not say it, or not once and clearly."""
        said = [value.lower() for value in self.values(TRAINING)]
        return said[0] == "yes" if len(said) == 1 and said[0] in ("yes", "no") else None


def read_trust_txt(text: str) -> TrustTxt:
    """The file's lines; never raises. Lines beyond 20,000 are left unread, and what follows `#` is a comment."""
    entries: list[Statement] = []
    faults: list[FaultyLine] = []
    for number, stated, is_too_long in numbered_lines(text):
        if is_too_long:
            faults.append(FaultyLine(number, stated, Fault.TOO_LONG))
            continue
        name, sign, value = (part.strip() for part in stated.partition("="))
        entry = Statement(name.lower(), value, number)
        fault = Fault.NO_NAME if not sign or not name else _fault(entry, entries)
        if fault is not None:
            faults.append(FaultyLine(number, stated, fault))
        if name and value:
            entries.append(entry)
    return TrustTxt(tuple(entries), tuple(faults))


def _fault(entry: Statement, before: list[Statement]) -> Fault | None:
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
