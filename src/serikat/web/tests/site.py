"""A site of nothing but the web floor, for its own tests: the gallery, the switches, and pages that go wrong."""

from __future__ import annotations

from types import SimpleNamespace

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import include, path

from serikat.engines.judgement.words import Words
from serikat.web import errors, views
from serikat.web.middleware import Handler
from serikat.web.navigation import Entry, Place
from serikat.web.permission import Refused, require

MENU = (
    Entry(Words("Beranda", "Home"), "home", "home", 1),
    Entry(Words("Anggota", "Members"), "members", "users", 2),
    Entry(Words("Pemeriksaan", "Audits"), "audits", "list-check", 3),
    Entry(Words("Komponen", "Components"), "web:components", "folder", 4),
    Entry(Words("Akun saya", "My account"), "mine", "user", 1, Place.ACCOUNT),
    Entry(Words("Keluar", "Sign out"), "leave", "logout", 2, Place.ACCOUNT, acts=True),
    Entry(Words("Anggota kami", "Our members"), "members", "", 1, Place.OPEN),
)


def trouble(request: HttpRequest, kind: str) -> HttpResponse:
    """Goes wrong in the way that its address names."""
    if kind == "refused":
        require(Refused(Words("Hanya sekretaris yang dapat <menghapus>.", "Only the secretary may <remove>.")))
    raised = {
        "403": PermissionDenied("no"),
        "400": SuspiciousOperation("no"),
        "413": RequestDataTooBig("no"),
        "500": RuntimeError("no"),
        "database": DatabaseError("no"),
    }
    raise raised[kind]


def somebody_signed_in(get_response: Handler) -> Handler:
    """Middleware by which every page is asked for by somebody signed in, whom no database has to know."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleNamespace(is_authenticated=True)  # type: ignore[assignment]
        return get_response(request)

    return answer


urlpatterns = [
    path("", include("serikat.web.urls")),
    path("", views.components, name="home"),
    path("anggota/", views.components, name="members"),
    path("pemeriksaan/", views.components, name="audits"),
    path("saya/", views.components, name="mine"),
    path("keluar/", views.components, name="leave"),
    path("salah/<slug:kind>/", trouble),
]
handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.not_found
handler500 = errors.server_error
