"""The pages that say that something did not work: what happened, and the next step."""

from __future__ import annotations

import sys
from contextlib import suppress

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from serikat.web.addresses import page_above
from serikat.web.permission import Refused


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where the request was refused for its size; the page asks nothing of a request that is not whole."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return too_large(request)
    return HttpResponse(render_to_string("web/errors/400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403 without a reason of ours."""
    return _page(request, "403", 403)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """403 with the reason that an access function gave."""
    return _page(request, "refused", 403, refused=refusal)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 where the token of a form does not match: mostly a page that stayed open over night."""
    return _page(request, "form_expired", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404, also for what exists but lies outside of what the person may see."""
    return _page(request, "404", 404)


def not_allowed(request: HttpRequest, answer: HttpResponseNotAllowed) -> HttpResponse:
    """405, which says by its header what the address does take."""
    facts = {"is_sent_only": "GET" not in answer["Allow"], "above": page_above(request.path)}
    page = _page(request, "405", 405, **facts)
    page["Allow"] = answer["Allow"]
    return page


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    return _page(request, "413", 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; without the menu where the database broke, or anything else that a page asks."""
    if not isinstance(sys.exception(), DatabaseError):
        with suppress(Exception):
            return _page(request, "500", 500)
    return HttpResponse(render_to_string("web/errors/500.html"), status=500)


def _page(request: HttpRequest, name: str, status: int, **facts: object) -> HttpResponse:
    """A page that no cache keeps, since it says where this visitor came from."""
    page = render(request, f"web/errors/{name}.html", facts, status=status)
    add_never_cache_headers(page)
    return page
