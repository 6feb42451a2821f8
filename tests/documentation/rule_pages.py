"""docs/rules: a page for each rule of the site audit, written from its docstring and the clauses that ask it."""

from __future__ import annotations

import ast

from tests.architecture.sources import RULE_FIXTURES, Source, rule_sources
from tests.documentation.standard_pages import Asking, clauses_asking

HEAD = """\
# The rules of the site audit

Each rule looks for one thing on a news site and quotes what it saw. It finds; a person decides. The pages are written
by `make docs` from the rules themselves; [add a rule](../add-a-rule.md) says how to write one.
"""
FIXTURES = "../../src/serikat/engines/site_audit/tests/rules"


def pages() -> dict[str, str]:
    """Path from the root and text of each page, the list of all rules among them."""
    listed = "".join(
        f"- [`{slug(rule)}`]({slug(rule)}.md) {docstring(rule).splitlines()[0]}\n" for rule in rule_sources()
    )
    found = {f"docs/rules/{slug(rule)}.md": page(rule) for rule in rule_sources()}
    return {"docs/rules/README.md": f"{HEAD}\n{listed}", **found}


def page(rule: Source) -> str:
    """One rule: what it looks for, who asks it, and the examples it is tested by."""
    title, _, rest = docstring(rule).partition("\n")
    asked = "\n".join(line(asking) for asking in clauses_asking(slug(rule))) or "No shipped standard asks it yet."
    examples = f"{counted(rule)} examples stand in [its folder]({FIXTURES}/{slug(rule)})"
    where = f"[{rule.path.name}](../../{rule.name}); {examples}."
    return f"# {slug(rule)}\n\n{title}\n{rest.rstrip()}\n\n## Who asks it\n\n{asked}\n\n## Where it stands\n\n{where}\n"


def line(asking: Asking) -> str:
    """A clause that asks the rule, with a link to its standard."""
    number = f" ({asking.number})" if asking.number else ""
    return f"- [`{asking.standard}`](../standards/{asking.standard}.md) `{asking.clause}`{number}: {asking.title}"


def counted(rule: Source) -> int:
    """How many examples the rule is tested by."""
    return len(list((RULE_FIXTURES / slug(rule)).glob("*.html")))


def slug(rule: Source) -> str:
    """The rule's name everywhere: its file name."""
    return rule.path.stem


def docstring(rule: Source) -> str:
    """The rule's docstring with its indentation taken away."""
    return ast.get_docstring(rule.tree) or ""
