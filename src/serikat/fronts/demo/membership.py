"""The invented federation's list of members, taken in, and the first audit of them all."""

from __future__ import annotations

from pathlib import Path

from django.core.files import File

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.roster_import.actions import confirm_roster, upload_roster
from serikat.foundation.members.roster_import.previewing import preview_of
from serikat.foundation.people.models import Person
from serikat.fronts.demo.roster import ROSTER, write_roster


def take_in(folder: Path, by: Person) -> None:
    """Write the list as secretariats keep theirs, import it, and ask for an audit of everybody on it."""
    root = Chapter.objects.get(depth=1)
    write_roster(folder / ROSTER)
    _import(folder / ROSTER, root, by)
    start_round(chapter=root, outlets=MemberOutlet.objects.all(), by=by)


def _import(file: Path, chapter: Chapter, by: Person) -> None:
    with file.open("rb") as opened:
        roster_import = upload_roster(chapter=chapter, file=File(opened, file.name), file_name=file.name, by=by)
    confirm_roster(roster_import=roster_import, seen=preview_of(roster_import).fingerprint, by=by)
