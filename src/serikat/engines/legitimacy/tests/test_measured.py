"""A quorum is measured when the article says: at the opening, at every decision, or at both."""

from __future__ import annotations

import dataclasses

import pytest

from serikat.engines.judgement.standard import Confidence, Parameter, Standard
from serikat.engines.legitimacy.judging import AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import content, editions

LEAVING = [{"kind": "leave", "unit": unit, "at": "2026-02-14T11:00"} for unit in ("a", "b")]
LATE = {"kind": "arrive", "unit": "d", "at": "2026-02-14T09:05"}


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [(("opening",), AssemblyVerdict.VALID), (("decisions",), AssemblyVerdict.INVALID),
     (("opening", "decisions"), AssemblyVerdict.INVALID)],
)  # fmt: skip
def test_who_leaves_after_the_opening_counts_where_decisions_are_measured(
    measured: tuple[str, ...], verdict: AssemblyVerdict
) -> None:
    record = content("sah-kabupaten-mufakat")
    record["events"] += LEAVING
    assert judge_assembly(record_of(record), [with_quorum(measured)]).verdict is verdict


def test_who_comes_after_the_opening_is_not_counted_there() -> None:
    record = content("sah-kabupaten-mufakat")
    record["events"][3] = LATE
    roots = [
        one.article for one in judge_assembly(record_of(record), [with_quorum(("opening",))]).findings if one.is_root
    ]
    assert roots == ["Contoh 10"]


def with_quorum(measured: tuple[str, ...]) -> Standard:
    """The sample with a quorum that is measured at these moments."""
    sample = next(edition for edition in editions() if edition.id == "contoh-smsi")
    own = Parameter("measured", measured, "CONTOH", Confidence.REGULATION)
    clauses = tuple(
        dataclasses.replace(
            clause, parameters=(*(each for each in clause.parameters if each.name != "measured"), own)
        ) if clause.id == "contoh-quorum" else clause
        for clause in sample.clauses
    )  # fmt: skip
    return dataclasses.replace(sample, clauses=clauses)
