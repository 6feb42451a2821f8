"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from serikat.fronts.secretariat.views import home, member, plans

app_name = "secretariat"
urlpatterns = [
    path("", home.home, name="home"),
    path("saya/", member.mine, name="mine"),
    path("saya/<uuid:public_id>/", member.outlet, name="outlet"),
    path("saya/<uuid:public_id>/periksa-lagi/", member.check_again, name="check_again"),
    path("saya/<uuid:public_id>/periksa-lagi/<uuid:round_id>/", member.checking, name="checking"),
    path("media/<uuid:public_id>/rencana/", plans.send_plan, name="send_plan"),
    path("rencana/", plans.plans, name="plans"),
    path("rencana/siapkan/", plans.prepare_many, name="prepare_many"),
    path("rencana/antrean/", plans.queue, name="queue"),
    path("rencana/ingatkan/", plans.remind, name="remind"),
    path("rencana/ringkasan/", plans.digest, name="digest"),
]
