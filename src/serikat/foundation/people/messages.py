"""The messages that other rooms ask for: a plan, a reminder, a receipt, a digest; each prepared, none sent yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import association
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.people.actions.messages import prepare_message
from serikat.foundation.people.message_texts import DIGEST, PLAN, RECEIPT, REMINDER
from serikat.foundation.people.models import LinkPurpose, Message, MessageKind, Person
from serikat.web import writing


def prepare_plan_message(
    *, to: Person, about: Subject, name: str, chapter: Chapter, leads_to: str, by: Person
) -> Message:
    """Says that the plan for an outlet called `name` is ready; the link signs the person in and leads to the plan."""
    return _to_member(PLAN, MessageKind.PLAN, to, about, name, chapter, leads_to, by)


def prepare_reminder(*, to: Person, about: Subject, name: str, chapter: Chapter, leads_to: str, by: Person) -> Message:
    """Says that something still waits for the outlet."""
    return _to_member(REMINDER, MessageKind.REMINDER, to, about, name, chapter, leads_to, by)


def prepare_receipt(
    *, to: Person, about: Subject, name: str, chapter: Chapter, leads_to: str, on: date, by: Person
) -> Message:
    """Says that what the member sent was received on a day."""
    words = Words(
        RECEIPT.id.replace("{day}", writing.day(on, "id", long=True)),
        RECEIPT.en.replace("{day}", writing.day(on, "en", long=True)),
    )
    return _to_member(words, MessageKind.RECEIPT, to, about, name, chapter, leads_to, by)


def prepare_digest(*, about: Subject, chapter: Chapter, lines: Sequence[Words], on: date, by: Person) -> Message:
    """A text to paste into a group: one line each, no person's number and no link that lets anyone in."""
    whose = _association()
    words = Words(
        DIGEST.id.format(
            association=whose, day=writing.day(on, "id", long=True), lines="\n".join(f"• {line.id}" for line in lines)
        ),
        DIGEST.en.format(
            association=whose, day=writing.day(on, "en", long=True), lines="\n".join(f"• {line.en}" for line in lines)
        ),
    )
    return prepare_message(about=about, kind=MessageKind.DIGEST, words=words, chapter=chapter, by=by)


def _to_member(
    words: Words,
    kind: MessageKind,
    to: Person,
    about: Subject,
    name: str,
    chapter: Chapter,
    leads_to: str,
    by: Person,
) -> Message:
    return prepare_message(
        about=about,
        kind=kind,
        words=words.filled(name=to.name, subject=name, association=_association()),
        to=to,
        chapter=chapter,
        link_purpose=LinkPurpose.SIGN_IN,
        leads_to=leads_to,
        by=by,
    )


def _association() -> str:
    root = association()
    return root.name if root else "Serikat"
