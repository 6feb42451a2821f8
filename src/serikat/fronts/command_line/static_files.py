"""Style sheets, fonts and scripts, named by their content and compressed, put where the web serves them from."""

from __future__ import annotations

import hashlib
from pathlib import Path

# Only the tree's own pages for Django's admin, which nobody sees here.
_UNUSED = ["treebeard*"]
_STAMP = "collected-from"


def collect(folder: Path) -> bool:
    """Collect into the folder what changed since the last time; whether anything had. Takes seconds, so it is asked."""
    from django.core.management import call_command  # noqa: PLC0415 - only the web pays for Django

    stamp, held = folder / _STAMP, _state()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == held:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True, ignore_patterns=_UNUSED)
    folder.mkdir(parents=True, exist_ok=True)
    stamp.write_text(held, encoding="ascii")
    return True


def _state() -> str:
    """What tells one set of source files from another."""
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415

    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(_UNUSED):
            file = Path(storage.path(name)).stat()
            seen.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return seen.hexdigest()
