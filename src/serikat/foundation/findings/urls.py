"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path, register_converter

from serikat.foundation.findings.views import (
    clauses,
    handed_in,
    outlet,
    outlet_list,
    questions,
    rounds,
    stored_pages,
)


class Sha256:
    """A hash as addresses carry it."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Sha256, "sha256")

app_name = "findings"
urlpatterns = [
    path("media/", outlet_list.outlets, name="outlets"),
    path("media/unduh.csv", outlet_list.outlets_csv, name="outlets_csv"),
    path("media/unduh.xlsx", outlet_list.outlets_xlsx, name="outlets_xlsx"),
    path("media/<uuid:public_id>/", outlet.outlet, name="outlet"),
    path("media/<uuid:public_id>/banding/", outlet.comparison, name="comparison"),
    path("media/<uuid:public_id>/laporan/", outlet.report, name="report"),
    path("media/<uuid:public_id>/audit.json", outlet.record, name="record"),
    path("media/<uuid:public_id>/periksa-lagi/", clauses.recheck, name="recheck"),
    path("media/<uuid:public_id>/halaman/", handed_in.hand_in, name="hand_in"),
    path("media/<uuid:public_id>/butir/<slug:standard>/<slug:clause>/", clauses.clause, name="clause"),
    path("media/<uuid:public_id>/bukti/<sha256:sha256>/", stored_pages.stored, name="stored"),
    path("media/<uuid:public_id>/bukti/<sha256:sha256>/tampilan/", stored_pages.rendering, name="rendering"),
    path("jawaban/<uuid:public_id>/tarik/", clauses.withdraw, name="withdraw"),
    path("halaman/<uuid:public_id>/", handed_in.handed_in, name="handed_in"),
    path("pertanyaan/", questions.questions, name="questions"),
    path("pertanyaan/<uuid:public_id>/ambil/", questions.take, name="take_question"),
    path("pertanyaan/<uuid:public_id>/tutup/", questions.close, name="close_question"),
    path("pemeriksaan/", rounds.rounds, name="rounds"),
    path("pemeriksaan/mulai/", rounds.start, name="start"),
    path("pemeriksaan/jadwal/", rounds.schedule, name="schedule"),
    path("pemeriksaan/<uuid:public_id>/", rounds.audit_round, name="round"),
    path("pemeriksaan/<uuid:public_id>/hentikan/", rounds.stop, name="stop"),
    path("pemeriksaan/<uuid:public_id>/lanjutkan/", rounds.resume, name="resume"),
]
