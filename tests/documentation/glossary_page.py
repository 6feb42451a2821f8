"""docs/glossary.md, written from glossary.toml."""

from __future__ import annotations

import tomllib

from tests.architecture.sources import ROOT

HEAD = """\
# Glossary

One word for each idea, in code, in English and in Indonesian. Written by `make docs` from
[`glossary.toml`](../glossary.toml); a test refuses the words under "not" in identifiers.
"""


def page() -> str:
    """The glossary as one Markdown page, grouped as the file groups it."""
    terms = tomllib.loads((ROOT / "glossary.toml").read_text(encoding="utf-8"))["term"]
    parts = [HEAD]
    for group in dict.fromkeys(term["group"] for term in terms):
        rows = [row(term) for term in terms if term["group"] == group]
        head = "| in code | English | Indonesian | meaning | not |\n| --- | --- | --- | --- | --- |"
        parts.append(f"## {group}\n\n{head}\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def row(term: dict[str, str]) -> str:
    """One line of the table; the source stands after the meaning where a regulation defines the term."""
    meaning = term["meaning"] + (f" *{term['source']}.*" if term.get("source") else "")
    wrong = ", ".join(f"`{word}`" for word in term.get("instead_of", []))
    return f"| `{term['name']}` | {term['en']} | {term['id']} | {meaning} | {wrong} |"
