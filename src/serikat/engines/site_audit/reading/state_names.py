"""Names of state bodies inside the name, the domain or the logo of an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What outlets add to a name; a domain that is a state body's name and such words is no accident.
_ADDED = (
    "berita|news|media|online|siber|cyber|info|kabar|warta|suara|radar|tribun|post|pos|portal|harian|koran|tv|channel|com|id|co"
    "|net|web|update|terkini|indonesia|nusantara|nasional|jaya|watch|kriminal|investigasi|tabloid|majalah|metro|\\d+"
)
_SHORT = 4


def state_name_in(words: str, names: Iterable[str]) -> str:
    """The first of the names that stands in the words as a word of its own, as spelt in the list; else empty."""
    lowered = words.lower()
    for name in names:
        if name.lower() in lowered and re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", words, re.IGNORECASE):
            return name
    return ""


def state_name_in_domain(host: str, names: Iterable[str]) -> str:
    """The first of the names that a host is made of.

    A long name counts anywhere in a label; a short one (`bin`, `kpk`) only where words of the trade alone are left.
    """
    labels = [label for label in host.lower().split(".") if label != "www"]
    for name in names:
        lowered = name.lower()
        for label in labels:
            if lowered not in label:
                continue
            rest = rf"(?:(?:{_ADDED})|-)*"
            if len(lowered) > _SHORT or re.fullmatch(rf"{rest}{re.escape(lowered)}{rest}", label):
                return name
    return ""
