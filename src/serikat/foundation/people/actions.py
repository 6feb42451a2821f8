"""Changes about people: the first officer, invitations, roles, one-time links, messages."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.actions import open_chapter
from serikat.foundation.chapters.models import Chapter, Level, Region
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor, Subject
from serikat.foundation.people.access import can_act_as_officer
from serikat.foundation.people.models import (
    Account,
    Channel,
    LinkPurpose,
    Message,
    MessageKind,
    OneTimeLink,
    Person,
    Role,
    RoleKind,
)
from serikat.foundation.people.queries import is_new_installation
from serikat.web.permission import Refused, RefusedError, require

_SET_UP_LASTS = timedelta(days=7)
_SIGN_IN_LASTS = timedelta(days=7)
NOT_OPEN = Words(
    "Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru kepada sekretariat.",
    "This link was used or is too old. Ask the secretariat for a new one.",
)
_NOT_NEW = Words("Serikat sudah punya pengurus. Silakan masuk.", "Serikat already has an officer. Please sign in.")


@transaction.atomic
def set_up_association(
    *, association: str, level: Level, regions: tuple[Region, ...], name: str, username: str, password: str
) -> Account:
    """The first visit: the association itself, and its first officer. Raises RefusedError on any later one."""
    if not is_new_installation():
        raise RefusedError(Refused(_NOT_NEW))
    root = open_chapter(name=association, level=level, regions=regions, by=Actor("system", "first_visit"))
    person = Person.objects.create(name=name)
    account = _account(person, username, password)
    Role.objects.create(person=person, chapter=root, kind=RoleKind.OFFICER, since=timezone.localdate())
    record("people.first_officer", about=person.subject, by=person.actor)
    return account


@transaction.atomic
def invite_officer(
    *, name: str, phone: str, email: str, chapter: Chapter, kind: RoleKind, by: Person
) -> tuple[Person, OneTimeLink, str]:
    """A role for a person, and the secret of the link by which they set up their account."""
    require(can_act_as_officer(by, chapter))
    person = Person.objects.create(name=name, phone=phone, email=email)
    give_role(person=person, chapter=chapter, kind=kind, by=by)
    link, secret = make_link(person=person, purpose=LinkPurpose.SET_UP_ACCOUNT, by=by)
    record("people.invited", about=person.subject, by=by.actor, chapter=str(chapter.public_id), role=str(kind))
    return person, link, secret


@transaction.atomic
def give_role(*, person: Person, chapter: Chapter, kind: RoleKind, by: Person, source: str = "") -> Role:
    """From today the person holds the role."""
    require(can_act_as_officer(by, chapter))
    role = Role.objects.create(person=person, chapter=chapter, kind=kind, since=timezone.localdate(), source=source)
    record("people.role_given", about=person.subject, by=by.actor, chapter=str(chapter.public_id), role=str(kind))
    return role


@transaction.atomic
def end_role(*, role: Role, by: Person, reason: str, on: date | None = None) -> None:
    """Yesterday was the last day; who holds no role any more sees nothing any more, at once."""
    require(can_act_as_officer(by, role.chapter))
    role.until = (on or timezone.localdate()) - timedelta(days=1)
    role.save(update_fields=["until"])
    record("people.role_ended", about=role.person.subject, by=by.actor, reason=reason, role=role.kind)


@transaction.atomic
def make_link(
    *, person: Person, purpose: LinkPurpose, by: Person, leads_to: str = "/", until: datetime | None = None
) -> tuple[OneTimeLink, str]:
    """A link that lets the person in once, and its secret, which is not kept. The maker's right is asked by callers."""
    secret = secrets.token_urlsafe(24)
    lasts = _SET_UP_LASTS if purpose == LinkPurpose.SET_UP_ACCOUNT else _SIGN_IN_LASTS
    link = OneTimeLink.objects.create(
        secret_sha256=hash_of(secret),
        person=person,
        purpose=purpose,
        leads_to=leads_to,
        made_by=by,
        until=until or timezone.now() + lasts,
    )
    record("people.link_made", about=person.subject, by=by.actor, purpose=str(purpose))
    return link, secret


def link_of(secret: str) -> OneTimeLink | None:
    """The link with this secret, whether still open or not."""
    return OneTimeLink.objects.select_related("person", "message").filter(secret_sha256=hash_of(secret)).first()


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


@transaction.atomic
def set_up_account(*, secret: str, username: str, password: str) -> Account:
    """An invited officer chooses a name and a password."""
    link = use_link(secret=secret)
    if link.purpose != LinkPurpose.SET_UP_ACCOUNT:
        raise RefusedError(Refused(NOT_OPEN))
    account = _account(link.person, username, password)
    record("people.account_set_up", about=link.person.subject, by=link.person.actor)
    return account


def account_for_link(person: Person) -> Account:
    """The account of a member who only ever signs in by links; no password opens it."""
    account = Account.objects.filter(person=person).first()
    if account is None:
        account = Account(username=f"tautan-{person.public_id}", person=person)
        account.set_unusable_password()
        account.save()
    return account


@transaction.atomic
def prepare_message(
    *,
    about: Subject,
    kind: MessageKind,
    text: str,
    by: Person,
    to: Person | None = None,
    link: OneTimeLink | None = None,
) -> Message:
    """Keep a message that is ready to go; the caller asks whether `by` may."""
    message = Message.objects.create(
        to=to,
        link=link,
        kind=kind,
        text=text,
        subject_room=about.room,
        subject_kind=about.kind,
        subject_id=about.id,
        prepared_by=by,
    )
    record("people.message_prepared", about=about, by=by.actor, kind=str(kind), message=str(message.public_id))
    return message


@transaction.atomic
def note_sent(*, message: Message, text: str, by: Person, channel: Channel) -> None:
    """The message left, as the officer last worded it."""
    message.text, message.sent_at, message.channel = text, timezone.now(), channel
    message.save(update_fields=["text", "sent_at", "channel"])
    about = Subject(message.subject_room, message.subject_kind, message.subject_id)
    record("people.message_sent", about=about, by=by.actor, kind=message.kind, channel=str(channel))


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _account(person: Person, username: str, password: str) -> Account:
    account = Account(username=username.strip(), person=person)
    account.set_password(password)
    account.save()
    return account
