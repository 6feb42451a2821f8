"""The outlet's trust.txt can be read by machines: every line is one that the specification knows.

## Why it matters
In trust.txt an outlet says to which associations it belongs, which sites and accounts are its own, and whether its
texts may train models. A faulty line says nothing to those who read it. The file is voluntary: its absence is no fault.

## What is looked for
`/trust.txt`, then `/.well-known/trust.txt`: a text file with lines `name=value`, the names of JournalList's
specification, web addresses where addresses belong, and at most one `datatrainingallowed`, yes or no.

## What it cannot see
Whether the statements are true; whether the other side confirms them is a rule of its own.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import faulty_lines, file_quote, met, unclear, without_file
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, text_file
from serikat.engines.site_audit.reading.trust_txt import read_trust_txt

_MET = Words(
    id="trust.txt dapat dibaca mesin: {count} pernyataan.", en="trust.txt can be read by machines: {count} statements."
)
_EMPTY = Words(id="trust.txt ada, tetapi tidak menyatakan apa-apa.", en="There is a trust.txt, but it states nothing.")


def check(site: Site, asked: Asked) -> Observation:
    """Reads the file and counts the lines that no reader would understand."""
    file = text_file(site, "trust_txt")
    if file.fetch is None or file.presence is not Presence.FOUND:
        return without_file(file, "trust.txt")
    trust = read_trust_txt(file.text)
    faulty = faulty_lines(file.fetch, "trust.txt", trust.faults)
    if faulty is not None:
        return faulty
    if not trust.entries:
        return unclear(_EMPTY, (file_quote(file.fetch, file.text.strip() or file.fetch.final_url),))
    quotes = (file_quote(file.fetch, f"{entry.name}={entry.value}") for entry in trust.entries)
    return met(_MET.filled(count=len(trust.entries)), quotes)
