"""What reports on an assembly say, in both languages."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Level
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.judging import (
    CONTRADICTED,
    NOT_REGULATED,
    ArticleFinding,
    AssemblyJudgement,
    AssemblyVerdict,
    PositionJudgement,
    decided_nothing,
)
from serikat.engines.legitimacy.terms import in_language, joined, say

VERDICTS = {
    AssemblyVerdict.VALID: Words("Sah", "Valid"),
    AssemblyVerdict.INVALID: Words("Tidak sah", "Invalid"),
    AssemblyVerdict.UNDETERMINED: Words("Belum dapat ditentukan", "Undetermined"),
}
_MEANINGS = {
    AssemblyVerdict.VALID: Words(
        "Menurut fakta yang tercatat dan naskah yang dipakai, semua pasal yang mengikat terpenuhi.",
        "By the facts recorded and the texts used, every binding article is met.",
    ),
    AssemblyVerdict.INVALID: Words(
        "Menurut fakta yang tercatat dan naskah yang dipakai, ada pasal yang mengikat yang tidak terpenuhi.",
        "By the facts recorded and the texts used, a binding article is not met.",
    ),
}
_WAITS_FOR = Words("Putusan menunggu: {causes}.", "The verdict waits for: {causes}.")
_FACTS = Words("{n} fakta yang belum tercatat atau belum pasti", "facts that are not recorded or not certain ({n})")
_SILENT = Words("{n} hal yang tidak diatur naskah", "things on which the texts are silent ({n})")
_CONTRADICTED = Words("{n} pertentangan dalam catatan", "contradictions in the record ({n})")
_APART = Words("posisi yang berbeda", "positions that differ")
_FAILED = Words("aturan pemeriksa yang gagal", "rules that failed to run")
_NOTHING_MET = Words("pasal yang mengikat musyawarah ini", "articles that bind this assembly")
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
# Of a sitting that decided nothing the verdict says only whether it could have.
_DECIDED_NOTHING = {
    AssemblyVerdict.VALID: Words(
        "Sidang {title}, {day}, sah menurut {texts}, sejauh fakta yang tercatat; sidang itu tidak mengambil keputusan.",
        "The sitting of {title}, {day}, is valid under {texts}, by the facts recorded; it decided nothing.",
    ),
    AssemblyVerdict.INVALID: Words(
        "Sidang {title}, {day}, tidak sah untuk mengambil keputusan, dan tidak mengambilnya, menurut {articles} dalam "
        "{texts}. {reason}",
        "The sitting of {title}, {day}, was not valid to decide anything by {articles} of {texts}, and decided "
        "nothing. {reason}",
    ),
    AssemblyVerdict.UNDETERMINED: _SENTENCES[AssemblyVerdict.UNDETERMINED],
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
    sentences = _DECIDED_NOTHING if decided_nothing(judgement.record) else _SENTENCES
    if judgement.verdict is AssemblyVerdict.INVALID and roots:
        named = {finding.edition for finding in roots}
        texts = [edition.title for edition in judgement.editions if edition.id in named]
        articles = [_named(finding) for finding in roots]
        return say(sentences[judgement.verdict], texts=texts, articles=articles, reason=roots[0].reason, **told)
    texts = [edition.title for edition in judgement.editions]
    return say(sentences[judgement.verdict], texts=texts, n=len(judgement.open_facts), **told)


_NO_NUMBER, _NO_ARTICLE = "tanpa nomor", (NOT_REGULATED, CONTRADICTED)
_UNNUMBERED = Words("ketentuan tanpa nomor tentang “{title}”", "the provision without a number on “{title}”")
_HEADING = Words("{article} · {title}", "{article} · {title}")
_LABEL = Words("tanpa nomor ({title})", "no number ({title})")


def meaning(judgement: AssemblyJudgement) -> Words:
    """What the verdict rests on, or waits for."""
    if judgement.verdict is not AssemblyVerdict.UNDETERMINED:
        return _MEANINGS[judgement.verdict]
    kinds = Counter(article if article in _NO_ARTICLE else "" for article, need in judgement.open_facts
                    if need.place != "/positions")  # fmt: skip
    told = [(kinds[""], _FACTS), (kinds[NOT_REGULATED], _SILENT), (kinds[CONTRADICTED], _CONTRADICTED)]
    causes = [say(words, n=n) for n, words in told if n]
    causes += [_APART] if len({position.verdict for position in judgement.positions}) > 1 else []
    causes += [_FAILED] if any(each.outcome is Outcome.FAILED_TO_RUN for each in judgement.findings) else []
    return say(_WAITS_FOR, causes=joined(causes or [_NOTHING_MET]))


def _named(finding: ArticleFinding) -> Words:
    """An article as a sentence names it: "pasal 28", and "Pasal 28" where the text itself prints the word."""
    article = finding.article
    if article.startswith(_NO_NUMBER):
        return say(_UNNUMBERED, title=finding.title)
    is_whole = article.casefold().startswith(("pasal", "article", "bab"))
    return Words(article, article) if is_whole else Words(f"pasal {article}", f"article {article}")


def article_words(finding: ArticleFinding) -> Words:
    """The article as printed; one whose number nobody has seen by what it is about, in either language."""
    is_unnumbered = finding.article.startswith(_NO_NUMBER)
    return say(_LABEL, title=finding.title) if is_unnumbered else Words(finding.article, finding.article)


def heading(finding: ArticleFinding) -> Words:
    """The article with its title."""
    number = article_words(finding)
    is_unnumbered = finding.article.startswith(_NO_NUMBER)
    return number if is_unnumbered else say(_HEADING, article=number, title=finding.title)


def waiting_words(judgement: AssemblyJudgement, article: str, place: str) -> Words:
    """What an open fact waits for: an article, all that positions part on, or what stands instead of an article."""
    if place == "/positions":
        return SAID["positions"]
    found = next((article_words(each) for each in _all_findings(judgement) if each.article == article), None)
    return found or Words(in_language(article, "id"), in_language(article, "en"))


def divides_words(judgement: AssemblyJudgement) -> tuple[Words, ...]:
    """The articles on which positions part."""
    named = {f"{each.edition} {each.article}": article_words(each) for each in _all_findings(judgement)}
    return tuple(named.get(each, Words(each, each)) for each in judgement.divides)


def _all_findings(judgement: AssemblyJudgement) -> Iterable[ArticleFinding]:
    return itertools.chain(judgement.findings, *(position.findings for position in judgement.positions))


_NOTE_NOTHING = Words(
    "Sidang ini tidak mengambil keputusan. Yang dinilai hanya apakah sidang ini dapat memutuskan.",
    "This sitting decided nothing. Judged is only whether it could have decided.",
)
_NOTE_POSTPONED = Words(
    "Sidang ini ditunda sampai {day}. Menunda sidang yang kurang kuorum bukan pelanggaran.",
    "It was postponed to {day}. To postpone a sitting without quorum breaks nothing.",
)
_NOTE_AFTERMATH = Words(
    "Yang tidak terpenuhi hanya langkah sesudah musyawarah; tidak ada pasal tentang panggilan, sidang, dan "
    "pemilihannya yang diketahui dilanggar.",
    "Only steps after the assembly are not met; no article on its call, sessions or election is known to be broken.",
)
_NOTE_ONLY = Words(
    "Dinilai hanya dengan pasal yang disebut posisi ini.", "Judged by the articles alone that this position names."
)


def notes(judgement: AssemblyJudgement) -> tuple[Words, ...]:
    """What a reader has to know lest the verdict be taken for more than it says."""
    said, record = [], judgement.record
    if decided_nothing(record):
        day = record.assembly.postponed_to
        said += [_NOTE_NOTHING, *([say(_NOTE_POSTPONED, day=day)] if day else [])]
    stages = {(edition.id, clause.id): clause.stage for edition in judgement.editions for clause in edition.clauses}
    roots = [finding for finding in judgement.findings if finding.is_root]
    if roots and all(stages[root.edition, root.clause] == "aftermath" for root in roots):
        said.append(_NOTE_AFTERMATH)
    return tuple(said)


def position_note(judgement: AssemblyJudgement, position: PositionJudgement) -> Words | None:
    """That a position chose its articles, where it did."""
    chosen = {each.name for each in judgement.record.positions if each.applies is not None}
    return _NOTE_ONLY if position.name in chosen else None


def is_advice(finding: ArticleFinding) -> bool:
    """Whether an article only recommends, so that no verdict hangs on it."""
    return finding.level is not Level.MANDATORY


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
    "advice": Words("anjuran, tidak menentukan sah tidaknya", "advice, on which no verdict hangs"),
    "open": Words("Fakta yang masih terbuka", "Facts that are open"),
    "open_intro": Words(
        "Jawaban ya memenuhi pasalnya; jawaban tidak membuat musyawarah tidak sah menurut pasal itu, kecuali bila "
        "bunyi pasalnya belum dipastikan. Fakta yang bertentangan perlu dicocokkan dengan dokumennya.",
        "Yes meets the article; no makes the assembly invalid by it, unless its wording is not confirmed. Facts that "
        "contradict each other have to be compared with their documents.",
    ),
    "positions": Words("Posisi yang berbeda", "Positions side by side"),
    "divides": Words("Yang memisahkan", "What divides them"),
    "quorum": Words("Kehadiran dari waktu ke waktu", "Presence over time"),
    "quorum_met": Words(
        "Kuorum terpenuhi setiap kali dihitung: paling sedikit {least} dari {whole} hadir, dibutuhkan {needed}.",
        "There was a quorum whenever it was measured: at least {least} of {whole} were present, {needed} are needed.",
    ),
    "quorum_short": Words(
        "Kehadiran {n} dari {all} kali kurang dari kuorum, yaitu {needed} dari {whole}.",
        "Presence fell short of the quorum, {needed} of {whole}, {n} of {all} times that it was measured.",
    ),
    "fallen": Words("Ikut gugur", "Falls with it"),
    "quorum_line": Words("kuorum {n}", "quorum {n}"),
    "page_of": Words("Halaman", "Page"),
    "what": Words("Saat dihitung", "Measured at"),
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
    "unregulated": Words(
        "Tidak ada pasalnya dalam naskah yang dipakai, jadi tidak dinilai",
        "Without an article in the texts used, so not judged",
    ),
    "skip": Words("Ke isi", "Skip to content"),
    "opening": Words("Sidang dibuka", "The session opens"),
}
