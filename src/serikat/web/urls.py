"""Addresses of the web floor."""

from __future__ import annotations

from django.urls import path

from serikat.web import views

app_name = "web"
urlpatterns = [
    path("bahasa/", views.choose_language, name="language"),
    path("tampilan/", views.choose_theme, name="theme"),
    path("komponen/", views.components, name="components"),
    path("komponen/<slug:name>/", views.layout, name="layout"),
    path("healthz", views.alive, name="alive"),
]
