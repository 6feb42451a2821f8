"""Handed-in pages as evidence: put beside what was fetched, and judged with it, without the network."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from serikat import RELEASE
from serikat.engines.judgement.finding import Outcome
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.findings import judge
from serikat.engines.site_audit.gather.handed_in import GIVER, handed_in
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.engines.site_audit.web_addresses import same_page_key
from serikat.foundation.findings.models import HandedInPage, OutletAudit, RoundKind
from serikat.foundation.findings.standards import library
from serikat.foundation.members.models import MemberOutlet

# A folder of evidence that holds handed-in pages stands beside the one that was gathered.
WITH_PAGES = ".with-pages"
_PAGES = frozenset({"home", "page", "article", "probe"})
_READ = (Reached.READ, Reached.PARTIAL)
# What a shard's line says beside the audit itself.
_LINE_KEYS = ("outlet", "name", "roster_row", "evidence")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]+")

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GivenPage:
    """A saved page as it was uploaded: the file's name, its bytes, and its address where the giver wrote it."""

    name: str
    body: bytes
    url: str = ""


def fetches_of(outlet: MemberOutlet, page: GivenPage, at: datetime) -> tuple[Fetch, ...]:
    """The page as evidence; empty where it holds nothing that could be a page."""
    with tempfile.TemporaryDirectory(prefix="serikat-page-") as name:
        stem = _NOT_IN_NAMES.sub("-", Path(page.name).stem).strip("-")[:80] or "halaman"
        (Path(name) / f"{stem}.html").write_bytes(page.body)
        try:
            return handed_in(Path(name), outlet.address, at).fetches
        except ValueError:
            return ()


def given(outlet: MemberOutlet, page: GivenPage, at: datetime) -> Fetch:
    """The page as evidence, under the address that the giver wrote, else the one that it names itself."""
    fetch = next(each for each in fetches_of(outlet, page, at) if each.body)
    if not page.url:
        return fetch
    is_home = same_page_key(page.url) == same_page_key(outlet.as_audited.url)
    purpose = "home" if is_home else "page" if fetch.purpose == "home" else fetch.purpose
    return replace(fetch, url=page.url, final_url=page.url, purpose=purpose)


def pages_in_force(outlet: MemberOutlet) -> list[HandedInPage]:
    """The pages that count: all that no officer has refused, the newest of each address."""
    pages = HandedInPage.objects.filter(outlet=outlet).exclude(is_accepted=False).order_by("handed_in_at", "pk")
    return list({same_page_key(page.url): page for page in pages}.values())


def with_pages(gathering: Gathering, fetches: Iterable[Fetch]) -> Gathering:
    """What was gathered together with handed-in pages; of two readings of one address the newer counts."""
    kept = [fetch for fetch in gathering.fetches if not fetch.handed_in]
    added = []
    for fetch in fetches:
        key = same_page_key(fetch.final_url)
        same = [each for each in kept if each.purpose in _PAGES and key in _keys(each)]
        if any(each.failure is None and each.fetched_at >= fetch.fetched_at for each in same):
            continue
        kept = [each for each in kept if each not in same]
        added.append(fetch)
    homes = [fetch for fetch in added if fetch.purpose == "home"]
    others = [fetch for fetch in added if fetch.purpose != "home"]
    reached, detail = gathering.reached, gathering.reached_detail
    if added and reached not in _READ:
        reached, detail = Reached.PARTIAL, f"read from pages handed in; {gathering.reached}: {detail}".rstrip(": ")
    return replace(gathering, fetches=(*homes, *kept, *others), reached=reached, reached_detail=detail)


def judged_with_pages(outlet: MemberOutlet, line: Record, evidence: str) -> tuple[Record, str]:
    """An audit's record and evidence with the handed-in pages that count; both as they were where there are none."""
    pages = pages_in_force(outlet)
    if not pages:
        return line, evidence
    try:
        gathering = read_evidence(Path(settings.AUDIT_FOLDER) / evidence)
    except EvidenceError:
        return line, evidence
    together = with_pages(gathering, _fetched(outlet, pages))
    if together.fetches == gathering.fetches:
        return line, evidence
    standards = [each["id"] for each in line["standards"]]
    judged = _judged(together, standards)
    return {**line, **judged, "findings": _shown_by_pages(line, judged)}, _written(together, evidence)


def judged_by_pages(outlet: MemberOutlet, latest: OutletAudit) -> tuple[Record, str] | None:
    """The latest record with the findings that handed-in pages change; None where the evidence cannot be read.

    The pages are judged with the last audit that read the whole site, and only what they change is taken over, so that
    what a recheck found since stays.
    """
    whole = (RoundKind.SELECTION, RoundKind.SCHEDULED)
    audits = OutletAudit.objects.filter(outlet=outlet, round__kind__in=whole).order_by("-gathered_at", "-pk")
    base = audits.first() or latest
    evidence = base.evidence.removesuffix(WITH_PAGES)
    try:
        gathering = read_evidence(Path(settings.AUDIT_FOLDER) / evidence)
    except EvidenceError:
        return None
    together = with_pages(gathering, _fetched(outlet, pages_in_force(outlet)))
    standards = [each["id"] for each in latest.record["standards"]]
    alone, record = _judged(with_pages(gathering, ()), standards), _judged(together, standards)
    shown = _shown_by_pages(alone, record)
    if base.pk == latest.pk or (latest.round.kind == RoundKind.HANDED_IN and latest.evidence.startswith(evidence)):
        own = {key: latest.record[key] for key in _LINE_KEYS if key in latest.record}
        return {**record, **own, "findings": shown}, _written(together, evidence)
    findings = _taken_over(latest.record["findings"], alone["findings"], shown)
    return {**latest.record, "findings": findings}, _written(together, evidence)


def judged_alone(outlet: MemberOutlet, standards: list[str], evidence: str) -> tuple[Record, str] | None:
    """An audit of an outlet that was never read, from handed-in pages alone; None where there are none."""
    fetches = _fetched(outlet, pages_in_force(outlet))
    if not fetches:
        return None
    at = max(fetch.fetched_at for fetch in fetches)
    empty = Gathering(outlet.as_audited.url, at, RELEASE, GIVER, Reached.TIMEOUT, "", ())
    together = replace(with_pages(empty, fetches), reached_detail="read from pages handed in")
    judged = _judged(together, standards)
    own = {"outlet": outlet.key, "name": outlet.name, "roster_row": 0, "evidence": evidence}
    findings = _shown_by_pages(_judged(empty, standards), judged)
    return {**judged, **own, "findings": findings}, _written(together, evidence)


def _shown_by_pages(alone: Record, together: Record) -> list[Record]:
    """The findings without the pages, but for those that quote one: what the pages do not show stays as it was.

    Where the site itself was not read, pages show what is there, never what is missing: that may stand on others.
    """
    without = _by_clause(alone["findings"])
    is_read = alone["reached"] in _READ
    return [
        found
        if _quotes_a_page(found) and (is_read or found["outcome"] != Outcome.NOT_MET)
        else without.get((found["standard"], found["clause"]), found)
        for found in together["findings"]
    ]


def _taken_over(latest: list[Record], alone: list[Record], shown: list[Record]) -> list[Record]:
    """The latest findings, but for those that pages show now, or that a page showed which counts no more."""
    without, by_pages = _by_clause(alone), _by_clause([found for found in shown if _quotes_a_page(found)])
    return [
        by_pages.get((found["standard"], found["clause"]))
        or (without.get((found["standard"], found["clause"]), found) if _quotes_a_page(found) else found)
        for found in latest
    ]


def _by_clause(findings: Iterable[Record]) -> dict[tuple[str, str], Record]:
    return {(found["standard"], found["clause"]): found for found in findings}


def _quotes_a_page(found: Record) -> bool:
    return any(quote["handed_in"] for quote in found["quotes"])


def _keys(fetch: Fetch) -> set[str]:
    return {same_page_key(fetch.url), same_page_key(fetch.final_url)}


def _fetched(outlet: MemberOutlet, pages: Iterable[HandedInPage]) -> list[Fetch]:
    """The pages as evidence; a file that is gone or was changed on the disk is passed over."""
    fetches = []
    for page in pages:
        try:
            with page.file.open("rb") as file:
                body = file.read()
        except OSError:
            continue
        if hashlib.sha256(body).hexdigest() == page.sha256:
            fetches.append(given(outlet, GivenPage(f"{page.public_id}.html", body, page.url), page.handed_in_at))
    return fetches


def _judged(gathering: Gathering, standards: list[str]) -> Record:
    return audit_record(judge(gathering, library(), standards))


def _written(gathering: Gathering, evidence: str) -> str:
    """Where the evidence with the pages was put, below AUDIT_FOLDER."""
    place = f"{evidence.removesuffix(WITH_PAGES)}{WITH_PAGES}"
    write_evidence(gathering, Path(settings.AUDIT_FOLDER) / place, replace=True)
    return place
