"""Sentences in both languages."""

from __future__ import annotations

from serikat.engines.judgement.words import Words


def test_each_language_is_filled_with_its_own_words() -> None:
    seen = Words("{n} situs: {why} {{}}", "{n} sites: {why} {{}}").filled(n=2, why=Words("domain {x}", "a domain {x}"))
    assert seen == Words("2 situs: domain {x} {}", "2 sites: a domain {x} {}")
