"""One-time links: made, looked up, used once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.actions import record
from serikat.foundation.people.models import Account, LinkPurpose, Message, OneTimeLink, Person
from serikat.web.addresses import own_address
from serikat.web.permission import Refused, RefusedError

LINK_LASTS = timedelta(days=7)
NOT_OPEN = Words(
    "Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru kepada sekretariat.",
    "This link was used or is too old. Ask the secretariat for a new one.",
)


@transaction.atomic
def make_link(
    *, person: Person, purpose: LinkPurpose, by: Person, leads_to: str = "/", until: datetime | None = None
) -> tuple[OneTimeLink, str]:
    """A link that lets the person in once, and its secret, which is not kept. The maker's right is asked by callers."""
    secret = secrets.token_urlsafe(24)
    link = OneTimeLink.objects.create(
        secret_sha256=hash_of(secret),
        person=person,
        purpose=purpose,
        leads_to=own_address(leads_to),
        made_by=by,
        until=until or timezone.now() + LINK_LASTS,
    )
    record("people.link_made", about=person.subject, by=by.actor, purpose=str(purpose))
    return link, secret


def link_of(secret: str) -> OneTimeLink | None:
    """The link with this secret, whether still open or not."""
    links = OneTimeLink.objects.select_related("person", "made_by", "message")
    return links.filter(secret_sha256=hash_of(secret)).first()


@transaction.atomic
def use_link(*, secret: str) -> OneTimeLink:
    """Use a link up. Raises RefusedError where it is not open; two who press at once get in once."""
    now = timezone.now()
    unused = OneTimeLink.objects.filter(secret_sha256=hash_of(secret), used_at=None, withdrawn_at=None, until__gt=now)
    if not unused.update(used_at=now):
        raise RefusedError(Refused(NOT_OPEN))
    link = OneTimeLink.objects.select_related("person").get(secret_sha256=hash_of(secret))
    Message.objects.filter(link=link, opened_at=None).update(opened_at=now)
    record("people.link_used", about=link.person.subject, by=link.person.actor, purpose=link.purpose)
    return link


def account_for_link(person: Person) -> Account:
    """The account of a member who only ever signs in by links; no password opens it."""
    account = Account.objects.filter(person=person).first()
    if account is None:
        account = Account(username=f"tautan-{person.public_id}", person=person)
        account.set_unusable_password()
        account.save()
    return account


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
