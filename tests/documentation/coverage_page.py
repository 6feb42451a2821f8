"""docs/coverage.md: who or what can answer each clause of each shipped standard today, written from the data."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.documentation.standard_pages import editions

HEAD = """\
# What a machine can see, and what it cannot

Who or what can answer each clause of the standards that Serikat ships. Written by `make docs` from their data.

- **answers**: a rule looks at the site and may say met or not met, with quotes. Only for a site that could be read, and
  what its pages leave open stays unclear. Where people are marked as well, the rule sees a part of the clause.
- **met only**: a rule looks and may say met. The clause's text or numbers are not confirmed from an official source, so
  the machine never says not met.
- **asks**: a rule looks, and may only raise a question for a person, with what it saw: absence proves nothing there, or
  the sign may mislead.
- **–**: no rule looks at it. A document, a visit or a person answers it; most of what makes a press company is of this
  kind.
- **nobody yet**: meant for a machine, whose rule is not written.

No row here is a verification. The Press Council's own check reads more, and decides.
"""
KINDS = ("answers", "met only", "asks", "people alone", "nobody yet")
NO_RULE = "–"
PEOPLE = ("document", "visit", "person")

Table = dict[str, Any]


def page() -> str:
    """The whole page: the totals, then a table for each standard."""
    tables = "\n".join(table(edition) for edition in editions())
    return f"{HEAD}\n## In sum\n\n{totals()}\n\n{tables}"


def totals() -> str:
    """One line a standard and one for all: clauses by what a machine can do with them."""
    heads = " | ".join(KINDS)
    head = f"| standard | clauses | {heads} |\n| --- |" + " ---: |" * (len(KINDS) + 1)
    counted = [(edition["standard"]["id"], kinds(edition)) for edition in editions()]
    lines = [line(f"[`{name}`](standards/{name}.md)", counts) for name, counts in counted]
    whole = sum((counts for _, counts in counted), Counter())
    return "\n".join([head, *lines, line("**all**", whole)])


def line(name: str, counts: Counter[str]) -> str:
    """A line of the totals."""
    numbers = " | ".join(str(counts[kind]) for kind in KINDS)
    return f"| {name} | {counts.total()} | {numbers} |"


def kinds(edition: Table) -> Counter[str]:
    """The clauses of an edition by what a machine can do with them."""
    return Counter(kind_of(clause) for clause in edition["clause"])


def kind_of(clause: Table) -> str:
    """What becomes of a clause, in one of the words of the totals."""
    seen = machine(clause)
    if seen != NO_RULE:
        return seen
    return "people alone" if people(clause) else "nobody yet"


def machine(clause: Table) -> str:
    """What a machine does with a clause: answers it, says at most met, asks about it, or nothing."""
    way = next((way for way in clause["way"] if way.get("rule")), None)
    if way is None:
        return NO_RULE
    if way.get("flag"):
        return "asks"
    disputed = any(parameter.get("disputed") for parameter in clause.get("parameter", ()))
    return "met only" if clause["confidence"] == "U" or disputed else "answers"


def people(clause: Table) -> set[str]:
    """The ways of a clause that need no machine."""
    return {way["kind"] for way in clause["way"]} & set(PEOPLE)


def table(edition: Table) -> str:
    """One standard, clause by clause."""
    about = edition["standard"]
    head = "| clause | what | level | machine | rule | document | visit | person |\n|" + " --- |" * 8
    rows = "\n".join(row(clause) for clause in edition["clause"])
    return f"## {about['title']['en']}\n\n{head}\n{rows}\n"


def row(clause: Table) -> str:
    """One clause: what a machine does with it, by which rule, and which people's ways there are."""
    slugs = [way["rule"] for way in clause["way"] if way.get("rule")]
    rules = ", ".join(f"[`{slug}`](rules/{slug}.md)" for slug in slugs) or NO_RULE
    marks = " | ".join("yes" if kind in people(clause) else NO_RULE for kind in PEOPLE)
    seen = machine(clause) if slugs or people(clause) else "nobody yet"
    title = clause["title"]["en"].replace("|", "\\|")
    return f"| `{clause['id']}` | {title} | {clause['level']} | {seen} | {rules} | {marks} |"
