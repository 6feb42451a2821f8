"""Takes lists of members in: uploaded, their columns corrected, their questions answered, confirmed, undone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import association
from serikat.foundation.journal.actions import record
from serikat.foundation.members.access import can_keep_outlets
from serikat.foundation.members.actions.representatives import end_former_representatives
from serikat.foundation.members.models import ImportState, RosterImport
from serikat.foundation.members.roster.comparing import Change
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import tidy
from serikat.foundation.members.roster_import import saving, undoing
from serikat.foundation.members.roster_import.files import ERASED
from serikat.foundation.members.roster_import.previewing import Preview, preview_of, without_questions
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_LONGEST_NAME = 200
_A_QUERY = 500
_DONE = Words(
    "Daftar ini sudah dimasukkan atau dibatalkan. Unggah lagi untuk memulai yang baru.",
    "This list was taken in or undone already. Upload it again to begin anew.",
)
CHANGED_MEANWHILE = Words(
    "Data anggota berubah sejak pratinjau ini dibuka, jadi belum ada yang disimpan. Periksa lagi, lalu masukkan.",
    "The members changed since this preview was opened, so nothing was saved. Look again, then take it in.",
)
_NOTHING = Words(
    "Tidak ada baris yang baru atau berubah, jadi tidak ada yang perlu dimasukkan.",
    "No row is new or changed, so there is nothing to take in.",
)
_NOT_CONFIRMED = Words("Daftar ini belum dimasukkan.", "This list was not taken in.")


class ChangedMeanwhileError(RefusedError):
    """What was seen before confirming is no longer what would come of the list."""

    def __init__(self) -> None:
        super().__init__(Refused(CHANGED_MEANWHILE))


@transaction.atomic
def upload_roster(*, chapter: Chapter, file: File[bytes], file_name: str, by: Person) -> RosterImport:
    """Keep a list, of which nothing is saved yet. Raises RefusedError."""
    require(can_keep_outlets(by, chapter))
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    roster_import = RosterImport.objects.create(
        chapter=chapter,
        file_name=tidy(PurePath(file_name.replace("\\", "/")).name)[:_LONGEST_NAME] or "-",
        file=file,
        sha256=digest.hexdigest(),
        uploaded_by=by,
    )
    record("members.roster_uploaded", about=roster_import.subject, by=by.actor, sha256=roster_import.sha256)
    return roster_import


@transaction.atomic
def choose_columns(*, roster_import: RosterImport, sheet: str, columns: Mapping[str, Field | None], by: Person) -> None:
    """What the columns of which sheet hold, as a person says; answers are asked anew. Raises RefusedError."""
    require(can_keep_outlets(by, roster_import.chapter))
    chosen = {letters: field.value if field else None for letters, field in columns.items()}
    open_import = RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.UPLOADED, erased_at=None)
    if not open_import.update(sheet=sheet, columns=chosen, decisions={}):
        raise RefusedError(Refused(_DONE))
    record("members.roster_columns", about=roster_import.subject, by=by.actor)


@transaction.atomic
def answer_questions(*, roster_import: RosterImport, answers: Mapping[str, str], by: Person) -> None:
    """By site in the list: the key of the known outlet that moved there, or an empty string. Raises RefusedError."""
    require(can_keep_outlets(by, roster_import.chapter))
    locked = RosterImport.objects.select_for_update(of=("self",)).get(pk=roster_import.pk)
    if locked.state != ImportState.UPLOADED:
        raise RefusedError(Refused(_DONE))
    changes = [row.change for row in preview_of(locked).rows if row.outcome is Change.ASKED]
    asked = {change.listed.key: change.known for change in changes if change.listed}
    locked.decisions |= {site: key for site, key in answers.items() if site in asked and key in ("", asked[site])}
    locked.save(update_fields=["decisions"])
    record("members.roster_answered", about=locked.subject, by=by.actor, answers=len(answers))


@transaction.atomic
def forget_answers(*, roster_import: RosterImport, by: Person) -> None:
    """Ask everything again. Raises RefusedError."""
    require(can_keep_outlets(by, roster_import.chapter))
    if not RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.UPLOADED).update(decisions={}):
        raise RefusedError(Refused(_DONE))
    record("members.roster_answered", about=roster_import.subject, by=by.actor, answers=0)


def confirm_roster(*, roster_import: RosterImport, seen: str, by: Person) -> None:
    """Take over what was seen, all of it or nothing; a second press changes nothing.

    `seen` is the fingerprint of the preview. Raises RefusedError, ChangedMeanwhileError where the preview is another
    one now, RosterError where the file can no longer be read.
    """
    require(can_keep_outlets(by, roster_import.chapter))
    try:
        with transaction.atomic():
            _confirm(roster_import, seen, by)
    except IntegrityError:
        # Somebody added one of the sites between our look and our writing.
        raise ChangedMeanwhileError from None


def _confirm(roster_import: RosterImport, seen: str, by: Person) -> None:
    waiting = RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.UPLOADED)
    if not waiting.update(state=ImportState.CONFIRMED, confirmed_at=timezone.now()):
        if RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.CONFIRMED).exists():
            return
        raise RefusedError(Refused(_DONE))
    _one_at_a_time()
    roster_import.refresh_from_db()
    preview = preview_of(roster_import)
    if preview.fingerprint != seen:
        raise ChangedMeanwhileError
    preview = without_questions(preview)
    if not preview.counts[Change.CREATED] + preview.counts[Change.CHANGED]:
        raise RefusedError(Refused(_NOTHING))
    saving.save(roster_import, preview)
    rows = roster_import.rows.exclude(outlet=None).values_list("outlet_id", "after")
    changed = [outlet for outlet, after in rows if outlet and {"phones", "emails"}.intersection(after)]
    for at in range(0, len(changed), _A_QUERY):
        end_former_representatives(outlets=changed[at : at + _A_QUERY], by=by)
    roster_import.counts = _counts(preview)
    roster_import.save(update_fields=["counts"])
    record("members.roster_confirmed", about=roster_import.subject, by=by.actor, **roster_import.counts)


@transaction.atomic
def undo_roster(*, roster_import: RosterImport, by: Person) -> None:
    """Take back what the list did, but for rows changed since; a second press changes nothing. Raises RefusedError."""
    require(can_keep_outlets(by, roster_import.chapter))
    if roster_import.erased_at is not None:
        raise RefusedError(Refused(ERASED))
    confirmed = RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.CONFIRMED, erased_at=None)
    if not confirmed.update(state=ImportState.UNDONE, undone_at=timezone.now()):
        if RosterImport.objects.filter(pk=roster_import.pk, state=ImportState.UNDONE).exists():
            return
        raise RefusedError(Refused(_NOT_CONFIRMED))
    _one_at_a_time()
    roster_import.refresh_from_db()
    undos = undoing.undo_of(roster_import)
    undoing.take_back(roster_import, undos)
    stayed = sum(1 for undo in undos if undo.kept_fields)
    roster_import.counts |= {"undone": len(undos) - stayed, "stayed": stayed}
    roster_import.save(update_fields=["counts"])
    record("members.roster_undone", about=roster_import.subject, by=by.actor, undone=len(undos) - stayed, stayed=stayed)


def _one_at_a_time() -> None:
    """Lists wait for one another, so that what was compared is still so when it is written."""
    top = association()
    if top is not None:
        Chapter.objects.select_for_update(no_key=True).get(pk=top.pk)


def _counts(preview: Preview) -> dict[str, int]:
    return {name: count for name, count in preview.counts.items() if name != Change.ASKED}
