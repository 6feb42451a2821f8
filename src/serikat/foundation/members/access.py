"""Who may do what with outlets."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.models import Company, MemberOutlet
from serikat.foundation.members.queries import outlets_represented_by
from serikat.foundation.people.access import can_act_as_officer, can_review
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
    """Correct a company's name: officers of every chapter in which it has outlets; of the association where none."""
    chapters: list[Chapter | None] = [*Chapter.objects.filter(pk__in=company.outlets.values("chapter"))]
    answers = [can_act_as_officer(person, chapter) for chapter in (chapters or [None])]
    return next((answer for answer in answers if not answer), Allowed())


def can_review_outlet(person: Person, outlet: MemberOutlet) -> Permission:
    """Look after the outlet and write to its members: officers and verifiers of its chapter or above."""
    return can_review(person, outlet.chapter)


def can_show_control(person: Person, outlet: MemberOutlet) -> Permission:
    """Ask for a code and have the site looked at: the outlet's representatives, and whoever looks after it."""
    return Allowed() if can_speak_for(person, outlet) else can_review_outlet(person, outlet)


def can_vouch(person: Person, outlet: MemberOutlet) -> Permission:
    """Vouch that an outlet is whose it says: an officer of its chapter or above, never for an outlet of one's own."""
    if can_speak_for(person, outlet):
        return Refused(
            Words(
                "Anda wakil media ini, jadi pengurus lain yang dapat menjaminnya.",
                "You speak for this outlet, so another officer has to vouch for it.",
            )
        )
    return can_act_as_officer(person, outlet.chapter)
