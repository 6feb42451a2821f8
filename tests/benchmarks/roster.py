"""How fast a list of 2,670 members is read, compared with what is known, and written out again, beside a bare read."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook

from serikat.engines.site_audit.reading.regions import all_regions
from serikat.foundation.members.roster.annotating import annotated
from serikat.foundation.members.roster.comparing import compared
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.writing import write_roster

MEMBERS = 2_670
ROUNDS = 5
_ONE_IN = 10


def report() -> None:
    """Prints the seconds of each step, and of a bare read of the same file in the same run."""
    known = [a_known_outlet(number) for number in range(MEMBERS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "anggota.xlsx"
        path.write_bytes(write_roster([a_listed_outlet(number, one) for number, one in enumerate(known)]))
        roster = read_roster(path)
        bare = _seconds(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
        reading = _seconds(lambda: read_roster(path))
        comparing = _seconds(lambda: compared(roster, known))
        copying = _seconds(lambda: annotated(path, roster))
        kinds = sorted({change.change.value for change in compared(roster, known)})
    whole = reading + comparing + copying
    print(f"\nImport of {MEMBERS:,} members in 15 columns, {len(roster.problems)} problems; rows {', '.join(kinds)}")
    print(f"  bare read of the workbook       {bare:6.2f} s")
    print(f"  reading, with every problem     {reading:6.2f} s   {reading / bare:5.1f} × the bare read")
    print(f"  comparing with {MEMBERS:,} known      {comparing:6.2f} s")
    print(f"  the copy with its comments      {copying:6.2f} s")
    print(f"  all three                       {whole:6.2f} s   (aim: at most 10 s)")


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def a_known_outlet(number: int) -> KnownOutlet:
    towns = [region for region in all_regions() if not region.is_province]
    town = towns[number % len(towns)]
    return KnownOutlet(
        key=str(number),
        address=f"https://kabar-{number}-fiktif.example/",
        name=f"Kabar {number} Fiktif",
        company=f"PT Kabar {number} Fiktif",
        province_code=town.code.partition(".")[0],
        regency_code=town.code,
        responsible_person=f"Rani Fiktif {number}",
        editor_in_chief=f"Budi Rekaan {number}",
        phones=(f"+6281{number:09d}",),
        emails=(f"redaksi@kabar-{number}-fiktif.example",),
        member_number=f"{town.code}.{number:04d}",
        joined=date(2019, 1, 1) + timedelta(days=number),
        status=list(ListedStatus)[number % len(ListedStatus)],
        certificate=f"{number}/FIKTIF/2024" if number % 2 else "",
        notes="Catatan fiktif",
    )


def a_listed_outlet(number: int, known: KnownOutlet) -> KnownOutlet:
    """The outlet as the list has it: of ten, one is new, one says something else, and one cannot be read whole."""
    at = number % _ONE_IN
    if at == 1:
        return replace(known, address=f"https://baru-{number}-fiktif.example/", name=f"Baru {number}")
    if at == 2:
        return replace(known, editor_in_chief="Orang Lain Fiktif")
    return replace(known, phones=("0812",), emails=("salah",)) if at == 3 else known
