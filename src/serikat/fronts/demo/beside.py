"""What runs beside the demo's web: the invented sites, and the days in which the federation uses Serikat."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from serikat.fronts.demo.installation import Installation
from serikat.fronts.demo.later import a_month_later
from serikat.fronts.demo.outlets import outlets
from serikat.fronts.demo.serving import serving, sites_of

_SECONDS_TO_LEAVE = 10.0


@contextmanager
def beside(installation: Installation, host: str, language: str) -> Iterator[None]:
    """The sites and the story in a process of their own, for as long as the block runs."""
    words = [str(installation.sites_port), host, language, str(installation.folder)]
    command = [sys.executable, "-m", "serikat.fronts.demo.beside", *words]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603
    try:
        yield
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            process.kill()


def main(port: int, host: str, language: str, folder: str) -> int:
    """Serve the sites and tell the story, until the web that started this process is gone."""
    from pathlib import Path  # noqa: PLC0415

    import django  # noqa: PLC0415

    threading.Thread(target=_leave_with_the_web, daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "serikat.config.settings")
    django.setup()
    from serikat.fronts.demo.story import tell  # noqa: PLC0415 - its rooms need Django

    now = datetime.now(UTC)
    sites = sites_of(outlets(), now)
    with serving(host, port, now, Path(folder), sites):
        tell(language, lambda: a_month_later(sites, now))
        while True:
            time.sleep(3600)


def _leave_with_the_web() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]))
