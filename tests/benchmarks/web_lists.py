"""How dear the list of outlets is: beside a bare page of the same stack, and over many outlets beside few."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable

FEW, MANY = 1_000, 50_000
VISITS = 40
MOST_TO_BARE, MOST_TO_FEW, MOST_QUERIES = 2.5, 1.5, 8


def report() -> None:
    """Prints the table; makes its own database in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="serikat-lists-") as folder:
        os.environ |= {"SERIKAT_DATA": folder, "SERIKAT_SECRET_KEY": "x" * 50}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "serikat.config.settings")
        os.environ.pop("DATABASE_URL", None)
        import django  # noqa: PLC0415 - the settings name the folder that was made just now

        django.setup()
        _report()


def _report() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from tests.benchmarks import listed_outlets  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    listed_outlets.begin()
    visits = listed_outlets.Visits()
    listed_outlets.fill(FEW)
    few, queries = _timed(visits.listed), visits.queries()
    bare = _timed(visits.bare)
    listed_outlets.fill(MANY)
    many = _timed(visits.listed)
    print("A list of 50 outlets, CPU a visit")
    print(f"  bare page of the same stack  {bare * 1e3:7.2f} ms")
    print(f"  list, {FEW:6,} outlets         {few * 1e3:7.2f} ms   {few / bare:5.2f} × bare (at most {MOST_TO_BARE})")
    print(f"  list, {MANY:6,} outlets         {many * 1e3:7.2f} ms   {many / few:5.2f} × few (at most {MOST_TO_FEW})")
    print(f"  queries                      {queries:7}      (at most {MOST_QUERIES})")
    for name, visit in visits.filtered.items():
        print(f"  {name:28} {_timed(visit) * 1e3:7.2f} ms   over {MANY:,} outlets")
    begun = time.perf_counter()
    visits.start_round()
    print(f"  a round of all {MANY:,} begun     {time.perf_counter() - begun:7.2f} s   until the next page is shown")


def _timed(visit: Callable[[], object]) -> float:
    for _ in range(3):
        visit()
    times = []
    for _ in range(VISITS):
        begun = time.process_time()
        visit()
        times.append(time.process_time() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    report()
