"""`serikat import members`: a list taken in as through the pages, for an installation of this machine."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from django.core.files import File
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import association
from serikat.foundation.members.roster.annotating import annotated
from serikat.foundation.members.roster.comparing import Change
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster_import.actions import choose_columns, confirm_roster, upload_roster
from serikat.foundation.members.roster_import.fitting import fitted
from serikat.foundation.members.roster_import.previewing import Preview, preview, preview_of, without_questions
from serikat.foundation.people.models import Account, Person, Role, RoleKind
from serikat.fronts.command_line.import_members.naming_columns import BadColumnError, columns_named
from serikat.web.permission import RefusedError

ALL_USED, SOME_LEFT_OUT, BAD_ARGUMENTS, NOT_READ = 0, 1, 2, 3
_NO_ASSOCIATION = Words(
    "Belum ada asosiasi di sini. Buka halaman web sekali untuk membuat pengurus pertama.",
    "There is no association here yet. Open the web once and set up the first officer.",
)
_NO_CHAPTER = Words(
    "Tidak ada cabang bernama {name}, atau ada lebih dari satu. Tulis namanya seperti di halaman Cabang.",
    "There is no chapter named {name}, or more than one. Write its name as on the page of chapters.",
)
_WHO = Words(
    "Siapa yang memasukkan daftar ini? Tulis --by dengan nama pengguna seorang pengurus ({names}).",
    "Who takes this list in? Give --by with the user name of an officer ({names}).",
)
_COUNTS = Words(
    "Baru {created}, berubah {changed}, sama {unchanged}, belum dipakai {refused}",
    "New {created}, changed {changed}, unchanged {unchanged}, not used {refused}",
)
_ROW = Words("Baris {row}: {said}", "Row {row}: {said}")
_DRY = Words("Belum ada yang disimpan (--dry-run)", "Nothing was saved (--dry-run)")
_SAVED = Words("Sudah dimasukkan; dapat dibatalkan di {page}", "Taken in; it can be undone at {page}")
_NOTHING = Words("Tidak ada yang perlu dimasukkan", "There is nothing to take in")
_NOT_WRITTEN = Words("{file} tidak dapat ditulis: {error}", "{file} could not be written: {error}")


def import_members(options: argparse.Namespace) -> int:
    """Reads, shows what comes of the rows, and takes them in unless it is a dry run. The exit code says how it went."""
    try:
        chapter = _chapter(options.chapter)
        by = _officer(options.by)
        mapping = columns_named(options.file, options.column, options.sheet)
        roster = fitted(read_roster(options.file, mapping, options.sheet))
        seen = preview(roster, chapter)
        _tell(without_questions(seen))
        if options.annotated:
            problems = without_questions(seen).problems
            options.annotated.write_bytes(annotated(options.file, roster, problems))
        return _take_in(options, chapter, by, seen)
    except (_BadArgumentError, BadColumnError) as error:
        return _told(error.words, BAD_ARGUMENTS)
    except RosterError as error:
        return _told(error.words, NOT_READ)
    except RefusedError as error:
        return _told(error.refused.reason, BAD_ARGUMENTS)
    except OSError as error:
        said = _NOT_WRITTEN.filled(file=error.filename or options.annotated, error=error.strerror or error)
        return _told(said, BAD_ARGUMENTS)


def _take_in(options: argparse.Namespace, chapter: Chapter, by: Person, seen: Preview) -> int:
    counts = without_questions(seen).counts
    status = SOME_LEFT_OUT if counts[Change.REFUSED] else ALL_USED
    if options.dry_run:
        return _told(_DRY, status)
    if not counts[Change.CREATED] + counts[Change.CHANGED]:
        return _told(_NOTHING, status)
    with options.file.open("rb") as opened:
        new = upload_roster(chapter=chapter, file=File(opened), file_name=Path(options.file).name, by=by)
    chosen = {column.letters: column.field for column in seen.roster.columns}
    choose_columns(roster_import=new, sheet=seen.roster.sheet, columns=chosen, by=by)
    new.refresh_from_db()
    confirm_roster(roster_import=new, seen=preview_of(new).fingerprint, by=by)
    return _told(_SAVED.filled(page=f"/impor/{new.public_id}/"), status)


class _BadArgumentError(Exception):
    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def _chapter(name: str | None) -> Chapter:
    top = association()
    if top is None:
        raise _BadArgumentError(_NO_ASSOCIATION)
    if name is None:
        return top
    found: list[Chapter] = list(Chapter.objects.filter(name__iexact=name)[:2])
    if len(found) != 1:
        raise _BadArgumentError(_NO_CHAPTER.filled(name=name))
    return found[0]


def _officer(username: str | None) -> Person:
    """The officer named, or the only one of the association: the journal says who did it, so nobody is guessed."""
    if username is not None:
        account = Account.objects.select_related("person").filter(username__iexact=username).first()
        if account is not None:
            return account.person
    officers = Role.objects.on(timezone.localdate()).filter(chapter__depth=1, kind=RoleKind.OFFICER)
    people = {role.person_id: role.person for role in officers.select_related("person")}
    if username is None and len(people) == 1:
        return next(iter(people.values()))
    names = Account.objects.filter(person__in=people).values_list("username", flat=True)[:10]
    raise _BadArgumentError(_WHO.filled(names=", ".join(sorted(names)) or "-"))


def _tell(shown: Preview) -> None:
    """The count of each outcome, and each row that is not used with its reason, on standard output."""
    counts = Counter(shown.counts)
    print(_both(_COUNTS.filled(**{change.value: counts[change] for change in Change})))
    for row in shown.rows:
        if row.outcome is Change.REFUSED:
            for problem in row.change.problems:
                said = Words(
                    _ROW.id.format(row=row.change.row, said=problem.words.id),
                    _ROW.en.format(row=row.change.row, said=problem.words.en),
                )
                print(_both(said))


def _told(words: Words, status: int) -> int:
    print(_both(words), file=sys.stderr)
    return status


def _both(words: Words) -> str:
    return f"{words.id} / {words.en}"
