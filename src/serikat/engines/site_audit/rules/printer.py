"""A printed paper names its printer and the printer's address.

## Why it matters
UU 40/1999 Article 12 asks it of print media, so that readers know every hand that a paper passed through.

## What is looked for
"Percetakan", "dicetak oleh" or the like on the pages of identity. A site that names no printer is taken as cyber only,
of which the article does not ask it.

## What it cannot see
The paper itself, whose masthead is what counts. So a printer named on the site is put before a person.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.site import Site

_PRINTER = re.compile(r"\b(?:percetakan|di\s?cetak\s+(?:oleh|di|pada)|pencetak|printed\s+by)\b", re.IGNORECASE)
_LONGEST = 300

_NAMED = Words(
    id="Situs menyebut percetakan; cocokkan nama dan alamatnya dengan edisi cetak.",
    en="The site names a printer; compare name and address with the print edition.",
)
_NONE = Words(
    id="Situs tidak menyebut percetakan; ketentuan ini hanya untuk media cetak.",
    en="The site names no printer; the article asks this of print media only.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a printer on the pages of identity other than the home page, whose lines are news."""
    quotes = []
    for page in site.identity_pages:
        if page is not site.home:
            found = page.lines_like(_PRINTER, ("cetak", "printed"))
            quotes += [page.quote(line) for line in found if len(line) <= _LONGEST]
    return unclear(_NAMED, dict.fromkeys(quotes)) if quotes else not_applicable(_NONE)
