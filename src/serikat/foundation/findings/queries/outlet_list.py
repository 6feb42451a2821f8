"""The list of outlets: filtered, sorted, page by page, at a cost that hardly grows with their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from serikat.engines.judgement.finding import Outcome
from serikat.engines.site_audit.evidence.record import Reached
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.outlet_rows import COLUMNS
from serikat.foundation.findings.queries.plans import PLAN_WORDS, with_plan
from serikat.foundation.findings.queries.tallies import inside
from serikat.foundation.findings.standards import READ, clause_of
from serikat.foundation.members.models import MemberOutlet

A_PAGE = 50
# Beyond the page that is shown, so many more are counted; the rest is "lebih dari".
COUNTED_AHEAD = 1_000
STANDINGS = ("not_met", "unclear", "met", "not_applicable", "failed_to_run")
UNREAD = "unread"
NOT_READ = [word.value for word in Reached if word not in READ]
ListedRow = tuple[Any, ...]
# Values of `keadaan`: what stands out about an outlet.
SIGNS = ("incomplete", "unclear", "complete", "unread", "worse", "urgent", "never")
_SORTS: Mapping[str, tuple[str, ...]] = {
    "nama": ("name", "pk"),
    "kurang": ("state__missing", "-state__outlet_id"),
    "belum-jelas": ("state__unclear", "-state__outlet_id"),
    "diperiksa": ("state__gathered_at", "-state__outlet_id"),
    "berubah": ("state__changed_at", "-state__outlet_id"),
}
DEFAULT_SORT = "-kurang"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which outlets are listed, in which order; every field as it stands in the address, empty where not filtered.

    `clause` is `standard/clause`, and `standing` how that clause stands (not met where empty). `reached` is a word of
    an audit, or `unread` for all that say a site could not be read. `sign` is one of SIGNS, `plan` one of PLAN_WORDS.
    """

    chapter: Chapter | None = None
    clause: str = ""
    standing: str = ""
    reached: str = ""
    sign: str = ""
    plan: str = ""
    text: str = ""
    sort: str = DEFAULT_SORT

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order was chosen."""
        return any((self.chapter, self.clause, self.reached, self.sign, self.plan, self.text))

    def address(self, **changes: str) -> dict[str, str]:
        """The choice as the parameters of an address, with some changed; what is empty or usual is left out."""
        own = {
            "wilayah": str(self.chapter.public_id) if self.chapter else "",
            "butir": self.clause,
            "hasil": self.standing if self.clause else "",
            "terbaca": self.reached,
            "keadaan": self.sign,
            "rencana": self.plan,
            "cari": self.text,
            "urut": "" if self.sort == DEFAULT_SORT else self.sort,
        }
        return {name: value for name, value in (own | changes).items() if value}


def chosen(parameters: Mapping[str, str], chapters: Sequence[Chapter]) -> Choice:
    """The choice that an address asks for; what it cannot mean, or a chapter outside of these, is passed over."""
    sort = parameters.get("urut", "")
    clause = parameters.get("butir", "")
    reached = parameters.get("terbaca", "")
    standing = parameters.get("hasil", "")
    sign, plan = parameters.get("keadaan", ""), parameters.get("rencana", "")
    return Choice(
        chapter=_chapter(parameters.get("wilayah", ""), chapters),
        clause=clause if clause_of(*f"{clause}/".split("/")[:2]) else "",
        standing=standing if standing in STANDINGS else "",
        reached=reached if reached == UNREAD or reached in set(Reached) else "",
        sign=sign if sign in SIGNS else "",
        plan=plan if plan in PLAN_WORDS else "",
        text=parameters.get("cari", "").replace("\0", "").strip()[:100],
        sort=sort if sort.removeprefix("-") in _SORTS else DEFAULT_SORT,
    )


def outlets_chosen(choice: Choice, chapters: Sequence[Chapter]) -> QuerySet[MemberOutlet]:
    """The outlets of the choice within the chapters, not yet in order."""
    found = MemberOutlet.objects.filter(removed_at=None)
    tops = [choice.chapter] if choice.chapter else chapters
    condition = inside(tops, "path")
    if condition:
        # By their keys, so that the database may begin with the chapter or with the order, whichever is shorter.
        keys = list(Chapter.objects.filter(condition).values_list("pk", flat=True))
        found = found.filter(chapter_id__in=keys)
    if choice.clause:
        standard, clause = choice.clause.split("/")
        found = found.filter(
            clause_states__clause=clause,
            clause_states__standard=standard,
            clause_states__standing=choice.standing or Outcome.NOT_MET,
        )
    if choice.reached:
        words = NOT_READ if choice.reached == UNREAD else [choice.reached]
        found = found.filter(state__reached__in=words)
    if choice.sign:
        found = found.filter(_signed(choice.sign))
    if choice.plan:
        found = with_plan(found, choice.plan)
    if choice.text:
        found = found.filter(Q(name__icontains=choice.text) | Q(key__icontains=choice.text))
    return found


def page_of(choice: Choice, chapters: Sequence[Chapter], number: int, known: int | None = None) -> Page[ListedRow]:
    """One page of the list, each outlet as the COLUMNS of a row; `known` is the count where a tally holds it.

    Sorted by what only audits tell, the list holds what was audited; without it, every outlet of the choice.
    """
    found = outlets_chosen(choice, chapters)
    name = choice.sort.removeprefix("-")
    if name != "nama" and choice.sign != "never" and not choice.text and not choice.plan:
        # An inner join lets the database walk the states in their order.
        found = found.filter(state__missing__gte=0)
    elif name != "nama":
        name = "nama"
    order = _SORTS[name]
    if choice.sort.startswith("-") and name == choice.sort.removeprefix("-"):
        order = tuple(each.removeprefix("-") if each.startswith("-") else f"-{each}" for each in order)
    rows = found.order_by(*order).values_list(*COLUMNS)
    return _Paginator(rows, known, number).get_page(number)


def is_more_than(page: Page[ListedRow]) -> bool:
    """Whether there are more than the page's count says."""
    return isinstance(page.paginator, _Paginator) and page.paginator.is_cut


class _Paginator(Paginator):  # type: ignore[type-arg]
    """Counts no further than some pages ahead, unless the count is known."""

    def __init__(self, rows: QuerySet[MemberOutlet, ListedRow], known: int | None, number: int) -> None:
        super().__init__(rows, A_PAGE)
        self._rows = rows
        most = max(number, 1) * A_PAGE + COUNTED_AHEAD
        self._count = self._rows.order_by()[: most + 1].count() if known is None else known
        self.is_cut = known is None and self._count > most

    @property
    def count(self) -> int:
        """How many there are, as far as counted."""
        return self._count


def _chapter(public_id: str, chapters: Sequence[Chapter]) -> Chapter | None:
    if not public_id:
        return None
    try:
        found = Chapter.objects.filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None
    return found if found is not None and any(found.is_within(each) for each in chapters) else None


def _signed(sign: str) -> Q:
    """The condition for one of SIGNS."""
    is_read = Q(state__reached__in=READ)
    is_unread = Q(state__reached__in=NOT_READ)
    return {
        "incomplete": Q(state__missing__gt=0),
        "unclear": Q(state__missing=0, state__unclear__gt=0) & is_read,
        "complete": Q(state__missing=0, state__unclear=0) & is_read,
        "unread": Q(state__missing=0) & is_unread,
        "worse": Q(state__is_worse=True),
        "urgent": Q(state__is_urgent=True),
        "never": Q(state=None),
    }[sign]
