"""Who is asking: the person on the request, the way to the first visit, and no officer without a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from serikat.foundation.chapters.queries import association
from serikat.foundation.people.models import Account
from serikat.foundation.people.queries import is_new_installation

Handler = Callable[[HttpRequest], HttpResponseBase]
_ALWAYS_OPEN = ("/static/", "/bahasa/", "/tampilan/", "/healthz")
_FIRST_VISIT = "/mulai/"
_OWN_ACCOUNT = "/akun/"
_WITHOUT_SECOND_FACTOR = (*_ALWAYS_OPEN, _OWN_ACCOUNT, "/masuk/", "/t/")
_KNOWN, _NAME = "has_second_factor", "association_name"


class SignedInMiddleware:
    """`request.person` is who signed in, or None."""

    def __init__(self, get_response: Handler) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, or the way to what has to be done first."""
        account = request.user
        request.person = account.person if isinstance(account, Account) else None  # type: ignore[attr-defined]
        if not isinstance(account, Account):
            return redirect(_FIRST_VISIT) if _comes_first(request) else self._respond(request)
        if not request.path.startswith(_WITHOUT_SECOND_FACTOR) and _needs_second_factor(request, account):
            return redirect("mfa_activate_totp")
        response = self._respond(request)
        # What a signed-in person saw does not stay behind on a shared computer.
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def _comes_first(request: HttpRequest) -> bool:
    """Whether a stranger's page has to wait for the first visit."""
    return not request.path.startswith((*_ALWAYS_OPEN, _FIRST_VISIT)) and is_new_installation()


def association_name(request: HttpRequest) -> str:
    """The association's name, which every page shows: asked once a session by whoever is signed in; empty before."""
    if isinstance(known := getattr(request, _NAME, None), str):
        return known
    session = getattr(request, "session", {})
    name = str(session.get(_NAME, ""))
    if not name and (root := association()):
        name = root.name
        if getattr(request, "person", None):
            session[_NAME] = name
    setattr(request, _NAME, name)
    return name


def _needs_second_factor(request: HttpRequest, account: Account) -> bool:
    """Whoever has a password needs a second factor; members have neither. Asked once a session."""
    if request.session.get(_KNOWN):
        return False
    if account.has_usable_password() and not Authenticator.objects.filter(user=account).exists():
        return True
    request.session[_KNOWN] = True
    return False


def ask_again_for_second_factor(request: HttpRequest) -> None:
    """The next page asks the database again: the account's own pages may have taken the last one away."""
    request.session.pop(_KNOWN, None)
