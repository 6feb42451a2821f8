"""The web server, which hears a signal even when its workers end at the same moment."""

from __future__ import annotations

from granian import Granian

from serikat.fronts.command_line.leaving import tell


class WebServer(Granian):  # type: ignore[misc, valid-type]
    """Granian, but for how it takes the signal to leave.

    Its own handler takes a lock that the main thread may hold just then, and waited for ever when a whole group of
    processes was told to leave at once, as systemd and terminals do.
    """

    def signal_handler_interrupt(self, *_: object, **__: object) -> None:
        """Leave; called by the interpreter between two instructions of the main thread."""
        self.interrupt_signal = True
        tell(self.main_loop_interrupt)
