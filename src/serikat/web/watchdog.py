"""Ends a web process that should not go on: its request takes too long, or whoever started it is gone."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterable
from multiprocessing.connection import wait
from typing import Any

_STUCK = 75
_LOOKS_EVERY_SECONDS = 1.0
_log = logging.getLogger(__name__)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Deadline:
    """A WSGI application whose process ends when one request takes too many seconds; the server starts another.

    A thread that hangs in a library or in a slow visitor's upload cannot be ended alone. Nothing is lost with the
    process but that request: each answers one at a time, and a transaction under way is rolled back.
    """

    def __init__(self, application: Application, seconds: float) -> None:
        self._application = application
        self._seconds = seconds
        self._under_way: dict[int, tuple[float, str]] = {}
        threading.Thread(target=self._watch, name="deadline", daemon=True).start()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        me = threading.get_ident()
        self._under_way[me] = (time.monotonic(), f"{environ.get('REQUEST_METHOD')} {environ.get('PATH_INFO')}")
        try:
            return self._application(environ, start_response)
        finally:
            del self._under_way[me]

    def overdue(self, now: float) -> str:
        """The request that takes too long at a moment of the monotonic clock, or nothing."""
        late = now - self._seconds
        return next((what for began, what in list(self._under_way.values()) if began < late), "")

    def _watch(self) -> None:
        while not (request := self.overdue(time.monotonic())):
            time.sleep(_LOOKS_EVERY_SECONDS)
        _log.error("%s took more than %g s; this process ends and another takes its place", request, self._seconds)
        os._exit(_STUCK)


def leave_with_parent() -> None:
    """End this process when the one that started it is gone, even where that one was killed without a word."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent.sentinel,), name="lifeline", daemon=True).start()


def _leave_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
