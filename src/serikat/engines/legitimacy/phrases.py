"""What reports on an assembly say, in both languages."""

from __future__ import annotations

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.judging import AssemblyJudgement, AssemblyVerdict
from serikat.engines.legitimacy.terms import joined, say

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
_SENTENCES = {
    AssemblyVerdict.VALID: Words(
        "{title}, {day}, sah menurut {texts}, sejauh fakta yang tercatat.",
        "{title}, {day}, is valid under {texts}, by the facts recorded.",
    ),
    AssemblyVerdict.INVALID: Words(
        "{title}, {day}, tidak sah menurut {articles} dalam {texts}. {reason}",
        "{title}, {day}, is invalid by {articles} of {texts}. {reason}",
    ),
    AssemblyVerdict.UNDETERMINED: Words(
        "Sah tidaknya {title}, {day}, belum dapat ditentukan: {n} hal masih terbuka.",
        "Whether {title}, {day}, is valid cannot be determined yet: {n} points are open.",
    ),
}
_SIDES = Words("Sah tidaknya {title}, {day}, bergantung pada posisi yang dipakai: {sides}.",
               "Whether {title}, {day}, is valid depends on the position taken: {sides}.")  # fmt: skip
_SIDE = {
    AssemblyVerdict.VALID: Words("sah menurut “{name}”", "valid by “{name}”"),
    AssemblyVerdict.INVALID: Words("tidak sah menurut “{name}”", "invalid by “{name}”"),
    AssemblyVerdict.UNDETERMINED: Words("belum dapat ditentukan menurut “{name}”", "undetermined by “{name}”"),
}


def sentence(judgement: AssemblyJudgement) -> Words:
    """The verdict in one sentence that can be quoted."""
    assembly = judgement.record.assembly
    told: dict[str, object] = {"title": assembly.title, "day": assembly.held_on}
    if judgement.positions and len({position.verdict for position in judgement.positions}) > 1:
        sides = [say(_SIDE[position.verdict], name=position.name) for position in judgement.positions]
        return say(_SIDES, sides=joined(sides), **told)
    by_sides = [finding for position in judgement.positions for finding in position.findings]
    roots = [finding for finding in by_sides or judgement.findings if finding.is_root]
    if judgement.verdict is AssemblyVerdict.INVALID and roots:
        named = {finding.edition for finding in roots}
        texts = [edition.title for edition in judgement.editions if edition.id in named]
        articles = [_named(finding.article) for finding in roots]
        return say(_SENTENCES[judgement.verdict], texts=texts, articles=articles, reason=roots[0].reason, **told)
    texts = [edition.title for edition in judgement.editions]
    return say(_SENTENCES[judgement.verdict], texts=texts, n=len(judgement.open_facts), **told)


def _named(article: str) -> Words:
    """An article as a sentence names it: "pasal 28", and "Pasal 28" where the text itself prints the word."""
    is_whole = article.casefold().startswith(("pasal", "article", "bab"))
    return Words(article, article) if is_whole else Words(f"pasal {article}", f"article {article}")


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
        "Jawaban ya memenuhi pasalnya; jawaban tidak membuat musyawarah tidak sah menurut pasal itu. Fakta yang "
        "bertentangan perlu dicocokkan dengan dokumennya.",
        "Yes meets the article; no makes the assembly invalid by it. Facts that contradict each other have to be "
        "compared with their documents.",
    ),
    "positions": Words("Posisi yang berbeda", "Positions side by side"),
    "divides": Words("Yang memisahkan", "What divides them"),
    "quorum": Words("Kehadiran dari waktu ke waktu", "Presence over time"),
    "quorum_met": Words(
        "Kuorum terpenuhi pada setiap keputusan: paling sedikit {least} dari {whole} hadir, dibutuhkan {needed}.",
        "There was a quorum at every decision: at least {least} of {whole} were present, {needed} are needed.",
    ),
    "quorum_short": Words(
        "Pada {n} dari {all} keputusan yang hadir kurang dari kuorum, yaitu {needed} dari {whole}.",
        "At {n} of {all} decisions fewer were present than the quorum, {needed} of {whole}.",
    ),
    "fallen": Words("Ikut gugur", "Falls with it"),
    "quorum_line": Words("kuorum {n}", "quorum {n}"),
    "page_of": Words("Halaman", "Page"),
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
