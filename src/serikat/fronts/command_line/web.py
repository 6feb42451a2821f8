"""`serikat work` and `migrate`, and what every command of the web begins with."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from serikat.fronts.command_line.house_lock import IN_USE, UPGRADE, InUseError, alone, among_others
from serikat.fronts.command_line.leaving import tell

BAD_SETTINGS = 2
_SETTINGS = "serikat.config.settings"
_UPGRADE_SECONDS = 600.0


def prepared() -> Path:
    """Make Django ready; the data folder. Ends the program where settings are unsafe or unreadable, naming each."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    import django  # noqa: PLC0415 - only the commands of the web pay for Django
    from django.conf import settings  # noqa: PLC0415
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    try:
        django.setup()
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr)
        raise SystemExit(BAD_SETTINGS) from None
    return Path(settings.DATA)


def migrate() -> int:
    """Bring the tables up to this release."""
    bring_up_to_date(prepared())
    return 0


def bring_up_to_date(data: Path) -> None:
    """The tables, by one process at a time: whoever comes second waits, and finds nothing left to do."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    with alone(data / UPGRADE, _UPGRADE_SECONDS):
        # Several machines share one PostgreSQL and no folder, so they wait for one another there.
        on_several = connection.vendor == "postgresql"
        if on_several:
            connection.cursor().execute("SELECT pg_advisory_lock(hashtext('serikat upgrade'))")
        call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
        if on_several:
            connection.cursor().execute("SELECT pg_advisory_unlock(hashtext('serikat upgrade'))")


def work() -> int:
    """Audit what is asked for until told to leave; an outlet under way is begun again by the next worker."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: tell(stop))
    return work_until(stop)


def work_until(stop: threading.Event) -> int:
    """Work until `stop` is set."""
    data = prepared()
    from serikat.foundation.findings import worker  # noqa: PLC0415

    try:
        with among_others(data / IN_USE):
            bring_up_to_date(data)
            worker.work(stop)
    except InUseError:
        print(BEING_RESTORED, file=sys.stderr)
        return BAD_SETTINGS
    return 0


BEING_RESTORED = "Data sedang dipulihkan; tunggu sampai selesai. / The data is being restored; wait until that is done."
