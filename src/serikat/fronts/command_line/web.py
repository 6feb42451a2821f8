"""`serikat serve`, `work` and `migrate`: the web, the worker that audits for it, and its tables."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SETTINGS = "serikat.config.settings"
_SECONDS_TO_LEAVE = 20


def prepared() -> None:
    """Make Django ready in this process. Raises ImproperlyConfigured, naming each unsafe or unreadable setting."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    import django  # noqa: PLC0415 - only the commands of the web pay for Django

    django.setup()


def migrate() -> int:
    """Bring the tables up to this release."""
    prepared()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", interactive=False, verbosity=0)
    return 0


def work() -> int:
    """Audit what is asked for until told to leave; an outlet under way is begun again by the next worker."""
    prepared()
    from serikat.foundation.findings import worker  # noqa: PLC0415

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    worker.work(stop)
    return 0


def serve(host: str, port: int, *, with_worker: bool = True, processes: int = 2) -> int:
    """Serve the web on an address until told to leave, with a worker beside it unless one runs elsewhere."""
    migrate()
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415

    server = Granian(
        "serikat.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=1,
        respawn_failed_workers=True,
        log_level=os.environ.get("SERIKAT_LOG_LEVEL", "warning"),  # type: ignore[arg-type]
    )
    with _worker_beside() if with_worker else _nothing():
        server.serve()
    return 0


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A worker for as long as the web runs."""
    process = subprocess.Popen([sys.executable, "-m", "serikat.fronts.command_line.entry", "work"])
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            process.kill()


@contextmanager
def _nothing() -> Iterator[None]:
    yield
