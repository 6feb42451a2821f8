"""Control of a site: asked for, shown, vouched for, lost when the domain is no longer whose it was."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members import control_check
from serikat.foundation.members.access import can_show_control, can_vouch
from serikat.foundation.members.models import Control, ControlMethod, LostCause, MemberOutlet
from serikat.foundation.members.models.control import A_LOOK
from serikat.foundation.members.queries import control_of
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_PAUSE = timedelta(seconds=15)
# Whoever asked longer ago was told to ask again.
_WANTED_FOR = timedelta(minutes=10)
_LOOKED_AT_EVERY = timedelta(days=7)
_SYSTEM = Actor("system", "control")
_TOO_SOON = Words(
    "Situs baru saja dilihat. Tunggu seperempat menit, lalu coba lagi.",
    "The site was looked at just now. Wait a quarter of a minute, then try again.",
)
_NOT_ASKED = Words("Minta kodenya dulu.", "Ask for the code first.")
_NO_REASON = Words("Tulis dari mana Anda tahu; itu tersimpan.", "Write how you know; it is kept.")
# An audit that came to this saw somebody else's page, or none at all, where the outlet used to be.
_GONE = (LostCause.PARKED, LostCause.REDIRECTED_AWAY)


@transaction.atomic
def ask_for_control(*, outlet: MemberOutlet, by: Person) -> Control:
    """A code for the outlet to show on its site; one that waits or holds already is given back."""
    require(can_show_control(by, outlet))
    known = control_of(outlet)
    if known is not None and known.lost_at is None:
        return known
    control = Control.objects.create(outlet=outlet, token=secrets.token_hex(16), asked_by=by)
    record("members.control_asked", about=outlet.subject, by=by.actor)
    return control


@transaction.atomic
def want_look(*, outlet: MemberOutlet, by: Person) -> None:
    """Have the site looked at for the code that was asked for; one look that is under way is enough.

    Raises RefusedError where no code was asked for, or a look was just had.
    """
    require(can_show_control(by, outlet))
    control = control_of(outlet)
    if control is None or control.lost_at is not None:
        raise RefusedError(Refused(_NOT_ASKED))
    now = timezone.now()
    if control.holds or control.is_looked_at(now):
        return
    due = Control.objects.filter(pk=control.pk).exclude(checked_at__gt=now - _PAUSE)
    if not due.update(wanted_at=now, wanted_by=by, seen=[]):
        raise RefusedError(Refused(_TOO_SOON))


def look_at_wanted(*, now: datetime) -> bool:
    """The worker's part: have the look that waits longest, and keep what was seen; False where none waits."""
    untouched = Q(checked_at=None) | Q(checked_at__lt=F("wanted_at")) | Q(checked_at__lt=now - A_LOOK)
    waiting = Control.objects.filter(untouched, wanted_at__gt=now - _WANTED_FOR)
    control = waiting.select_related("outlet", "wanted_by").order_by("wanted_at").first()
    if control is None or control.wanted_by is None or not waiting.filter(pk=control.pk).update(checked_at=now):
        return False
    # Outside of any transaction: the site may take its time.
    seen = control_check.look(control.outlet, control.token)
    if seen.method:
        method, by = ControlMethod(seen.method), control.wanted_by
        _shown(outlet=control.outlet, control=control, method=method, mark=seen.owner_mark, by=by)
    said = [{"id": each.id, "en": each.en} for each in seen.said]
    Control.objects.filter(pk=control.pk).update(wanted_at=None, seen=said)
    return True


@transaction.atomic
def vouch_for_control(*, outlet: MemberOutlet, reason: str, by: Person) -> Control:
    """An officer vouches with a reason; never for an outlet of their own. Raises RefusedError."""
    require(can_vouch(by, outlet))
    if not reason.strip():
        raise RefusedError(Refused(_NO_REASON))
    now = timezone.now()
    control = Control.objects.create(
        outlet=outlet,
        method=ControlMethod.VOUCHED,
        token=secrets.token_hex(16),
        asked_by=by,
        shown_at=now,
        vouched_by=by,
        reason=reason.strip(),
        checked_at=now,
    )
    record("members.control_vouched", about=outlet.subject, by=by.actor, reason=reason.strip())
    return control


@transaction.atomic
def note_audit_of_site(*, outlet: MemberOutlet, reached: str) -> None:
    """An audit that met a parked domain, or was sent elsewhere, ends the control shown before."""
    if reached in _GONE:
        _lose(outlet=outlet, because=LostCause(reached))


def look_at_owners(*, now: datetime, most: int = 200) -> int:
    """Ask by what the domains are held whose control was not looked at for a week; says how many were looked at."""
    due = Control.objects.filter(checked_at__lt=now - _LOOKED_AT_EVERY, lost_at=None).exclude(shown_at=None)
    controls = list(due.select_related("outlet").order_by("checked_at")[:most])
    for control in controls:
        mark = control_check.mark_now(control.outlet)
        Control.objects.filter(pk=control.pk).update(checked_at=now)
        if mark and control.owner_mark and mark != control.owner_mark:
            _lose(outlet=control.outlet, because=LostCause.OTHER_HANDS)
        elif mark and not control.owner_mark:
            Control.objects.filter(pk=control.pk).update(owner_mark=mark)
    return len(controls)


@transaction.atomic
def _shown(*, outlet: MemberOutlet, control: Control, method: ControlMethod, mark: str, by: Person) -> None:
    first = Control.objects.filter(pk=control.pk, shown_at=None, lost_at=None)
    if first.update(shown_at=timezone.now(), method=method, owner_mark=mark):
        record("members.control_shown", about=outlet.subject, by=by.actor, method=str(method))


@transaction.atomic
def _lose(*, outlet: MemberOutlet, because: LostCause) -> None:
    held = Control.objects.filter(outlet=outlet, lost_at=None).exclude(shown_at=None)
    if held.update(lost_at=timezone.now(), lost_because=because):
        record(f"members.control_lost_{because}", about=outlet.subject, by=_SYSTEM)
