"""Feeds are read as strictly as the strictest reader, and hostile ones end like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.feeds import read_feed
from serikat.engines.site_audit.reading.tests.site_of import HOME, fetch_of

ITEM = b"<item><title>Panen</title><link>https://warta-contoh.example/panen</link></item>"
BOMB = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss>&b;</rss>'


def fault_of(body: bytes) -> str:
    return read_feed(fetch_of(f"{HOME}feed", "feed", body)).fault


def test_items_are_counted_and_those_without_title_or_link_too() -> None:
    feed = read_feed(fetch_of(f"{HOME}feed", "feed", b"<rss><channel>" + ITEM + b"<item/></channel></rss>"))
    assert (feed.items, feed.untitled, feed.fault) == (2, 1, "")


def test_a_title_deeper_in_an_item_is_not_the_items_own() -> None:
    body = b"<feed><entry><source><title>x</title></source><link/></entry></feed>"
    assert read_feed(fetch_of(f"{HOME}feed", "feed", body)).untitled == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n<?xml version='1.0'?><rss/>",
        b"<rss>",
        b"<html></html>",
        b"<rss>&rekaan;</rss>",
        b"<rss>\xff</rss>",
        BOMB,
    ],
    ids=["empty", "line before", "unclosed", "page", "entity", "bytes", "bomb"],
)
def test_what_a_strict_reader_refuses_is_a_fault(body: bytes) -> None:
    assert fault_of(body)


def test_a_feed_that_was_cut_is_not_called_broken() -> None:
    cut = replace(fetch_of(f"{HOME}feed", "feed", b"<rss><channel>" + ITEM), failure_detail="cut at 100 bytes")
    assert not read_feed(cut).fault


@given(st.binary())
def test_any_bytes_are_read(body: bytes) -> None:
    read_feed(fetch_of(f"{HOME}feed", "feed", body))
