"""Articles of a site that stand nearly word for word at other outlets, as a round found them, beside its evidence."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from serikat.engines.site_audit.evidence.warc import EvidenceError

COPIES = "copies.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """One article of a site and its like at another outlet; `similarity` is the share of the text in common, 0 to 1."""

    url: str
    other_outlet: str
    other_url: str
    similarity: float


def write_copies(folder: Path, copies: Iterable[Copy]) -> None:
    """Keep what a comparison found of the site whose evidence is in `folder`, whole or not at all."""
    draft = folder / f".{COPIES}.draft"
    with draft.open("w", encoding="utf-8") as file:
        json.dump([asdict(copy) for copy in copies], file, indent=1, sort_keys=True)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / COPIES)


def read_copies(folder: Path) -> tuple[Copy, ...] | None:
    """What a comparison found of this site; None where none was made. Raises EvidenceError where it is damaged."""
    try:
        written = (folder / COPIES).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    try:
        return tuple(Copy(**each) for each in json.loads(written))
    except (ValueError, TypeError) as error:
        raise EvidenceError(f"{folder / COPIES}: {error!r}") from error
