"""The addresses of all pages: each room names its own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("serikat.web.urls")),
    path("", include("serikat.foundation.people.urls")),
    path("", include("serikat.foundation.members.urls")),
    path("", include("serikat.foundation.findings.urls")),
    path("", include("serikat.fronts.secretariat.urls")),
]
