"""Politeness: one request at a time to a site and a rest after it, and few at a time to one address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush

_FEW_LINES = 2048


class _Line:
    """Those who want to ask one site or address: who comes first goes first, to the place that has rested longest."""

    def __init__(self, at_once: int) -> None:
        self.places = asyncio.Semaphore(at_once)
        self.free_from = [0.0] * at_once
        self.users = 0

    def is_idle(self, now: float) -> bool:
        """Whether nobody asks, waits or rests here."""
        return not self.users and max(self.free_from) <= now


class Pacer:
    """Who may ask what now; shared by all gatherings of one process, so that no two of them press one host together."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}
        self._tidy_at = _FEW_LINES

    @asynccontextmanager
    async def turn(self, what: str, interval: float, at_once: int = 1) -> AsyncIterator[None]:
        """Wait for one of `at_once` places at a site or address, in the order of asking, and hold it for the block.

        The place rests for `interval` seconds after it. `at_once` is the same whenever the same `what` is asked.
        """
        self._tidy()
        line = self._lines.setdefault(what, _Line(at_once))
        line.users += 1
        try:
            async with line.places:
                free_from = heappop(line.free_from)
                clock = asyncio.get_running_loop()
                try:
                    pause = free_from - clock.time()
                    if pause > 0:
                        await asyncio.sleep(pause)
                    try:
                        yield
                    finally:
                        free_from = clock.time() + interval
                finally:
                    heappush(line.free_from, free_from)
        finally:
            line.users -= 1

    def _tidy(self) -> None:
        """A round over thousands of sites must not remember them all."""
        if len(self._lines) < self._tidy_at:
            return
        now = asyncio.get_running_loop().time()
        self._lines = {what: line for what, line in self._lines.items() if not line.is_idle(now)}
        self._tidy_at = max(_FEW_LINES, 2 * len(self._lines))
