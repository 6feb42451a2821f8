"""What the invented federation does with Serikat, through the actions that real officers use, while the web runs."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.db import close_old_connections
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from serikat.engines.judgement.words import Language, Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.rounds import set_schedule, start_round
from serikat.foundation.findings.models import AuditRound, RoundState, Target
from serikat.foundation.findings.queries.tallies import standing_of
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.members.models import MemberOutlet
from serikat.fronts.demo.correspondence import members_respond, officers_answer, plans_go_out
from serikat.fronts.demo.later import LOST_THEIR_MASTHEAD
from serikat.fronts.demo.people import first_officer

_AUDITING = Words("Memeriksa situs anggota", "Auditing the members' sites")
_AGAIN = Words("Memeriksa lagi yang berubah", "Auditing again what changed")
_DONE = Words(
    "Pemeriksaan peragaan selesai; semua halaman sekarang terisi.",
    "The demo's audits are done; every page is filled now.",
)
_FAILED = Words("Pemeriksaan terhenti: {error}", "The round stopped: {error}")
_SUMMARY = Words(
    "{audited} dari {outlets} media diperiksa: {complete} memenuhi semua yang wajib, {incomplete} masih kurang,"
    " {unclear} perlu dilihat orang, {unread} situs tidak terbaca.",
    "{audited} of {outlets} outlets audited: {complete} meet all that binds, {incomplete} lack something,"
    " {unclear} need a person to look, {unread} sites could not be read.",
)
_MISSED = Words("Paling sering kurang: {missed}.", "Most often missing: {missed}.")
_REPORTS = Words(
    "Laporan tiap media: {origin}/media/, pilih medianya, lalu Unduh laporan cetak.",
    "The report on each outlet: {origin}/media/, choose it, then Download the printable report.",
)
_ENDED = (RoundState.FINISHED, RoundState.CANCELLED, RoundState.FAILED)
_LOOKS_EVERY_SECONDS = 0.5
_EVERY_DAYS = 30


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
    console.print(summary_of(first.chapter, said))
    officers_answer(officer)
    plans_go_out()
    change_sites()
    again = members_respond()
    changed = MemberOutlet.objects.filter(key__in=(*LOST_THEIR_MASTHEAD, "lentera-pulau-rekaan.example"))
    second = start_round(chapter=first.chapter, outlets=changed, by=officer)
    set_schedule(chapter=first.chapter, every_days=_EVERY_DAYS, is_on=True, by=officer)
    _followed(second, _AGAIN.in_language(said), console)
    _followed(again, _AGAIN.in_language(said), console)
    console.print(_DONE.in_language(said))


def summary_of(chapter: Chapter, language: Language) -> str:
    """What the audits of a chapter's outlets found, and where their reports are, in a few lines for the terminal."""
    found = standing_of([chapter]).whole
    missed = (
        f"{held[1].title.in_language(language)} ({count})"
        for name, key, count in found.most_missed()
        if (held := clause_of(name, key)) is not None
    )
    lines = (
        _SUMMARY.filled(
            audited=found.audited,
            outlets=found.outlets,
            complete=found.complete,
            incomplete=found.incomplete,
            unclear=found.unclear,
            unread=found.unread,
        ),
        _MISSED.filled(missed="; ".join(missed)),
        _REPORTS.filled(origin=settings.ORIGIN),
    )
    return "\n".join(line.in_language(language) for line in lines)


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
