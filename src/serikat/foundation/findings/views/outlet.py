"""The page of one outlet, two of its audits side by side, and what can be taken along: the report and the JSON."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from serikat.engines.judgement.standard import Clause, Standard
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.evidence.store import read_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.findings import judge
from serikat.engines.site_audit.report.html import render_html
from serikat.foundation.findings import deeds
from serikat.foundation.findings.access import can_answer, can_have_rechecked
from serikat.foundation.findings.charts import history_chart, standards_chart
from serikat.foundation.findings.models import OutletAudit, OutletState
from serikat.foundation.findings.models.rounds import KIND_WORDS
from serikat.foundation.findings.phrases import EFFORT_WORDS, LEVEL_WORDS, PAGE_KIND_WORDS, REACHED_WORDS, WAY_WORDS
from serikat.foundation.findings.queries.comparison import compared
from serikat.foundation.findings.queries.outlet_page import Seen, audits_of, outlet_page
from serikat.foundation.findings.queries.questions import Asked
from serikat.foundation.findings.reading import moment_of, reached_of
from serikat.foundation.findings.standards import READ, clause_of, library
from serikat.foundation.findings.views.seen import audit_seen, outlet_seen
from serikat.foundation.people.signed_in import person_of, signed_in
from serikat.web.language import current

Row = dict[str, object]


@signed_in
@require_safe
def outlet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the outlet stands, what is to do, what was seen, and who said what."""
    found = outlet_seen(request, public_id)
    person = person_of(request)
    may_answer = bool(can_answer(person, found))
    shown = outlet_page(found)
    context = {
        "outlet": found,
        "shown": shown,
        "seen": shown.seen,
        "may_answer": may_answer,
        "may_recheck": may_answer or bool(can_have_rechecked(person, found)),
        "offered": deeds.offered_on(found) if may_answer else [],
        "questions": [Asked(question) for question in shown.questions],
        "history_chart": history_chart(shown.history),
        "history": [
            (audit, KIND_WORDS[audit.round.kind], REACHED_WORDS[reached_of(audit.reached)]) for audit in shown.history
        ],
        "answers": [(answer, _clause(answer.standard, answer.clause)) for answer in shown.answers],
        "levels": LEVEL_WORDS,
        "person": person,
        **(_of_audit(shown.seen) if shown.seen else {}),
    }
    return render(request, "findings/outlet.html", context)


@signed_in
@require_safe
def comparison(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Two audits side by side: `dari` and `ke` name them, the last two where the address names none."""
    found = outlet_seen(request, public_id)
    audits = list(audits_of(found)[:50])
    older, newer = _chosen_pair(request, audits)
    context: Row = {"outlet": found, "audits": audits, "older": older, "newer": newer}
    if older is not None and newer is not None:
        change = compared(older.record, newer.record)
        context |= {
            "change": change,
            "pages": len(change.pages_new) + len(change.pages_gone) + len(change.pages_changed),
        }
    return render(request, "findings/comparison.html", context)


@signed_in
@require_safe
def report(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The printable report of the latest audit, as a file of its own, in the language of the page."""
    latest = _latest(request, public_id)
    try:
        gathering = read_evidence(Path(settings.AUDIT_FOLDER) / latest.evidence)
    except EvidenceError as error:
        raise Http404 from error
    held = {standard.id for standard in library().standards}
    standards = [each["id"] for each in latest.record["standards"] if each["id"] in held]
    text = render_html(judge(gathering, library(), standards), current())
    return _as_file(text.encode(), "text/html; charset=utf-8", latest, f"laporan-{current()}", "html")


@signed_in
@require_safe
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The latest audit as JSON (docs/audit-json.md)."""
    latest = _latest(request, public_id)
    return _as_file(canonical_json(latest.record) + b"\n", "application/json", latest, "audit", "json")


def _of_audit(seen: Seen) -> Row:
    """What the page says of the latest audit."""
    reached = reached_of(seen.audit.reached)
    detail = str(seen.record.get("reached_detail", ""))
    return {
        "is_read": seen.audit.reached in READ,
        "reached": REACHED_WORDS[reached],
        "explained": explain(reached, detail),
        "fix": how_to_fix(reached, detail),
        "standards_chart": standards_chart(seen.counts),
        "efforts": EFFORT_WORDS,
        "by_hand": [(WAY_WORDS[kind], tasks) for kind, tasks in seen.by_hand],
        "articles": [{**each, "moment": moment_of(each["published_at"] or "")} for each in seen.record["articles"]],
        "pages": [(PAGE_KIND_WORDS.get(each["kind"], each["kind"]), each) for each in seen.record["pages"]],
        "not_read": [
            _not_read(each) for each in seen.record["not_read"] if each["purpose"] in ("home", "page", "article")
        ],
    }


def _not_read(each: Row) -> Row:
    reached = reached_of(str(each["failure"]))
    return {"url": each["url"], "why": REACHED_WORDS[reached], "detail": each["detail"], "fix": how_to_fix(reached)}


def _clause(standard: str, clause: str) -> tuple[Standard, Clause] | None:
    return clause_of(standard, clause)


def _chosen_pair(request: HttpRequest, audits: list[OutletAudit]) -> tuple[OutletAudit | None, OutletAudit | None]:
    """The two audits to compare, the older first."""
    if len(audits) < 2:
        return None, None
    outlet_of = audits[0].outlet
    older = audit_seen(outlet_of, request.GET.get("dari", "")) or audits[1]
    newer = audit_seen(outlet_of, request.GET.get("ke", "")) or audits[0]
    return (older, newer) if older.gathered_at <= newer.gathered_at else (newer, older)


def _latest(request: HttpRequest, public_id: UUID) -> OutletAudit:
    state = OutletState.objects.select_related("latest").filter(outlet=outlet_seen(request, public_id)).first()
    if state is None:
        raise Http404
    return state.latest


def _as_file(body: bytes, kind: str, audit: OutletAudit, name: str, ending: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    # The name holds nothing that a site or a person wrote.
    file_name = f"{name}-{audit.gathered_at:%Y%m%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
