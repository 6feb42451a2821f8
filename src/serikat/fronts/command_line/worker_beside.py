"""The worker that audits beside the web: started anew when it dies, and gone when the web is, however that ended."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from types import TracebackType

from serikat.fronts.command_line.web import work_until

_SECONDS_TO_LEAVE = 20.0
_PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
_log = logging.getLogger(__name__)


class WorkerBeside:
    """A worker for as long as the block runs. It watches a pipe of ours, which closes even when we are killed."""

    def __init__(self) -> None:
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="keeper of the worker", daemon=True)

    def __enter__(self) -> WorkerBeside:
        self._keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._is_over.set()
        if self._process is not None:
            if self._process.stdin is not None:
                self._process.stdin.close()
            try:
                self._process.wait(_SECONDS_TO_LEAVE + 5)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._keeper.join(timeout=5)

    def _keep(self) -> None:
        """Start it, wait for its end, and again, more slowly where it dies each time."""
        deaths = 0
        while (process := self._started()) is not None:
            status = process.wait()
            if self._is_over.is_set():
                return
            pause = _PAUSES[min(deaths, len(_PAUSES) - 1)]
            deaths += 1
            _log.error("the worker ended (%s); a new one starts in %g s", status, pause)
            self._is_over.wait(pause)

    def _started(self) -> subprocess.Popen[bytes] | None:
        """A new worker; None once all is over. A session of its own, so that Ctrl-C reaches it through us alone."""
        with self._lock:
            if self._is_over.is_set():
                return None
            command = [sys.executable, "-m", "serikat.fronts.command_line.worker_beside"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603
            return self._process


def _leave_with_the_web(stop: threading.Event) -> None:
    """Wait until the pipe closes; then leave in good order, or not, but leave."""
    sys.stdin.buffer.read()
    stop.set()
    threading.Event().wait(_SECONDS_TO_LEAVE)
    os._exit(1)


def main() -> int:
    """Work until the web that started this process is gone."""
    stop = threading.Event()
    threading.Thread(target=_leave_with_the_web, args=(stop,), daemon=True).start()
    return work_until(stop)


if __name__ == "__main__":
    sys.exit(main())
