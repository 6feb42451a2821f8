"""`serikat serve`: the web on an address, its tables and files brought up to date first, a worker beside it."""

from __future__ import annotations

import multiprocessing
import os
import socket
import sys
from contextlib import closing, nullcontext
from pathlib import Path

from serikat.engines.judgement.words import Words
from serikat.fronts.command_line.house_lock import IN_USE, UPGRADE, InUseError, alone, among_others
from serikat.fronts.command_line.web import BEING_RESTORED, bring_up_to_date, prepared
from serikat.fronts.command_line.worker_beside import WorkerBeside

PORT_IN_USE = 2
_STOPS_WITHIN_SECONDS = 15
_HEADERS_WITHIN_MILLISECONDS = 15_000
_TAKEN = Words(
    "{host}:{port} dipakai program lain. Hentikan program itu, atau pilih porta: SERIKAT_PORT=8080 serikat {command}",
    "{host}:{port} is in use by another program. Stop it, or choose another port: SERIKAT_PORT=8080 serikat {command}",
)
_SERVED = Words("Serikat berjalan di {origin}/ – Ctrl-C: berhenti.", "Serikat runs at {origin}/ – Ctrl-C to stop.")


def serve(host: str, port: int, *, with_worker: bool = True, processes: int = 2) -> int:
    """Serve until told to leave, with a worker beside it unless one runs elsewhere.

    Returns 0, or 2 where the port is taken or the data is just being restored.
    """
    data = prepared()
    if not is_free(host, port):
        say_taken(host, port, "serve")
        return PORT_IN_USE
    try:
        with among_others(data / IN_USE):
            _make_ready(data)
            with WorkerBeside() if with_worker else nullcontext():
                _run(host, port, processes)
    except InUseError:
        print(BEING_RESTORED, file=sys.stderr)
        return PORT_IN_USE
    return 0


def _make_ready(data: Path) -> None:
    """Tables and static files of this release; what the processes to come inherit from this one is nothing."""
    from django.conf import settings  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from serikat.fronts.command_line.static_files import collect  # noqa: PLC0415

    bring_up_to_date(data)
    with alone(data / UPGRADE, _STOPS_WITHIN_SECONDS * 4):
        collect(Path(settings.STATIC_ROOT))
    connections.close_all()
    if not settings.IN_PRODUCTION:
        _say(_SERVED.filled(origin=settings.ORIGIN))


def _run(host: str, port: int, processes: int) -> None:
    from django.conf import settings  # noqa: PLC0415
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415

    from serikat.fronts.command_line.web_server import WebServer  # noqa: PLC0415

    # A fresh interpreter for each: threads and database connections do not survive a fork.
    multiprocessing.set_start_method("spawn", force=True)
    WebServer(
        "serikat.config.wsgi:front",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=processes,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_WITHIN_MILLISECONDS),
        respawn_failed_workers=True,
        workers_kill_timeout=_STOPS_WITHIN_SECONDS,
        log_level=os.environ.get("SERIKAT_LOG_LEVEL", "warning"),
        # The server's own loggers would name handlers that ours does not have.
        log_dictconfig={"loggers": {}, **settings.LOGGING} if settings.IN_PRODUCTION else None,
    ).serve()


def is_free(host: str, port: int) -> bool:
    """Whether one can listen there; the web server itself would say it in its own words, from a process of its own."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return False
    return True


def say_taken(host: str, port: int, command: str) -> None:
    """Say that the port belongs to another program, and what to do."""
    _say(_TAKEN.filled(host=host, port=port, command=command))


def _say(words: Words) -> None:
    print(words.id, words.en, sep="\n", file=sys.stderr)
