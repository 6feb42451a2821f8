"""Telephone numbers as Indonesians write them (0812-…, 62812…, +62 812 …), in the one form in which they are kept."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from serikat.web.language import said_later

_E164 = re.compile(r"\+[1-9]\d{7,14}")


def international(written: str) -> str:
    """`+62812…`; empty stays empty. Raises ValidationError where it is no number that could be dialled."""
    digits = re.sub(r"[\s().\-]", "", written)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+62{digits[1:]}"
    elif digits.startswith("62"):
        digits = f"+{digits}"
    elif digits.startswith("8"):
        digits = f"+62{digits}"
    if digits and not _E164.fullmatch(digits):
        raise ValidationError(
            said_later("Tulis nomor seperti 0812 3456 7890.", "Write a number such as 0812 3456 7890."), code="phone"
        )
    return digits
