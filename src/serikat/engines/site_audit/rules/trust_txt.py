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
from serikat.engines.site_audit.observations import file_quote, met, not_met, unclear, without_file
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, text_file
from serikat.engines.site_audit.reading.trust_txt import Fault, read_trust_txt

_MET = Words(
    id="trust.txt dapat dibaca mesin: {count} pernyataan.", en="trust.txt can be read by machines: {count} statements."
)
_EMPTY = Words(id="trust.txt ada, tetapi tidak menyatakan apa-apa.", en="There is a trust.txt, but it states nothing.")
_FAULTY = Words(
    id="{count} baris trust.txt tidak sesuai bentuk bakunya, mulai baris {line}.",
    en="{count} lines of trust.txt are not in the form that the specification has, the first in line {line}.",
)
_UNKNOWN = Words(
    id="{count} baris trust.txt memakai nama yang tidak kami kenal ({names}).",
    en="{count} lines of trust.txt use names that we do not know ({names}).",
)


def check(site: Site, asked: Asked) -> Observation:
    """Reads the file and counts the lines that no reader would understand."""
    file = text_file(site, "trust_txt")
    if file.fetch is None or file.presence is not Presence.FOUND:
        return without_file(file, "trust.txt")
    trust = read_trust_txt(file.text)
    broken = [faulty for faulty in trust.faults if faulty.fault is not Fault.UNKNOWN_NAME]
    if broken:
        words = _FAULTY.filled(count=len(broken), line=broken[0].line)
        return not_met(words, (file_quote(file.fetch, faulty.text) for faulty in broken))
    if trust.faults:
        names = dict.fromkeys(faulty.text.partition("=")[0].strip() for faulty in trust.faults[:5])
        words = _UNKNOWN.filled(count=len(trust.faults), names=", ".join(names))
        return unclear(words, (file_quote(file.fetch, faulty.text) for faulty in trust.faults))
    if not trust.entries:
        return unclear(_EMPTY, (file_quote(file.fetch, file.text.strip() or file.fetch.final_url),))
    quotes = (file_quote(file.fetch, f"{entry.name}={entry.value}") for entry in trust.entries)
    return met(_MET.filled(count=len(trust.entries)), quotes)
