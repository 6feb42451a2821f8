"""How long a list of 2,670 members takes through the web's own steps, beside a bare read of the same file."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
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
    from django.core.files import File  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    from serikat.foundation.members.roster.annotating import annotated  # noqa: PLC0415
    from serikat.foundation.members.roster.writing import write_roster  # noqa: PLC0415
    from serikat.foundation.members.roster_import import actions, files  # noqa: PLC0415
    from serikat.foundation.members.roster_import.previewing import preview_of, without_questions  # noqa: PLC0415
    from tests.benchmarks.roster import MEMBERS, a_listed_outlet, an_outlet_of_list  # noqa: PLC0415
    from tests.support.builders import an_association  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    top, officer = an_association()
    known = [an_outlet_of_list(number) for number in range(MEMBERS)]
    lists = [known, [a_listed_outlet(number, one) for number, one in enumerate(known)], known]
    print(f"\nImport of {MEMBERS:,} members through the web's steps, SQLite")
    for title, outlets in zip(("all new", "a tenth new, changed, wrong", "once more"), lists, strict=True):
        path = folder / "anggota.xlsx"
        path.write_bytes(write_roster(outlets))
        bare = _seconds(lambda path=path: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(), 3)  # type: ignore[misc]
        times: dict[str, float] = {}
        with path.open("rb") as opened:
            begun = time.perf_counter()
            new = actions.upload_roster(chapter=top, file=File(opened), file_name="anggota.xlsx", by=officer)
            times["upload"] = time.perf_counter() - begun
        files._read.cache_clear()
        times["first preview"] = _seconds(lambda new=new: preview_of(new))  # type: ignore[misc]
        times["next preview"] = _seconds(lambda new=new: preview_of(new))  # type: ignore[misc]
        seen = preview_of(new)
        counts = seen.counts
        if counts["created"] + counts["changed"]:
            fingerprint = seen.fingerprint
            times["confirm"] = _seconds(
                lambda new=new, fingerprint=fingerprint: actions.confirm_roster(  # type: ignore[misc]
                    roster_import=new, seen=fingerprint, by=officer
                )
            )
        problems = without_questions(seen).problems
        times["copy"] = _seconds(lambda seen=seen, problems=problems: annotated(path, seen.roster, problems))  # type: ignore[misc]
        whole = sum(times.values()) - times["next preview"]
        steps = ", ".join(f"{step} {seconds:.2f}" for step, seconds in times.items())
        print(f"  {title}: {dict(counts)}, {len(problems)} problems")
        print(f"    {steps} s; whole {whole:.2f} s, {whole / bare:.0f} × the bare read ({bare:.3f} s), aim {MOST_SECONDS} s")


def _seconds(work: Callable[[], object], rounds: int = 1) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    report()
