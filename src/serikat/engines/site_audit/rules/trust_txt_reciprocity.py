"""What an outlet says in trust.txt of others, those others say of it.

## Why it matters
Anyone can write that they belong to an association. It counts when the association's own file names them as a member:
member and belongto, control and controlledby, vendor and customer are two halves of one statement.

## What is looked for
For each such line the trust.txt of the organisation named, and in it the other half with this site's address. Only
files that the evidence holds are compared; where the other side's file is not among them, that is said.

## What it cannot see
What the relation means, and files of others that were not fetched together with this site.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.observations import (
    file_quote,
    met,
    not_applicable,
    not_met,
    unclear,
    without_file,
)
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, Statement, file_of, host_in, own_hosts, text_file
from serikat.engines.site_audit.reading.trust_txt import RECIPROCAL, read_trust_txt

_MET = Words(
    id="{count} hubungan yang dinyatakan di trust.txt dibenarkan oleh pihak lainnya.",
    en="{count} relations stated in trust.txt are confirmed by the other side.",
)
_DENIED = Words(
    id="{count} hubungan di trust.txt tidak disebut balik oleh pihak lainnya ({hosts}).",
    en="{count} relations in trust.txt are not stated in return by the other side ({hosts}).",
)
_OPEN = Words(
    id="{confirmed} dari {count} hubungan di trust.txt dibenarkan; berkas pihak lain belum ada di bukti ini ({hosts}).",
    en="{confirmed} of {count} relations in trust.txt are confirmed; the other side's file is not in this evidence "
    "({hosts}).",
)
_NONE = Words(
    id="trust.txt situs ini tidak menyatakan hubungan dengan pihak lain.",
    en="The trust.txt of this site states no relation with others.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Compares each relation stated with the other side's file."""
    file = text_file(site, "trust_txt")
    if file.fetch is None or file.presence is not Presence.FOUND:
        return without_file(file, "trust.txt")
    relations = read_trust_txt(file.text).relations
    if not relations:
        return not_applicable(_NONE)
    sides = _OtherSides(site)
    answers = [(entry, *sides.answer(entry)) for entry in relations]
    denied = [(entry, quote) for entry, confirmed, quote in answers if confirmed is False]
    if denied:
        words = _DENIED.filled(count=len(denied), hosts=_hosts([entry for entry, _ in denied]))
        return not_met(words, (each for entry, quote in denied for each in (_stated(file.fetch, entry), *quote)))
    missing = [entry for entry, confirmed, _ in answers if confirmed is None]
    quotes = [each for entry, _, quote in answers for each in (_stated(file.fetch, entry), *quote)]
    if missing:
        confirmed = len(relations) - len(missing)
        words = _OPEN.filled(confirmed=confirmed, count=len(relations), hosts=_hosts(missing))
        return unclear(words, (_stated(file.fetch, entry) for entry in missing))
    return met(_MET.filled(count=len(relations)), quotes)


class _OtherSides:
    """The files of others in the evidence, each read once: an association names hundreds of members."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._own = own_hosts(site)
        self._read: dict[str, tuple[Fetch, dict[str, str]] | None] = {}

    def answer(self, entry: Statement) -> tuple[bool | None, tuple[Quote, ...]]:
        """Whether the other side says the other half, with its line; None where its file was not fetched or found."""
        host = host_in(entry.value)
        if host not in self._read:
            self._read[host] = self._of(host)
        other = self._read[host]
        if other is None:
            return None, ()
        fetch, said = other
        name = RECIPROCAL[entry.name]
        return name in said, (file_quote(fetch, f"{name}={said.get(name, '…')}"),)

    def _of(self, host: str) -> tuple[Fetch, dict[str, str]] | None:
        """What another host's file says of this site: the value given for each name."""
        file = file_of(self._site, "trust_txt", host)
        if file.fetch is None or file.presence is not Presence.FOUND:
            return None
        about_us = (entry for entry in read_trust_txt(file.text).entries if host_in(entry.value) in self._own)
        return file.fetch, {entry.name: entry.value for entry in about_us}


def _stated(fetch: Fetch, entry: Statement) -> Quote:
    return file_quote(fetch, f"{entry.name}={entry.value}")


def _hosts(entries: list[Statement]) -> str:
    hosts = list(dict.fromkeys(host_in(entry.value) or entry.value for entry in entries))
    return ", ".join(hosts[:5]) + (" …" if len(hosts) > 5 else "")
