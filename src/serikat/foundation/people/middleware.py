"""Who is asking: puts the person on the request, and keeps officers without a second factor out."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from serikat.foundation.people.models import Account, Person

_OPEN_TO_ALL = ("/static/", "/masuk/", "/akun/", "/bahasa", "/tampilan", "/healthz", "/t/")


class SignedInMiddleware:
    """`request.person` is who signed in, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = request.user
        person: Person | None = None
        if isinstance(account, Account) and account.is_authenticated:
            person = account.person
            if _needs_second_factor(account) and not request.path.startswith(_OPEN_TO_ALL):
                return redirect(reverse("mfa_activate_totp"))
        request.person = person  # type: ignore[attr-defined]
        return self._respond(request)


def _needs_second_factor(account: Account) -> bool:
    """Whoever has a password needs a second factor; members have neither."""
    return account.has_usable_password() and not Authenticator.objects.filter(user=account).exists()
