"""trust.txt is read line by line, and what no reader would understand is kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.text_files import Fault, Statement
from serikat.engines.site_audit.reading.trust_txt import NAMES, read_trust_txt

VALUES = st.text(st.characters(whitelist_categories=("Ll", "Nd"), max_codepoint=126), min_size=1, max_size=40)
ENTRIES = st.lists(st.tuples(st.sampled_from(sorted(NAMES)), VALUES), max_size=30)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    trust = read_trust_txt(text)
    lines = len(text.splitlines())
    assert all(1 <= entry.line <= lines for entry in trust.entries)
    assert all(entry.name and entry.value and "#" not in entry.value for entry in trust.entries)


@given(ENTRIES)
def test_what_is_written_is_read_again(entries: list[tuple[str, str]]) -> None:
    text = "\r\n".join(f" {name.upper()} = {value} # catatan" for name, value in entries)
    read = [(entry.name, entry.value) for entry in read_trust_txt(text).entries]
    assert read == entries


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("belongto", Fault.NO_NAME),
        ("=https://rekaan.example/", Fault.NO_NAME),
        ("belongto=", Fault.NO_VALUE),
        ("anggota=https://rekaan.example/", Fault.UNKNOWN_NAME),
        ("belongto=asosiasi rekaan", Fault.NOT_AN_ADDRESS),
        ("control=https://[rusak/", Fault.NOT_AN_ADDRESS),
        ("datatrainingallowed=mungkin", Fault.NOT_YES_OR_NO),
        ("datatrainingallowed=no\ndatatrainingallowed=no", Fault.SAID_TWICE),
        ("contact=" + "x" * 3000, Fault.TOO_LONG),
    ],
)
def test_a_faulty_line_is_named(line: str, fault: Fault) -> None:
    assert [faulty.fault for faulty in read_trust_txt(line).faults] == [fault]


def test_comments_and_empty_lines_are_no_faults() -> None:
    assert read_trust_txt("# kepala\n\n   \n#contact=x\n").faults == ()


def test_relations_are_the_lines_that_another_side_can_confirm() -> None:
    text = "social=https://a.example/\nmember=https://b.example/\nvendor=https://c.example/"
    assert read_trust_txt(text).relations == (
        Statement("member", "https://b.example/", 2),
        Statement("vendor", "https://c.example/", 3),
    )


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("datatrainingallowed=Yes", True),
        ("datatrainingallowed=no", False),
        ("datatrainingallowed=no\ndatatrainingallowed=yes", None),
        ("", None),
    ],
)
def test_training_is_allowed_only_where_the_file_says_it_once(text: str, allowed: bool | None) -> None:
    assert read_trust_txt(text).training_allowed is allowed
