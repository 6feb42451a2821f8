"""Locks between processes: a file that one of them has, and that is free again when that one ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LockedError(Exception):
    """Another process has the file; the message names it."""


def locked(path: Path, *, waits: bool = False) -> IO[bytes]:
    """An open file that no other process has until it is closed, or its process ends, however that ends.

    Raises LockedError where another has it, unless we wait for it; OSError where the file cannot be opened.
    """
    held = path.open("ab")
    if not lock(held, waits=waits):
        held.close()
        raise LockedError(f"{path} is held by another worker")
    return held


def lock(file: IO[bytes], *, waits: bool = False) -> bool:
    """Take an open file for ourselves; False where another process, or another opening of ours, has it."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def unlock(file: IO[bytes]) -> None:
    """Let others have a file that we took, and keep it open."""
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_UN)
