"""Telephone numbers and e-mail addresses are read as people type them, and what Excel spoilt is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.foundation.members.roster.contacts import ContactFault, read_emails, read_phones

PHONES = {
    "081234567890": ("+6281234567890",),
    "81234567890": ("+6281234567890",),
    "+62 812-3456-7890": ("+6281234567890",),
    "6281234567890": ("+6281234567890",),
    "+62 (0)812 3456 7890": ("+6281234567890",),
    "0062812 3456 7890": ("+6281234567890",),
    "'081234567890": ("+6281234567890",),
    "81234567890.0": ("+6281234567890",),
    "8.1234567890E+10": ("+6281234567890",),
    "6,281234567890E+12": ("+6281234567890",),
    "O812 3456 7890": ("+6281234567890",),
    "WA: 0812.3456.7890 (Rani)": ("+6281234567890",),
    "(0254) 123456": ("+62254123456",),
    "021-5550123 ext. 12": ("+62215550123",),
    "+60 12-345 6789": ("+60123456789",),
    "081234567890 / 085700001111": ("+6281234567890", "+6285700001111"),
    "081234567890, 085700001111": ("+6281234567890", "+6285700001111"),
    "081234567890 dan 081234567890": ("+6281234567890",),
    "0812 3456 7890 0857 0000 1111": ("+6281234567890", "+6285700001111"),
    "081234567890\n085700001111": ("+6281234567890", "+6285700001111"),
}
PHONE_FAULTS = {
    "8.12E+10": ContactFault.ROUNDED,
    "8,12E+10": ContactFault.ROUNDED,
    "8.12345E+10": ContactFault.ROUNDED,
    "0812": ContactFault.TOO_SHORT,
    "81": ContactFault.TOO_SHORT,
    "08123456789012345": ContactFault.TOO_LONG,
    "hubungi admin": ContactFault.NO_NUMBER,
    "3604012345678901": ContactFault.NO_NUMBER,
}


@pytest.mark.parametrize("typed", PHONES)
def test_a_number_is_read_in_international_form(typed: str) -> None:
    assert read_phones(typed).found == PHONES[typed]
    assert read_phones(typed).fault is None


@pytest.mark.parametrize("typed", PHONE_FAULTS)
def test_what_is_no_whole_number_says_why(typed: str) -> None:
    assert (read_phones(typed).found, read_phones(typed).fault) == ((), PHONE_FAULTS[typed])


@pytest.mark.parametrize("typed", ["", "-", "tidak ada", "n/a", "0", "belum punya"])
def test_a_cell_that_says_nothing_is_no_fault(typed: str) -> None:
    assert (read_phones(typed).found, read_phones(typed).fault) == ((), None)
    assert (read_emails(typed).found, read_emails(typed).fault) == ((), None)


def test_one_of_two_numbers_is_kept_and_the_other_named() -> None:
    read = read_phones("081234567890 / 0857")
    assert (read.found, read.fault) == (("+6281234567890",), ContactFault.TOO_SHORT)


@given(st.text(max_size=60))
def test_what_was_read_once_reads_the_same_again(cell: str) -> None:
    found = read_phones(cell).found
    assert read_phones(" / ".join(found)).found == found
    emails = read_emails(cell).found
    assert read_emails(", ".join(emails)).found == emails


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Redaksi@Kabar-Fiktif.example", ("redaksi@kabar-fiktif.example",)),
        ("mailto:redaksi@kabar.example", ("redaksi@kabar.example",)),
        ("redaksi @ kabar.example", ("redaksi@kabar.example",)),
        ("redaksi(at)kabar.example", ("redaksi@kabar.example",)),
        ("Rani <rani@kabar.example>; iklan@kabar.example", ("rani@kabar.example", "iklan@kabar.example")),
    ],
)
def test_an_email_is_read_as_meant(typed: str, found: tuple[str, ...]) -> None:
    assert (read_emails(typed).found, read_emails(typed).fault) == (found, None)


@pytest.mark.parametrize("typed", ["redaksi@kabar", "kabar.example", "redaksi@", "a@@kabar.example"])
def test_what_is_no_email_says_so(typed: str) -> None:
    assert (read_emails(typed).found, read_emails(typed).fault) == ((), ContactFault.NO_EMAIL)
