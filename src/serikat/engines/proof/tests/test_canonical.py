"""RFC 8785's own vectors, and what canonical JSON refuses."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.proof.canonical import NotCanonicalError, canonical_json, read_canonical

# RFC 8785, Appendix B: the bits of a double, and how it is written.
NUMBERS = [
    ("0000000000000000", "0"),
    ("8000000000000000", "0"),
    ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("ffefffffffffffff", "-1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"),
    ("c340000000000000", "-9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"),
    ("44b52d02c7e14af6", "1e+23"),
    ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"),
    ("444b1ae4d6e2ef4f", "999999999999999900000"),
    ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555553", "333333333.3333332"),
    ("41b3de4355555554", "333333333.33333325"),
    ("41b3de4355555555", "333333333.3333333"),
    ("41b3de4355555556", "333333333.3333334"),
    ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
]
SCALARS: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
SCALARS |= st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@pytest.mark.parametrize(("bits", "written"), NUMBERS)
def test_numbers_are_written_as_ecmascript_prints_them(bits: str, written: str) -> None:
    assert canonical_json(struct.unpack(">d", bytes.fromhex(bits))[0]).decode() == written


def test_the_example_of_the_rfc() -> None:
    source = (
        r'{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],'
        r'"string": "\u20ac$\u000F\u000aA' + "'" + r'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}'
    )
    expected = (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical_json(json.loads(source)).decode() == expected


def test_keys_are_sorted_by_utf16_as_in_the_rfc() -> None:
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = json.loads(canonical_json(dict.fromkeys(keys, 0)))
    assert list(written) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, -(2**53), "\ud800", {"\udc00": 1}])
def test_what_other_readers_would_take_otherwise_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        canonical_json(value)


@pytest.mark.parametrize("value", [{1: 2}, {None: 1, "a": 2}, {1, 2}, b"bytes", object()])
def test_what_json_has_no_word_for_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@pytest.mark.parametrize(
    "content",
    [
        b'{"a":1,"a":1}', b'{"b":1,"a":2}', b'{"a": 1}', b"[1.0]", b"[-0]", b"[1e2]", b"[01]", b"NaN", b'"\\u0041"',
        b'"\\u000A"', b'"\\/"', b'\xef\xbb\xbf""', b'"\xff"', b'"\\ud800"', b"[1]\n", b" [1]", b"",
        b"[9007199254740993]", b"[" * 100_000, b"1" * 5000, b"1e999",
    ],
)  # fmt: skip
def test_other_bytes_for_a_value_are_not_canonical(content: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read_canonical(content)


def test_keys_in_the_order_of_code_points_are_not_canonical() -> None:
    written = canonical_json({"\ufb33": 0, "\U0001f600": 0})
    assert read_canonical(written) == {"\ufb33": 0, "\U0001f600": 0}
    with pytest.raises(NotCanonicalError):
        read_canonical('{"\ufb33":0,"\U0001f600":0}'.encode())


@given(VALUES)
def test_what_is_written_reads_back_to_the_same_bytes(value: Any) -> None:
    try:
        written = canonical_json(value)
    except ValueError:  # a lone surrogate
        return
    assert canonical_json(read_canonical(written)) == written
    assert json.loads(written, parse_int=float) == value


@given(st.recursive(st.none() | st.booleans() | st.integers(-(2**50), 2**50) | st.text('aé\n"€\x01'), st.lists))
def test_without_floats_it_is_what_python_writes_compactly(value: Any) -> None:
    assert canonical_json(value).decode() == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
