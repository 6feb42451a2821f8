"""Lays out a new rule of the site audit: its module, its examples, and the lines that let a clause ask it."""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import serikat

_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST_SLUG = 40

_MODULE = '''"""{title}: say here in one sentence what a site that meets this shows.

## Why it matters
Which regulation asks for it, and what it means to a reader.

## What is looked for
The words, links and places on the pages that settle it.

## What it cannot see
What a person still has to look at.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import unclear
from serikat.engines.site_audit.reading.site import Site

_UNCLEAR = Words(id="Aturan ini belum ditulis.", en="This rule is not written yet.")


def check(site: Site, asked: Asked) -> Observation:
    """Answers unclear until it is written."""
    return unclear(_UNCLEAR)
'''

_CLAUSE_LINES = """\
  [[clause.way]]
  kind = "rule"
  rule = "{slug}"
  what = {{ id = "(yang dicari di situs)", en = "(what is looked for on the site)" }}
"""

# The form that the rules' tests read: a site in one file, each page below a comment with its path.
_EXAMPLE = """\
<!-- site: https://kabar-rekaan.example -->
<!-- page: / -->
<!doctype html>
<html lang="id">
<head><title>Kabar Rekaan</title></head>
<body><h1>Kabar Rekaan</h1><p>{says}</p></body>
</html>
"""


class NotLaidOut(ValueError):
    """The rule cannot be laid out; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What was written, and the lines to add to the clause that is to ask the rule."""

    files: tuple[Path, ...]
    clause_lines: str


def lay_out(slug: str, package: Path) -> LaidOut:
    """Writes the files of a new rule below `package`, the folder of the serikat package in a working copy.

    Raises NotLaidOut for a name that is no slug, a rule that exists already, or a package without its tests.
    """
    site_audit = package / "engines" / "site_audit"
    module = site_audit / "rules" / f"{slug}.py"
    examples = site_audit / "tests" / "rules" / slug
    _refuse(slug, module, examples)
    contents = {
        module: _MODULE.format(title=slug.replace("_", " ").capitalize()),
        examples / "met_plain.html": _EXAMPLE.format(says="Write here what a site shows that meets the clause."),
        examples / "not_met_missing.html": _EXAMPLE.format(says="Write here what a site shows that does not."),
    }
    examples.mkdir(parents=True)
    for path, text in contents.items():
        path.write_text(text, encoding="utf-8")
    return LaidOut(tuple(contents), _CLAUSE_LINES.format(slug=slug))


def _refuse(slug: str, module: Path, examples: Path) -> None:
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG or keyword.iskeyword(slug):
        raise NotLaidOut(
            f"{slug!r} cannot name a rule. Use a noun in small letters, words joined by _, at most {_LONGEST_SLUG}"
            " characters: make rule name=office_photos"
        )
    if module.exists() or examples.exists():
        raise NotLaidOut(f"There is a rule {slug} already: see {module} and {examples}")
    if not module.parent.is_dir() or not examples.parent.is_dir():
        raise NotLaidOut(f"{module.parent} is not in a working copy of Serikat; a rule is added to its source.")


def main(arguments: list[str]) -> int:
    """Exit code 0 where a rule was laid out, 2 where its name was refused."""
    if len(arguments) != 1:
        print("One name is needed: make rule name=office_photos", file=sys.stderr)
        return 2
    try:
        laid_out = lay_out(arguments[0], Path(serikat.__file__).parent)
    except NotLaidOut as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print("Written:")
    for path in laid_out.files:
        print(f"  {path}")
    print("\nLet a clause ask it: add these lines below the clause, in src/serikat/standards/<standard>.toml\n")
    print(laid_out.clause_lines)
    print("Then write the examples, see them fail (make test), and write the rule. docs/add-a-rule.md says more.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
