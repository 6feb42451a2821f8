"""What reports on an assembly say, in both languages."""

from __future__ import annotations

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.judging import AssemblyVerdict

VERDICTS = {
    AssemblyVerdict.VALID: Words("Sah", "Valid"),
    AssemblyVerdict.INVALID: Words("Tidak sah", "Invalid"),
    AssemblyVerdict.UNDETERMINED: Words("Belum dapat ditentukan", "Undetermined"),
}
MEANINGS = {
    AssemblyVerdict.VALID: Words(
        "Menurut fakta yang tercatat dan naskah yang dipakai, semua pasal yang mengikat terpenuhi.",
        "By the facts recorded and the texts used, every binding article is met.",
    ),
    AssemblyVerdict.INVALID: Words(
        "Menurut fakta yang tercatat dan naskah yang dipakai, ada pasal yang mengikat yang tidak terpenuhi.",
        "By the facts recorded and the texts used, a binding article is not met.",
    ),
    AssemblyVerdict.UNDETERMINED: Words(
        "Ada fakta yang belum tercatat, naskah yang belum mengatur, atau posisi yang berbeda.",
        "Facts are not recorded, texts are silent, or positions differ.",
    ),
}
OUTCOMES = {
    Outcome.NOT_MET: Words("Tidak terpenuhi", "Not met"),
    Outcome.UNCLEAR: Words("Belum jelas", "Unclear"),
    Outcome.MET: Words("Terpenuhi", "Met"),
    Outcome.NOT_APPLICABLE: Words("Tidak berlaku di sini", "Does not apply here"),
    Outcome.FAILED_TO_RUN: Words("Gagal diperiksa", "Failed to run"),
}
SAID = {
    "document": Words("Keabsahan musyawarah", "Legitimacy of an assembly"),
    "for_reviewer": Words("Temuan untuk penilai", "Finding for a reviewer"),
    "held_on": Words("Hari musyawarah", "Held on"),
    "place": Words("Tempat", "Place"),
    "made_with": Words("Dibuat dengan", "Made with"),
    "by_editions": Words("Menurut naskah", "By these texts"),
    "roots": Words("Yang tidak terpenuhi", "What is not met"),
    "falls": Words("ikut gugur", "falls with it"),
    "open": Words("Fakta yang masih terbuka", "Facts that are open"),
    "open_intro": Words(
        "Setiap pertanyaan menunggu jawaban. Jawaban ya memenuhi pasalnya; jawaban tidak membuat musyawarah tidak sah "
        "menurut pasal itu.",
        "Each question waits for an answer. Yes meets its article; no makes the assembly invalid by that article.",
    ),
    "positions": Words("Posisi yang berbeda", "Positions side by side"),
    "divides": Words("Yang memisahkan", "What divides them"),
    "quorum": Words("Kehadiran dari waktu ke waktu", "Presence over time"),
    "quorum_intro": Words(
        "Garis menunjukkan yang hadir, garis putus-putus ambang kuorum, dan titik setiap keputusan.",
        "The line is who was present, the dashed line the quorum, each dot a decision.",
    ),
    "time": Words("Waktu", "Time"),
    "what": Words("Keputusan", "Decision"),
    "present": Words("Hadir", "Present"),
    "needed": Words("Dibutuhkan", "Needed"),
    "articles": Words("Semua pasal", "All articles"),
    "article": Words("Pasal", "Article"),
    "result": Words("Hasil", "Result"),
    "reason": Words("Alasan", "Reason"),
    "attested": Words("menurut {by}", "according to {by}"),
    "sources": Words("Sumber fakta", "Sources of the facts"),
    "texts": Words("Sumber naskah", "Sources of the texts"),
    "stamp": Words("Sah menurut naskah", "Valid by its text"),
    "limits": Words(
        "Laporan ini menguji kecocokan fakta yang dinyatakan dengan naskah. Ia tidak dapat mengetahui apakah fakta itu "
        "benar; karena itu setiap fakta menyebut siapa yang menyatakannya.",
        "This report tests whether the facts stated agree with the text. It cannot know whether they are true; that is "
        "why every fact names who stated it.",
    ),
    "skip": Words("Ke isi", "Skip to content"),
    "opening": Words("Sidang dibuka", "The session opens"),
}
