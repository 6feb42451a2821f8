"""The person who answers for the news does not run the business as well.

## Why it matters
The company standard of 2019, Article 10, keeps the editor-in-chief out of business posts and asks for different
editorial and business managers, so that advertisers do not decide the news.

## What is looked for
The names beside penanggung jawab and pemimpin redaksi, compared with those beside direktur and pemimpin perusahaan.
Titles and spellings do not make two people of one. Penanggung jawab and editor-in-chief in one person is normal.

## What it cannot see
Posts that stand only in the deed; those are read there.
"""

from __future__ import annotations

import itertools
import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.person_names import Sameness, compare_names
from serikat.engines.site_audit.reading.role_pairs import RoleEntry
from serikat.engines.site_audit.reading.roles import Role
from serikat.engines.site_audit.reading.site import Site

_EDITORIAL = (Role.RESPONSIBLE_EDITORIAL, Role.EDITOR_IN_CHIEF)
# A pemimpin umum stands above both sides, and the article does not name the post.
_GENERAL = re.compile(r"umum|general", re.IGNORECASE)

_MET = Words(
    id="Pengelola redaksi ({editor}) dan pengelola usaha ({head}) adalah orang yang berbeda.",
    en="The newsroom ({editor}) and the business ({head}) are run by different people.",
)
_SAME = Words(
    id="“{name}” tercantum sebagai pengelola redaksi dan sekaligus pengelola usaha.",
    en="“{name}” is named both as head of the newsroom and as head of the business.",
)
_PERHAPS = Words(
    id="{editor} (redaksi) dan {head} (usaha) mungkin orang yang sama; periksa.",
    en="{editor} (newsroom) and {head} (business) may be the same person; please check.",
)
_UNKNOWN = Words(
    id="Pengelola usaha atau pengelola redaksi tidak disebut di situs; cantumkan keduanya agar dapat dibandingkan.",
    en="The head of the business or of the newsroom is not named on the site; name both so that they can be compared.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Compares the editorial names with the business names over all pages of identity."""
    named = [
        (page, entry)
        for page, masthead in site.mastheads
        for entry in masthead.entries
        if entry.names and not entry.problem
    ]
    editors = [pair for pair in named if pair[1].role in _EDITORIAL]
    heads = [pair for pair in named if pair[1].role is Role.PUBLISHER_HEAD and not _GENERAL.search(pair[1].label)]
    if not editors or not heads:
        return unclear(_UNKNOWN, (page.quote(entry.text) for page, entry in (*editors, *heads)))
    doubt: Observation | None = None
    for (page, editor), (other, head) in itertools.product(editors, heads):
        for name, rival in itertools.product(editor.names, head.names):
            quotes = (page.quote(editor.text), other.quote(head.text))
            match compare_names(name, rival):
                case Sameness.SAME:
                    return not_met(_SAME.filled(name=name), quotes)
                case Sameness.PERHAPS:
                    doubt = doubt or unclear(_PERHAPS.filled(editor=name, head=rival), quotes)
    return doubt or _apart(editors[0], heads[0])


def _apart(editor: tuple[Page, RoleEntry], head: tuple[Page, RoleEntry]) -> Observation:
    words = _MET.filled(editor=editor[1].names[0], head=head[1].names[0])
    return met(words, (editor[0].quote(editor[1].text), head[0].quote(head[1].text)))
