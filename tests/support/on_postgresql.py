"""`python -m tests.support.on_postgresql`: the rooms' tests once more, on a throw-away PostgreSQL that this starts."""

from __future__ import annotations

import os
import subprocess
import sys

from serikat.foundation.findings.rounds.tests.databases import MISSING, postgresql, postgresql_programs

ROOMS = ("src/serikat/foundation", "src/serikat/fronts", "src/serikat/web", "tests/journeys")


def main(arguments: list[str]) -> int:
    """Run every test that uses Django's database; pytest's status, or 0 with a word where there is no PostgreSQL."""
    programs = postgresql_programs()
    if programs is None:
        print(f"Left out: the rooms' tests on PostgreSQL. {MISSING}.")
        return 0
    with postgresql(programs) as address:
        command = [sys.executable, "-m", "pytest", "-q", "-m", "django_db and not browser", *arguments, *ROOMS]
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
