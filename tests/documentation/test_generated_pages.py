"""The generated pages say what the code says now."""

from __future__ import annotations

from tests.architecture.sources import ROOT
from tests.documentation.generate import pages, stale
from tests.documentation.house_map import house_map


def test_the_generated_pages_are_up_to_date() -> None:
    assert [path.relative_to(ROOT).as_posix() for path in stale(pages())] == []


def test_a_changed_page_counts_as_stale() -> None:
    path = ROOT / "docs" / "glossary.md"
    assert path in stale({**pages(), path: "something else"})


def test_the_map_shows_a_room_below_its_floor() -> None:
    lines = house_map().splitlines()
    floor = next(place for place, line in enumerate(lines) if line.startswith("- [`foundation/`]"))
    assert lines[floor + 1].startswith("  - [`findings/`]")
