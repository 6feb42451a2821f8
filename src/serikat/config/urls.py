"""The addresses of all pages: each room names its own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("serikat.web.urls")),
    path("", include("serikat.foundation.people.sign_in_urls")),
    path("", include("serikat.foundation.people.urls")),
    path("", include("serikat.foundation.members.urls")),
    path("", include("serikat.foundation.findings.urls")),
    path("", include("serikat.fronts.secretariat.urls")),
]

handler400 = "serikat.web.errors.bad_request"
handler403 = "serikat.web.errors.permission_denied"
handler404 = "serikat.web.errors.not_found"
handler500 = "serikat.web.errors.server_error"
