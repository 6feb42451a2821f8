"""Forms of ours: what is refused is said on the form that asked for it, and all that was typed stays in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import escape

from serikat.web.language import said
from serikat.web.permission import Refused, RefusedError


@dataclass(slots=True)
class Sent:
    """What a request sent: whether by a form of ours, and why that was refused, once it was."""

    has_form: bool = False
    refused: Refused | None = None


_sent: ContextVar[Sent | None] = ContextVar("sent", default=None)


class Form(forms.Form):
    """A form that was sent has an error of the whole form while its refusal is told."""

    refused: Refused | None = None

    def full_clean(self) -> None:
        """Django's, then the refusal, if there is one."""
        super().full_clean()
        sent = _sent.get()
        if self.is_bound and sent is not None:
            sent.has_form = True
            if sent.refused is not None:
                self.refused = sent.refused
                self.add_error(None, said(sent.refused.reason))


@contextmanager
def noting_forms() -> Iterator[None]:
    """One request, whose forms are noted."""
    token = _sent.set(Sent())
    try:
        yield
    finally:
        _sent.reset(token)


def page_with_refusal(request: HttpRequest, refused: Refused) -> HttpResponse | None:
    """The form that asked for what was refused, filled in as it was sent; None where no form was, or it does not tell.

    Its view is asked once more, and now its forms say no. Whatever else the view changes on the way is taken back.
    """
    sent, match = _sent.get(), request.resolver_match
    if sent is None or match is None or not sent.has_form:
        return None
    for _, files in request.FILES.lists():
        for file in files:
            if not file.closed:
                file.seek(0)
    sent.refused = refused
    with suppress(RefusedError, Http404), transaction.atomic():
        page = match.func(request, *match.args, **match.kwargs)
        transaction.set_rollback(True)
        if isinstance(page, HttpResponse) and escape(said(refused.reason)) in page.text:
            page.status_code = 403
            return page
    return None
