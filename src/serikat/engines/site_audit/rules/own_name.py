"""The outlet's pages speak under its own name, and its social accounts are listed.

## Why it matters
The Press Council's operating guideline of 2024 wants name and logo to infringe nobody's rights, and the social
accounts listed. Pages copied from another outlet with its name left in them are a common smell, and tell a reader that
nobody read them.

## What is looked for
Another outlet's name or e-mail address on the guideline, ethics, correction, privacy, terms, contact, about and
masthead pages, where the page speaks as that outlet; else the links to social accounts, quoted for the reviewer.

## What it cannot see
Trademarks, and who owns an account. Several outlets of one company may share pages, so this rule only ever asks.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import unclear
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import other_outlet_names
from serikat.engines.site_audit.reading.site import Site

_KINDS = (
    PageKind.GUIDELINE, PageKind.ETHICS, PageKind.CORRECTIONS, PageKind.PROTECTION, PageKind.COMMENT_POLICY,
    PageKind.PRIVACY, PageKind.TERMS, PageKind.CONTACT, PageKind.ABOUT, PageKind.MASTHEAD,
)  # fmt: skip
_ACCOUNT = re.compile(
    r"^https?://(?:www\.|m\.|id-id\.)?(?:facebook|instagram|twitter|x|tiktok|youtube|threads)\.(?:com|net)/"
    r"(?!sharer|share|intent|dialog|watch|hashtag|login|home\b)[@\w.%/-]{2,60}/?(?:\?[^#]*)?$",
    re.IGNORECASE,
)

_OTHERS = Words(
    id="Halaman situs berbicara atas nama media lain ({names}); tampaknya salinan yang belum disesuaikan.",
    en="Pages of the site speak as another outlet ({names}); they look like copies not yet adapted.",
)
_ACCOUNTS = Words(
    id="Akun media sosial yang ditautkan: {count}. Hak atas nama dan logo dinilai dari berkas.",
    en="Social accounts linked: {count}. The rights to name and logo are judged from the file.",
)
_SILENT = Words(
    id="Tidak ada akun media sosial yang ditautkan; hak atas nama dan logo dinilai dari berkas.",
    en="No social account is linked; the rights to name and logo are judged from the file.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for other outlets' names on the outlet's own pages, then for its accounts."""
    copied = []
    for page in site.of_kind(*_KINDS):
        for name in other_outlet_names(page.text, site.domain, site.name):
            line = next((line for line in page.lines if name.lower() in line.lower()), name)
            copied.append((name, page.quote(line)))
    if copied:
        names = ", ".join(dict.fromkeys(name for name, _ in copied))
        return unclear(_OTHERS.filled(names=names), (quote for _, quote in copied))
    home = site.home
    links = home.structure.links if home is not None else ()
    accounts = list(dict.fromkeys(link.url for link in links if _ACCOUNT.match(link.url)))
    if home is None or not accounts:
        return unclear(_SILENT)
    return unclear(_ACCOUNTS.filled(count=len(accounts)), (home.quote(url) for url in accounts))
