"""The audit of one site as JSON: the same audit gives the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from serikat.engines.judgement.finding import Finding, Quote
from serikat.engines.judgement.plan import Plan, Step, plan_for
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.verdict import Verdict, verdict_of
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.findings import Audit


def json_line(audit: Audit) -> bytes:
    """The audit as one line of canonical JSON (UTF-8, sorted keys), ended by a newline."""
    return canonical_json(audit_record(audit)) + b"\n"


def audit_record(audit: Audit) -> dict[str, Any]:
    """The audit as plain values, ready for JSON; the keys are those that the command line promises, and some more."""
    site, gathering = audit.site, audit.site.gathering
    return {
        "url": gathering.url,
        "gathered_at": gathering.gathered_at,
        "release": gathering.release,
        "agent": gathering.agent,
        "reached": gathering.reached.value,
        "reached_detail": gathering.reached_detail,
        "pages": [
            {
                "url": page.url,
                "kind": site.kinds[page.url].value,
                "status": page.fetch.status,
                "sha256": page.fetch.sha256,
            }
            for page in site.pages
        ],
        "not_read": [_not_read(fetch) for fetch in gathering.fetches if fetch.failure is not None],
        "articles": [article.entry() for _, article in site.articles],
        "standards": [_standard(standard) for standard in audit.standards],
        "findings": [_finding(finding) for finding in audit.findings],
        **_sums(audit.verdicts, audit.plan),
        **({} if site.copies is None else {"copies": [asdict(copy) for copy in site.copies]}),
    }


def sums_of(standards: Sequence[Standard], findings: Sequence[Finding], on: date) -> dict[str, Any]:
    """The keys of a record that are worked out from its findings, for findings put together from several audits."""
    return _sums([verdict_of(standard, findings, (), on) for standard in standards], plan_for(standards, findings))


def _sums(verdicts: Iterable[Verdict], plan: Plan) -> dict[str, Any]:
    return {"verdicts": [_verdict(verdict) for verdict in verdicts], "plan": _plan(plan)}


def _not_read(fetch: Fetch) -> dict[str, Any]:
    return {
        "url": fetch.url,
        "purpose": fetch.purpose,
        "status": fetch.status,
        "failure": fetch.failure.value if fetch.failure else None,
        "detail": fetch.failure_detail,
    }


def _standard(standard: Standard) -> dict[str, Any]:
    return {
        "id": standard.id,
        "title": standard.title.id,
        "title_en": standard.title.en,
        "regulation": standard.regulation,
        "voluntary": standard.voluntary,
        "in_force_from": standard.in_force_from.isoformat(),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "standard": finding.standard,
        "clause": finding.clause,
        "rule": finding.rule,
        "outcome": finding.outcome.value,
        "reason": finding.reason.id,
        "reason_en": finding.reason.en,
        "quotes": [_quote(quote) for quote in finding.quotes],
        "release": finding.release,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "url": quote.url,
        "text": quote.text,
        "seen_at": quote.seen_at,
        "sha256": quote.sha256,
        "handed_in": quote.handed_in,
        "inherited": quote.inherited,
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "standard": verdict.standard,
        "met": verdict.met,
        "not_met": verdict.not_met,
        "unclear": verdict.unclear,
        "not_applicable": verdict.not_applicable,
        "failed_to_run": verdict.failed_to_run,
        "unanswered": verdict.unanswered,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "steps": [_step(step) for step in plan.steps],
        "questions": [_step(step) for step in plan.questions],
        "unanswered": [
            {"standard": standard.id, "clause": clause.id, "ways": [way.kind.value for way in clause.ways]}
            for standard, clause in plan.unanswered
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "horizon": step.horizon.value,
        "rule": step.findings[0].rule,
        "clauses": [{"standard": standard.id, "clause": clause.id} for standard, clause in step.clauses],
    }
