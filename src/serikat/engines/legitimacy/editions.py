"""The editions of bylaws at hand: those that come with Serikat, and files that are handed in."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from serikat.engines.judgement.loading import load_folder, load_standard
from serikat.engines.judgement.standard import Standard
from serikat.engines.legitimacy.judging import known_rules


def shipped_bylaws() -> tuple[Standard, ...]:
    """The editions that come with Serikat, by id."""
    return load_folder(files("serikat.standards") / "bylaws", known_rules()).standards


def with_files(editions: Iterable[Standard], handed_in: Iterable[Path]) -> tuple[Standard, ...]:
    """The editions and those in the files, which win over one of the same id; raises StandardError and OSError."""
    held = {edition.id: edition for edition in editions}
    for file in handed_in:
        edition = load_standard(file.read_text(encoding="utf-8-sig"), str(file), known_rules())
        held[edition.id] = edition
    return tuple(held.values())
