"""The report's own sentences in both languages; `_one` is the form for a single thing, where English needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.plan import Horizon
from serikat.engines.judgement.standard import Clause, Level, Standard, WayKind
from serikat.engines.judgement.words import Language, Words

OUTCOMES = {
    Outcome.MET: Words("Terpenuhi", "Met"),
    Outcome.NOT_MET: Words("Belum terpenuhi", "Not yet met"),
    Outcome.UNCLEAR: Words("Belum jelas", "Unclear"),
    Outcome.NOT_APPLICABLE: Words("Tidak berlaku", "Does not apply"),
    Outcome.FAILED_TO_RUN: Words("Gagal diperiksa", "Could not be checked"),
}
HORIZONS = {
    Horizon.THIS_WEEK: Words("Yang bisa dibereskan minggu ini", "What can be put right this week"),
    Horizon.THIS_MONTH: Words("Yang bisa dibereskan bulan ini", "What can be put right this month"),
    Horizon.LONGER: Words("Yang perlu waktu lebih panjang", "What takes longer"),
}
LEVELS = {
    Level.MANDATORY: Words("wajib", "mandatory"),
    Level.RECOMMENDED: Words("anjuran", "recommended"),
}
WAYS = {
    WayKind.DOCUMENT: Words("Siapkan berkas", "Documents to prepare"),
    WayKind.VISIT: Words("Dilihat saat kunjungan", "Seen on a visit"),
    WayKind.PERSON: Words("Dinilai orang", "Judged by a person"),
    WayKind.RULE: Words("Belum ada pemeriksaan mesin", "No machine check yet"),
}
KINDS = {
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
    "article": Words("Berita", "Article"),
    "section": Words("Rubrik", "Section"),
    "other": Words("Halaman lain", "Other page"),
}

PHRASES = {
    "document": Words("Pemeriksaan mandiri situs", "Self-check of a news site"),
    "document_title": Words("Pemeriksaan mandiri situs {outlet}", "Self-check of {outlet}"),
    "for_reviewer": Words("Temuan untuk penilai", "Findings for a reviewer"),
    "skip": Words("Langsung ke isi", "Skip to content"),
    "contents": Words("Isi laporan", "Contents"),
    "site": Words("Situs", "Site"),
    "against": Words("Diperiksa terhadap", "Checked against"),
    "read_on": Words("Dibaca pada", "Read on"),
    "tried_on": Words("Dicoba pada", "Tried on"),
    "reach": Words("Terbaca", "Read"),
    "pages_articles": Words(
        "{pages} halaman, di antaranya {articles} berita", "{pages} pages, of which {articles} are articles"
    ),
    "made_with": Words("Diperiksa dengan", "Checked with"),
    "voluntary": Words("sukarela", "voluntary"),
    "in_force": Words("berlaku sejak {day}", "in force since {day}"),
    "disclaimer": Words(
        "Laporan ini mencatat apa yang terlihat oleh mesin. Keputusan ada pada penilai, dan verifikasi pada Dewan "
        "Pers. Media yang belum terverifikasi tetap dapat menjalankan kerja pers.",
        "This report records what a machine could see. The decision is a reviewer's, and verification the Press "
        "Council's. An outlet that is not verified may still do the work of the press.",
    ),
    "answer": Words(
        "{met} dari {judged} hal yang dapat dibaca mesin sudah terpenuhi",
        "{met} of the {judged} things that a machine can read are met",
    ),
    "rest_missing": Words("{missing} perlu dibenahi", "{missing} to put right"),
    "rest_voluntary": Words(", {voluntary} di antaranya sukarela", ", {voluntary} of them voluntary"),
    "rest_all_voluntary": Words(", semuanya sukarela", ", all of them voluntary"),
    "rest_unclear": Words("{unclear} belum jelas", "{unclear} unclear"),
    "rest_none": Words("Tidak ada yang perlu dibenahi di situs.", "Nothing to put right on the site."),
    "answer_nothing": Words(
        "Tidak ada hal yang dapat diperiksa mesin dalam standar ini",
        "These standards hold nothing that a machine can check"
    ),
    "answer_unread": Words("Situs belum dapat dibaca", "The site could not be read"),
    "answer_unread_rest": Words(
        "Karena itu belum ada temuan apa pun tentang situs ini.", "So there are no findings about this site yet."
    ),
    "answer_unread_urgent": Words(
        "Selain itu belum ada temuan tentang situs ini.", "Beyond that there are no findings about this site yet."
    ),
    "complete": Words(
        "Semua hal wajib yang dapat dibaca mesin sudah terlihat di situs. Ini belum verifikasi: berkas, kantor, dan "
        "isi berita tetap dinilai orang.",
        "Everything mandatory that a machine can read is visible on the site. This is not verification: documents, the "
        "office and the journalism are still judged by people.",
    ),
    "picture": Words(
        "Mesin dapat membaca {seen} dari {all} butir; selebihnya dijawab dengan berkas, kunjungan, dan orang",
        "A machine can read {seen} of {all} clauses; the rest is answered by documents, visits and people",
    ),
    "picture_all": Words("Semua {all} butir dapat dibaca mesin", "A machine can read all {all} clauses"),
    "picture_note": Words(
        "Setiap kotak satu butir. Satu hal dalam laporan ini dapat menjawab beberapa butir sekaligus.",
        "Each box is one clause. One thing in this report may answer several clauses at once.",
    ),
    "standard": Words("Standar", "Standard"),
    "clauses": Words("Butir", "Clauses"),
    "unanswered": Words("Belum dijawab", "Unanswered"),
    "missing_intro": Words(
        "Urutannya: yang paling menentukan dan paling ringan lebih dulu. Setiap hal disertai kutipan, dasar aturan, "
        "dan cara membereskannya.",
        "In this order: what matters most and takes least comes first. Each comes with a quote, the article, and how "
        "to put it right.",
    ),
    "nothing_missing": Words(
        "Tidak ada yang perlu dibenahi di situs. Pertahankan halaman-halaman ini saat tampilan situs diganti.",
        "Nothing to put right on the site. Keep these pages when the site gets a new design.",
    ),
    "seen": Words("Yang terlihat di situs", "What was seen on the site"),
    "seen_nothing": Words(
        "Tidak ada kata-kata di situs yang menjawab hal ini.", "No words on the site answer this."
    ),
    "seen_at": Words("dilihat {moment}", "seen {moment}"),
    "same_on": Words("Kata-kata yang sama ada di {n} halaman:", "The same words stand on {n} pages:"),
    "more_seen": Words("{n} kutipan lain", "{n} more quotes"),
    "more_seen_one": Words("1 kutipan lain", "1 more quote"),
    "more_pages": Words("dan {n} halaman lain", "and {n} more pages"),
    "more_pages_one": Words("dan 1 halaman lain", "and 1 more page"),
    "handed_in": Words("diserahkan oleh pemilik", "handed in by the owner"),
    "inherited": Words("halaman milik induk", "a page of the parent"),
    "basis": Words("Dasar aturan", "The article"),
    "failed_remedy": Words(
        "Ini bukan kesalahan situs. Periksa ulang dengan rilis yang lebih baru; sementara itu lihat sendiri butir ini.",
        "This is no fault of the site. Check again with a newer release; until then look at this clause yourself.",
    ),
    "what_to_do": Words("Yang perlu dilakukan", "What to do"),
    "example": Words("Contoh teks untuk disesuaikan", "Example text to adapt"),
    "example_note": Words(
        "Ketuk untuk memilih semuanya, lalu salin. Ganti bagian dalam kurung.",
        "Tap to select it all, then copy. Replace what stands in brackets.",
    ),
    "unclear_heading": Words("Yang belum jelas", "What is unclear"),
    "unclear_intro": Words(
        "Mesin tidak dapat memastikan hal-hal ini. Belum jelas bukan berarti belum terpenuhi.",
        "A machine could not settle these. Unclear does not mean not met.",
    ),
    "clear_up": Words("Cara memperjelas", "How to clear it up"),
    "not_read_heading": Words("Halaman yang tidak terbaca", "Pages that could not be read"),
    "met_heading": Words("Sudah terpenuhi", "Already met"),
    "nothing_met": Words(
        "Belum ada yang tercatat di sini. Mulailah dari daftar di atas.",
        "Nothing stands here yet. Begin with the list above."
    ),
    "not_applicable_heading": Words("Tidak berlaku untuk situs ini", "Does not apply to this site"),
    "by_hand_heading": Words("Yang tidak bisa dilihat mesin", "What no machine can see"),
    "by_hand_intro": Words(
        "Butir-butir ini dijawab dengan berkas, kunjungan, atau penilaian orang. Gunakan sebagai daftar persiapan.",
        "These clauses are answered by documents, a visit or a person's judgement. Use them as a checklist.",
    ),
    "by_rule_note": Words(
        "Pemeriksaan mesin untuk butir ini belum ditulis; sementara itu periksalah sendiri.",
        "The machine check for these is not written yet; until then please look yourself.",
    ),
    "evidence_heading": Words("Halaman yang dibaca", "Pages that were read"),
    "page": Words("Halaman", "Page"),
    "kind": Words("Jenis", "Kind"),
    "status": Words("Status", "Status"),
    "hash": Words("Sidik (SHA-256)", "Hash (SHA-256)"),
    "articles_heading": Words("Berita yang dijadikan contoh", "Articles that were sampled"),
    "no_articles": Words("Tidak ada berita yang terbaca.", "No article could be read."),
    "title": Words("Judul", "Title"),
    "published": Words("Terbit", "Published"),
    "writer": Words("Penulis", "Writer"),
    "editor": Words("Penyunting", "Editor"),
    "advertorial": Words("Advertorial", "Advertorial"),
    "unknown": Words("tidak diketahui", "unknown"),
    "method_heading": Words("Cara pemeriksaan dan batasnya", "How this was checked, and its limits"),
    "method_1": Words(
        "Situs dibaca seperti pembaca biasa, satu halaman demi satu halaman, dengan mematuhi robots.txt. Halaman yang "
        "dibaca disimpan bersama waktu dan sidiknya, sehingga temuan ini dapat diperiksa ulang.",
        "The site was read as any reader would, one page after another, keeping to robots.txt. The pages are kept with "
        "their time and hash, so that these findings can be checked again.",
    ),
    "method_2": Words(
        "Temuan yang sama akan keluar dari bukti, edisi standar, dan rilis yang sama. Perubahan situs setelah waktu "
        "baca tidak terlihat di sini.",
        "The same evidence, editions and release always give the same findings. Changes made after the time of "
        "reading do not show here.",
    ),
    "method_3": Words(
        "Mesin tidak menilai mutu berita, kebenaran alamat, keaslian akta, atau kesejahteraan wartawan.",
        "A machine does not judge the quality of the journalism, whether the address is real, the deeds are genuine or "
        "the journalists are paid.",
    ),
    "method_4": Words(
        "Berita diambil sebagai contoh, tidak seluruhnya. Nama dan tanggal yang tidak pasti ditulis “tidak diketahui”.",
        "Articles are a sample, not all of them. Names and dates that are not certain are shown as unknown.",
    ),
    "sources_heading": Words("Sumber", "Sources"),
    "sources_note": Words(
        "Bunyi butir dalam laporan ini memakai kata-kata kami, berdasarkan sumber berikut.",
        "The clauses in this report are in our words, resting on these sources.",
    ),
    "signature_heading": Words("Catatan penilai", "The reviewer's note"),
    "signature_intro": Words(
        "Diisi oleh pengurus asosiasi setelah membaca temuan bersama penanggung jawab media.",
        "Filled in by an officer of the association after reading the findings with the outlet's responsible person.",
    ),
    "signature_name": Words("Nama dan jabatan", "Name and office"),
    "signature_place": Words("Tempat dan tanggal", "Place and date"),
    "signature_sign": Words("Tanda tangan", "Signature"),
    "signature_note": Words("Catatan", "Note"),
    "stamp": Words("Cap asosiasi", "Association's stamp"),
    "why_unread": Words("Apa yang terjadi", "What happened"),
    "fix_unread": Words("Cara memperbaikinya", "How to fix it"),
    "after_fix": Words("Setelah situs terbaca, yang diperiksa", "Once the site can be read, these are checked"),
    "detail": Words("Catatan teknis", "Technical note"),
    "tried": Words("Yang dicoba", "What was tried"),
    "first_to_do": Words("Mulai dari", "Begin with"),
    "urgent": Words("Lihat ini lebih dulu", "Look at this first"),
    "urgent_link": Words("Lihat tandanya", "See the signs"),
    "page_of": Words("Halaman", "Page"),
}  # fmt: skip

Speaker = Callable[..., str]

# Numbers are kept as Indonesian texts print them; an English page still has to speak English.
_NUMBER_WORDS = {
    "dan seterusnya": "and following", "UU Pers": "Press Law", "Pasal": "Article",
    "ayat": "paragraph", "huruf": "point", "butir": "clause", "Standar": "Standard", " dan ": " and ",
    "Pedoman Media Siber": "Cyber Media Guideline", "Peraturan Dewan Pers": "Press Council Regulation",
}  # fmt: skip

_WIB = timezone(timedelta(hours=7), "WIB")
_MONTHS = Words(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)


def speaker(language: Language) -> Speaker:
    """A function that says a phrase by its name, its `{placeholders}` filled; raises KeyError for an unknown name."""

    def say(name: str, **values: object) -> str:
        single = f"{name}_one"
        words = PHRASES[single if values.get("n") == 1 and single in PHRASES else name]
        return words.in_language(language).format(**values)

    return say


def rest(say: Speaker, *, missing: int, voluntary: int, unclear: int) -> str:
    """What is left beside what is met: `16 perlu dibenahi, 10 di antaranya sukarela; 13 belum jelas.`

    `voluntary` counts those of `missing` that no binding text asks for.
    """
    parts = []
    if missing:
        share = ("rest_all_voluntary" if voluntary == missing else "rest_voluntary") if voluntary else ""
        parts.append(say("rest_missing", missing=missing) + (say(share, voluntary=voluntary) if share else ""))
    if unclear:
        parts.append(say("rest_unclear", unclear=unclear))
    return "; ".join(parts) + "." if parts else say("rest_none")


def citation(standard: Standard, clause: Clause, language: Language) -> str:
    """A clause as people cite it, `Pasal 12, Undang-Undang …`; the regulation alone where its number was not seen."""
    # Only what binds has a name of its own in the law; a collection of ours is named in the language of the page.
    regulation = "" if standard.voluntary else standard.regulation
    regulation = regulation or standard.title.in_language(language)
    number = article_number(clause.number, language)
    return f"{number}, {regulation}" if number else regulation


def article_number(number: str, language: Language) -> str:
    """The number as people say it: `Pasal 12`, `Butir 8`; in English `Article 12`, `Clause 8`; empty where unseen."""
    if number == "tanpa nomor":
        return ""
    if language == "en":
        for indonesian, english in _NUMBER_WORDS.items():
            number = number.replace(indonesian, english)
    if number[:1].isdigit():
        return f"{'Butir' if language == 'id' else 'Clause'} {number}"
    return number[:1].upper() + number[1:]


def moment(stamp: str, language: Language) -> str:
    """A moment (ISO 8601) as people write it, in WIB: `22 November 2026, 07.12 WIB`; other text stays as it is."""
    try:
        at = datetime.fromisoformat(stamp).astimezone(_WIB)
    except ValueError:
        return stamp
    mark = "." if language == "id" else ":"
    return f"{day_of(at, language)}, {at:%H}{mark}{at:%M} WIB"


def day_of(at: date, language: Language) -> str:
    """The day with the month's name: `22 November 2026`."""
    return f"{at.day} {_MONTHS.in_language(language).split()[at.month - 1]} {at.year}"


def published(stamp: str | None, language: Language) -> str:
    """When an article says it was published, as exactly as it says: with its zone, without one, or the day alone."""
    if not stamp:
        return PHRASES["unknown"].in_language(language)
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    day = day_of(at, language)
    if "T" not in stamp and " " not in stamp:
        return day
    mark = "." if language == "id" else ":"
    zones = {7: " WIB", 8: " WITA", 9: " WIT"}
    offset = at.utcoffset()
    zone = "" if offset is None else zones.get(int(offset.total_seconds() // 3600), f" UTC{at:%z}")
    return f"{day}, {at:%H}{mark}{at:%M}{zone}"
