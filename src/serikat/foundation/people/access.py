"""Who may do what with people."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.people.models import LinkPurpose, Message, Person, RoleKind
from serikat.foundation.people.queries import chapters_of, has_role_in
from serikat.web.permission import Allowed, Permission, Refused

_ONLY_OFFICERS = Words(
    "Hanya pengurus cabang ini, atau cabang di atasnya, yang dapat melakukan ini.",
    "Only an officer of this chapter, or of one above it, can do this.",
)


def can_act_as_officer(person: Person, chapter: Chapter | None) -> Permission:
    """An officer of the chapter or of one above it."""
    return Allowed() if has_role_in(person, chapter, RoleKind.OFFICER) else Refused(_ONLY_OFFICERS)


def can_review(person: Person, chapter: Chapter | None) -> Permission:
    """An officer or verifier of the chapter or of one above it."""
    if has_role_in(person, chapter, RoleKind.OFFICER, RoleKind.VERIFIER):
        return Allowed()
    return Refused(
        Words(
            "Hanya pengurus atau verifikator cabang ini yang dapat melakukan ini.",
            "Only an officer or verifier of this chapter can do this.",
        )
    )


def can_restore_account(person: Person, other: Person) -> Permission:
    """Give somebody a new way in: an officer of every chapter in which the other holds a role, or of one above each.

    Never for oneself, since whoever is signed in needs none and whoever is not must be known to somebody else. Who
    holds no role (any more) is left to the association's officers.
    """
    if person == other:
        return Refused(
            Words("Akun sendiri dipulihkan oleh pengurus lain.", "One's own account is restored by another officer.")
        )
    held: list[Chapter | None] = [*chapters_of(other)]
    answers = [can_act_as_officer(person, chapter) for chapter in (held or [None])]
    return next((answer for answer in answers if not answer), Allowed())


def can_send(person: Person, message: Message) -> Permission:
    """Send a message: reviewers of its chapter or above; what opens an account, only who may restore that account."""
    if message.link_purpose == LinkPurpose.SET_UP_ACCOUNT and message.to:
        return can_restore_account(person, message.to)
    if message.chapter is None and message.prepared_by == person and chapters_of(person):
        return Allowed()
    return can_review(person, message.chapter)


def can_erase_reason(person: Person) -> Permission:
    """Erase a reason from the journal: the association's officers, since the journal is one."""
    if has_role_in(person, None, RoleKind.OFFICER):
        return Allowed()
    return Refused(
        Words(
            "Hanya pengurus tingkat asosiasi yang dapat menghapus alasan dari jurnal.",
            "Only an officer of the association can erase a reason from the journal.",
        ),
        Words(
            "Beri tahu mereka perbuatan mana, dan data siapa yang tertulis di sana.",
            "Tell them which deed it is, and whose data stands there.",
        ),
    )
