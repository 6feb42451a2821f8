"""What tests begin with, made by the real actions, so that every state is one that people can reach."""

from __future__ import annotations

from itertools import count

from django.utils import timezone

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.chapters.actions import open_chapter
from serikat.foundation.chapters.models import Chapter, Level, Region
from serikat.foundation.chapters.queries import association
from serikat.foundation.members.models import MemberOutlet, Representative
from serikat.foundation.people.actions import set_up_association
from serikat.foundation.people.models import Account, Person, Role, RoleKind

PASSWORD = "rahasia-contoh-123"
_numbers = count(1)


def an_association(name: str = "Serikat Contoh") -> tuple[Chapter, Person]:
    """A new installation: the association, and its first officer."""
    account = set_up_association(
        association=name,
        level=Level.PROVINCE,
        regions=(Region.objects.get(code="36"),),
        name="Sekar Rekaan",
        username="sekar",
        password=PASSWORD,
    )
    root = association()
    assert root is not None
    return root, account.person


def a_chapter(below: Chapter, name: str, *codes: str) -> Chapter:
    """A chapter of a regency."""
    by = Person.objects.filter(roles__chapter__depth=1).first()
    assert by is not None
    regions = tuple(Region.objects.filter(code__in=codes))
    return open_chapter(name=name, level=Level.REGENCY, below=below, regions=regions, by=by.actor)


def a_person_with_role(chapter: Chapter, kind: RoleKind = RoleKind.OFFICER, name: str = "") -> Person:
    """A person who signs in, with a role in the chapter."""
    number = next(_numbers)
    person = Person.objects.create(name=name or f"Orang Rekaan {number}", phone=f"+62812000{number:04}")
    account = Account(username=f"orang{number}", person=person)
    account.set_password(PASSWORD)
    account.save()
    Role.objects.create(person=person, chapter=chapter, kind=kind, since=timezone.localdate())
    return person


def an_outlet(chapter: Chapter, name: str = "", address: str = "", phone: str = "") -> MemberOutlet:
    """An outlet of the chapter."""
    number = next(_numbers)
    address = address or f"https://kabar{number}.example/"
    return MemberOutlet.objects.create(
        name=name or f"Kabar Rekaan {number}", address=address, key=Outlet(address).key, chapter=chapter, phone=phone
    )


def a_representative(*outlets: MemberOutlet, name: str = "Wira Rekaan") -> Person:
    """Somebody who speaks for the outlets."""
    person = Person.objects.create(name=name, phone=f"+62813000{next(_numbers):04}")
    for outlet in outlets:
        Representative.objects.create(person=person, outlet=outlet, since=timezone.localdate())
    return person
