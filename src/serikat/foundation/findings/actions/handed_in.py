"""Pages that a member saved and gave: kept, counted as evidence so marked, seen by an officer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.web_addresses import normalised
from serikat.foundation.findings.access import can_answer, can_have_rechecked
from serikat.foundation.findings.actions.recording import raise_question
from serikat.foundation.findings.actions.rounds import lay_down_hand_in
from serikat.foundation.findings.models import AuditRound, HandedInPage, Question, QuestionCause
from serikat.foundation.findings.page_evidence import GivenPage, fetches_of, given
from serikat.foundation.journal.actions import record
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

MOST_PAGES = 10
LARGEST_PAGE = 5 * 1024 * 1024
_TOO_MANY = Words("Paling banyak {n} halaman sekali kirim.", "At most {n} pages at once.").filled(n=MOST_PAGES)
_MOST_WAITING = 50
_WAITING = Words(
    "Sudah {n} halaman menunggu dilihat pengurus. Tunggu sampai sebagian dilihat, lalu kirim lagi.",
    "{n} pages wait for an officer to see them already. Wait until some are seen, then send more.",
)
_TOO_LARGE = Words("{name} lebih besar dari 5 MB.", "{name} is larger than 5 MB.")
_NO_PAGE = Words(
    "{name} bukan halaman HTML. Di peramban, pilih Simpan sebagai, lalu “Halaman Web, hanya HTML”.",
    "{name} is no HTML page. In the browser choose Save as, then “Web page, HTML only”.",
)
_ELSEWHERE = Words("Alamat {url} bukan bagian situs media ini.", "The address {url} is no part of this outlet's site.")
_SEEN = Words("Halaman ini sudah dilihat.", "This page was seen already.")
_NO_REMARK = Words("Tulis mengapa halaman ini ditolak.", "Write why the page is refused.")


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The pages that were kept, and the round that judges with them; None where all were known already."""

    pages: tuple[HandedInPage, ...]
    audit_round: AuditRound | None


@transaction.atomic
def hand_in_pages(*, outlet: MemberOutlet, pages: Sequence[GivenPage], by: Person) -> HandedIn:
    """Keep saved pages of the outlet's site and have them judged with the latest audit. Raises RefusedError."""
    require(can_have_rechecked(by, outlet))
    if fault := fault_of(outlet, pages):
        raise RefusedError(Refused(fault))
    kept = [each for each in (_kept(outlet, page, by) for page in pages) if each is not None]
    if not kept:
        return HandedIn((), None)
    raise_question(outlet, QuestionCause.HANDED_IN)
    record("findings.page_handed_in", about=outlet.subject, by=by.actor, pages=len(kept))
    return HandedIn(tuple(kept), lay_down_hand_in(outlet=outlet, by=by))


def fault_of(outlet: MemberOutlet, pages: Sequence[GivenPage]) -> Words | None:
    """What is wrong with pages that somebody would hand in."""
    if len(pages) > MOST_PAGES:
        return _TOO_MANY
    waiting = HandedInPage.objects.filter(outlet=outlet, seen_at=None).count()
    if waiting + len(pages) > _MOST_WAITING:
        return _WAITING.filled(n=waiting)
    for page in pages:
        if len(page.body) > LARGEST_PAGE:
            return _TOO_LARGE.filled(name=page.name)
        if page.url and not (normalised(page.url) and outlet.as_audited.reaches(page.url)):
            return _ELSEWHERE.filled(url=page.url)
        if b"<" not in page.body[:20_000] or not fetches_of(outlet, page, timezone.now()):
            return _NO_PAGE.filled(name=page.name)
    return None


@transaction.atomic
def note_page_seen(*, page: HandedInPage, is_accepted: bool, remark: str, by: Person) -> None:
    """An officer looked at a page: accepted, it stays evidence; refused, with a reason, it counts no more."""
    require(can_answer(by, page.outlet))
    if not is_accepted and not remark.strip():
        raise RefusedError(Refused(_NO_REMARK))
    seen = {"seen_by": by, "seen_at": timezone.now(), "is_accepted": is_accepted, "remark": remark.strip()}
    if not HandedInPage.objects.filter(pk=page.pk, seen_at=None).update(**seen):
        raise RefusedError(Refused(_SEEN))
    if not HandedInPage.objects.filter(outlet=page.outlet, seen_at=None).exists():
        waiting = Question.objects.filter(outlet=page.outlet, cause=QuestionCause.HANDED_IN, closed_at=None)
        waiting.update(closed_at=timezone.now(), closed_by=by)
    record(
        "findings.page_seen",
        about=page.outlet.subject,
        by=by.actor,
        reason=remark.strip(),
        accepted=is_accepted,
        sha256=page.sha256,
    )
    if not is_accepted:
        lay_down_hand_in(outlet=page.outlet, by=by)


def _kept(outlet: MemberOutlet, page: GivenPage, by: Person) -> HandedInPage | None:
    """The page in the books; None where the very same waits or was accepted."""
    digest = hashlib.sha256(page.body).hexdigest()
    url = given(outlet, page, timezone.now()).final_url
    if HandedInPage.objects.filter(outlet=outlet, sha256=digest, url=url).exclude(is_accepted=False).exists():
        return None
    kept = HandedInPage(outlet=outlet, url=url[:500], sha256=digest, handed_in_by=by)
    kept.file.save(f"{kept.public_id}.html", ContentFile(page.body), save=False)
    kept.save()
    return kept
