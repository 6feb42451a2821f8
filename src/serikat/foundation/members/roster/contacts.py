"""Telephone numbers and e-mail addresses in one cell of a list, as people type them and as Excel spoils them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from serikat.foundation.members.roster.blanks import gives_nothing, seen_of

_MOST_IN_A_CELL = 10
_LONGEST = 400

_SCIENTIFIC = re.compile(r"(\d+)(?:[.,](\d+))?e\+?(\d{1,2})", re.IGNORECASE)
_DECIMAL_TAIL = re.compile(r"(?<=\d{7})[.,]0+$")
_BETWEEN = re.compile(r"\s*(?:[/;,|\n&]|\bdan\b|\batau\b|\bor\b|\s{3,})\s*", re.IGNORECASE)
_LETTERED_ZERO = re.compile(r"\b[oO](?=8\d)")
_NUMBER = re.compile(r"(?:\+|\b)[\d(][\d\s().\-–—]{5,}\d")
_EXTENSION = re.compile(r"\b(?:ext|pes|pesawat)\b.*", re.IGNORECASE)
_MOBILE = re.compile(r"8[1-9]\d{7,10}")
_LANDLINE = re.compile(r"(?:2[1-9]|[3-79]\d)\d{6,9}")
_FOREIGN = re.compile(r"[1-9]\d{7,14}")
_EMAIL = re.compile(r"[\w.+%'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}", re.IGNORECASE)
_EMAIL_BETWEEN = re.compile(r"[\s,;/|<>()\[\]]+")
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\s@\s?|\s?@\s)\s*", re.IGNORECASE)


class ContactFault(StrEnum):
    """What keeps a cell from giving a number or an address."""

    ROUNDED = "rounded"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_NUMBER = "no_number"
    NO_EMAIL = "no_email"


@dataclass(frozen=True, slots=True)
class Contacts:
    """What a cell holds: numbers as `+62812…` or addresses in small letters, and what could not be read of it."""

    found: tuple[str, ...] = ()
    fault: ContactFault | None = None


def read_phones(cell: str) -> Contacts:
    """The telephone numbers in a cell, in international form; those without a country are read as Indonesian."""
    typed = seen_of(cell, _LONGEST).lstrip("'")
    if gives_nothing(typed):
        return Contacts()
    if scientific := _SCIENTIFIC.fullmatch(typed.replace(" ", "")):
        whole = _whole(scientific)
        if whole is None:
            return Contacts(fault=ContactFault.ROUNDED)
        typed = whole
    typed = _LETTERED_ZERO.sub("0", _DECIMAL_TAIL.sub("", typed))
    read = [one for part in _BETWEEN.split(typed) for one in _numbers(_EXTENSION.sub("", part))]
    found = tuple(dict.fromkeys(one for one in read if not isinstance(one, ContactFault)))
    fault = next((one for one in read if isinstance(one, ContactFault)), None)
    if not found and fault is None:
        fault = ContactFault.NO_NUMBER
    return Contacts(found[:_MOST_IN_A_CELL], fault)


def _whole(scientific: re.Match[str]) -> str | None:
    """The number that Excel shows as `8.12E+10`, where it kept every digit."""
    whole, rest, power = scientific[1], scientific[2] or "", int(scientific[3])
    if len(whole) != 1 or power > 15 or len(rest) < power - 2:
        return None
    try:
        return str(int(Decimal(f"{whole}.{rest or 0}E{power}")))
    except InvalidOperation:
        return None


def _numbers(part: str) -> list[str | ContactFault]:
    found: list[str | ContactFault] = []
    for one in _NUMBER.findall(part):
        digits = re.sub(r"\D", "", one)
        together = _international(digits, has_plus=one.startswith("+"))
        # `0812 3456 7890 0813 1111 2222`: two numbers with nothing but spaces between them.
        apart = _apart(one) if together is ContactFault.TOO_LONG else []
        found += apart or [together]
    if not found and re.search(r"\d", part):
        found.append(ContactFault.TOO_SHORT)
    return found


def _apart(words: str) -> list[str | ContactFault]:
    for gap in re.finditer(r"\s+(?=\(?(?:\+?62|0)\d)", words):
        read = [_international(re.sub(r"\D", "", piece)) for piece in (words[: gap.start()], words[gap.end() :])]
        if not any(isinstance(one, ContactFault) for one in read):
            return read
    return []


def _international(digits: str, *, has_plus: bool = False) -> str | ContactFault:
    if digits.startswith("00") and not has_plus:
        digits, has_plus = digits[2:], True
    if digits.startswith("62") and (has_plus or len(digits) > 9):
        national = digits[2:].removeprefix("0")
    elif has_plus:
        return f"+{digits}" if _FOREIGN.fullmatch(digits) else ContactFault.NO_NUMBER
    elif digits.startswith(("0", "8")):
        national = digits.removeprefix("0")
    else:
        return ContactFault.NO_NUMBER if len(digits) >= 9 else ContactFault.TOO_SHORT
    if _MOBILE.fullmatch(national) or _LANDLINE.fullmatch(national):
        return f"+62{national}"
    if len(national) > 12:
        return ContactFault.TOO_LONG
    return ContactFault.TOO_SHORT if len(national) < 9 else ContactFault.NO_NUMBER


def read_emails(cell: str) -> Contacts:
    """The e-mail addresses in a cell."""
    typed = seen_of(cell, _LONGEST)
    if gives_nothing(typed):
        return Contacts()
    words = _EMAIL_BETWEEN.split(_AT.sub("@", typed))
    bare = [word.removeprefix("mailto:").strip(".:'\"") for word in words]
    found = tuple(dict.fromkeys(word.lower() for word in bare if _EMAIL.fullmatch(word)))
    is_broken = not found or any("@" in word and not _EMAIL.fullmatch(word) for word in bare)
    return Contacts(found[:_MOST_IN_A_CELL], ContactFault.NO_EMAIL if is_broken else None)
