"""The bar names the page being read, and keeps quiet where nobody is watching."""

from __future__ import annotations

import io

from rich.console import Console

from serikat.engines.site_audit.report.progress import ProgressBar


def shown(terminal: bool) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=120, color_system=None)
    with ProgressBar("http://kabar-[fiktif].example/", "id", console) as bar:
        bar.update("articles", 3, 20, "http://kabar-fiktif.example/[red]berita")
    return out.getvalue()


def test_a_terminal_sees_the_stage_and_the_page() -> None:
    said = shown(terminal=True)
    assert "Membaca kabar-[fiktif].example" in said
    assert "berita kabar-fiktif.example/[red]berita" in said


def test_a_file_gets_nothing() -> None:
    assert shown(terminal=False).strip() == ""
