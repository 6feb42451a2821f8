"""What the invented federation does with Serikat, through the actions that real officers use, while the web runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.foundation.findings.actions.answers import answer_clause
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.findings.models import AuditRound, ClauseState, RoundState, Target
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from serikat.fronts.demo.later import LOST_THEIR_MASTHEAD, PUT_RIGHT
from serikat.fronts.demo.people import first_officer

_AUDITING = Words("Memeriksa situs anggota", "Auditing the members' sites")
_AGAIN = Words("Memeriksa lagi yang berubah", "Auditing again what changed")
_DONE = Words(
    "Pemeriksaan peragaan selesai; semua halaman sekarang terisi.",
    "The demo's audits are done; every page is filled now.",
)
_FAILED = Words("Pemeriksaan terhenti: {error}", "The round stopped: {error}")
_ENDED = (RoundState.FINISHED, RoundState.CANCELLED, RoundState.FAILED)
_LOOKS_EVERY_SECONDS = 0.5
_ANSWERED_FOR = timedelta(days=180)


def tell(language: str, change_sites: Callable[[], None]) -> None:
    """Follow the first round, have the sites change, audit those again, let people answer; told once alone."""
    said: Language = "en" if language == "en" else "id"
    console = Console(stderr=True, highlight=False)
    officer = first_officer()
    first = AuditRound.objects.order_by("wanted_at").first()
    if first is None or AuditRound.objects.count() > 1:
        return
    if not _followed(first, _AUDITING.in_language(said), console):
        console.print(_FAILED.filled(error=first.error).in_language(said))
        return
    _people_answer(officer)
    change_sites()
    changed = MemberOutlet.objects.filter(key__in=(*LOST_THEIR_MASTHEAD, *PUT_RIGHT, "lentera-pulau-rekaan.example"))
    second = start_round(chapter=first.chapter, outlets=changed.select_related("chapter"), by=officer)
    _followed(second, _AGAIN.in_language(said), console)
    console.print(_DONE.in_language(said))


def _followed(audit_round: AuditRound, words: str, console: Console) -> bool:
    """Show how far the round is until it ends; whether it finished."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    targets = Target.objects.filter(round=audit_round)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(words, total=targets.count())
        while audit_round.state not in _ENDED:
            time.sleep(_LOOKS_EVERY_SECONDS)
            close_old_connections()
            audit_round.refresh_from_db()
            progress.update(task, completed=targets.exclude(reached="").count())
    return audit_round.state == RoundState.FINISHED


def _people_answer(officer: Person) -> None:
    """An officer who has seen the papers settles what no machine could, and overrules what one got wrong."""
    for outlet_key, outcome, reason in _ANSWERS:
        state = _first(ClauseState.objects.filter(outlet__key=outlet_key, outcome=outcome).order_by("clause"))
        if state is not None:
            answer_clause(
                outlet=MemberOutlet.objects.select_related("chapter").get(pk=state.outlet_id),
                standard=state.standard,
                clause=state.clause,
                outcome=Outcome.MET,
                reason=reason,
                until=(timezone.localdate() + _ANSWERED_FOR),
                by=officer,
            )


_ANSWERS = (
    ("kabar-bandar-rekaan.example", Outcome.UNCLEAR, "Akta dan SK Kemenkumham sudah dilihat di sekretariat (rekaan)."),
    ("titik-tengah-rekaan.example", Outcome.NOT_MET, "Kantor sudah dikunjungi; papan nama dan alamat ada (rekaan)."),
)


def _first(states: Iterable[ClauseState]) -> ClauseState | None:
    return next(iter(states), None)
