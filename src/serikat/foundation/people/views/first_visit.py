"""The first visit of an empty installation: the association and its first officer; gone afterwards."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from serikat.foundation.chapters.models import Level
from serikat.foundation.people.actions import set_up_association
from serikat.foundation.people.forms import FirstVisitForm
from serikat.foundation.people.queries import is_new_installation
from serikat.foundation.people.sign_in import rate_limited, record_password


@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "POST"])
def first_visit(request: HttpRequest) -> HttpResponse:
    """The form; what it makes signs the first officer in, who then pairs a second factor."""
    if not is_new_installation():
        raise Http404
    if settings.IN_PRODUCTION and not settings.FIRST_VISIT_CODE:
        return render(request, "people/first_visit_closed.html", status=403)
    if request.method == "POST" and (refusal := rate_limited(request, "first_visit")):
        return refusal
    form = FirstVisitForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/first_visit.html", {"form": form})
    chosen = form.cleaned_data
    account = set_up_association(
        association=chosen["association"],
        level=Level(chosen["level"]),
        regions=(chosen["region"],) if chosen["region"] else (),
        name=chosen["name"],
        phone=chosen["phone"],
        username=chosen["username"],
        password=chosen["password"],
    )
    login(request, account)
    record_password(request, account)
    return redirect("mfa_activate_totp")
