"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from serikat.foundation.people.views import account, chapters, first_visit, journal, links, messages, officers

app_name = "people"
urlpatterns = [
    path("mulai/", first_visit.first_visit, name="first_visit"),
    path("t/<slug:secret>/", links.one_time_link, name="link"),
    path("akun/", account.account, name="account"),
    path("akun/keluar-semua/", account.sign_out_of_all, name="sign_out_everywhere"),
    path("pengurus/", officers.officers, name="officers"),
    path("pengurus/undang/", officers.invite, name="invite"),
    path("pengurus/<uuid:public_id>/", officers.officer, name="officer"),
    path("pengurus/<uuid:public_id>/pulihkan/", officers.restore, name="restore"),
    path("pengurus/<uuid:public_id>/undangan/", officers.invite_again, name="invite_again"),
    path("pengurus/<uuid:public_id>/<uuid:chapter_id>/<slug:kind>/akhiri/", officers.end, name="end_role"),
    path("wilayah/", chapters.chapters, name="chapters"),
    path("wilayah/buka/", chapters.open_one, name="open_chapter"),
    path("wilayah/<uuid:public_id>/", chapters.chapter, name="chapter"),
    path("wilayah/<uuid:public_id>/cakupan/<str:code>/akhiri/", chapters.end, name="end_coverage"),
    path("pesan/", messages.messages_list, name="messages"),
    path("pesan/<uuid:public_id>/", messages.message, name="message"),
    path("pesan/<uuid:public_id>/kirim/", messages.send, name="send"),
    path("jurnal/", journal.entries, name="journal"),
    path("jurnal/<int:number>/hapus-alasan/", journal.erase, name="erase_reason"),
    path("jurnal/jurnal.csv", journal.as_csv, name="journal_csv"),
]
