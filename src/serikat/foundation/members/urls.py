"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from serikat.foundation.members.views import control, imports, outlets, standing

app_name = "members"
urlpatterns = [
    path("anggota/", outlets.outlets, name="outlets"),
    path("anggota/unduh/", outlets.download, name="download"),
    path("anggota/baru/", outlets.add, name="add"),
    path("anggota/<uuid:public_id>/", outlets.outlet, name="outlet"),
    path("anggota/<uuid:public_id>/keluarkan/", outlets.remove, name="remove"),
    path("anggota/<uuid:public_id>/keanggotaan/", standing.standing, name="standing"),
    path("anggota/<uuid:public_id>/dewan-pers/", standing.council_status, name="council_status"),
    path("perusahaan/<uuid:public_id>/", standing.company, name="company"),
    path("impor/", imports.imports, name="imports"),
    path("impor/<uuid:public_id>/", imports.roster_import, name="import"),
    path("impor/<uuid:public_id>/kolom/", imports.columns, name="columns"),
    path("impor/<uuid:public_id>/jawaban/", imports.answers, name="answers"),
    path("impor/<uuid:public_id>/masukkan/", imports.confirm, name="confirm"),
    path("impor/<uuid:public_id>/batalkan/", imports.undo, name="undo"),
    path("impor/<uuid:public_id>/masalah.xlsx", imports.annotated_copy, name="annotated"),
    path("media/<uuid:public_id>/kendali/", control.control, name="control"),
    path("media/<uuid:public_id>/kendali/kode/", control.ask, name="ask_control"),
    path("media/<uuid:public_id>/kendali/lihat/", control.check, name="check_control"),
    path("media/<uuid:public_id>/kendali/jamin/", control.vouch, name="vouch_control"),
]
