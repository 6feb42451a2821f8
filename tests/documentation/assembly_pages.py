"""The record of an assembly as a page and as a JSON Schema, and the page of the rules that judge it."""

from __future__ import annotations

import ast
import json

from serikat.engines.legitimacy.schema import group_fields, is_required, json_schema, plain_name, record_groups
from tests.architecture.sources import PACKAGE

SCHEMA = "src/serikat/engines/legitimacy/assembly-record-1.schema.json"
RECORD_HEAD = f"""\
# The record of an assembly

A record is JSON: facts only, in groups, each group with who attests it and the hash of the document. Its format is
`serikat-assembly-record/1`; [the JSON Schema](../{SCHEMA}) says the same to machines.
[Judge an assembly](judge-an-assembly.md) tells how to write one.

- What is left out is **not known**, and becomes an open fact where an article needs it. Do not guess.
- A list that is given is **complete**: a unit that is missing from `notices` was not invited.
- Persons and units are ids; `names` may say who they are, and a certificate leaves it out.
- Ballots are totals only. Never write who voted what.
- Days are `2026-04-18`, moments `2026-04-18T09:25` or with a zone, `2026-04-18T09:25+08:00`, all alike.
- Of things at one moment `order` says which came first; with equal order who arrives is in the room for a decision,
  and who leaves still is.
- A key that is not listed here, a wrong type or a day that does not exist is refused, with its place.
"""
RULES_HEAD = """\
# The rules that judge an assembly

Each looks at one kind of article and quotes the facts that it rests on. Which of them are asked, and with which
numbers, is said by an edition of bylaws: [write your bylaws down](write-your-bylaws-down.md). Where an article is not
met, what rests on it falls with it and names it; [judge an assembly](judge-an-assembly.md) explains the verdict.
"""


def pages() -> dict[str, str]:
    """Path from the root and text of each page, and of the schema."""
    return {
        "docs/assembly-record.md": record_page(),
        "docs/assembly-rules.md": rules_page(),
        SCHEMA: json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n",
    }


def record_page() -> str:
    """A table for each group of facts."""
    return RECORD_HEAD + "".join(f"\n{group(kind)}" for kind in record_groups())


def group(kind: type) -> str:
    """One group of facts: what it is, its keys, their types."""
    rows = "\n".join(
        f"| `{name}` | {plain_name(hint)}{', needed' if is_required(each) else ''} | {each.metadata['says']} |"
        for name, hint, each in group_fields(kind)
    )
    said = " ".join((kind.__doc__ or "").split())
    return f"## {kind.__name__}\n\n{said}\n\n| key | type | what it says |\n| --- | --- | --- |\n{rows}\n"


def rules_page() -> str:
    """Every rule with its docstring."""
    paths = sorted((PACKAGE / "engines" / "legitimacy" / "rules").glob("[a-z]*.py"))
    return RULES_HEAD + "".join(f"\n## {path.stem}\n\n{said(path.read_text(encoding='utf-8'))}\n" for path in paths)


def said(source: str) -> str:
    """A rule's docstring, then the parameters as its check describes them."""
    tree = ast.parse(source)
    check = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "check")
    return f"{ast.get_docstring(tree)}\n\n*Reads:* {ast.get_docstring(check)}"
