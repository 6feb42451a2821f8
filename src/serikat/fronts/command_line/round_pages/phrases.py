"""The sentences of a round's pages in both languages; `_one` is the form for a single thing, where English needs it."""

from __future__ import annotations

from serikat.engines.judgement.words import Words

VIEWS = {
    "index": Words("Semua media", "All outlets"),
    "perlu-dilihat": Words("Lihat segera", "Look at once"),
    "perlu-dibenahi": Words("Perlu dibenahi", "To put right"),
    "belum-terbaca": Words("Belum terbaca", "Not read"),
}
PHRASES = {
    "title": Words("Hasil pemeriksaan situs anggota", "The members' sites checked"),
    "heading": Words(
        "{missing} dari {n} situs yang terbaca perlu membenahi hal yang wajib",
        "{missing} of the {n} sites that could be read have something mandatory to put right",
    ),
    "advice": Words("{n} situs lagi hanya kekurangan hal yang dianjurkan.", "{n} more lack only what is recommended."),
    "advice_one": Words("1 situs lagi hanya kekurangan hal yang dianjurkan.", "1 more lacks only what is recommended."),
    "heading_unread": Words("{unread} dari {n} situs belum dapat dibaca", "{unread} of {n} sites could not be read"),
    "heading_none": Words("Belum ada situs yang terbaca", "No site could be read yet"),
    "unread": Words("{n} situs belum dapat dibaca.", "{n} sites could not be read."),
    "unread_one": Words("1 situs belum dapat dibaca.", "1 site could not be read."),
    "suspect": Words(
        "{n} situs mungkin diretas atau lepas dari pemiliknya; sampaikan kepada mereka secara pribadi.",
        "{n} sites may have been hacked or lost by their owners; tell them in private.",
    ),
    "suspect_one": Words(
        "1 situs mungkin diretas atau lepas dari pemiliknya; sampaikan kepadanya secara pribadi.",
        "1 site may have been hacked or lost by its owner; tell them in private.",
    ),
    "common": Words("Yang paling sering belum terpenuhi", "Most often not yet met"),
    "reasons": Words("Mengapa ada situs yang belum terbaca", "Why some sites could not be read"),
    "reason": Words("Sebab", "Reason"),
    "fix": Words("Cara memperbaikinya", "How to fix it"),
    "sites_column": Words("Situs", "Sites"),
    "sites": Words("{n} situs", "{n} sites"),
    "sites_one": Words("1 situs", "1 site"),
    "views": Words("Tampilkan", "Show"),
    "letters": Words("Menurut huruf", "By letter"),
    "outlet": Words("Media", "Outlet"),
    "first": Words("Mulai dari", "Begin with"),
    "not_read": Words("Belum terbaca", "Not read"),
    "open_site": Words("Buka situs", "Open the site"),
    "page": Words("Halaman", "Page"),
    "page_of_pages": Words("Halaman {number} dari {pages}", "Page {number} of {pages}"),
    "previous": Words("Sebelumnya", "Previous"),
    "next": Words("Berikutnya", "Next"),
    "row": Words("baris {row}", "row {row}"),
    "workbook": Words("Buku kerja Excel: {file}", "Excel workbook: {file}"),
    "nobody": Words("Tidak ada media dalam daftar ini.", "There are no outlets in this list."),
}
