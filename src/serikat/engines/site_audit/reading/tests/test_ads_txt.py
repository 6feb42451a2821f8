"""ads.txt is read line by line: sellers, variables, and lines that no advertising system would understand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.ads_txt import Seller, read_ads_txt
from serikat.engines.site_audit.reading.text_files import Fault

LABEL = st.from_regex(r"[a-z]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True)
DOMAIN = st.builds("{}.{}.example".format, LABEL, LABEL)
ACCOUNT = st.from_regex(r"[A-Za-z0-9_.-]{1,30}", fullmatch=True)
SELLERS = st.lists(st.tuples(DOMAIN, ACCOUNT, st.sampled_from(["DIRECT", "RESELLER"]), st.just("") | ACCOUNT))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    ads = read_ads_txt(text)
    assert len(ads.sellers) + len(ads.variables) <= len(text.splitlines())
    assert all(seller.relationship in ("DIRECT", "RESELLER") for seller in ads.sellers)


@given(SELLERS)
def test_what_is_written_is_read_again(sellers: list[tuple[str, str, str, str]]) -> None:
    lines = [", ".join(fields if fields[3] else fields[:3]) for fields in sellers]
    ads = read_ads_txt("\n".join(f"{line}  # catatan" for line in lines))
    assert ads.faults == ()
    assert [(each.domain, each.account, each.relationship, each.authority) for each in ads.sellers] == sellers


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("bursa-rekaan.example, 1", Fault.NOT_A_RECORD),
        ("bursa-rekaan.example, 1, DIRECT, a, b", Fault.NOT_A_RECORD),
        ("https://bursa-rekaan.example/, 1, DIRECT", Fault.NO_DOMAIN),
        ("bursa-rekaan.example, , DIRECT", Fault.NO_ACCOUNT),
        ("bursa-rekaan.example, 1, LANGSUNG", Fault.NO_RELATIONSHIP),
        ("PEMILIK=rekaan.example", Fault.UNKNOWN_NAME),
        ("OWNERDOMAIN=https://rekaan.example/", Fault.NO_DOMAIN),
        ("OWNERDOMAIN=a.example\nownerdomain=b.example", Fault.SAID_TWICE),
    ],
)
def test_a_faulty_line_is_named(line: str, fault: Fault) -> None:
    assert [faulty.fault for faulty in read_ads_txt(line).faults] == [fault]


def test_a_record_is_read_without_its_comment_and_extension() -> None:
    ads = read_ads_txt("Bursa-Rekaan.example,pub-1, direct ; catatan=1 # utama")
    assert ads.sellers == (Seller("bursa-rekaan.example", "pub-1", "DIRECT", "", 1),)


def test_the_first_value_of_a_variable_counts() -> None:
    assert (
        read_ads_txt("SUBDOMAIN=a.rekaan.example\nSUBDOMAIN=b.rekaan.example").value("SUBDOMAIN") == "a.rekaan.example"
    )


def test_a_manager_may_be_named_for_one_country() -> None:
    assert read_ads_txt("MANAGERDOMAIN=penjual-rekaan.example, ID").faults == ()
