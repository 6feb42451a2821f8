"""`make bench`: speed as ratios against a bare baseline in the same run, and accuracy on labelled real pages."""

from __future__ import annotations

import subprocess
import sys

from serikat.engines.site_audit.tests.real_pages import realdata
from tests.benchmarks import (
    assembly,
    national_round,
    realdata_articles,
    roster,
    speed,
    web_first_visit,
    web_import,
    web_recheck,
)


def main() -> int:
    """Prints the tables; parts that need the real pages say so where those are missing."""
    speed.report()
    assembly.report()
    roster.report()
    web_import.report()
    web_first_visit.report()
    web_recheck.report()
    sys.stdout.flush()
    # The web's settings are those of one process.
    subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.benchmarks.web_lists"], check=True)
    national_round.report()
    if not realdata().exists():
        print("\nAccuracy: left out, the real pages are not on this machine (SERIKAT_REALDATA names their folder).")
        return 0
    realdata_articles.report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
