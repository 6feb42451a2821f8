"""Where the real pages to measure against lie; they are their publishers' and never part of this project."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE_THE_PROJECT = Path(__file__).parents[5].parent / "shared" / "realdata"


def realdata() -> Path:
    """The folder named by SERIKAT_REALDATA, else the one beside the project; it may not exist."""
    return Path(os.environ.get("SERIKAT_REALDATA") or _BESIDE_THE_PROJECT)
