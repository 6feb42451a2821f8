"""The invented federation's list of members, taken in, and the first audit of them all."""

from __future__ import annotations

from pathlib import Path

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.people.models import Person
from serikat.fronts.demo.roster import ROSTER, write_roster


def take_in(folder: Path, by: Person) -> None:
    """Write the list as secretariats keep theirs, import it, and ask for an audit of everybody on it."""
    root = Chapter.objects.get(depth=1)
    write_roster(folder / ROSTER)
    _import(folder / ROSTER, root)
    start_round(chapter=root, outlets=MemberOutlet.objects.select_related("chapter"), by=by)


def _import(file: Path, chapter: Chapter) -> None:
    for listed in read_roster(file).outlets:
        key = Outlet(listed.address).key
        MemberOutlet.objects.get_or_create(
            key=key, defaults={"name": listed.name, "address": listed.address, "chapter": chapter}
        )
