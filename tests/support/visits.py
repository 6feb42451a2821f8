"""Browsers of people who are signed in, as they are after password and second factor, or after a member's link."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from serikat.foundation.people.actions import account_for_link
from serikat.foundation.people.models import Person

# An invented secret, the same for everybody here.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def visiting(person: Person) -> Client:
    """A client signed in as the person."""
    account = account_for_link(person)
    if account.has_usable_password():
        pair_code_app(person)
    client = Client()
    client.force_login(account)
    return client


def pair_code_app(person: Person) -> None:
    """The person's account has a code app with `SECRET`."""
    account = account_for_link(person)
    if not Authenticator.objects.filter(user=account).exists():
        TOTP.activate(account, SECRET)


def code_now(secret: str = SECRET) -> str:
    """What the code app shows now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))
