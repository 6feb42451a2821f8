"""The room's lines in the menu, and what it adds to the pages of outlets."""

from __future__ import annotations

import time

from django.http import HttpRequest

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.deeds import Deed, Place
from serikat.foundation.findings.deeds import register as on_outlets
from serikat.foundation.members.queries import outlets_represented_by
from serikat.foundation.people.signed_in import has_role, is_signed_in, person_of
from serikat.web.navigation import Entry
from serikat.web.navigation import register as in_menu

_SPEAKS, _KEPT_SECONDS = "speaks_for_outlets", 300.0


def fill() -> None:
    """Tell the menu and the pages of outlets."""
    in_menu(Entry(Words("Beranda", "Home"), "secretariat:home", "home", 10, shown=is_signed_in))
    in_menu(Entry(Words("Rencana", "Plans"), "secretariat:plans", "list-check", 45, shown=has_role))
    in_menu(Entry(Words("Media saya", "My outlets"), "secretariat:mine", "star", 15, shown=_speaks_for_outlets))
    send = Words("Kirim rencana", "Send the plan")
    on_outlets(Deed(send, "secretariat:send_plan", "send", Place.OUTLET))
    on_outlets(Deed(Words("Kendali", "Control"), "members:control", "key", Place.OUTLET))
    on_outlets(Deed(send, "secretariat:prepare_many", "send", Place.SELECTION))


def _speaks_for_outlets(request: HttpRequest) -> bool:
    """Whether an officer speaks for an outlet, too; for members the home is that page. Asked once in a while."""
    if not has_role(request):
        return False
    kept = request.session.get(_SPEAKS)
    if kept is None or kept["until"] < time.time():
        speaks = outlets_represented_by(person_of(request)).exists()
        kept = request.session[_SPEAKS] = {"speaks": speaks, "until": time.time() + _KEPT_SECONDS}
    return bool(kept["speaks"])
