"""The entries of the menu: rooms register theirs when their app starts, and the base template draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest
from django.urls import reverse

from serikat.engines.judgement.words import Words


class Place(StrEnum):
    """Where an entry stands: in the menu of work, among the person's own affairs, or in the head of open pages."""

    WORK = "work"
    ACCOUNT = "account"
    OPEN = "open"


def _everyone(_: HttpRequest) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu.

    `route` is the name of the page's URL, `icon` one of the sprite, `order` its place (smaller is higher); `shown`
    says to whom. An entry that `acts` (signing out) is drawn as a form that posts, since following a link never
    changes anything.
    """

    words: Words
    route: str
    icon: str = ""
    order: int = 100
    place: Place = Place.WORK
    shown: Callable[[HttpRequest], bool] = _everyone
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as drawn for one request."""

    entry: Entry
    url: str
    is_current: bool


_entries: list[Entry] = []


def register(entry: Entry) -> None:
    """Adds an entry; called from a room's `AppConfig.ready`. The same entry twice stays one."""
    if entry not in _entries:
        _entries.append(entry)


def lines_for(request: HttpRequest, place: Place) -> list[Line]:
    """The entries of a place for who asks, in order; the current one is that whose address the page's begins with."""
    shown = sorted(
        (entry for entry in _entries if entry.place is place and entry.shown(request)), key=lambda entry: entry.order
    )
    addresses = [(entry, reverse(entry.route)) for entry in shown]
    here = max((url for _, url in addresses if _covers(url, request.path)), key=len, default=None)
    return [Line(entry, url, url == here) for entry, url in addresses]


def _covers(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
