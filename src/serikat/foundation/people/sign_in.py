"""How allauth signs people in here: nobody signs up by themselves."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class SignInAdapter(DefaultAccountAdapter):
    """Accounts come from an invitation or the first visit alone."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """No."""
        return False
