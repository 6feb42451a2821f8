"""What a member's page says of an outlet: where it stands, what to do first, with texts filled from its own data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from serikat.engines.judgement.plan import Horizon
from serikat.engines.judgement.standard import Clause, Standard, Way, WayKind
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.web_addresses import host_of
from serikat.foundation.findings.models import OutletState
from serikat.foundation.findings.phrases import WAY_WORDS
from serikat.foundation.findings.queries.outlet_page import Matter, Seen, helpers_of, seen_by_latest
from serikat.foundation.members.models import Control, MemberOutlet
from serikat.foundation.members.queries import control_of
from serikat.foundation.people.channels import whatsapp_address
from serikat.foundation.people.models import Role
from serikat.fronts.secretariat.filled_remedy import OutletFacts, Piece, facts_seen, filled, plain
from serikat.fronts.secretariat.publishing_steps import Steps, steps_for
from serikat.web.language import said

_ASKS_FOR_HELP = Words(
    "Salam, {helper}. Saya dari {outlet}, ingin bertanya tentang rencana perbaikan kami di Serikat.",
    "Greetings, {helper}. I am from {outlet} and have a question about our plan in Serikat.",
)
_FOR_WHO_RUNS_IT = Words(
    "Mohon dikerjakan di situs {outlet}: {title}.", "Please do this on the site of {outlet}: {title}."
)
_HOW_MANY_SETTLED = 60
# Headings under which a member list holds the office.
_ADDRESS_CELLS = frozenset({"alamat", "alamat kantor", "alamat redaksi", "alamat perusahaan", "address"})


@dataclass(frozen=True)
class Task:
    """One thing to do, with the text to paste and where to click."""

    matter: Matter
    outlet: str
    facts: OutletFacts

    @property
    def rule(self) -> str:
        """The rule by which it was seen."""
        return self.matter.step.findings[0].rule

    @cached_property
    def text(self) -> tuple[Piece, ...]:
        """The text to paste, always Indonesian as the outlet's readers are; empty where the clause has none."""
        return filled(self.matter.example.id, self.facts) if self.matter.example else ()

    @property
    def has_gaps(self) -> bool:
        """Whether something is left to fill."""
        return any(piece.is_gap for piece in self.text)

    @property
    def is_filled(self) -> bool:
        """Whether something was filled from what is known."""
        return any(piece.is_own for piece in self.text)

    @property
    def steps(self) -> Steps | None:
        """Where to click; None where it takes more than clicks."""
        return steps_for(self.rule)

    @property
    def clauses(self) -> list[str]:
        """The clauses that are looked at again once it is done."""
        return [clause.id for _, clause in self.matter.step.clauses]

    @property
    def forward_address(self) -> str:
        """A message with the remedy and the text, for whoever runs the site."""
        title = said(self.matter.clause.title)
        parts = (
            said(_FOR_WHO_RUNS_IT.filled(outlet=self.outlet, title=title)), said(self.matter.clause.remedy),
            plain(self.text),
        )  # fmt: skip
        return whatsapp_address("", "\n\n".join(part for part in parts if part)[:3_000])


@dataclass(frozen=True, slots=True)
class Helper:
    """An officer who helps, and the address by which to write to them; empty where the number is unknown."""

    role: Role
    address: str


@dataclass(frozen=True)
class MemberPage:
    """All that a member reads about one outlet; `seen` is None before the first audit."""

    outlet: MemberOutlet
    state: OutletState | None
    seen: Seen | None
    control: Control | None
    helpers: Sequence[Helper]

    @cached_property
    def facts(self) -> OutletFacts:
        """What is known for the outlet's own texts: the member list first, then what the audit read."""
        own = _listed(self.outlet)
        return own.or_else(facts_seen(self.seen.findings.values())) if self.seen else own

    @cached_property
    def horizons(self) -> list[tuple[Horizon, list[Task]]]:
        """What is missing, by when two people can do it."""
        if self.seen is None:
            return []
        return [(horizon, [self._task(each) for each in matters]) for horizon, matters in self.seen.horizons]

    @cached_property
    def this_week(self) -> list[Task]:
        """What can be put right this week."""
        return next((tasks for horizon, tasks in self.horizons if horizon is Horizon.THIS_WEEK), [])

    @property
    def later(self) -> list[tuple[Horizon, list[Task]]]:
        """What takes longer."""
        return [(horizon, tasks) for horizon, tasks in self.horizons if horizon is not Horizon.THIS_WEEK]

    @cached_property
    def questions(self) -> list[Task]:
        """What the machine could not tell."""
        return [self._task(each) for each in self.seen.questions] if self.seen else []

    @property
    def by_hand(self) -> list[tuple[Words, list[tuple[Standard, Clause, Way]]]]:
        """What no machine sees and the outlet can ready, by who looks at it."""
        if self.seen is None:
            return []
        return [(WAY_WORDS[kind], tasks) for kind, tasks in self.seen.by_hand if kind is not WayKind.RULE]

    @property
    def settled(self) -> list[Matter]:
        """What is met already."""
        if self.seen is None:
            return []
        return [each for each in self.seen.matters if each.standing == "met"][:_HOW_MANY_SETTLED]

    def _task(self, matter: Matter) -> Task:
        return Task(matter, str(self.outlet), self.facts)


def member_page(outlet: MemberOutlet) -> MemberPage:
    """The member's page of an outlet, by its latest audit."""
    state = OutletState.objects.select_related("latest", "previous").filter(outlet=outlet).first()
    return MemberPage(
        outlet=outlet,
        state=state,
        seen=seen_by_latest(outlet, state),
        control=control_of(outlet),
        helpers=[_helper(role, outlet) for role in helpers_of(outlet.chapter)],
    )


def _helper(role: Role, outlet: MemberOutlet) -> Helper:
    asks = said(_ASKS_FOR_HELP.filled(helper=role.person.name, outlet=str(outlet)))
    return Helper(role, whatsapp_address(role.person.phone, asks) if role.person.phone else "")


def _listed(outlet: MemberOutlet) -> OutletFacts:
    """What the member list says."""
    address = next((str(value) for name, value in outlet.more.items() if name.strip().lower() in _ADDRESS_CELLS), "")
    return OutletFacts(
        name=outlet.name,
        company=outlet.company.legal_name if outlet.company else "",
        address=address,
        editor=outlet.editor_in_chief or outlet.responsible_person,
        email=outlet.email,
        phone=outlet.phone,
        url=outlet.as_audited.url,
        host=host_of(outlet.as_audited.url).removeprefix("www."),
    )
