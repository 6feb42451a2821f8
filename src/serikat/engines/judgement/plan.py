"""What is missing, in what order, and why: computed here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.standard import Clause, Level, Standard, WayKind


class Horizon(StrEnum):
    """When a step can be done by the two people whom a small outlet has."""

    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: the clauses that it settles (the heaviest first) and the findings that ask for it."""

    horizon: Horizon
    clauses: tuple[tuple[Standard, Clause], ...]
    findings: tuple[Finding, ...]

    @property
    def clause(self) -> Clause:
        """The clause that speaks for the step."""
        return self.clauses[0][1]


@dataclass(frozen=True, slots=True)
class Plan:
    """The order of work for one subject.

    `steps` are what is not met, `questions` what is unclear or failed to run, `settled` what is met or does not
    apply; `unanswered` are clauses that no machine looks at, each with its edition, for people to answer.
    """

    steps: tuple[Step, ...]
    questions: tuple[Step, ...]
    settled: tuple[Step, ...]
    unanswered: tuple[tuple[Standard, Clause], ...]

    def unanswered_by(self, kind: WayKind) -> tuple[tuple[Standard, Clause], ...]:
        """The unanswered clauses whose first way is of this kind."""
        return tuple((standard, clause) for standard, clause in self.unanswered if clause.ways[0].kind is kind)


def plan_for(standards: Sequence[Standard], findings: Iterable[Finding]) -> Plan:
    """Orders the work: what binds and can be done soon first, what opens other clauses before them, payroll last.

    Clauses that one rule answers alike are one step, since one deed settles them all.
    """
    found = {(finding.standard, finding.clause): finding for finding in findings}
    groups: dict[tuple[str, Outcome], list[tuple[Standard, Clause, Finding]]] = {}
    unanswered: list[tuple[Standard, Clause]] = []
    for standard in standards:
        for clause in standard.clauses:
            finding = found.get((standard.id, clause.id))
            if finding is None:
                unanswered.append((standard, clause))
            else:
                groups.setdefault((finding.rule, finding.outcome), []).append((standard, clause, finding))
    steps = {outcome: [] for outcome in Outcome}  # type: dict[Outcome, list[Step]]
    for (_, outcome), members in groups.items():
        steps[outcome].append(_step(members))
    return Plan(
        steps=_ordered(steps[Outcome.NOT_MET]),
        questions=_ordered(steps[Outcome.UNCLEAR] + steps[Outcome.FAILED_TO_RUN]),
        settled=_ordered(steps[Outcome.MET] + steps[Outcome.NOT_APPLICABLE]),
        unanswered=tuple(unanswered),
    )


def _step(members: list[tuple[Standard, Clause, Finding]]) -> Step:
    members.sort(key=lambda member: (member[1].level is not Level.MANDATORY, -member[1].weight))
    effort = members[0][1].effort
    horizon = Horizon.THIS_WEEK if effort <= 2 else Horizon.THIS_MONTH if effort == 3 else Horizon.LONGER
    return Step(
        horizon=horizon,
        clauses=tuple((standard, clause) for standard, clause, _ in members),
        findings=tuple(finding for _, _, finding in members),
    )


_HORIZONS = list(Horizon)


def _ordered(steps: list[Step]) -> tuple[Step, ...]:
    """What is urgent, then by horizon, what binds, the heavier, the easier; what unlocks another is moved before it."""
    ranked = sorted(
        steps,
        key=lambda step: (
            not step.clause.urgent,
            _HORIZONS.index(step.horizon),
            step.clause.level is not Level.MANDATORY,
            -step.clause.weight,
            step.clause.effort,
            -len(step.clause.unlocks),
        ),
    )
    placed: list[Step] = []
    for step in ranked:
        own = {clause.id for _, clause in step.clauses}
        opened = {name for _, clause in step.clauses for name in clause.unlocks} - own
        after = (at for at, other in enumerate(placed) if any(clause.id in opened for _, clause in other.clauses))
        placed.insert(next(after, len(placed)) if opened else len(placed), step)
    return tuple(placed)
