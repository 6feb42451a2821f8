"""Politeness: one request at a time to a site, and a rest between the end of one and the start of the next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_MOST_LINES = 2048


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_from: float = 0.0
    waiting: int = 0


class Pacer:
    """Who may ask which site now; shared by all gatherings of one process, so that two of them never press one host."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    @asynccontextmanager
    async def turn(self, site: str, interval: float) -> AsyncIterator[None]:
        """Wait for one's turn at the site, and hold it for the length of the block; `interval` is the rest after it."""
        if len(self._lines) > _MOST_LINES:
            self._drop_idle()
        line = self._lines.setdefault(site, _Line())
        line.waiting += 1
        clock = asyncio.get_running_loop()
        try:
            async with line.lock:
                pause = line.free_from - clock.time()
                if pause > 0:
                    await asyncio.sleep(pause)
                try:
                    yield
                finally:
                    line.free_from = clock.time() + interval
        finally:
            line.waiting -= 1

    def _drop_idle(self) -> None:
        """A round over thousands of sites must not remember them all."""
        now = asyncio.get_running_loop().time()
        idle = [site for site, line in self._lines.items() if not line.waiting and line.free_from <= now]
        for site in idle:
            del self._lines[site]
