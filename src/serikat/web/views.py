"""The switches of language and theme, the sign of life, and the page of all components."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from serikat.web import language, theme
from serikat.web.addresses import own_address
from serikat.web.gallery.samples import LAYOUTS, samples

_A_YEAR = 365 * 24 * 3600


# Without a token, so that an open page needs no cookie to be shown: all that a stranger could change is the language.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keeps the reader's language and leads back."""
    return _back_with(request, language.COOKIE, language.chosen(request.POST.get("language")))


@csrf_exempt
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the reader's theme and leads back."""
    return _back_with(request, theme.COOKIE, theme.chosen(request.POST.get("theme")))


@never_cache
@require_safe
def alive(_: HttpRequest) -> HttpResponse:
    """Says that the process answers; it asks no database, so that a slow one does not get the process restarted."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, on invented facts."""
    return render(request, "web/gallery/components.html", samples())


@require_safe
def layout(request: HttpRequest, name: str) -> HttpResponse:
    """One page of each kind, on invented facts."""
    if name not in LAYOUTS:
        raise Http404
    return render(request, f"web/gallery/page_{name}.html", samples())


def _back_with(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    response = HttpResponseRedirect(own_address(request.POST.get("next", ""), otherwise=reverse("web:components")))
    response.set_cookie(cookie, value, max_age=_A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
