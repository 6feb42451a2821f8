"""Checks Ed25519 signatures with the standard library alone, after the code in RFC 8032, section 6.

The curve's arithmetic is that of the RFC's own sample (Simon Josefsson and Ilari Liusvaara, under the terms for code
in RFCs), made faster by adding both products in one pass. Nothing here is secret, so nothing runs in constant time:
signing is left to `cryptography`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

KEY_LENGTH, SIGNATURE_LENGTH = 32, 64

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)

# Extended homogeneous coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, x*y = T/Z.
Point = tuple[int, int, int, int]
_NEUTRAL: Point = (0, 1, 1, 0)


def is_signed(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature of the message was made with the private half of the key (32 bytes, as RFC 8032 packs it).

    The signature's point is compared byte for byte and its scalar has to be reduced, so that one message and key have
    no second form of a valid signature.
    """
    if len(public_key) != KEY_LENGTH or len(signature) != SIGNATURE_LENGTH:
        return False
    key = _unpacked(public_key)
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or scalar >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    negated = (-key[0] % _P, key[1], key[2], -key[3] % _P)
    return _packed(_sum_of_products(scalar, _GENERATOR, challenge, negated)) == signature[:32]


def _add(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _sum_of_products(first: int, one: Point, second: int, other: Point) -> Point:
    """first * one + second * other, two bits of both scalars at a time."""
    multiples = [[_NEUTRAL, point, _add(point, point), _add(_add(point, point), point)] for point in (one, other)]
    table = [[_add(mine, theirs) for theirs in multiples[1]] for mine in multiples[0]]
    total = _NEUTRAL
    for shift in range((max(first, second).bit_length() + 1) // 2 * 2, -1, -2):
        total = _add(total, total)
        total = _add(total, total)
        total = _add(total, table[first >> shift & 3][second >> shift & 3])
    return total


def _unpacked(packed: bytes) -> Point | None:
    """The point that 32 bytes stand for; None where they stand for none."""
    y = int.from_bytes(packed, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % _P)


def _x_of(y: int, sign: int) -> int | None:
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    if square == 0:
        return None if sign else 0
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if (x * x - square) % _P:
        return None
    return x if x & 1 == sign else _P - x


def _packed(point: Sequence[int]) -> bytes:
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _generator() -> Point:
    y = 4 * pow(5, -1, _P) % _P
    x = _x_of(y, 0)
    assert x is not None  # noqa: S101  # RFC 8032, section 5.1
    return (x, y, 1, x * y % _P)


_GENERATOR = _generator()
