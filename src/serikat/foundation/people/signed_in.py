"""Views that need a person: who is not signed in is led to the sign-in page and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.people.models import Person
from serikat.foundation.people.queries import chapters_of

P = ParamSpec("P")


def signed_in(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """The view for whoever is signed in; others are led to /masuk/, and back afterwards."""

    @wraps(view)
    def only_with_a_person(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if getattr(request, "person", None) is None:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        return view(request, *args, **kwargs)

    return only_with_a_person


def person_of(request: HttpRequest) -> Person:
    """The person signed in; only for views that are `signed_in`."""
    person = getattr(request, "person", None)
    if not isinstance(person, Person):
        raise TypeError
    return person


def held_chapters(request: HttpRequest) -> list[Chapter]:
    """The chapters in which the person signed in holds a role; who holds none finds no page here (404)."""
    held = chapters_held(request)
    if not held:
        raise Http404
    return held


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody is."""
    return getattr(request, "person", None) is not None


def has_role(request: HttpRequest) -> bool:
    """Whether the person signed in holds any role."""
    return is_signed_in(request) and bool(chapters_held(request))


def chapters_held(request: HttpRequest) -> list[Chapter]:
    """The chapters in which the person signed in holds a role; asked once a request, since page and menu want it."""
    if not hasattr(request, "held_chapters"):
        request.held_chapters = chapters_of(person_of(request))  # type: ignore[attr-defined]
    return request.held_chapters  # type: ignore[attr-defined, no-any-return]
