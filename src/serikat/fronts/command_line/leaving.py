"""Told by a signal to leave: whoever waits for the word may hold the lock that telling it needs."""

from __future__ import annotations

import threading
import time

_TOLD_AGAIN_SECONDS = 1.0


def tell(event: threading.Event) -> None:
    """Set an event from within a signal's handler.

    The handler interrupts the main thread, perhaps while it holds the event's own lock, and would wait for itself. A
    thread can wait; it tells again, since a program that clears the event at that moment would never hear it.
    """
    threading.Thread(target=_keep_telling, args=(event,), name="told to leave", daemon=True).start()


def _keep_telling(event: threading.Event) -> None:
    while True:
        event.set()
        time.sleep(_TOLD_AGAIN_SECONDS)
