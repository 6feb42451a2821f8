"""The account by which a person signs in."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from serikat.foundation.people.models.persons import Person


class AccountManager(BaseUserManager["Account"]):
    """Finds and makes accounts."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Names count alike in large and small letters."""
        return self.get(username__iexact=username)


class Account(AbstractBaseUser):
    """How a person signs in: officers with name, password and second factor, members by one-time links alone."""

    username = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    # The allauth library asks for these of whoever signs in.
    is_staff = False
    is_superuser = False

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    def __str__(self) -> str:
        return self.username
