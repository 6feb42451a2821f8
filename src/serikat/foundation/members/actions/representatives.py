"""Representatives: made from an outlet's own number when somebody first writes to it, and gone with that number."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.actions import record
from serikat.foundation.members.access import can_review_outlet
from serikat.foundation.members.kept_fields import kept_of
from serikat.foundation.members.models import MemberOutlet, Representative
from serikat.foundation.members.queries import representative_with_number, representatives_of
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

NO_NUMBER = Words(
    "{name} belum punya nomor atau surel di daftar anggota, jadi belum ada yang dapat dikirimi.",
    "The member list has no number or e-mail for {name}, so there is nobody to write to yet.",
)


@transaction.atomic
def name_representative(*, outlet: MemberOutlet, by: Person) -> Person:
    """The person to write to: the representative named before, else one made from the outlet's number or e-mail.

    Who has the same number in the same chapter stays one person; in another chapter it makes another, so that a link
    never opens what its sender may not see. Raises RefusedError where the list has neither number nor e-mail.
    """
    require(can_review_outlet(by, outlet))
    # Held, so that two who write at once name one person.
    MemberOutlet.objects.select_for_update(of=("self",), no_key=True).get(pk=outlet.pk)
    known = representatives_of(outlet).first()
    if known is not None:
        return known
    if not (outlet.phone or outlet.email):
        raise RefusedError(Refused(NO_NUMBER.filled(name=str(outlet))))
    person = representative_with_number(outlet.phone, outlet.chapter) or Person.objects.create(
        name=outlet.editor_in_chief or outlet.responsible_person or str(outlet),
        phone=outlet.phone,
        email=outlet.email,
    )
    Representative.objects.create(person=person, outlet=outlet, since=timezone.localdate())
    record("members.representative_named", about=outlet.subject, by=by.actor, person=str(person.public_id))
    return person


@transaction.atomic
def end_former_representatives(*, outlets: Collection[int], by: Person) -> None:
    """Whose number or address these outlets (row ids) no longer have speaks for them no more.

    Otherwise a link would go on opening an outlet to whoever ran it before. The caller has changed the outlets.
    """
    today = timezone.localdate()
    current = Representative.objects.filter(Q(until=None) | Q(until__gte=today), outlet__in=outlets)
    for one in current.select_related("person", "outlet"):
        [kept] = kept_of([one.outlet]).values()
        if one.person.phone in kept["phones"] or one.person.email in kept["emails"]:
            continue
        one.until = today - timedelta(days=1)
        one.save(update_fields=["until"])
        person = str(one.person.public_id)
        record("members.representative_ended", about=one.outlet.subject, by=by.actor, person=person)
