"""Roles: given from a day, ended with a reason; an association is never left without an officer."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.actions import record
from serikat.foundation.people.access import can_act_as_officer
from serikat.foundation.people.models import Account, OneTimeLink, Person, Role, RoleKind
from serikat.foundation.people.models.accounts import new_session_salt
from serikat.web.permission import Refused, RefusedError, require

_LAST = Words(
    "Ini pengurus terakhir tingkat asosiasi. Beri peran kepada pengganti dulu, baru akhiri peran ini.",
    "This is the association's last officer. Give the role to a successor first, then end this one.",
)
_HELD = Words("Orang ini sudah memegang peran itu di cabang itu.", "This person already holds that role there.")


@transaction.atomic
def give_role(*, person: Person, chapter: Chapter, kind: RoleKind, by: Person, source: str = "") -> Role:
    """From today the person holds the role. Raises RefusedError."""
    require(can_act_as_officer(by, chapter))
    today = timezone.localdate()
    # Held, so that two who give the same role at once give it once.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if Role.objects.on(today).filter(person=person, chapter=chapter, kind=kind).exists():
        raise RefusedError(Refused(_HELD))
    role = Role.objects.create(person=person, chapter=chapter, kind=kind, since=today, source=source)
    # A link that somebody of a lower chapter may know must not open the new role.
    OneTimeLink.objects.filter(person=person, used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    # Sessions begun by a link alone end: a role is held with a password and a second factor.
    for account in Account.objects.without_password().filter(person=person):
        account.session_salt = new_session_salt()
        account.save(update_fields=["session_salt"])
    record("people.role_given", about=person.subject, by=by.actor, chapter=str(chapter.public_id), role=str(kind))
    return role


@transaction.atomic
def end_role(*, role: Role, by: Person, reason: str, on: date | None = None) -> None:
    """Yesterday was the last day; who holds no role any more sees nothing any more, at once. Raises RefusedError."""
    require(can_act_as_officer(by, role.chapter))
    day = on or timezone.localdate()
    if role.kind == RoleKind.OFFICER and role.chapter.depth == 1:
        # Locked, so that two officers who end one another's role at once do not both succeed.
        held = Role.objects.on(day).filter(chapter__depth=1, kind=RoleKind.OFFICER).select_for_update()
        if not [other for other in held if other.pk != role.pk]:
            raise RefusedError(Refused(_LAST))
    role.until = day - timedelta(days=1)
    if not Role.objects.on(day).filter(pk=role.pk).update(until=role.until):
        return
    record("people.role_ended", about=role.person.subject, by=by.actor, reason=reason, role=role.kind)
