"""How people and their deeds are called in the journal."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.queries import below_paths
from serikat.foundation.journal.subjects import Named, belongs_to_chapters, can_name, words_for
from serikat.foundation.people.models import Person


def register() -> None:
    """Tell the journal."""
    can_name("people", "person", _persons)
    belongs_to_chapters("people", "person", _persons_within)
    words_for({
        "journal.reason_erased": Words("Alasan di jurnal dihapus", "Reason in the journal erased"),
        "people.first_officer": Words("Pengurus pertama masuk", "First officer set up"),
        "people.invited": Words("Pengurus diundang", "Officer invited"),
        "people.account_set_up": Words("Akun dibuat", "Account set up"),
        "people.account_restored": Words("Akun dipulihkan", "Account restored"),
        "people.signed_out_everywhere": Words("Keluar dari semua perangkat", "Signed out everywhere"),
        "people.role_given": Words("Peran diberikan", "Role given"),
        "people.role_ended": Words("Peran diakhiri", "Role ended"),
        "people.link_made": Words("Tautan masuk dibuat", "Sign-in link made"),
        "people.link_used": Words("Masuk lewat tautan", "Signed in by link"),
        "people.message_prepared": Words("Pesan disiapkan", "Message prepared"),
        "people.message_sent": Words("Pesan dikirim", "Message sent"),
        "people.message_not_sent": Words("Pesan belum terkirim", "Message not sent"),
    })


def _persons(public_ids: Collection[str]) -> dict[str, Named]:
    found = Person.objects.filter(public_id__in=public_ids).values_list("public_id", "name", "roles")
    return {str(each): Named(name, f"/pengurus/{each}/" if role else "") for each, name, role in found}


def _persons_within(paths: Collection[str]) -> QuerySet[Person]:
    return Person.objects.filter(below_paths(paths, "roles__chapter__path"))
