"""Lists on their way in: uploaded, columns matched, every row looked at, taken in, undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.files import File
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.queries import subtree
from serikat.foundation.members.access import can_keep_outlets
from serikat.foundation.members.forms import UploadForm
from serikat.foundation.members.kept_fields import KEPT_AS
from serikat.foundation.members.models import ImportState, RosterImport
from serikat.foundation.members.queries import imports_seen_by
from serikat.foundation.members.roster.annotating import annotated
from serikat.foundation.members.roster.comparing import Change
from serikat.foundation.members.roster.fields import TITLES, Field
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.listed import ListedSheet
from serikat.foundation.members.roster.reading import proposed_sheets
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster_import.actions import (
    ChangedMeanwhileError,
    answer_questions,
    choose_columns,
    confirm_roster,
    forget_answers,
    undo_roster,
    upload_roster,
)
from serikat.foundation.members.roster_import.files import uploaded
from serikat.foundation.members.roster_import.previewing import PlannedRow, Preview, preview_of, without_questions
from serikat.foundation.members.roster_import.undoing import undo_of
from serikat.foundation.members.views.outlets import attachment
from serikat.foundation.people.models import RoleKind
from serikat.foundation.people.queries import chapters_of
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import current, said, said_later
from serikat.web.permission import require

STEPS = (
    Words("Unggah", "Upload"),
    Words("Cocokkan kolom", "Match columns"),
    Words("Periksa baris", "Look at rows"),
    Words("Selesai", "Done"),
)
OUTCOME_WORDS = {
    Change.CREATED: Words("Baru", "New"),
    Change.CHANGED: Words("Berubah", "Changed"),
    Change.ASKED: Words("Perlu jawaban", "To be answered"),
    Change.REFUSED: Words("Belum dipakai", "Not used"),
    Change.UNCHANGED: Words("Sama", "Unchanged"),
}
# What keeps a row from being undone.
KEPT_WORDS = {name: TITLES[field] for field, name in KEPT_AS.items()} | {
    "region": Words("Wilayah", "Region"),
    "chapter": Words("Cabang", "Chapter"),
    "removed_at": Words("sudah dikeluarkan dari daftar", "off the list already"),
    "used": Words("sudah ada keanggotaan, wakil, atau bukti kendali", "standing, representatives or control recorded"),
    "outlet": Words("tidak ada lagi", "no longer there"),
}
_A_PAGE = 50


@require_http_methods(["GET", "POST"])
@signed_in
def imports(request: HttpRequest) -> HttpResponse:
    """A new list to upload, and those that came before."""
    held = held_chapters(request)
    mine = chapters_of(person_of(request), RoleKind.OFFICER)
    require(can_keep_outlets(person_of(request), mine[0] if mine else held[0]))
    tree = subtree(mine)
    form = UploadForm(
        request.POST or None, request.FILES or None, chapters=tree, initial={"chapter": mine[0].public_id}
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        new = upload_roster(
            chapter=form.cleaned_data["chapter"],
            file=cast("File[bytes]", file),
            file_name=file.name or "",
            by=person_of(request),
        )
        return redirect("members:columns", public_id=new.public_id)
    page = Paginator(imports_seen_by(person_of(request)), _A_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "members/imports.html", {"form": form, "page": page, "steps": STEPS})


@require_http_methods(["GET", "POST"])
@signed_in
def columns(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What each column holds, as proposed, for a person to correct."""
    roster_import = _open(request, public_id)
    if roster_import.state != ImportState.UPLOADED:
        return redirect("members:import", public_id=public_id)
    try:
        with uploaded(roster_import) as path:
            sheets = proposed_sheets(path)
    except RosterError as error:
        return _unreadable(request, roster_import, error)
    wanted = request.POST.get("lembar", request.GET.get("lembar", roster_import.sheet))
    sheet = next((each for each in sheets if each.name == wanted), None) or next(
        (each for each in sheets if each.is_likeliest), sheets[0]
    )
    trouble = None
    if request.method == "POST":
        chosen = {column.letters: _field(request.POST.get(f"kolom-{column.letters}", "")) for column in sheet.columns}
        if Field.ADDRESS in chosen.values():
            choose_columns(roster_import=roster_import, sheet=sheet.name, columns=chosen, by=person_of(request))
            return redirect("members:import", public_id=public_id)
        trouble = Words("Pilih kolom yang berisi alamat situs.", "Choose the column that holds the sites' addresses.")
    facts = {
        "roster_import": roster_import,
        "sheets": sheets,
        "sheet": sheet,
        "columns": _chosen_columns(request, roster_import, sheet),
        "fields": [(field.value, words) for field, words in TITLES.items()],
        "known": sum(1 for column in sheet.columns if column.field),
        "trouble": trouble,
        "steps": STEPS,
    }
    return render(request, "members/import_columns.html", facts, status=400 if trouble else 200)


def _chosen_columns(
    request: HttpRequest, roster_import: RosterImport, sheet: ListedSheet
) -> list[tuple[Column, str, bool]]:
    """Each column with what it holds: as typed just now, as chosen before, or as proposed; whether that is unsure."""
    before = (roster_import.columns or {}) if roster_import.sheet == sheet.name else {}
    rows = []
    for column in sheet.columns:
        proposed = column.field.value if column.field else ""
        held = request.POST.get(f"kolom-{column.letters}", before.get(column.letters, proposed)) or ""
        rows.append((column, held, bool(column.field) and held == proposed and column.confidence < _SURE))
    return rows


_SURE = 0.65


def _field(value: str) -> Field | None:
    return Field(value) if value in set(Field) else None


@require_safe
@signed_in
def roster_import(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What would come of every row; once taken in, what came of it."""
    shown = _open(request, public_id)
    if shown.state != ImportState.UPLOADED:
        return _result(request, shown)
    if shown.columns is None:
        return redirect("members:columns", public_id=public_id)
    try:
        preview = preview_of(shown)
    except RosterError as error:
        return _unreadable(request, shown, error)
    facts = _preview_facts(request, preview) | {"roster_import": shown, "steps": STEPS}
    return render(request, "members/import_preview.html", facts)


def _preview_facts(request: HttpRequest, preview: Preview) -> dict[str, object]:
    counts = preview.counts
    chosen = request.GET.get("hasil", "")
    rows = [row for row in preview.rows if not chosen or row.outcome == chosen]
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("halaman"))
    return {
        "page": page,
        "rows": [_shown_row(row, preview) for row in page],
        "tabs": [(change.value, words, counts[change]) for change, words in OUTCOME_WORDS.items() if counts[change]],
        "chosen": chosen,
        "n_rows": len(preview.rows),
        "created": counts[Change.CREATED],
        "changed": counts[Change.CHANGED],
        "asked": counts[Change.ASKED],
        "refused": counts[Change.REFUSED],
        "used": counts[Change.CREATED] + counts[Change.CHANGED],
        "problems": len(preview.problems),
        "fingerprint": preview.fingerprint,
        "hidden": len(preview.roster.hidden_rows),
    }


def _shown_row(row: PlannedRow, preview: Preview) -> dict[str, object]:
    known = preview.known.get(row.change.known)
    return {
        "row": row,
        "words": OUTCOME_WORDS[row.outcome],
        "fields": [(TITLES[each.field], each.before, each.after) for each in row.change.fields],
        "known_name": (known.name or known.address) if known else "",
    }


def _result(request: HttpRequest, shown: RosterImport) -> HttpResponse:
    chosen = request.GET.get("hasil", "")
    rows = shown.rows.select_related("outlet").order_by("row", "pk")
    counts = {change: shown.counts.get(change.value, 0) for change in OUTCOME_WORDS}
    if chosen in set(Change):
        rows = rows.filter(outcome=chosen)
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("halaman"))
    listed = [
        (row, OUTCOME_WORDS[Change(row.outcome)], [_said(each) for each in row.problems], _named(row.kept_fields))
        for row in page
    ]
    facts = {
        "roster_import": shown,
        "page": page,
        "rows": listed,
        "tabs": [
            (change.value, words, counts[change])
            for change, words in OUTCOME_WORDS.items()
            if counts[change] and change is not Change.UNCHANGED
        ],
        "chosen": chosen,
        "counts": shown.counts,
        "steps": STEPS,
    }
    return render(request, "members/import_result.html", facts)


def _said(problem: dict[str, str]) -> tuple[str, str]:
    return problem["cell"], problem[current()]


@require_POST
@signed_in
def answers(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Which outlets moved to another address, and which are others."""
    shown = _open(request, public_id)
    if "ulang" in request.POST:
        forget_answers(roster_import=shown, by=person_of(request))
    else:
        given = {
            name.removeprefix("jawab:"): str(value).removeprefix("pindah:") if value != "lain" else ""
            for name, value in request.POST.items()
            if name.startswith("jawab:") and value
        }
        answer_questions(roster_import=shown, answers=given, by=person_of(request))
        messages.success(request, said_later("Jawaban disimpan.", "The answers are kept."))
    return redirect("members:import", public_id=public_id)


@require_POST
@signed_in
def confirm(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Takes over what was seen."""
    shown = _open(request, public_id)
    try:
        confirm_roster(roster_import=shown, seen=request.POST.get("pratinjau", ""), by=person_of(request))
    except ChangedMeanwhileError as error:
        messages.warning(request, said(error.refused.reason))
    except RosterError as error:
        messages.error(request, said(error.words))
    return redirect("members:import", public_id=public_id)


@require_http_methods(["GET", "POST"])
@signed_in
def undo(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Asks, naming the rows that stay, and takes back what the list did."""
    shown = _open(request, public_id)
    if request.method == "POST":
        undo_roster(roster_import=shown, by=person_of(request))
        return redirect("members:import", public_id=public_id)
    if shown.state != ImportState.CONFIRMED or shown.erased_at is not None:
        return redirect("members:import", public_id=public_id)
    undos = undo_of(shown)
    stay = [one for one in undos if one.kept_fields]
    facts = {
        "roster_import": shown,
        "n": len(undos) - len(stay),
        "stay": [(one.row, _named(one.kept_fields)) for one in stay[:_A_PAGE]],
        "n_stay": len(stay),
    }
    return render(request, "members/import_undo.html", facts)


@require_safe
@signed_in
def annotated_copy(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The sheet as it was uploaded, with a column of problems and a comment on each such cell."""
    shown = _open(request, public_id)
    try:
        preview = without_questions(preview_of(shown))
        with uploaded(shown) as path:
            book = annotated(path, preview.roster, preview.problems, current())
    except RosterError as error:
        return _unreadable(request, shown, error)
    return attachment(book, f"masalah-{str(shown.public_id)[:8]}.xlsx")


def _named(kept_fields: Sequence[str]) -> list[Words]:
    return [KEPT_WORDS[name] for name in kept_fields if name in KEPT_WORDS]


def _open(request: HttpRequest, public_id: UUID) -> RosterImport:
    held_chapters(request)
    return get_object_or_404(imports_seen_by(person_of(request)), public_id=public_id)


def _unreadable(request: HttpRequest, shown: RosterImport, error: RosterError) -> HttpResponse:
    return render(request, "members/import_unreadable.html", {"roster_import": shown, "why": error.words}, status=400)
