"""What else can be done with an outlet, or with several chosen in the list: rooms above register their pages here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from serikat.engines.judgement.words import Words
from serikat.foundation.members.models import MemberOutlet


class Place(StrEnum):
    """Where a deed is offered: on the page of one outlet, or with the outlets chosen in the list."""

    OUTLET = "outlet"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Deed:
    """A button. `route` names a URL: with the outlet's public id in it, or one that takes the chosen ones by POST.

    A selection posts `pilih`, public ids, or `semua=1` with the parameters of the list's address.
    """

    words: Words
    route: str
    icon: str
    place: Place


@dataclass(frozen=True, slots=True)
class Offered:
    """A deed with the address that it leads to."""

    deed: Deed
    url: str


_deeds: list[Deed] = []


def register(deed: Deed) -> None:
    """Adds a deed; called from a room's `AppConfig.ready`. The same twice stays one."""
    if deed not in _deeds:
        _deeds.append(deed)


def offered_on(outlet: MemberOutlet) -> list[Offered]:
    """The deeds on the page of an outlet."""
    own = [deed for deed in _deeds if deed.place is Place.OUTLET]
    return [Offered(deed, reverse(deed.route, args=[outlet.public_id])) for deed in own]


def offered_on_selection() -> list[Offered]:
    """The deeds with chosen outlets."""
    return [Offered(deed, reverse(deed.route)) for deed in _deeds if deed.place is Place.SELECTION]
