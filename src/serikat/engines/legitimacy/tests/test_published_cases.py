"""Assemblies of which something was published: what is known is judged, and the rest stays open."""

from __future__ import annotations

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.legitimacy.judging import ArticleFinding, AssemblyVerdict
from serikat.engines.legitimacy.tests.records import judged

INVALID, UNDETERMINED, VALID = AssemblyVerdict.INVALID, AssemblyVerdict.UNDETERMINED, AssemblyVerdict.VALID
VERDICTS = {
    "pwi-kbb-2023": INVALID,
    "pwi-majalengka-2021": UNDETERMINED,
    "pwi-kapuas-2023": UNDETERMINED,
    "pwi-kongres-25-2023": UNDETERMINED,
    "pwi-kalsel-2022": UNDETERMINED,
    "pwi-klb-2024": UNDETERMINED,
    "smsi-kongres-1-2019": UNDETERMINED,
    "smsi-soppeng-2025": UNDETERMINED,
    "smsi-kaltim-2025": UNDETERMINED,
    "csaf-2026": UNDETERMINED,
}


@pytest.mark.parametrize(("name", "verdict"), VERDICTS.items())
def test_a_published_case_is_judged_as_far_as_it_is_known(name: str, verdict: AssemblyVerdict) -> None:
    judgement = judged(name)
    assert judgement.verdict is verdict
    assert judgement.record.raw["sources"]
    assert judgement.open_facts or verdict is INVALID


def finding(name: str, rule: str) -> ArticleFinding:
    """What was found of the rule that concerns this assembly."""
    held = [one for one in judged(name).findings if one.rule == rule and one.outcome is not Outcome.NOT_APPLICABLE]
    return held[0]


def test_seventeen_of_twenty_seven_is_one_short() -> None:
    quorum = finding("pwi-kbb-2023", "quorum")
    assert quorum.is_root
    assert "hadir 17 dari 27; dibutuhkan 18" in quorum.reason.id
    assert finding("pwi-kbb-2023", "second_call").outcome is Outcome.MET


def test_fourteen_twelve_one_is_a_majority_of_twenty_seven() -> None:
    assert finding("smsi-kongres-1-2019", "majority").outcome is Outcome.MET
    assert finding("smsi-kongres-1-2019", "count").outcome is Outcome.MET


def test_a_round_that_adds_to_eighty_nine_of_eighty_eight_is_asked_about() -> None:
    majority = finding("pwi-kongres-25-2023", "majority")
    assert majority.outcome is Outcome.UNCLEAR
    assert "(89 dan 88)" in majority.reason.id


def test_a_rejected_report_without_a_rule_for_it_is_asked_about() -> None:
    report = finding("smsi-soppeng-2025", "accountability")
    assert report.outcome is Outcome.UNCLEAR
    assert "tidak mengatur akibatnya" in report.reason.id


def test_each_side_of_the_split_has_its_verdict() -> None:
    judgement = judged("pwi-klb-2024")
    assert [position.verdict for position in judgement.positions] == [VALID, INVALID, INVALID]
    refused = [one for one in judgement.positions[1].findings if one.is_root]
    assert ["13 dari 39 unit; dibutuhkan 26" in one.reason.id for one in refused] == [True]
    assert "pwi-prt 28" in judgement.divides
    assert not any(one.is_root for one in judgement.findings)


def test_a_provincial_conference_is_asked_for_its_envoy_and_for_the_order_of_its_elections() -> None:
    assert finding("pwi-kalsel-2022", "envoy").outcome is Outcome.UNCLEAR
    assert finding("pwi-kalsel-2022", "composition").outcome is Outcome.UNCLEAR
    assert not [one for one in judged("pwi-kbb-2023").findings if one.rule == "envoy" and one.needs]


def test_the_time_for_a_congress_after_a_vacancy_runs_from_the_day_that_its_callers_name() -> None:
    callers = judged("pwi-klb-2024").positions[0]
    deadline = next(one for one in callers.findings if one.rule == "after_vacancy")
    assert deadline.outcome is Outcome.MET
    assert [quote.text for quote in deadline.quotes] == ["2024-07-16"]


def test_a_quorum_of_ten_is_six_and_not_five_of_nine() -> None:
    stated = finding("csaf-2026", "quorum_statement")
    assert stated.outcome is Outcome.NOT_MET
    assert "6 dari 10" in stated.reason.id
    assert finding("csaf-2026", "quorum").outcome is Outcome.UNCLEAR


def test_the_guideline_and_the_chapter_s_own_rule_stand_side_by_side() -> None:
    judgement = judged("smsi-kaltim-2025")
    assert len(judgement.positions) == 3
    assert finding("smsi-kaltim-2025", "candidates").article == "7(c)"
    asked = [need.question.id for _, need in judgement.positions[2].open_facts if need.place.startswith("/candidates")]
    assert len(asked) == 4
    assert all("Ia dikecualikan oleh sekretaris jenderal" in question for question in asked)
    own_rule = [one for one in judgement.findings if one.clause == "uji-rakerda-candidates"]
    assert own_rule[0].outcome is Outcome.NOT_APPLICABLE
