"""The identity of a child in a crime story is hidden.

## Why it matters
The child-friendly reporting guideline of 2019, Article 5 of the code of ethics and juvenile law: whoever is under 18
and suspect, victim or witness is not named, nor shown, nor given away by family, address or school.

## What is looked for
In the articles read, a passage with a word of crime in which a name stands beside an age under 18, or after a word for
a pupil or child and "bernama". Initials and changed names are in order. The name itself is never repeated here: the
quote holds the age and the word of crime, enough to find the place.

## What it cannot see
Photographs, parents, schools and addresses, and whether the name is the child's. It points at items to read, first and
privately, and never accuses.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.child_identity import named_child
from serikat.engines.site_audit.reading.site import Site

_ASKED = Words(
    id="{count} dari {all} berita yang dibaca tampaknya menyebut nama anak dalam perkara kejahatan. Nama itu sengaja "
    "tidak diulang di sini; buka beritanya dan samarkan bila benar.",
    en="{count} of {all} articles read seem to name a child in a crime story. The name is not repeated here on "
    "purpose; open the item, and hide the name if it is so.",
)
_NONE = Words(
    id="Tidak ada tanda nama anak dalam perkara kejahatan di antara {all} berita yang dibaca.",
    en="No sign of a named child in a crime story among the {all} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for passages that seem to name a child."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    below = int(asked.number("minimum_age", 18))
    found = [page.quote(child.words) for page, _, text in article_texts(site) if (child := named_child(text, below))]
    if not found:
        return not_applicable(_NONE.filled(all=len(site.articles)))
    return unclear(_ASKED.filled(count=len(found), all=len(site.articles)), found)
