"""How rounds, and deeds about findings, are called in the journal."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.queries import below_paths
from serikat.foundation.findings.models import AuditRound
from serikat.foundation.journal.subjects import Named, belongs_to_chapters, can_name, words_for
from serikat.web import writing


def register() -> None:
    """Tell the journal."""
    can_name("findings", "round", _rounds)
    belongs_to_chapters("findings", "round", _rounds_within)
    words_for({
        "findings.round_wanted": Words("Pemeriksaan diminta", "Round asked for"),
        "findings.round_stopped": Words("Pemeriksaan dihentikan", "Round stopped"),
        "findings.round_resumed": Words("Pemeriksaan dilanjutkan", "Round resumed"),
        "findings.round_finished": Words("Pemeriksaan selesai", "Round finished"),
        "findings.round_cancelled": Words("Pemeriksaan berhenti", "Round came to its stop"),
        "findings.round_failed": Words("Pemeriksaan terhenti karena gangguan", "Round stopped by a fault"),
        "findings.schedule_set": Words("Jadwal pemeriksaan diatur", "Schedule set"),
        "findings.answered": Words("Butir dijawab pengurus", "Clause answered"),
        "findings.answer_ran_out": Words("Masa berlaku jawaban habis", "Answer ran out"),
        "findings.answer_withdrawn": Words("Jawaban ditarik", "Answer withdrawn"),
        "findings.page_handed_in": Words("Halaman diserahkan anggota", "Page handed in"),
        "findings.page_seen": Words("Halaman kiriman dilihat", "Handed-in page seen"),
        "findings.question_taken": Words("Pertanyaan diambil", "Question taken"),
        "findings.question_freed": Words("Pertanyaan dilepas", "Question let go"),
        "findings.question_closed": Words("Pertanyaan ditutup", "Question closed"),
    })


def _rounds(public_ids: Collection[str]) -> dict[str, Named]:
    found = AuditRound.objects.filter(public_id__in=public_ids).values_list("public_id", "wanted_at")
    days = {str(each): timezone.localtime(wanted_at).date() for each, wanted_at in found}
    return {
        each: Named(
            Words(f"Pemeriksaan {writing.day(day, 'id')}", f"Audit of {writing.day(day, 'en')}"),
            f"/pemeriksaan/{each}/",
        )
        for each, day in days.items()
    }


def _rounds_within(paths: Collection[str]) -> QuerySet[AuditRound]:
    return AuditRound.objects.filter(below_paths(paths, "chapter__path"))
