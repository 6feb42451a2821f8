"""An audit that a round brought back: kept whole, and what it changes for each clause of the outlet."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.site_audit.report.as_json import sums_of
from serikat.foundation.findings.models import (
    AuditRound,
    ClauseAnswer,
    ClauseState,
    OutletAudit,
    OutletState,
    Question,
    QuestionCause,
    RoundKind,
    Target,
)
from serikat.foundation.findings.queries.answers import answers_in_force
from serikat.foundation.findings.reading import findings_of, seen_in, standards_of
from serikat.foundation.findings.standards import READ, is_binding, is_pressing
from serikat.foundation.members.actions.control import note_audit_of_site
from serikat.foundation.members.models import MemberOutlet

_DUE_AFTER = timedelta(days=14)
_UNCLEAR_TIMES = 2
_DECIDED = (Outcome.MET, Outcome.NOT_MET)
Key = tuple[str, str]
_FALLEN = {(Outcome.MET, Outcome.NOT_MET)}


@dataclass(frozen=True, slots=True)
class Recorded:
    """The audit as kept; `is_new` says whether this line was not known before."""

    audit: OutletAudit
    is_new: bool


@transaction.atomic
def record_audit(
    *, audit_round: AuditRound, outlet: MemberOutlet, record: dict[str, Any], evidence: str, line_sha256: str = ""
) -> Recorded:
    """Keep one audit of a round. The same one again changes nothing; another for the same round replaces it.

    `record` is the audit JSON, `evidence` its folder below AUDIT_FOLDER, `line_sha256` the hash of the shard's line
    that it came from. The findings of a recheck count for the clauses that it was asked for alone, since it reads no
    more of the site than they need.
    """
    hold(outlet)
    before = _latest_before(audit_round, outlet)
    if audit_round.kind == RoundKind.RECHECK and audit_round.clauses and before is not None:
        record = with_findings_of(before.record, record, set(audit_round.clauses))
    line = canonical_json(record)
    digest = hashlib.sha256(line).hexdigest()
    target = Target.objects.filter(round=audit_round, outlet=outlet)
    known = OutletAudit.objects.filter(round=audit_round, outlet=outlet).first()
    if known is not None and known.record_sha256 == digest:
        target.update(line_sha256=line_sha256)
        return Recorded(known, is_new=False)
    counts = _counts(record)
    audit, _ = OutletAudit.objects.update_or_create(
        round=audit_round,
        outlet=outlet,
        defaults={
            "gathered_at": datetime.fromisoformat(record["gathered_at"]),
            "release": record["release"],
            "reached": record["reached"],
            "evidence": evidence,
            "record_sha256": digest,
            "compressed": zlib.compress(line, 6),
            "met": counts[Outcome.MET],
            "not_met": counts[Outcome.NOT_MET],
            "unclear": counts[Outcome.UNCLEAR] + counts[Outcome.FAILED_TO_RUN],
        },
    )
    target.update(reached=audit.reached, done_at=timezone.now(), line_sha256=line_sha256)
    _bring_up_to_date(outlet, audit, before, record, is_again=known is not None)
    note_audit_of_site(outlet=outlet, reached=audit.reached)
    return Recorded(audit, is_new=True)


def hold(outlet: MemberOutlet) -> None:
    """Audits and answers of one outlet wait for one another, so that each counts what the other wrote."""
    MemberOutlet.objects.select_for_update(of=("self",), no_key=True).get(pk=outlet.pk)


def _latest_before(audit_round: AuditRound, outlet: MemberOutlet) -> OutletAudit | None:
    audits = OutletAudit.objects.filter(outlet=outlet).exclude(round=audit_round)
    return audits.order_by("-gathered_at", "-pk").first()


def with_findings_of(older: dict[str, Any], newer: dict[str, Any], clauses: set[str]) -> dict[str, Any]:
    """The newer record, but for clauses that were not asked for with the findings of the older."""
    fresh = {(found["standard"], found["clause"]): found for found in newer["findings"] if found["clause"] in clauses}
    findings = [fresh.get((found["standard"], found["clause"]), found) for found in older["findings"]]
    return resummed({**newer, "standards": older["standards"], "findings": findings, "rechecked": sorted(clauses)})


def resummed(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its sums worked out anew, for findings put together from two audits."""
    on = datetime.fromisoformat(record["gathered_at"]).date()
    return {**record, **sums_of(standards_of(record), findings_of(record), on)}


def _counts(record: dict[str, Any]) -> Counter[str]:
    return Counter(found["outcome"] for found in record["findings"] if is_binding(found["standard"]))


def _bring_up_to_date(
    outlet: MemberOutlet, audit: OutletAudit, before: OutletAudit | None, record: dict[str, Any], *, is_again: bool
) -> None:
    """Clause states, questions for people, and the row that lists show."""
    # What a round judged anew was looked at once.
    looked_at = frozenset[Key]() if is_again else _looked_at(audit.round, before, record)
    changes = _ClauseChanges(outlet, audit, looked_at)
    _ask_about_reading(outlet, audit, before)
    for found in record["findings"]:
        changes.take(found)
    changes.save()
    previous_change = OutletState.objects.filter(outlet=outlet).values_list("changed_at", flat=True).first()
    OutletState.objects.update_or_create(
        outlet=outlet,
        defaults={
            "latest": audit,
            "previous": before,
            "reached": audit.reached,
            "gathered_at": audit.gathered_at,
            "changed_at": audit.gathered_at if changes.moved or previous_change is None else previous_change,
            **tally(outlet, audit),
        },
    )


def _looked_at(audit_round: AuditRound, before: OutletAudit | None, record: dict[str, Any]) -> frozenset[Key] | None:
    """The clauses that this audit looked at; None for all of them."""
    if audit_round.kind not in (RoundKind.RECHECK, RoundKind.HANDED_IN) or before is None:
        return None
    known = {(found["standard"], found["clause"]): found for found in before.record["findings"]}
    asked = set(audit_round.clauses)
    keys = {(found["standard"], found["clause"]): found for found in record["findings"]}
    return frozenset(key for key, found in keys.items() if key[1] in asked or known.get(key) != found)


def _ask_about_reading(outlet: MemberOutlet, audit: OutletAudit, before: OutletAudit | None) -> None:
    """A site that could not be read twice is one question for a person, not one for each of its clauses."""
    if audit.reached in READ:
        _close(outlet, QuestionCause.UNCLEAR_TWICE)
    elif before is not None and before.reached not in READ:
        raise_question(outlet, QuestionCause.UNCLEAR_TWICE)


class _ClauseChanges:
    """What one audit changes in an outlet's clause states; `looked_at` names the clauses that it is about, None all."""

    def __init__(self, outlet: MemberOutlet, audit: OutletAudit, looked_at: frozenset[Key] | None) -> None:
        self._outlet = outlet
        self._audit = audit
        self._looked_at = looked_at
        self._is_read = audit.reached in READ
        self._known = {(each.standard, each.clause): each for each in ClauseState.objects.filter(outlet=outlet)}
        self._answers = answers_in_force(outlet)
        self._new: list[ClauseState] = []
        self._changed: list[ClauseState] = []
        self.moved = False

    def take(self, found: dict[str, Any]) -> None:
        """One finding."""
        key, outcome = (found["standard"], found["clause"]), Outcome(found["outcome"])
        state = self._known.pop(key, None)
        answer = self._answers.get(key)
        if state is None:
            times = int(outcome is Outcome.UNCLEAR and self._is_read)
            state = ClauseState(
                outlet=self._outlet,
                standard=key[0],
                clause=key[1],
                outcome=outcome,
                answered=answer.outcome if answer else "",
                since=self._audit.gathered_at,
                unclear_times=times,
            )
            self._new.append(state)
        else:
            self._move(state, outcome)
        self._ask(state, answer)

    def _move(self, state: ClauseState, outcome: Outcome) -> None:
        was = Outcome(state.outcome)
        if was is not outcome:
            state.outcome, state.since, self.moved = outcome, self._audit.gathered_at, True
            if (was, outcome) in _FALLEN and is_binding(state.standard):
                raise_question(self._outlet, QuestionCause.WORSE, state.standard, state.clause)
        if outcome is not Outcome.UNCLEAR:
            state.unclear_times = 0
        elif self._is_read and (was is not outcome or self._was_looked_at(state)):
            state.unclear_times += 1
        self._changed.append(state)

    def _was_looked_at(self, state: ClauseState) -> bool:
        return self._looked_at is None or (state.standard, state.clause) in self._looked_at

    def _ask(self, state: ClauseState, answer: ClauseAnswer | None) -> None:
        """Bring to a person what stays unclear, and what says otherwise than a person did."""
        outcome = Outcome(state.outcome)
        if outcome in _DECIDED:
            _close(self._outlet, QuestionCause.UNCLEAR_TWICE, state.standard, state.clause)
        elif outcome is Outcome.UNCLEAR and state.unclear_times >= _UNCLEAR_TIMES and answer is None:
            raise_question(self._outlet, QuestionCause.UNCLEAR_TWICE, state.standard, state.clause)
        if answer is not None and outcome in _DECIDED and answer.outcome != outcome:
            raise_question(self._outlet, QuestionCause.DIFFERS, state.standard, state.clause)
        if outcome is Outcome.MET:
            _close(self._outlet, QuestionCause.WORSE, state.standard, state.clause)

    def save(self) -> None:
        """Write them all; what no audit asks for any more goes."""
        ClauseState.objects.bulk_create(self._new)
        ClauseState.objects.bulk_update(self._changed, ["outcome", "since", "unclear_times"], batch_size=200)
        gone = [each.pk for each in self._known.values()]
        if gone:
            ClauseState.objects.filter(pk__in=gone).delete()


def raise_question(outlet: MemberOutlet, cause: QuestionCause, standard: str = "", clause: str = "") -> None:
    """Ask a person by a day; what is asked already is not asked twice."""
    Question.objects.get_or_create(
        outlet=outlet,
        standard=standard,
        clause=clause,
        cause=cause,
        closed_at=None,
        defaults={"due": timezone.localdate() + _DUE_AFTER},
    )


def _close(outlet: MemberOutlet, cause: QuestionCause, standard: str = "", clause: str = "") -> None:
    questions = Question.objects.filter(outlet=outlet, standard=standard, clause=clause, cause=cause)
    questions.filter(closed_at=None).update(closed_at=timezone.now())


def tally(outlet: MemberOutlet, audit: OutletAudit) -> dict[str, int | bool]:
    """What the outlet's row in lists says: binding clauses by how they stand, an answer in force before the finding."""
    counts: Counter[str] = Counter()
    is_urgent, seen = False, seen_in(audit.record)
    for state in ClauseState.objects.filter(outlet=outlet):
        standing = state.answered or state.outcome
        if is_binding(state.standard):
            counts[standing] += 1
        is_seen = bool(state.answered) or (state.standard, state.clause) in seen
        is_urgent |= is_pressing(state.standard, state.clause, standing, audit.reached, is_seen=is_seen)
    return {
        "met": counts[Outcome.MET],
        "missing": counts[Outcome.NOT_MET],
        "unclear": counts[Outcome.UNCLEAR] + counts[Outcome.FAILED_TO_RUN],
        "is_worse": Question.objects.filter(outlet=outlet, cause=QuestionCause.WORSE, closed_at=None).exists(),
        "is_urgent": is_urgent,
    }
