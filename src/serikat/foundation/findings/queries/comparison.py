"""What changed between two audits of one outlet: clauses that got better or worse, pages that came, went or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.standard import Clause, Standard
from serikat.foundation.findings.reading import findings_of
from serikat.foundation.findings.standards import clause_of

_RANK = {
    Outcome.MET: 3,
    Outcome.NOT_APPLICABLE: 2,
    Outcome.UNCLEAR: 1,
    Outcome.FAILED_TO_RUN: 1,
    Outcome.NOT_MET: 0,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One clause in two audits; a side is None where that audit was not asked for it."""

    standard: Standard
    clause: Clause
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Clauses by what became of them, and the addresses of pages by what became of them."""

    better: tuple[Change, ...] = ()
    worse: tuple[Change, ...] = ()
    otherwise: tuple[Change, ...] = ()
    asked_anew: tuple[Change, ...] = ()
    asked_no_more: tuple[Change, ...] = ()
    same: tuple[Change, ...] = ()
    pages_new: tuple[str, ...] = ()
    pages_gone: tuple[str, ...] = ()
    pages_changed: tuple[str, ...] = ()

    @property
    def has_moved(self) -> bool:
        """Whether any clause stands otherwise than before."""
        return bool(self.better or self.worse or self.otherwise)


def compared(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Comparison:
    """Two audit JSONs of one outlet, side by side."""
    before = {(each.standard, each.clause): each for each in findings_of(older)}
    after = {(each.standard, each.clause): each for each in findings_of(newer)}
    sorted_out: dict[str, list[Change]] = {}
    for key in [*after, *(key for key in before if key not in after)]:
        known = clause_of(*key)
        if known is not None:
            change = Change(*known, before.get(key), after.get(key))
            sorted_out.setdefault(_kind(change), []).append(change)
    then = {page["url"]: page["sha256"] for page in older["pages"]}
    now = {page["url"]: page["sha256"] for page in newer["pages"]}
    return Comparison(
        **{kind: tuple(changes) for kind, changes in sorted_out.items()},
        pages_new=tuple(url for url in now if url not in then),
        pages_gone=tuple(url for url in then if url not in now),
        pages_changed=tuple(url for url in now if url in then and now[url] != then[url]),
    )


def _kind(change: Change) -> str:
    """The field of a Comparison that a change belongs to; what became unclear is neither better nor worse."""
    if change.before is None:
        return "asked_anew"
    if change.after is None:
        return "asked_no_more"
    was, now = change.before.outcome, change.after.outcome
    if was is now:
        return "same"
    if Outcome.NOT_MET in (was, now) or Outcome.MET in (was, now):
        return "better" if _RANK[now] > _RANK[was] else "worse" if Outcome.NOT_MET is now else "otherwise"
    return "otherwise"
