"""What officers and members of the invented federation tell one another after an audit."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.findings.actions.answers import answer_clause
from serikat.foundation.findings.actions.handed_in import hand_in_pages
from serikat.foundation.findings.actions.rounds import start_recheck
from serikat.foundation.findings.models import AuditRound, ClauseState
from serikat.foundation.findings.page_evidence import GivenPage
from serikat.foundation.findings.queries.open_clauses import open_clauses_of
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import representatives_of
from serikat.foundation.people.actions import use_link
from serikat.foundation.people.models import Account, Person
from serikat.fronts.demo.later import PUT_RIGHT
from serikat.fronts.demo.people import SIGN_INS, send
from serikat.fronts.secretariat.actions import prepare_plan

# To whom plans are sent, by the officer who sends them, and who opens theirs.
_SENT = {
    SIGN_INS[0].username: (
        "warta-karang-rekaan.example", "titik-tengah-rekaan.example", "akar-bakau-fiktif.example",
        "benteng-berita-rekaan.example",
    ),
    SIGN_INS[1].username: ("riuh-pasar-rekaan.example", "hikayat-kota-fiktif.example"),
}  # fmt: skip
_OPENED = frozenset({*PUT_RIGHT, "benteng-berita-rekaan.example", "riuh-pasar-rekaan.example"})
_READIED = ("suluh-ladang-fiktif.example", "serat-kayu-rekaan.example")
_ANSWERED_FOR = timedelta(days=180)
_ANSWERS = (
    ("kabar-bandar-rekaan.example", Outcome.UNCLEAR, "Akta dan SK Kemenkumham sudah dilihat di sekretariat (rekaan)."),
    ("titik-tengah-rekaan.example", Outcome.NOT_MET, "Kantor sudah dikunjungi; papan nama dan alamat ada (rekaan)."),
)
# What the member of a site that turns machines away saved in a browser.
_SAVED = """<!doctype html><html lang="id"><title>Redaksi - Benteng Berita Rekaan</title><h1>Susunan Redaksi</h1>
<p>Diterbitkan oleh PT Benteng Berita Rekaan</p><p>Pemimpin Redaksi/Penanggung Jawab: Gading Fiktif</p>
<p>Redaktur: Intan Rekaan</p><p>Wartawan: Joko Fiktif, Kirana Rekaan</p>
<p>Alamat Redaksi: Jalan Benteng Fiktif No. 10, Kelurahan Rekaan, Kecamatan Nusaniwe, Kota Ambon 97117</p>"""


def officers_answer(officer: Person) -> None:
    """An officer who has seen the papers settles what no machine could, and overrules what one got wrong."""
    for key, outcome, reason in _ANSWERS:
        state = ClauseState.objects.filter(outlet__key=key, outcome=outcome).order_by("clause").first()
        if state is not None:
            answer_clause(
                outlet=_outlet(key),
                standard=state.standard,
                clause=state.clause,
                outcome=Outcome.MET,
                reason=reason,
                until=timezone.localdate() + _ANSWERED_FOR,
                by=officer,
            )


def plans_go_out() -> None:
    """Some plans are sent, some of these are opened, and two stand ready to be sent."""
    for username, keys in _SENT.items():
        officer = Account.objects.get(username=username).person
        for key in keys:
            secret = send(prepare_plan(outlet=_outlet(key), by=officer))
            if key in _OPENED:
                use_link(secret=secret)
    for key in _READIED:
        prepare_plan(outlet=_outlet(key), by=Account.objects.get(username=SIGN_INS[0].username).person)


def members_respond() -> AuditRound:
    """One hands in a page that no machine could read, another mended its site: the look at it that comes of this."""
    blocked, mended = _outlet("benteng-berita-rekaan.example"), _outlet(PUT_RIGHT[0])
    saved = GivenPage("redaksi.html", _SAVED.encode(), f"{blocked.as_audited.url}redaksi/")
    hand_in_pages(outlet=blocked, pages=[saved], by=_speaks_for(blocked))
    return start_recheck(outlet=mended, clauses=open_clauses_of(mended), by=_speaks_for(mended))


def _outlet(key: str) -> MemberOutlet:
    return MemberOutlet.objects.select_related("chapter").get(key=key)


def _speaks_for(outlet: MemberOutlet) -> Person:
    return representatives_of(outlet)[0]
