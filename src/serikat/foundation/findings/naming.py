"""How rounds, audits and deeds about them are called in the journal."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.models import AuditRound, OutletAudit
from serikat.foundation.journal.subjects import Named, can_name, words_for


def register() -> None:
    """Tell the journal."""
    can_name("findings", "round", _round)
    can_name("findings", "audit", _audit)
    words_for({
        "findings.round_wanted": Words("Pemeriksaan diminta", "Round asked for"),
        "findings.round_stopped": Words("Pemeriksaan dihentikan", "Round stopped"),
        "findings.round_resumed": Words("Pemeriksaan dilanjutkan", "Round resumed"),
        "findings.round_finished": Words("Pemeriksaan selesai", "Round finished"),
        "findings.schedule_set": Words("Jadwal pemeriksaan diatur", "Schedule set"),
        "findings.answered": Words("Butir dijawab pengurus", "Clause answered"),
        "findings.answer_withdrawn": Words("Jawaban ditarik", "Answer withdrawn"),
        "findings.page_handed_in": Words("Halaman diserahkan anggota", "Page handed in"),
        "findings.page_seen": Words("Halaman kiriman dilihat", "Handed-in page seen"),
        "findings.question_closed": Words("Pertanyaan ditutup", "Question closed"),
    })


def _round(public_id: str) -> Named | None:
    found = AuditRound.objects.filter(public_id=public_id).first()
    return Named(f"{found.wanted_at:%Y-%m-%d}", f"/pemeriksaan/{public_id}/") if found else None


def _audit(public_id: str) -> Named | None:
    found = OutletAudit.objects.select_related("outlet").filter(public_id=public_id).first()
    return Named(str(found.outlet), f"/media/{found.outlet.public_id}/") if found else None
