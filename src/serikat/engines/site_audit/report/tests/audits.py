"""Audits made up for the tests: an invented standard, an invented outlet, and what a test wants a site to have said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from serikat import RELEASE
from serikat.engines.judgement.finding import Finding, Outcome, Quote
from serikat.engines.judgement.plan import plan_for
from serikat.engines.judgement.standard import Clause, Confidence, Level, Source, Standard, Way, WayKind
from serikat.engines.judgement.verdict import verdict_of
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.reading.site import Site

SITE = "http://kabar-fiktif.example/"
MOMENT = "2026-11-22T00:12:00+00:00"


def page(path: str, markup: str, purpose: str = "page") -> Fetch:
    """A page of the invented outlet as it was fetched."""
    body = markup.encode()
    headers = (("content-type", "text/html; charset=utf-8"),)
    return Fetch(SITE + path, SITE + path, purpose, 200, headers, body, MOMENT, sha256(body).hexdigest())


HOME = page("", "<html><head><title>Kabar Fiktif</title></head><body><a href='/redaksi'>Redaksi</a></body>", "home")
MASTHEAD = page("redaksi", "<html><body><h1>Redaksi</h1><p>Alamat: Kota Contoh</p></body></html>")
ARTICLE = page(
    "pasar-pagi-dibuka-kembali",
    "<html><head><title>Pasar Pagi Dibuka Kembali</title><meta property='article:published_time' "
    "content='2026-11-21T08:00:00+07:00'></head><body><h1>Pasar Pagi Dibuka Kembali</h1><p>Oleh: Rani Fiktif</p>"
    f"<p>{'Pedagang kembali berjualan pagi ini. ' * 20}</p></body></html>",
    "article",
)


def gathering(
    reached: Reached = Reached.READ, detail: str = "", fetches: Sequence[Fetch] = (HOME, MASTHEAD, ARTICLE)
) -> Gathering:
    """What was fetched of the invented outlet."""
    return Gathering(SITE, MOMENT, RELEASE, "SerikatAudit", reached, detail, tuple(fetches))


def clause(name: str, *, rule: str = "", level: Level = Level.MANDATORY, weight: int = 3, effort: int = 1) -> Clause:
    """A clause about `name`, answered by a rule where one is named, else by a document."""
    way = Way(WayKind.RULE if rule else WayKind.DOCUMENT, Words(f"berkas {name}", f"the {name} file"), rule)
    return Clause(
        id=name,
        number=f"Pasal {weight}",
        title=Words(f"Judul {name}", f"Title of {name}"),
        wording=Words(f"Kewajiban {name}", f"Duty of {name}"),
        level=level,
        confidence=Confidence.REGULATION,
        sources=("SATU",),
        ways=(way,),
        weight=weight,
        effort=effort,
        stage="site",
        applies_to=("cyber",),
        remedy=Words(f"Benahi {name}", f"Put {name} right"),
        example=Words(f"Contoh {name} (nama)", f"Example of {name} (name)") if rule else None,
    )


def standard(*clauses: Clause) -> Standard:
    """An invented edition of these clauses."""
    return Standard(
        id="standar-rekaan",
        title=Words("Standar Rekaan", "An Invented Standard"),
        regulation="Peraturan Rekaan 1/2020",
        issuer="Dewan Rekaan",
        voluntary=False,
        text_url="",
        in_force_from=date(2020, 1, 2),
        in_force_until=None,
        clauses=clauses,
        sources=(Source("SATU", "Naskah rekaan", "https://rekaan.example/naskah"),),
    )


def finding(of: Clause, outcome: Outcome, *quotes: Quote) -> Finding:
    """A finding of the invented outlet, its reason naming the clause."""
    reason = Words(f"Alasan {of.id}", f"Reason for {of.id}")
    rule = of.rule.rule if of.rule else ""
    return Finding(SITE, "standar-rekaan", of.id, rule, outcome, reason, quotes, RELEASE)


def quote(text: str, path: str = "redaksi") -> Quote:
    """Words seen on a page of the invented outlet."""
    return Quote(SITE + path, text, MOMENT, "ab" * 32)


def audit_of(edition: Standard, findings: Sequence[Finding], evidence: Gathering | None = None) -> Audit:
    """The audit that these findings make."""
    site = Site(evidence or gathering())
    verdicts = (verdict_of(edition, findings, (), date(2026, 11, 22)),)
    return Audit(site, (edition,), tuple(findings), verdicts, plan_for((edition,), findings))


def varied_audit(evidence: Gathering | None = None) -> Audit:
    """One clause of every outcome, one that costs months, and one that no machine can answer."""
    clauses = {
        "alamat": (clause("alamat", rule="editorial_address", weight=5), Outcome.NOT_MET),
        "penggajian": (clause("penggajian", rule="daily_output", effort=5), Outcome.NOT_MET),
        "pedoman": (clause("pedoman", rule="guideline_text"), Outcome.UNCLEAR),
        "redaksi": (clause("redaksi", rule="masthead"), Outcome.MET),
        "komentar": (clause("komentar", rule="comment_sign_in"), Outcome.NOT_APPLICABLE),
        "tanggal": (clause("tanggal", rule="article_dates"), Outcome.FAILED_TO_RUN),
    }
    findings = [finding(one, outcome, quote(f"kata-kata {name}")) for name, (one, outcome) in clauses.items()]
    return audit_of(standard(*(one for one, _ in clauses.values()), clause("akta")), findings, evidence)
