"""The editions of bylaws at hand: those that come with Serikat, files handed in, and files beside a record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from importlib.resources import files
from pathlib import Path

from serikat.engines.judgement.loading import load_standard
from serikat.engines.judgement.standard import Standard
from serikat.engines.legitimacy.judging import known_rules
from serikat.engines.legitimacy.record import Record

_ID = re.compile(r"[a-z0-9-]+")


def shipped_bylaws() -> tuple[Standard, ...]:
    """The editions that come with Serikat, by id."""
    return read_editions(edition_texts())


def read_editions(texts: dict[str, str]) -> tuple[Standard, ...]:
    """The editions of these texts; raises StandardError."""
    return tuple(load_standard(texts[name], name, known_rules()) for name in sorted(texts))


def edition_texts(handed_in: Iterable[Path] = ()) -> dict[str, str]:
    """The texts of the editions that come with Serikat and of files, which win; raises StandardError and OSError."""
    shipped = (entry for entry in (files("serikat.standards") / "bylaws").iterdir() if entry.name.endswith(".toml"))
    texts = {entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8-sig") for entry in shipped}
    for file in handed_in:
        text = file.read_text(encoding="utf-8-sig")
        texts[load_standard(text, str(file), known_rules()).id] = text
    return texts


def named_editions(record: Record) -> Collection[str]:
    """The ids of the editions that the record and its positions apply."""
    named = {edition.id for edition in record.editions if edition.applied}
    return named.union(*(position.editions or () for position in record.positions))


def editions_beside(file: Path, record: Record) -> list[Path]:
    """The files `ID.toml` of editions that a record names, beside the record's file or in the folder `editions` there.

    An edition that comes with Serikat is not looked for: whoever wants another text of it hands the file in.
    """
    wanted = sorted(name for name in named_editions(record) - edition_texts().keys() if _ID.fullmatch(name))
    places = [(file.parent / f"{name}.toml", file.parent / "editions" / f"{name}.toml") for name in wanted]
    return [place for pair in places for place in pair if place.is_file()]
