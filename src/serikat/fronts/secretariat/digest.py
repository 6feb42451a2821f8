"""What a chapter's group is told: how many stand how, never who."""

from __future__ import annotations

from collections.abc import Sequence

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.queries.tallies import Tally
from serikat.fronts.secretariat.sent_plans import Progress, SentPlan


def digest_lines(whole: Tally, plans: Sequence[SentPlan]) -> list[Words]:
    """Counts of outlets and of plans, a line each; what is nought is left out."""
    counts = [
        (Words("{n} media anggota, {audited} sudah diperiksa situsnya", "{n} member outlets, {audited} audited"),
         whole.outlets, {"audited": whole.audited}),
        (Words("{n} media sudah lengkap di situsnya", "{n} outlets are complete on their sites"), whole.complete, {}),
        (Words("{n} media masih punya yang dapat diperbaiki", "{n} outlets still have something to mend"),
         whole.incomplete, {}),
        (Words("{n} situs belum dapat dibaca", "{n} sites could not be read"), whole.unread, {}),
        (Words("{n} rencana sudah dibuka wakil medianya", "{n} plans were opened by their representatives"),
         sum(each.opened_at is not None for each in plans), {}),
        (Words("{n} rencana belum dibuka", "{n} plans are not opened yet"),
         sum(each.progress is Progress.UNOPENED for each in plans), {}),
    ]  # fmt: skip
    return [words.filled(n=n, **more) for words, n, more in counts if n]
