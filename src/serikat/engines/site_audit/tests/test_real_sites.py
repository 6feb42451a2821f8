"""Four real sites, served on loopback, against the facts that a careful reader found on them."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.findings import Audit, judge, known_rules
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.report.as_json import json_line
from serikat.engines.site_audit.tests.real_pages import gathered, realdata

# From the label of `sites/labels.csv` to the clause that it speaks of, and how the label of a met clause begins.
CLAUSES = {
    "pemred_or_pj_named_person": ("uu12-responsible", "yes"),
    "street_address": ("address-published", "yes"),
    "contact_email": ("contact-published", "yes"),
    "pedoman_page": ("ppms-publish", "FULL"),
    "hak_jawab_info": ("ppms-serve-reply", "yes"),
    "legal_entity_id": ("entity-legal-form", "yes"),
}
SITES = realdata() / "sites"
STANDARDS = ["pedoman-media-siber-2012", "standar-perusahaan-pers-2019", "uu-pers-1999"]

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not SITES.exists(), reason="the real pages are not on this machine"),
]


@functools.cache
def audit_of(site: str) -> Audit:
    return judge(gathered(SITES / site), shipped(known_rules()), STANDARDS)


def labels() -> list[dict[str, str]]:
    if not SITES.exists():
        return []
    with (SITES / "labels.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def expected(label: str, beginning: str) -> set[Outcome]:
    if label.startswith(beginning):
        return {Outcome.MET}
    return {Outcome.UNCLEAR} if label.startswith("unclear") else {Outcome.NOT_MET}


FACTS = [
    (row["site"], column, row[column]) for row in labels() for column in CLAUSES if not row[column].startswith("?")
]


@pytest.mark.parametrize(("site", "column", "label"), FACTS, ids=[f"{site}-{column}" for site, column, _ in FACTS])
def test_a_labelled_fact_is_read_right(site: str, column: str, label: str) -> None:
    clause, beginning = CLAUSES[column]
    finding = next(finding for finding in audit_of(site).findings if finding.clause == clause)
    assert finding.outcome in expected(label, beginning), f"{label!r}: {finding.reason.en} {finding.quotes}"


@pytest.mark.parametrize("row", labels(), ids=lambda row: row["site"])
def test_the_masthead_page_is_found_and_a_placeholder_is_no_masthead(row: dict[str, str]) -> None:
    audit = audit_of(row["site"])
    file = row["redaksi_page"].split()[0]
    assert any(page.url.endswith(f"/{file}") for page in audit.site.of_kind(PageKind.MASTHEAD))
    outcome = next(finding.outcome for finding in audit.findings if finding.clause == "box-redaksi")
    assert outcome is (Outcome.NOT_MET if "placeholder" in row["redaksi_page"] else Outcome.MET)


@pytest.mark.parametrize("row", labels(), ids=lambda row: row["site"])
def test_stored_evidence_gives_the_same_findings_to_the_byte(row: dict[str, str], tmp_path: Path) -> None:
    audit = audit_of(row["site"])
    write_evidence(audit.site.gathering, tmp_path / "bukti")
    again = judge(read_evidence(tmp_path / "bukti"), shipped(known_rules()), STANDARDS)
    assert json_line(again) == json_line(audit)
