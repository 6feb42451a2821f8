"""Short words for what lists and charts show."""

from __future__ import annotations

from serikat.engines.judgement.standard import Level, WayKind
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached

REACHED_WORDS = {
    Reached.READ: Words("Terbaca", "Read"),
    Reached.PARTIAL: Words("Terbaca sebagian", "Read in part"),
    Reached.BLOCKED: Words("Menolak pembaca otomatis", "Turned our reader away"),
    Reached.ROBOTS: Words("Ditutup robots.txt", "Closed by robots.txt"),
    Reached.REFUSED: Words("Menolak sambungan", "Refused the connection"),
    Reached.PRIVATE: Words("Bukan alamat umum", "No public address"),
    Reached.DNS: Words("Domain tidak ditemukan", "No such domain"),
    Reached.TLS: Words("Sertifikat bermasalah", "Certificate trouble"),
    Reached.TIMEOUT: Words("Terlalu lama menjawab", "Took too long"),
    Reached.HTTP_ERROR: Words("Server menjawab galat", "Server answered an error"),
    Reached.REDIRECTED_AWAY: Words("Dialihkan ke situs lain", "Sends visitors elsewhere"),
    Reached.TOO_LARGE: Words("Halaman terlalu besar", "Page too large"),
    Reached.PARKED: Words("Domain diparkir", "Domain is parked"),
    Reached.EMPTY_SHELL: Words("Kosong tanpa JavaScript", "Empty without JavaScript"),
}
SIGN_WORDS = {
    "incomplete": Words("Belum lengkap", "Not complete"),
    "unclear": Words("Belum jelas", "Unclear"),
    "complete": Words("Lengkap di situs", "Complete on the site"),
    "unread": Words("Tidak terbaca", "Could not be read"),
    "worse": Words("Memburuk", "Worse"),
    "urgent": Words("Perlu dilihat segera", "To be seen at once"),
    "never": Words("Belum pernah diperiksa", "Never audited"),
}
LEVEL_WORDS = {
    Level.MANDATORY: Words("wajib", "mandatory"),
    Level.RECOMMENDED: Words("anjuran", "recommended"),
}
WAY_WORDS = {
    WayKind.DOCUMENT: Words("Dijawab dengan berkas", "Answered by documents"),
    WayKind.VISIT: Words("Dilihat saat kunjungan", "Seen on a visit"),
    WayKind.PERSON: Words("Dinilai orang", "Judged by a person"),
    WayKind.RULE: Words("Belum ada pemeriksaan mesin", "No machine check yet"),
}
EFFORT_WORDS = {
    1: Words("sekitar 1 jam", "about an hour"),
    2: Words("1–2 hari", "a day or two"),
    3: Words("1–2 minggu", "a week or two"),
    4: Words("beberapa minggu dan biaya", "weeks and some money"),
    5: Words("berbulan-bulan", "months"),
}
PAGE_KIND_WORDS = {
    "home": Words("Halaman depan", "Home page"),
    "masthead": Words("Box redaksi", "Masthead"),
    "guideline": Words("Pedoman", "Guideline"),
    "ethics": Words("Kode etik", "Code of ethics"),
    "corrections": Words("Ralat dan hak jawab", "Corrections and reply"),
    "contact": Words("Kontak", "Contact"),
    "about": Words("Tentang media", "About the outlet"),
    "privacy": Words("Kebijakan privasi", "Privacy policy"),
    "advertising": Words("Info iklan", "Advertising"),
    "comment_policy": Words("Ketentuan komentar", "Comment policy"),
    "terms": Words("Ketentuan", "Terms"),
    "protection": Words("Perlindungan wartawan", "Protection of journalists"),
    "article": Words("Berita", "Article"),
    "section": Words("Rubrik", "Section"),
    "other": Words("Halaman lain", "Other page"),
}
