"""People who visit pages in tests."""

from __future__ import annotations

from django.conf import settings
from django.test import Client

from serikat.foundation.people.models import Account, Person


def signed_in_as(person: Person) -> Client:
    """A browser in which the person is signed in, by a link as members do, so without a second factor."""
    account = Account.objects.filter(person=person).first() or Account(username=f"p{person.pk}", person=person)
    account.set_unusable_password()
    account.save()
    client = Client()
    client.force_login(account, settings.AUTHENTICATION_BACKENDS[0])
    return client
