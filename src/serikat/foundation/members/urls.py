"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from serikat.foundation.members.views import control

app_name = "members"
urlpatterns = [
    path("media/<uuid:public_id>/kendali/", control.control, name="control"),
    path("media/<uuid:public_id>/kendali/kode/", control.ask, name="ask_control"),
    path("media/<uuid:public_id>/kendali/lihat/", control.check, name="check_control"),
    path("media/<uuid:public_id>/kendali/jamin/", control.vouch, name="vouch_control"),
]
