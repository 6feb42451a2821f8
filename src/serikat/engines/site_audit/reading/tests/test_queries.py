"""Queries over parsed pages."""

from __future__ import annotations

import threading

from selectolax.lexbor import LexborHTMLParser

from serikat.engines.site_audit.reading.queries import select, select_first

TREE = LexborHTMLParser("<div><p>satu</p><h2>dua</h2></div><p>tiga</p>")


def _words(query: str) -> list[str]:
    return [node.text() for node in select(TREE, query)]


def test_elements_come_in_page_order_whatever_the_order_asked() -> None:
    assert _words("h2,p") == ["satu", "dua", "tiga"]


def test_the_first_is_that_of_all() -> None:
    found = select_first(TREE, "p")
    assert found is not None
    assert found.text() == "satu"
    assert select_first(TREE, "table") is None


def test_a_query_stays_within_its_element() -> None:
    assert [node.text() for node in select(select(TREE, "div")[0], "p")] == ["satu"]


def test_threads_ask_at_the_same_time() -> None:
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(_words("p"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["satu", "tiga"]] * 4
