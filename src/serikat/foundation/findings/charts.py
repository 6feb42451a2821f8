"""The room's pictures: how outlets stand, why sites could not be read, which chapters wait, how an outlet moved."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.safestring import SafeString

from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import OutletAudit
from serikat.foundation.findings.phrases import REACHED_WORDS, SIGN_WORDS
from serikat.foundation.findings.queries.tallies import Tally
from serikat.foundation.findings.standards import READ
from serikat.web import writing
from serikat.web.charts.bars import Bar, bars, outcome_bars
from serikat.web.charts.line import Series, line
from serikat.web.language import current

_MOST_BARS = 8
_OUTLETS = Words("Media", "Outlets")
_LEAST_FOR_LINE = 3


def _n(value: float) -> str:
    return writing.number(value, current())


def _inside(words: str) -> str:
    """The words as they stand within a sentence."""
    return words[:1].lower() + words[1:]


def standing_chart(whole: Tally) -> SafeString:
    """All outlets by how they stand, as one bar."""
    finding = Words(
        "{complete} dari {audited} media yang diperiksa sudah lengkap di situsnya",
        "{complete} of {audited} audited outlets are complete on their sites",
    ).filled(complete=_n(whole.complete), audited=_n(whole.audited))
    counts = {
        "met": whole.complete, "not_met": whole.incomplete, "unclear": whole.unclear, "failed_to_run": whole.unread,
        "unanswered": whole.never_audited,
    }  # fmt: skip
    row = (_OUTLETS, {outcome: count for outcome, count in counts.items() if count})
    words = {
        "met": SIGN_WORDS["complete"], "not_met": SIGN_WORDS["incomplete"], "unclear": SIGN_WORDS["unclear"],
        "failed_to_run": SIGN_WORDS["unread"], "unanswered": SIGN_WORDS["never"],
    }  # fmt: skip
    return outcome_bars(finding, [row], heading=Words("Keadaan", "Standing"), words=words)


def unread_chart(whole: Tally) -> SafeString | None:
    """Why sites could not be read; None where all were."""
    unread = {word: count for word, count in whole.reached.items() if word not in READ and word in set(Reached)}
    if not unread:
        return None
    ranked = sorted(unread.items(), key=lambda each: -each[1])[:_MOST_BARS]
    finding = Words("{n} situs tidak terbaca, paling sering karena {why}", "{n} sites could not be read, mostly: {why}")
    why = REACHED_WORDS[Reached(ranked[0][0])]
    return bars(
        Words(
            finding.id.format(n=_n(sum(unread.values())), why=_inside(why.id)),
            finding.en.format(n=_n(sum(unread.values())), why=_inside(why.en)),
        ),
        [Bar(REACHED_WORDS[Reached(word)], count, "failed_to_run") for word, count in ranked],
        heading=Words("Sebab", "Cause"),
        counted=_OUTLETS,
    )


def by_chapter_chart(below: Sequence[tuple[Chapter, Tally]]) -> SafeString | None:
    """Which chapters have most outlets that are not complete; None where there is nothing to compare."""
    ranked = sorted((each for each in below if each[1].audited), key=lambda each: -each[1].incomplete)
    if len(ranked) < 2 or not ranked[0][1].incomplete:
        return None
    finding = Words("Terbanyak belum lengkap di {name}", "Most of those not complete are in {name}").filled(
        name=ranked[0][0].name
    )
    return bars(
        finding,
        [Bar(chapter.name, tally.incomplete, "not_met") for chapter, tally in ranked[:_MOST_BARS]],
        heading=Words("Cabang", "Chapter"),
        counted=Words("Belum lengkap", "Not complete"),
    )


def standards_chart(counts: Sequence[tuple[Standard, dict[str, int]]]) -> SafeString:
    """How the clauses of each standard stand for one outlet."""
    met = sum(each.get("met", 0) for _, each in counts)
    judged = sum(n for _, each in counts for word, n in each.items() if word not in ("unanswered", "not_applicable"))
    finding = Words(
        "{met} dari {judged} butir yang berlaku sudah terpenuhi", "{met} of {judged} clauses that apply are met"
    ).filled(met=_n(met), judged=_n(judged))
    return outcome_bars(
        finding, [(standard.title, each) for standard, each in counts], heading=Words("Standar", "Standard")
    )


def history_chart(audits: Sequence[OutletAudit]) -> SafeString | None:
    """How many clauses were missing and unclear at each audit, oldest first; None before there is a line to draw."""
    told = [audit for audit in reversed(audits) if audit.reached in READ]
    if len(told) < _LEAST_FOR_LINE:
        return None
    first, last = told[0].not_met, told[-1].not_met
    finding = Words(
        "Butir yang belum terpenuhi: dari {first} menjadi {last}", "Clauses not met: from {first} to {last}"
    )
    moments = [writing.day(timezone.localtime(audit.gathered_at).date(), current()) for audit in told]
    return line(
        finding.filled(first=first, last=last),
        moments,
        [
            Series(Words("Belum terpenuhi", "Not met"), [audit.not_met for audit in told], main=True),
            Series(Words("Belum jelas", "Unclear"), [audit.unclear for audit in told]),
        ],
        heading=Words("Pemeriksaan", "Audit"),
    )
