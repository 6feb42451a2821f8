"""docs/standards: what each shipped standard asks and how each clause can be answered, written from the data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.architecture.sources import PACKAGE

HEAD = """\
# The standards that Serikat ships

Each is one edition of a rule text, as data. The pages are written by `make docs`;
[add a standard](../add-a-standard.md) says how to write one.
"""
HOW = {"rule": "the site", "document": "a document", "visit": "a visit", "person": "a person"}


@dataclass(frozen=True, slots=True)
class Asking:
    """A clause that names a rule."""

    standard: str
    clause: str
    number: str
    title: str


@cache
def editions() -> tuple[dict[str, Any], ...]:
    """The shipped standards as their files say them, in the order of their ids."""
    paths = sorted((PACKAGE / "standards").glob("*.toml"))
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


def clauses_asking(slug: str) -> list[Asking]:
    """Every clause of every shipped standard that the rule can answer."""
    return [
        Asking(edition["standard"]["id"], clause["id"], clause["number"], clause["title"]["en"])
        for edition in editions()
        for clause in edition["clause"]
        if slug in {way.get("rule") for way in clause["way"]}
    ]


def pages() -> dict[str, str]:
    """Path from the root and text of each page, the list of all standards among them."""
    listed = "\n".join(
        f"- [`{edition['standard']['id']}`]({edition['standard']['id']}.md) {edition['standard']['title']['en']}"
        f" ({len(edition['clause'])} clauses)"
        for edition in editions()
    )
    found = {f"docs/standards/{edition['standard']['id']}.md": page(edition) for edition in editions()}
    return {"docs/standards/README.md": f"{HEAD}\n{listed}\n", **found}


def page(edition: dict[str, Any]) -> str:
    """One standard: where it comes from, its clauses in the order of the file, and its sources."""
    about = edition["standard"]
    note = f"\n{about['note']['en']}\n" if "note" in about else ""
    head = "| clause | number | what it asks | binding | answered by |\n| --- | --- | --- | --- | --- |"
    rows = "\n".join(row(clause) for clause in edition["clause"])
    sources = "\n".join(source(entry) for entry in edition["source"])
    return (
        f"# {about['title']['en']}\n\n*{about['title']['id']}.* {about['regulation']}; {about['issuer']}.\n{note}\n"
        f"## What it asks\n\n{head}\n{rows}\n\n## Sources\n\n{sources}\n"
    )


def row(clause: dict[str, Any]) -> str:
    """One clause as a line of the table."""
    wording = " ".join(clause["wording"]["en"].split()).replace("|", "\\|")
    ways = ", ".join(dict.fromkeys(answered_by(way) for way in clause["way"]))
    return f"| `{clause['id']}` | {clause['number']} | {wording} | {clause['level']} | {ways} |"


def answered_by(way: dict[str, Any]) -> str:
    """Who or what answers; a rule is linked."""
    return f"[`{way['rule']}`](../rules/{way['rule']}.md)" if way.get("rule") else HOW[way["kind"]]


def source(entry: dict[str, str]) -> str:
    """One source, with its address where it has one."""
    return f"- **{entry['key']}** {entry['what']} {entry.get('url', '')}".rstrip()
