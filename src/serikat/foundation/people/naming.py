"""How people and their deeds are called in the journal."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.subjects import Named, can_name, words_for
from serikat.foundation.people.models import Person


def register() -> None:
    """Tell the journal."""
    can_name("people", "person", _person)
    words_for({
        "people.first_officer": Words("Pengurus pertama masuk", "First officer set up"),
        "people.invited": Words("Pengurus diundang", "Officer invited"),
        "people.account_set_up": Words("Akun dibuat", "Account set up"),
        "people.role_given": Words("Peran diberikan", "Role given"),
        "people.role_ended": Words("Peran diakhiri", "Role ended"),
        "people.link_made": Words("Tautan masuk dibuat", "Sign-in link made"),
        "people.link_used": Words("Masuk lewat tautan", "Signed in by link"),
        "people.message_prepared": Words("Pesan disiapkan", "Message prepared"),
        "people.message_sent": Words("Pesan dikirim", "Message sent"),
    })


def _person(public_id: str) -> Named | None:
    found = Person.objects.filter(public_id=public_id).first()
    return Named(found.name) if found else None
