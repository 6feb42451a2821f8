"""The outlet's name does not resemble that of a state body.

## Why it matters
The Press Council refuses names and logos such as KPK, Polri, BIN or Buser, and in August 2025 spoke of taking back
verification and certificates over them: people take such an outlet for the authority itself.

## What is looked for
The names that the clause lists, as words of their own in the outlet's name and in the texts of its logo, and in its
domain where nothing but words of the trade stands beside them. Domains of the state itself are left out.

## What it cannot see
Pictures, and resemblance to bodies that the list does not hold. Whether a name resembles too much is a person's
judgement, so this rule only ever asks.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.state_names import state_name_in, state_name_in_domain

_STATE_OWNED = re.compile(r"\.(?:go|mil|desa)\.id$")
_LOGOS = "img[class*='logo' i], img[id*='logo' i], [class*='logo' i] img, img[src*='logo' i], header img"
_MOST_LOGOS = 12

_RESEMBLES = Words(
    id="Nama, domain, atau keterangan logo memuat “{name}”, yang ada dalam daftar nama lembaga negara.",
    en="Name, domain or logo text holds “{name}”, which is on the list of names of state bodies.",
)
_NONE = Words(
    id="Nama, domain, dan keterangan logo tidak memuat nama dari daftar: {names}.",
    en="Name, domain and logo text hold no name on the list: {names}.",
)
_STATE = Words(
    id="Situs ini berada di domain negara ({host}); ketentuan ini tidak berlaku baginya.",
    en="This site stands on a domain of the state ({host}); the clause does not apply to it.",
)
_NO_LIST = Words(
    id="Edisi ini tidak memuat daftar nama lembaga.", en="This edition holds no list of names of state bodies."
)


def check(site: Site, asked: Asked) -> Observation:
    """Compares name, domain and logo texts with the clause's lists."""
    names = asked.texts("state_names", "state_names_reported")
    home = site.home
    if not names or home is None:
        return unclear(_NO_LIST)
    if _STATE_OWNED.search(site.domain):
        return not_applicable(_STATE.filled(host=site.domain))
    found = state_name_in_domain(site.domain, names)
    if found:
        return unclear(_RESEMBLES.filled(name=found), (home.quote(site.domain),))
    logos = (image.attributes.get("alt") or "" for image in select(home.tree, _LOGOS)[:_MOST_LOGOS])
    for words in (site.name, *logos):
        # A headline's picture may stand in the header too; a name is short.
        found = state_name_in(words, names) if len(words.split()) <= 6 else ""
        if found:
            return unclear(_RESEMBLES.filled(name=found), (home.quote(words),))
    return not_applicable(_NONE.filled(names=", ".join(names)))
