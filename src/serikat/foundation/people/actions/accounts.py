"""Accounts: the first visit, invitations, what an invited officer chooses, and giving back a lost way in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.actions import open_chapter
from serikat.foundation.chapters.models import Chapter, Level, Region
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.people.access import can_act_as_officer, can_restore_account
from serikat.foundation.people.actions.links import NOT_OPEN, use_link
from serikat.foundation.people.actions.messages import prepare_message
from serikat.foundation.people.actions.roles import give_role
from serikat.foundation.people.message_texts import INVITATION, NEW_LINK, RESTORED
from serikat.foundation.people.models import Account, LinkPurpose, Message, MessageKind, OneTimeLink, Person, RoleKind
from serikat.foundation.people.models.accounts import new_session_salt
from serikat.foundation.people.models.persons import ROLE_WORDS, Role
from serikat.foundation.people.queries import chapters_of, is_new_installation
from serikat.web.permission import Refused, RefusedError, require

_NOT_NEW = Words("Serikat sudah punya pengurus. Silakan masuk.", "Serikat already has an officer. Please sign in.")
_HAS_ACCOUNT = Words(
    "Akunnya sudah dibuat. Jika ia tidak bisa masuk, pakai Pulihkan akun.",
    "The account is set up already. If they cannot sign in, use Restore account.",
)


def set_up_association(
    *,
    association: str,
    level: Level,
    regions: tuple[Region, ...],
    name: str,
    username: str,
    password: str,
    phone: str = "",
) -> Account:
    """The first visit: the association itself, and its first officer. Raises RefusedError on any later one."""
    try:
        return _set_up(association, level, regions, Person(name=name, phone=phone), username, password)
    except IntegrityError as error:
        # Two first visits at once: the tree has place for one root only.
        raise RefusedError(Refused(_NOT_NEW)) from error


@transaction.atomic
def _set_up(
    association: str, level: Level, regions: tuple[Region, ...], person: Person, username: str, password: str
) -> Account:
    if not is_new_installation():
        raise RefusedError(Refused(_NOT_NEW))
    root = open_chapter(name=association, level=level, regions=regions, by=Actor("system", "first_visit"))
    person.save()
    account = _with_password(person, username, password)
    Role.objects.create(person=person, chapter=root, kind=RoleKind.OFFICER, since=timezone.localdate())
    record("people.first_officer", about=person.subject, by=person.actor)
    return account


@transaction.atomic
def invite_officer(*, name: str, phone: str, email: str, chapter: Chapter, kind: RoleKind, by: Person) -> Message:
    """A role for a new person, and the message with the link by which they set up their account."""
    require(can_act_as_officer(by, chapter))
    person = Person.objects.create(name=name, phone=phone, email=email)
    give_role(person=person, chapter=chapter, kind=kind, by=by)
    record("people.invited", about=person.subject, by=by.actor, chapter=str(chapter.public_id), role=str(kind))
    role = ROLE_WORDS[kind]
    words = Words(
        INVITATION.id.format(name=name, role=role.id.lower(), chapter=chapter.name),
        INVITATION.en.format(name=name, role=role.en.lower(), chapter=chapter.name),
    )
    return prepare_message(
        about=person.subject,
        kind=MessageKind.INVITATION,
        words=words,
        to=person,
        chapter=chapter,
        link_purpose=LinkPurpose.SET_UP_ACCOUNT,
        by=by,
    )


@transaction.atomic
def restore_account(*, person: Person, by: Person, reason: str) -> Message:
    """Whoever lost password or telephone begins anew: all ways in are shut, a link opens one. Raises RefusedError."""
    require(can_restore_account(by, person))
    account = Account.objects.filter(person=person).first()
    if account is not None:
        account.set_unusable_password()
        account.session_salt = new_session_salt()
        account.save(update_fields=["password", "session_salt"])
        Authenticator.objects.filter(user=account).delete()
    OneTimeLink.objects.filter(person=person, used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    record("people.account_restored", about=person.subject, by=by.actor, reason=reason)
    return _link_to_account(RESTORED, person, by)


@transaction.atomic
def invite_again(*, person: Person, by: Person) -> Message:
    """A new message for somebody whose link grew old before they used it. Raises RefusedError."""
    require(can_restore_account(by, person))
    if Account.objects.with_password().filter(person=person).exists():
        raise RefusedError(Refused(_HAS_ACCOUNT))
    return _link_to_account(NEW_LINK, person, by)


def _link_to_account(words: Words, person: Person, by: Person) -> Message:
    return prepare_message(
        about=person.subject,
        kind=MessageKind.INVITATION,
        words=words.filled(name=person.name),
        to=person,
        chapter=(chapters_of(person) or chapters_of(by))[0],
        link_purpose=LinkPurpose.SET_UP_ACCOUNT,
        by=by,
    )


@transaction.atomic
def set_up_account(*, secret: str, username: str, password: str) -> Account:
    """An invited officer chooses a name and a password. Raises RefusedError where the link is not open."""
    link = use_link(secret=secret)
    if link.purpose != LinkPurpose.SET_UP_ACCOUNT:
        raise RefusedError(Refused(NOT_OPEN))
    account = _with_password(link.person, username, password)
    record("people.account_set_up", about=link.person.subject, by=link.person.actor)
    return account


@transaction.atomic
def sign_out_everywhere(*, by: Person) -> Account:
    """End all sessions of one's own account, on every device."""
    account = Account.objects.get(person=by)
    account.session_salt = new_session_salt()
    account.save(update_fields=["session_salt"])
    record("people.signed_out_everywhere", about=by.subject, by=by.actor)
    return account


def _with_password(person: Person, username: str, password: str) -> Account:
    """The person's account, new or as it was, now opened by this name and password."""
    account = Account.objects.filter(person=person).first() or Account(person=person)
    account.username, account.session_salt = username.strip(), new_session_salt()
    account.set_password(password)
    account.save()
    return account
