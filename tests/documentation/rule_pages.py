"""docs/rules: a page for each rule of the site audit, written from its docstring and the clauses that ask it."""

from __future__ import annotations

import ast

from tests.architecture.sources import RULE_FIXTURES, Source, rule_sources
from tests.documentation.standard_pages import Asking, clauses_asking

HEAD = """\
# The rules of the site audit

Each rule looks for one thing on a news site and quotes what it saw. It finds; a person decides. The pages are written by
`make docs` from the rules themselves; [add a rule](../add-a-rule.md) says how to write one.
"""


def pages() -> dict[str, str]:
    """Path from the root and text of each page, the list of all rules among them."""
    rules = rule_sources()
    listed = "\n".join(f"- [`{rule.path.stem}`]({rule.path.stem}.md) {docstring(rule).splitlines()[0]}" for rule in rules)
    found = {f"docs/rules/{rule.path.stem}.md": page(rule) for rule in rules}
    return {"docs/rules/README.md": f"{HEAD}\n{listed}\n".replace("\n\n\n", "\n"), **found}


def page(rule: Source) -> str:
    """One rule: what it looks for, who asks it, and the examples it is tested by."""
    slug = rule.path.stem
    asked = "\n".join(line(asking) for asking in clauses_asking(slug)) or "No shipped standard asks it yet."
    counted = len(list((RULE_FIXTURES / slug).glob("*")))
    title, _, rest = docstring(rule).partition("\n")
    examples = f"{counted} examples stand in [its fixture folder](../../src/serikat/engines/site_audit/tests/rules/{slug})"
    source = f"[{rule.path.name}](../../{rule.name})"
    return f"# {slug}\n\n{title}\n{rest.rstrip()}\n\n## Who asks it\n\n{asked}\n\n## Where it stands\n\n{source}; {examples}.\n"


def line(asking: Asking) -> str:
    """A clause that asks the rule, with a link to its standard."""
    number = f" ({asking.number})" if asking.number else ""
    return f"- [`{asking.standard}`](../standards/{asking.standard}.md) `{asking.clause}`{number}: {asking.title}"


def docstring(rule: Source) -> str:
    """The rule's docstring with its indentation taken away."""
    return ast.get_docstring(rule.tree) or ""
