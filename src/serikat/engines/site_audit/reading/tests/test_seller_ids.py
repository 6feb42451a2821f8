"""Ids that may reveal one owner are read as facts: direct accounts and analytics, never a reseller's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.seller_ids import IdKind, read_seller_ids
from serikat.engines.site_audit.reading.tests.site_of import HOME, fetch_of, site_of

MARKUP = b"""<script async src="https://iklan.example/js?client=ca-pub-1234567890123456"></script>
<script>gtag('config', 'G-ABCDE12345'); ga('create', 'UA-1234567-2'); gtm('GTM-AB12CD')</script>"""


def test_ids_in_the_markup_are_read_in_one_form() -> None:
    assert [(each.kind, each.value) for each in read_seller_ids(site_of(home=MARKUP))] == [
        (IdKind.SELLER, "google.com:pub-1234567890123456"),
        (IdKind.ANALYTICS, "G-ABCDE12345"),
        (IdKind.ANALYTICS, "UA-1234567"),
        (IdKind.TAG_CONTAINER, "GTM-AB12CD"),
    ]


def test_direct_accounts_count_and_resellers_do_not() -> None:
    lines = b"google.com, pub-1234567890123456, DIRECT\nlelang-rekaan.example, 7, RESELLER\n"
    site = site_of(fetch_of(f"{HOME}ads.txt", "ads_txt", lines), home=MARKUP)
    sellers = [each for each in read_seller_ids(site) if each.kind is IdKind.SELLER]
    assert [(each.value, each.quote.url) for each in sellers] == [("google.com:pub-1234567890123456", f"{HOME}ads.txt")]


def test_words_that_only_look_like_ids_are_left_out() -> None:
    assert read_seller_ids(site_of(home=b"pub-12 UA-1 XGTM-AB12CD G-abc SAG-ABCDE12345 vaG-ABCDE12345")) == ()


@given(st.binary(max_size=300))
def test_any_page_is_read(body: bytes) -> None:
    assert all(each.value for each in read_seller_ids(site_of(home=body + b" UA-1234-1 ")))
