"""What a finding may say, whatever its rule says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from serikat import RELEASE
from serikat.engines.judgement.finding import Observation, Outcome, Quote
from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.standard import Clause, Confidence, Parameter, Way, WayKind
from serikat.engines.judgement.tests.builders import WORDS, a_clause, a_standard
from serikat.engines.site_audit import findings
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.findings import judge
from serikat.engines.site_audit.reading.site import Site

NOW = "2026-11-01T03:00:00+00:00"


def a_gathering(reached: Reached = Reached.READ) -> Gathering:
    home = Fetch("https://a.example/", "https://a.example/", "home", 200, (), b"<h1>Warta Contoh</h1>", NOW, "00")
    return Gathering("https://a.example/", NOW, RELEASE, "agent", reached, "", (home,))


def outcome(clause: Clause, reached: Reached = Reached.READ) -> Outcome:
    standard = a_standard(clause)
    return judge(a_gathering(reached), Library((standard,)), [standard.id]).findings[0].outcome


@pytest.fixture(autouse=True)
def a_rule_that_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in the rules room for rules: it accuses where the asked number is above ten, and fails where it is 99."""

    def check(site: Site, asked: Asked) -> Observation:
        number = asked.number("n", 11)
        if number == 99:
            raise ZeroDivisionError
        return Observation(Outcome.NOT_MET if number > 10 else Outcome.MET, WORDS)

    def named(slug: str) -> Any:
        return check

    monkeypatch.setattr(findings, "rule_named", named)


def a_number(value: int, **changes: Any) -> Parameter:
    return replace(Parameter("n", value, "S", Confidence.OFFICIAL), **changes)


def test_the_rules_word_stands_for_a_confirmed_clause() -> None:
    assert outcome(a_clause("c", "rule")) is Outcome.NOT_MET


def test_an_unconfirmed_clause_accuses_nobody() -> None:
    assert outcome(a_clause("c", "rule", confidence=Confidence.UNCONFIRMED)) is Outcome.UNCLEAR


def test_rival_readings_that_part_are_unclear_and_both_are_named() -> None:
    clause = a_clause("c", "rule", parameters=(a_number(10, source="A"), a_number(15, source="B")))
    finding = judge(a_gathering(), Library((a_standard(clause),)), ["contoh-1"]).findings[0]
    assert finding.outcome is Outcome.UNCLEAR
    assert "10 (A)" in finding.reason.id
    assert "15 (B)" in finding.reason.id


def test_rival_readings_that_agree_are_settled() -> None:
    assert outcome(a_clause("c", "rule", parameters=(a_number(5), a_number(9)))) is Outcome.MET


def test_a_disputed_parameter_accuses_nobody() -> None:
    assert outcome(a_clause("c", "rule", parameters=(a_number(15, disputed=True),))) is Outcome.UNCLEAR


def test_a_flag_only_asks() -> None:
    flag = Way(WayKind.RULE, WORDS, "rule", flag=True)
    assert outcome(a_clause("c", ways=(flag,))) is Outcome.UNCLEAR
    assert outcome(a_clause("c", ways=(flag,), parameters=(a_number(5),))) is Outcome.UNCLEAR


def test_a_rule_that_fails_hides_nothing_else() -> None:
    broken, sound = a_clause("a", "rule", parameters=(a_number(99),)), a_clause("b", "rule")
    audit = judge(a_gathering(), Library((a_standard(broken, sound),)), ["contoh-1"])
    assert [finding.outcome for finding in audit.findings] == [Outcome.FAILED_TO_RUN, Outcome.NOT_MET]


@pytest.mark.parametrize("reached", [reached for reached in Reached if reached not in (Reached.READ, Reached.PARTIAL)])
def test_a_site_that_could_not_be_read_is_unclear_and_never_unmet(reached: Reached) -> None:
    assert outcome(a_clause("c", "rule"), reached) is Outcome.UNCLEAR


def test_a_rule_whose_matter_it_is_looks_at_a_parked_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    clause = a_clause("c", "site_integrity")
    found = judge(a_gathering(Reached.PARKED), Library((a_standard(clause),)), ["contoh-1"]).findings[0]
    assert "Domain mungkin lepas" in found.reason.id
    assert "tidak dapat dibaca" in judge(
        a_gathering(Reached.DNS), Library((a_standard(clause),)), ["contoh-1"]
    ).findings[0].reason.id  # fmt: skip


def test_a_finding_that_rests_on_a_parents_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = Quote("https://induk.example/redaksi", "Redaksi", inherited=True)
    observation = Observation(Outcome.MET, WORDS, (quote,))
    monkeypatch.setattr(findings, "rule_named", lambda slug: lambda site, asked: observation)
    found = judge(a_gathering(), Library((a_standard(a_clause("c", "rule")),)), ["contoh-1"]).findings[0]
    assert found.reason.id == f"{WORDS.id} Yang dikutip halaman milik induk induk.example."
    assert found.reason.en == f"{WORDS.en} What is quoted is a page of the parent, induk.example."


def test_a_clause_without_a_written_rule_has_no_finding() -> None:
    audit = judge(a_gathering(), Library((a_standard(a_clause("akta")),)), ["contoh-1"])
    assert audit.findings == ()
    assert audit.verdicts[0].unanswered == 1
