"""One's own account: who I am here, which roles I hold, how I sign in, and signing out of all devices."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from serikat.foundation.people.actions import sign_out_everywhere
from serikat.foundation.people.models import Role
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.web.language import said_later


@require_safe
@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """What this installation knows of me, and how I come in."""
    roles = Role.objects.on(timezone.localdate()).filter(person=person_of(request)).select_related("chapter")
    return render(request, "people/account.html", {"person": person_of(request), "roles": roles})


@require_POST
@signed_in
def sign_out_of_all(request: HttpRequest) -> HttpResponse:
    """Ends every session but this one."""
    update_session_auth_hash(request, sign_out_everywhere(by=person_of(request)))
    messages.success(request, said_later("Semua perangkat lain sudah keluar.", "All other devices are signed out."))
    return redirect("people:account")
