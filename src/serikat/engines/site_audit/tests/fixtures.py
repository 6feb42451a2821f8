"""Reads a rule's fixture: a whole site in one HTML file, whose name states the expected outcome.

A comment `<!-- site: https://nama.example -->` at the top names the site; each `<!-- page: /path WORDS -->` begins a
page (a whole address is another host's). WORDS may name the purpose (`article`, `feed`, `sitemap`; else `home` for `/`
and `page`), `failed=REACHED`, and `status=404` for an answer that is no page.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Clause, Standard
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.guideline_text import shingles
from serikat.engines.site_audit.reading.site import Site

FOLDER = Path(__file__).parent / "rules"
NOW = "2026-11-01T03:00:00+00:00"
_SITE = re.compile(r"<!-- site: (\S+)(?: reached=(\S+))? -->")
_PAGE = re.compile(r"<!-- page: (\S+)((?: [\w=]+)*) -->\n?")
_TYPES = {"feed": "application/rss+xml", "sitemap": "application/xml"}


def cases() -> list[Path]:
    """Every fixture of every rule."""
    return sorted(path for path in FOLDER.glob("*/*.html"))


def expected(case: Path) -> Outcome:
    """The outcome that the file's name begins with; the longest name first, since `met` ends `not_met`."""
    return next(outcome for outcome in sorted(Outcome, key=len, reverse=True) if case.name.startswith(f"{outcome}_"))


def site_of(case: Path) -> Site:
    """The fixture as evidence."""
    text = case.read_text(encoding="utf-8")
    named = _SITE.search(text)
    address, reached = (named[1], named[2]) if named else ("https://warta-contoh.example", None)
    parts = _PAGE.split(text)[1:]
    fetches = tuple(
        _fetch(path if "://" in path else address + path, words.split(), body)
        for path, words, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )
    return Site(
        Gathering(
            url=address + "/",
            gathered_at=NOW,
            release="0",
            agent="test",
            reached=Reached(reached or "read"),
            reached_detail="",
            fetches=fetches,
        )
    )


def _fetch(url: str, words: list[str], markup: str) -> Fetch:
    failed = next((Reached(word.partition("=")[2]) for word in words if word.startswith("failed=")), None)
    status = next((int(word.partition("=")[2]) for word in words if word.startswith("status=")), None)
    if status is not None and failed is None:
        failed = Reached.HTTP_ERROR
    purposes = [word for word in words if "=" not in word]
    purpose = purposes[0] if purposes else "home" if url.endswith(".example/") else "page"
    body = b"" if failed else markup.encode()
    return Fetch(
        url=url,
        final_url=url,
        purpose=purpose,
        status=status if failed else 200,
        headers=(("content-type", _TYPES.get(purpose, "text/html; charset=utf-8")),),
        body=body,
        fetched_at=NOW,
        sha256=hashlib.sha256(body).hexdigest(),
        failure=failed,
        failure_detail=f"HTTP {status}" if status else str(failed or ""),
    )


def asked_of(case: Path, clause: Clause, guideline: Standard) -> Asked:
    """The clause as put to the rule at the fixture's time."""
    held = clause.parameters_on(site_of(case).gathered_at.date())
    return Asked({name: values[0] for name, values in held.items()}, {guideline.id: guideline})


def fingerprints_in(path: Path) -> dict[str, frozenset[int]]:
    """The fingerprints of an invented guideline: each line is `number: its words`."""
    lines = (line.partition(": ") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {number: shingles(words) for number, _, words in lines}
