"""Places at sites and addresses that all processes of a round share, so that several of them press no host together."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from serikat.engines.site_audit.file_locks import LockedError, locked

_NOT_IN_FILE_NAMES = re.compile(r"[^a-z0-9.-]")
_LONGEST_NAME = 100
_FIRST_LOOK, _LAST_LOOK = 0.02, 0.5


class SharedPlaces:
    """So many places at whatever is named, each an empty file that one process locks while it is there.

    `folder` is seen alike by all processes of the round, on whatever machine. A place is free again at once when its
    process dies, and needs no clock. Within one process a `Pacer` orders those who wait, so that few look here.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._resting: set[IO[bytes]] = set()

    @asynccontextmanager
    async def place(self, what: str, rest: float, at_once: int = 1) -> AsyncIterator[None]:
        """Wait for one of `at_once` places and hold it for the block, and for `rest` seconds after it."""
        name = _file_name(what)
        pause = _FIRST_LOOK
        while (held := self._free_place(name, at_once)) is None:
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LAST_LOOK)
        try:
            yield
        finally:
            if rest > 0:
                self._resting.add(held)
                asyncio.get_running_loop().call_later(rest, self._leave, held)
            else:
                held.close()

    def close(self) -> None:
        """Leave the places that still rest."""
        for held in list(self._resting):
            self._leave(held)

    def _free_place(self, name: str, at_once: int) -> IO[bytes] | None:
        for number in range(at_once):
            try:
                return locked(self._folder / f"{name}.{number}")
            except LockedError:
                continue
        return None

    def _leave(self, held: IO[bytes]) -> None:
        self._resting.discard(held)
        held.close()


def _file_name(what: str) -> str:
    name = _NOT_IN_FILE_NAMES.sub("-", what.lower())
    return name if len(name) <= _LONGEST_NAME else hashlib.sha256(what.encode()).hexdigest()
