"""Locks between processes: a file that one of them has, and that is free again when that one ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO


class LockedError(Exception):
    """Another process has the file; the message names it."""


def locked(path: Path, *, waits: bool = False) -> IO[bytes]:
    """An open file that no other process has until it is closed, or its process ends, however that ends.

    Raises LockedError where another has it, unless we wait for it; OSError where the file cannot be opened.
    """
    held = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each system has one of the two

            held.seek(0)
            msvcrt.locking(held.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - each system has one of the two

            fcntl.flock(held, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise LockedError(f"{path} is held by another worker") from error
    return held
