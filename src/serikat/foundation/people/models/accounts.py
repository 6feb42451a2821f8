"""The account by which a person signs in."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from serikat.foundation.people.models.persons import Person

_NO_PASSWORD = models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)


class AccountManager(BaseUserManager["Account"]):
    """Finds and makes accounts."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Names count alike in large and small letters."""
        return self.get(username__iexact=username)

    def with_password(self) -> models.QuerySet[Account]:
        """Those opened by a password; the others belong to members, who come in by links."""
        return self.exclude(_NO_PASSWORD)

    def without_password(self) -> models.QuerySet[Account]:
        """Those opened by links alone, or waiting to be set up."""
        return self.filter(_NO_PASSWORD)


def new_session_salt() -> str:
    """What ties sessions to an account: a new one ends them all."""
    return secrets.token_hex(8)


class Account(AbstractBaseUser):
    """How a person signs in: officers with name, password and second factor, members by one-time links alone."""

    username = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    session_salt = models.CharField(max_length=16, default=new_session_salt)
    # The allauth library asks for these of whoever signs in.
    is_staff = False
    is_superuser = False

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("username"), name="people_username_in_any_letters")]

    def __str__(self) -> str:
        return self.person.name

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """What a session must match: a new password ends all others, and so does a new salt."""
        key = f"serikat.session.{self.session_salt}"
        return salted_hmac(key, self.password, secret=secret, algorithm="sha256").hexdigest()
