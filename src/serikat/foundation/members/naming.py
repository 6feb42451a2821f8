"""How members and deeds about them are called in the journal."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.queries import below_paths
from serikat.foundation.journal.subjects import Named, belongs_to_chapters, can_name, words_for
from serikat.foundation.members.models import Company, MemberOutlet, RosterImport
from serikat.foundation.members.models.control import LOST_WORDS


def register() -> None:
    """Tell the journal."""
    can_name("members", "outlet", _outlets)
    belongs_to_chapters("members", "outlet", _outlets_within)
    can_name("members", "company", _companies)
    belongs_to_chapters("members", "company", _companies_within)
    can_name("members", "import", _imports)
    belongs_to_chapters("members", "import", _imports_within)
    words_for({
        "members.outlet_added": Words("Media ditambahkan", "Outlet added"),
        "members.outlet_changed": Words("Data media diubah", "Outlet changed"),
        "members.company_named": Words("Nama perusahaan diubah", "Company renamed"),
        "members.standing_set": Words("Keanggotaan diubah", "Standing changed"),
        "members.council_status_recorded": Words("Status Dewan Pers dicatat", "Press Council status recorded"),
        "members.outlet_removed": Words("Media dikeluarkan dari daftar", "Outlet taken off the list"),
        "members.roster_uploaded": Words("Daftar diunggah", "List uploaded"),
        "members.roster_columns": Words("Kolom daftar dicocokkan", "Columns of the list matched"),
        "members.roster_answered": Words("Pertanyaan daftar dijawab", "Questions about the list answered"),
        "members.roster_confirmed": Words("Daftar dimasukkan", "List imported"),
        "members.roster_erased": Words("Isi daftar dihapus karena masanya habis", "Content of a list erased in time"),
        "members.list_downloaded": Words("Daftar anggota diunduh", "Members downloaded"),
        "members.outlet_back": Words("Media kembali ke daftar", "Outlet back on the list"),
        "members.representative_ended": Words("Wakil media berakhir", "Representative ended"),
        "members.roster_undone": Words("Impor dibatalkan", "Import undone"),
        "members.representative_named": Words("Wakil media dicatat", "Representative named"),
        "members.control_asked": Words("Bukti kendali diminta", "Proof of control asked for"),
        "members.control_shown": Words("Kendali atas situs terbukti", "Control of the site shown"),
        "members.control_vouched": Words("Kendali dijamin pengurus", "Control vouched for by an officer"),
        **{
            f"members.control_lost_{cause}": Words(
                f"Kendali perlu dibuktikan lagi: {why.id}", f"Control to be shown again: {why.en}"
            )
            for cause, why in LOST_WORDS.items()
        },
    })


def _outlets(public_ids: Collection[str]) -> dict[str, Named]:
    found = MemberOutlet.objects.filter(public_id__in=public_ids).only("public_id", "name", "key")
    return {str(each.public_id): Named(str(each), f"/media/{each.public_id}/") for each in found}


def _outlets_within(paths: Collection[str]) -> QuerySet[MemberOutlet]:
    return MemberOutlet.objects.filter(below_paths(paths, "chapter__path"))


def _companies(public_ids: Collection[str]) -> dict[str, Named]:
    found = Company.objects.filter(public_id__in=public_ids).values_list("public_id", "legal_name")
    return {str(each): Named(name, f"/perusahaan/{each}/") for each, name in found}


def _companies_within(paths: Collection[str]) -> QuerySet[Company]:
    return Company.objects.filter(below_paths(paths, "outlets__chapter__path"))


def _imports(public_ids: Collection[str]) -> dict[str, Named]:
    found = RosterImport.objects.filter(public_id__in=public_ids).values_list("public_id", "file_name")
    return {str(each): Named(name, f"/impor/{each}/") for each, name in found}


def _imports_within(paths: Collection[str]) -> QuerySet[RosterImport]:
    return RosterImport.objects.filter(below_paths(paths, "chapter__path"))
