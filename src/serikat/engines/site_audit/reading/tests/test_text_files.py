"""A file is there, is not there, or could not be read; a web page in its place is none."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.reading.tests.site_of import HOME, fetch_of, site_of
from serikat.engines.site_audit.reading.text_files import Presence, file_of, host_in, text_file

MISSING = fetch_of(f"{HOME}tiada", "page", status=404, failure=Reached.HTTP_ERROR)


def ads(body: bytes = b"", status: int = 200, failure: Reached | None = None) -> Fetch:
    return fetch_of(f"{HOME}ads.txt", "ads_txt", body, status, failure)


def presence(*fetches: Fetch) -> Presence:
    return text_file(site_of(*fetches), "ads_txt").presence


def test_a_file_that_nobody_asked_for_is_not_called_absent() -> None:
    assert presence() is Presence.NOT_ASKED


def test_a_refusal_of_a_file_means_that_there_is_none() -> None:
    assert presence(ads(status=403, failure=Reached.HTTP_ERROR)) is Presence.ABSENT


def test_a_broken_server_leaves_it_open() -> None:
    assert presence(ads(status=502, failure=Reached.HTTP_ERROR)) is Presence.UNREAD


def test_a_page_whose_body_gathering_dropped_is_still_a_page() -> None:
    assert presence(MISSING, ads(failure=Reached.HTTP_ERROR)) is Presence.WEB_PAGE


def test_a_page_counts_for_nothing_where_any_address_is_answered_with_one() -> None:
    probe = fetch_of(f"{HOME}serikat-tiada", "probe", b"<html>")
    assert presence(probe, ads(b"\xef\xbb\xbf <html>")) is Presence.ABSENT


def test_half_a_line_of_an_answer_that_was_cut_is_left_out() -> None:
    cut = replace(ads(b"satu\nsetengah"), failure_detail="cut at 13 bytes")
    assert text_file(site_of(cut), "ads_txt").text == "satu"


def test_the_second_address_is_looked_at_where_the_first_holds_nothing() -> None:
    root = fetch_of(f"{HOME}trust.txt", "trust_txt", status=404, failure=Reached.HTTP_ERROR)
    known = fetch_of(f"{HOME}.well-known/trust.txt", "trust_txt", b"contact=a@warta-contoh.example")
    assert text_file(site_of(root, known), "trust_txt").fetch == known


def test_another_hosts_file_is_never_taken_for_the_sites_own() -> None:
    other = fetch_of("https://www.asosiasi-rekaan.example/trust.txt", "trust_txt", b"member=x")
    site = site_of(other)
    assert text_file(site, "trust_txt").presence is Presence.NOT_ASKED
    assert file_of(site, "trust_txt", "asosiasi-rekaan.example").text == "member=x"


@given(st.text())
def test_a_host_is_read_from_any_words(words: str) -> None:
    assert "/" not in host_in(words)
