"""What happens around every page: its language, the page that a refusal turns into, headers that Django leaves out."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from serikat.web import errors, language
from serikat.web.forms import noting_forms, page_with_refusal
from serikat.web.permission import RefusedError

Handler = Callable[[HttpRequest], HttpResponseBase]

_HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class LanguageMiddleware:
    """Makes the page in the language of the reader's cookie; a cache keeps the two apart."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, made while the reader's language is the current one."""
        chosen = language.chosen(request.COOKIES.get(language.COOKIE))
        with language.speaking(chosen):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", chosen)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        patch_vary_headers(response, ("Cookie",))
        return response


class RefusedMiddleware:
    """Says why something was refused, on the form that asked for it or on a page of its own; an empty 405 as well."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, with a page where Django gives 405 none; refusals come by `process_exception`."""
        with noting_forms():
            response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return errors.not_allowed(request, response)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; any other exception goes its way."""
        if not isinstance(exception, RefusedError):
            return None
        return page_with_refusal(request, exception.refused) or errors.refused(request, exception.refused)
