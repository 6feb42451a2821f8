"""Who may do what with outlets."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.models import Company, MemberOutlet
from serikat.foundation.members.queries import outlets_represented_by
from serikat.foundation.people.access import can_act_as_officer
from serikat.foundation.people.models import Person
from serikat.web.permission import Allowed, Permission, Refused


def can_keep_outlets(person: Person, chapter: Chapter) -> Permission:
    """Add and change outlets, take lists in: officers of the chapter or above."""
    return can_act_as_officer(person, chapter)


def can_speak_for(person: Person, outlet: MemberOutlet) -> Permission:
    """Act for the outlet as its member: its representatives."""
    if outlets_represented_by(person).filter(pk=outlet.pk).exists():
        return Allowed()
    return Refused(
        Words("Hanya wakil media ini yang dapat melakukan ini.", "Only a representative of this outlet can do this.")
    )


def can_name_company(person: Person, company: Company) -> Permission:
    """Correct a company's name: officers of every chapter in which it has outlets."""
    chapters = Chapter.objects.filter(pk__in=company.outlets.values("chapter"))
    for chapter in chapters:
        answer = can_act_as_officer(person, chapter)
        if not answer:
            return answer
    return Allowed()
