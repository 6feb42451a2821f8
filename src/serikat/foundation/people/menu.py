"""The pages of this room in the menu."""

from __future__ import annotations

from django.http import HttpRequest

from serikat.engines.judgement.words import Words
from serikat.foundation.people.signed_in import has_role, is_signed_in
from serikat.web.navigation import Entry, Place
from serikat.web.navigation import register as in_menu


def register() -> None:
    """Tell the menu."""
    in_menu(Entry(Words("Pesan", "Messages"), "people:messages", "send", 50, shown=has_role))
    in_menu(Entry(Words("Pengurus", "Officers"), "people:officers", "users", 60, shown=has_role))
    in_menu(Entry(Words("Cabang", "Chapters"), "people:chapters", "map-2", 70, shown=has_role))
    in_menu(Entry(Words("Jurnal", "Journal"), "people:journal", "history", 80, shown=has_role))
    in_menu(Entry(Words("Akun saya", "My account"), "people:account", "user", 10, Place.ACCOUNT, shown=is_signed_in))
    in_menu(
        Entry(Words("Keluar", "Sign out"), "account_logout", "logout", 20, Place.ACCOUNT, shown=is_signed_in, acts=True)
    )
    in_menu(Entry(Words("Masuk", "Sign in"), "account_login", "login", 10, Place.OPEN, shown=_is_nobody))


def _is_nobody(request: HttpRequest) -> bool:
    return not is_signed_in(request)
