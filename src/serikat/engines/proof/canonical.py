"""Canonical JSON (RFC 8785): the same value gives the same bytes on every machine, and in every language."""

from __future__ import annotations

import json
import math
import re
from json.encoder import encode_basestring
from typing import Any

# I-JSON (RFC 7493): beyond these a double, which is what other readers use, no longer tells neighbours apart.
LARGEST_INTEGER = 2**53 - 1
# ECMAScript writes 10^21 and more, and less than 10^-6, with an exponent.
_PLAIN_FROM, _PLAIN_BELOW = -6, 21
# The first byte, in UTF-8, of a code point beyond the first 65,536.
_BEYOND = re.compile(rb"[\xf0-\xf4]")


class NotCanonicalError(ValueError):
    """Bytes that are no canonical JSON; the message says why."""


def canonical_json(value: Any) -> bytes:
    """The value as UTF-8 JSON in the one form that RFC 8785 allows. Tuples count as lists.

    Raises ValueError for NaN, infinities, whole numbers that a double cannot hold and lone surrogates, TypeError for
    what JSON has no word for.
    """
    return _written(value).encode()


def read_canonical(content: bytes) -> Any:
    """The value that canonical bytes hold; raises NotCanonicalError for any other bytes, however small the difference.

    Numbers of 2^53 and more become floats, as every reader of I-JSON takes them.
    """
    odd: list[str] = []

    def fraction(digits: str) -> float:
        odd.append(digits)
        return float(digits)

    def integer(digits: str) -> int | float:
        if len(digits) < len(str(LARGEST_INTEGER)):
            return int(digits)
        odd.append(digits)
        # Longer ones overflow to infinity, which is refused when it is written again.
        return _narrowed(float(digits))

    try:
        value = json.loads(content.decode(), parse_int=integer, parse_float=fraction, parse_constant=_no_constant)
        # Without such numbers, and without keys beyond the first 65,536 code points, Python's own writer, which is
        # quicker, writes the same bytes.
        is_plain = not odd and not _BEYOND.search(content)
        again = _compact(value) if is_plain else canonical_json(value)
    except RecursionError as error:
        raise NotCanonicalError("nested too deeply") from error
    except ValueError as error:
        raise NotCanonicalError(str(error)) from error
    if again != content:
        at = next((place for place, pair in enumerate(zip(again, content, strict=False)) if pair[0] != pair[1]), None)
        raise NotCanonicalError(f"not in canonical form at byte {min(len(again), len(content)) if at is None else at}")
    return value


def _compact(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _narrowed(number: float) -> int | float:
    return int(number) if abs(number) <= LARGEST_INTEGER else number


def _no_constant(name: str) -> Any:
    raise NotCanonicalError(f"{name} is no number in JSON")


def _written(value: Any) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise ValueError(f"{value} is too large for a JSON number; write it as a text")
        return int.__repr__(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dict):
        keys = sorted(value) if all(map(_is_ascii_text, value)) else sorted(value, key=_utf16)
        return "{" + ",".join([f"{encode_basestring(key)}:{_written(value[key])}" for key in keys]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_written(each) for each in value]) + "]"
    raise TypeError(f"JSON has no word for {type(value).__name__}")


def _is_ascii_text(key: object) -> bool:
    return isinstance(key, str) and key.isascii()


def _utf16(key: object) -> bytes:
    """What RFC 8785 sorts keys by; it differs from the order of code points beyond the first 65,536."""
    if not isinstance(key, str):
        raise TypeError(f"the key {key!r} must be a text")
    return key.encode("utf-16-be")


def _number(value: float) -> str:
    """A double as ECMAScript's Number::toString prints it: the shortest digits that read back to the same double."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number in JSON")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = float.__repr__(abs(value)).partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    # The value is 0.DIGITS x 10^point.
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len(digits))
    return sign + _laid_out(digits.rstrip("0"), point)


def _laid_out(digits: str, point: int) -> str:
    if len(digits) <= point <= _PLAIN_BELOW:
        return digits.ljust(point, "0")
    if 0 < point <= _PLAIN_BELOW:
        return f"{digits[:point]}.{digits[point:]}"
    if _PLAIN_FROM < point <= 0:
        return f"0.{'0' * -point}{digits}"
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{mantissa}e{point - 1:+d}"
