"""How long a list of 2,670 members takes through the web's own steps, beside a bare read of the same file."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MOST_SECONDS = 10.0


def report() -> None:
    """Prints the table; makes its own database in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="serikat-import-") as folder:
        os.environ |= {"SERIKAT_DATA": folder, "SERIKAT_SECRET_KEY": "x" * 50}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "serikat.config.settings")
        os.environ.pop("DATABASE_URL", None)
        import django  # noqa: PLC0415 - the settings name the folder that was made just now

        django.setup()
        _report(Path(folder))


def _report(folder: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from serikat.foundation.members.roster.writing import write_roster  # noqa: PLC0415
    from tests.benchmarks.roster import MEMBERS, a_known_outlet, a_listed_outlet  # noqa: PLC0415
    from tests.support.builders import an_association  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    an_association()
    known = [a_known_outlet(number) for number in range(MEMBERS)]
    listed = [a_listed_outlet(number, one) for number, one in enumerate(known)]
    print(f"\nImport of {MEMBERS:,} members through the web's steps, SQLite (aim: at most {MOST_SECONDS:g} s)")
    for title, outlets in (("all of them new", known), ("of ten one new, one changed, one with faults", listed)):
        path = folder / "anggota.xlsx"
        path.write_bytes(write_roster(outlets))
        print(f"  {title}")
        _taken_in(path)


def _taken_in(path: Path) -> None:
    from django.core.files import File  # noqa: PLC0415
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    from serikat.foundation.chapters.queries import association  # noqa: PLC0415
    from serikat.foundation.members.roster.annotating import annotated  # noqa: PLC0415
    from serikat.foundation.members.roster_import import actions  # noqa: PLC0415
    from serikat.foundation.members.roster_import.previewing import preview_of, without_questions  # noqa: PLC0415
    from serikat.foundation.people.models import Person  # noqa: PLC0415

    top, officer = association(), Person.objects.get()
    assert top is not None
    bare = min(_seconds(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) for _ in range(5))
    with path.open("rb") as opened:
        new = actions.upload_roster(chapter=top, file=File(opened), file_name=path.name, by=officer)
    first = _seconds(lambda: preview_of(new))
    again = _seconds(lambda: preview_of(new))
    seen = preview_of(new)
    confirming = _seconds(lambda: actions.confirm_roster(roster_import=new, seen=seen.fingerprint, by=officer))
    problems = without_questions(seen).problems
    copying = _seconds(lambda: annotated(path, seen.roster, problems))
    whole = first + confirming + copying
    print(f"    bare read of the workbook       {bare:6.3f} s")
    print(f"    first preview, with the reading {first:6.2f} s   (each later page of it {again:.2f} s)")
    print(f"    confirmed, in one transaction   {confirming:6.2f} s")
    print(f"    the copy, {len(problems):4} problems         {copying:6.2f} s")
    print(f"    all three                       {whole:6.2f} s   {whole / bare:5.0f} × the bare read")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    report()
