"""`serikat standards` and `serikat rules`: what is checked, and the page of a rule."""

from __future__ import annotations

import importlib
import inspect
import sys

from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.judgement.standard import Clause, Standard
from serikat.engines.judgement.words import Language
from serikat.engines.site_audit import rules
from serikat.engines.site_audit.findings import known_rules

_NOT_THERE = 2


def library() -> Library:
    """The standards that come with Serikat, checked against the rules that exist."""
    return shipped(known_rules())


def unknown_standard(name: str, held: Library) -> str:
    """What to say of a standard that is not there."""
    return f"{name}: tidak ada standar dengan nama ini / no such standard. Ada / there are: {', '.join(held.ids())}"


def show_standards(name: str | None, language: Language) -> int:
    """Lists the standards, or the clauses of one with their ways of being answered."""
    held = library()
    if name is None:
        for standard in held.standards:
            print(f"{standard.id:32} {standard.title.in_language(language)} ({len(standard.clauses)})")
        return 0
    try:
        standard = held.standard(name)
    except KeyError:
        print(unknown_standard(name, held), file=sys.stderr)
        return _NOT_THERE
    _show(standard, language)
    return 0


def _show(standard: Standard, language: Language) -> None:
    print(f"{standard.title.in_language(language)}\n{standard.regulation}, {standard.issuer}\n")
    if standard.note:
        print(f"{standard.note.in_language(language)}\n")
    for clause in standard.clauses:
        print(f"{clause.id}  [{clause.number}; {clause.level}; {_ways(clause)}]")
        print(f"    {clause.wording.in_language(language)}\n")


def _ways(clause: Clause) -> str:
    return ", ".join(f"rule {way.rule}" if way.rule else str(way.kind) for way in clause.ways)


def show_rules(slug: str | None) -> int:
    """Lists the rules with their first sentence, or prints the page of one."""
    slugs = known_rules()
    if slug is None:
        for name in slugs:
            print(f"{name:30} {_page(name).splitlines()[0]}")
        return 0
    if slug not in slugs:
        print(f"{slug}: tidak ada aturan ini / no such rule. Ada / there are: {', '.join(slugs)}", file=sys.stderr)
        return _NOT_THERE
    print(_page(slug))
    return 0


def _page(slug: str) -> str:
    return inspect.cleandoc(importlib.import_module(f"{rules.__name__}.{slug}").__doc__ or "")
