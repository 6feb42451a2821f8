"""Places at sites and addresses that all processes of a round share, so that several of them press no host together."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from serikat.engines.site_audit.file_locks import lock, unlock

_NOT_IN_FILE_NAMES = re.compile(r"[^a-z0-9.-]")
_LONGEST_NAME = 100
_FIRST_LOOK, _LAST_LOOK = 0.02, 0.5
_MOST_OPEN = 256


class SharedPlaces:
    """So many places at whatever is named, each an empty file that one process locks while it is there.

    `folder` is seen alike by all processes of the round, on whatever machine. A place is free again at once when its
    process dies, and needs no clock. Within one process a `Pacer` orders those who wait, so that few look here.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        # Opening costs far more than locking, and a site is asked forty times.
        self._open: dict[str, IO[bytes]] = {}
        self._held: set[str] = set()

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
                asyncio.get_running_loop().call_later(rest, self._leave, held)
            else:
                self._leave(held)

    def close(self) -> None:
        """Leave all places, those too that still rest."""
        self._held.clear()
        while self._open:
            self._open.popitem()[1].close()

    def _free_place(self, name: str, at_once: int) -> str | None:
        for number in range(at_once):
            place = f"{name}.{number}"
            if place not in self._held and lock(self._opened(place)):
                self._held.add(place)
                return place
        return None

    def _opened(self, place: str) -> IO[bytes]:
        file = self._open.pop(place, None) or (self._folder / place).open("ab", buffering=0)
        self._open[place] = file  # the one used last stands last
        for idle in islice(self._open, max(0, len(self._open) - _MOST_OPEN)):
            if idle not in self._held and idle != place:
                self._open.pop(idle).close()
                break
        return file

    def _leave(self, place: str) -> None:
        # Nothing is left to leave once all was closed.
        if place in self._held:
            self._held.discard(place)
            unlock(self._open[place])


def _file_name(what: str) -> str:
    name = _NOT_IN_FILE_NAMES.sub("-", what.lower())
    return name if len(name) <= _LONGEST_NAME else hashlib.sha256(what.encode()).hexdigest()
