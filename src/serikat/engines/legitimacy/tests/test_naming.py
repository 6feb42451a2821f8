"""Names beside ids: the same judgement in other words."""

from __future__ import annotations

from typing import Any

import pytest

from serikat.engines.legitimacy.judging import AssemblyJudgement, judge_assembly
from serikat.engines.legitimacy.naming import with_names
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import RECORDS, changed, content, editions

_WHO = {"unit", "person", "members", "elected", "presided_by", "committee", "temporary", "successor"}


def ids(at: Any, key: str = "") -> set[str]:
    """The ids of persons and units in a record, as far as their keys tell."""
    if isinstance(at, dict):
        return {one for key, value in at.items() for one in ids(value, key)}
    if isinstance(at, list):
        return {one for value in at for one in ids(value, key)}
    return {at} if key in _WHO and isinstance(at, str) else set()


def shown(held: dict[str, Any], **names: str) -> AssemblyJudgement:
    return judge_assembly(with_names(record_of({**held, "names": names})), editions())


def outcomes(judgement: AssemblyJudgement) -> list[object]:
    positions = [(each.verdict, [one.outcome for one in each.findings]) for each in judgement.positions]
    return [judgement.verdict, [(one.outcome, one.because_of) for one in judgement.findings], positions]


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDS.glob("*.json")))
def test_whoever_has_a_name_is_judged_as_without_one(name: str) -> None:
    held = content(name)
    # Their order is not that of the ids, and a slash would be a step of an address.
    names = {one: f"Rekaan {index} / Fiktif" for index, one in enumerate(sorted(ids(held), reverse=True))}
    assert outcomes(shown(held, **names)) == outcomes(judge_assembly(record_of(content(name)), editions()))


def test_a_finding_says_the_name_with_the_id_beside_it() -> None:
    held = changed(content("sah-kongres-suara"), {"set": "/notices/3/sent", "to": "2026-04-05"})
    judgement = shown(held, u04="Unit Rekaan")
    root = next(one for one in judgement.findings if one.is_root)
    assert "Unit Rekaan (u04)" in root.reason.id
    assert "Unit Rekaan (u04)" in root.reason.en


def test_a_unit_s_own_name_is_shown_too() -> None:
    held = changed(content("sah-kongres-suara"), {"set": "/notices/3/sent", "to": "2026-04-05"})
    held["units"][3]["name"] = "Cabang Rekaan"
    assert "Cabang Rekaan (u04)" in next(one for one in shown(held).findings if one.is_root).reason.id


def test_a_word_of_the_format_is_no_name() -> None:
    held = content("sah-kongres-suara")
    assert outcomes(shown(held, chair="Ketua Rekaan", votes="Suara Rekaan", vote="Rekaan")) == outcomes(
        judge_assembly(record_of(held), editions())
    )
