"""Writes the generated pages, or with `--check` says which of them are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.architecture.sources import ROOT
from tests.documentation import (
    assembly_pages,
    assembly_pages_id,
    components_page,
    coverage_page,
    glossary_page,
    house_map,
    rule_pages,
    standard_pages,
)

GENERATED_FOLDERS = ("docs/rules", "docs/standards")


def pages() -> dict[Path, str]:
    """Every generated page as it should stand: its path and its whole text."""
    written = {
        "ARCHITECTURE.md": house_map.page(),
        "docs/components.md": components_page.page(),
        "docs/coverage.md": coverage_page.page(),
        "docs/glossary.md": glossary_page.page(),
        **assembly_pages.pages(),
        **assembly_pages_id.pages(),
        **rule_pages.pages(),
        **standard_pages.pages(),
    }
    return {ROOT / name: text for name, text in written.items()}


def stale(should: dict[Path, str]) -> list[Path]:
    """Pages that are missing, that differ, or that describe something which is gone."""
    differ = [path for path, text in should.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return differ + [
        path for folder in GENERATED_FOLDERS for path in (ROOT / folder).glob("*.md") if path not in should
    ]


def write(should: dict[Path, str]) -> list[Path]:
    """Bring the pages up to date; the paths that were touched."""
    touched = stale(should)
    for path in touched:
        if path in should:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(should[path], encoding="utf-8")
        else:
            path.unlink()
    return touched


def main(arguments: list[str]) -> int:
    """Exit code 0 where all pages are up to date or were brought so, 1 where `--check` finds a stale one."""
    if arguments == ["--check"]:
        found = stale(pages())
        for path in found:
            print(f"stale: {path.relative_to(ROOT)} (make docs writes it anew)")
        return 1 if found else 0
    for path in write(pages()):
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
