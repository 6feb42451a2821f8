"""Advertisements on a page that name what the press may not advertise: alcohol, drugs, tobacco; and gambling."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select

_FORBIDDEN = re.compile(
    r"\b(?:rokok|cigarettes?|tembakau|vape|vaping|e-?liquid|minuman\s+keras|miras"
    r"|whisk[e]?y|vodka|wine|soju|bir\s+(?:\w+\s+)?(?:dingin|botol|kaleng)"
    r"|beer|slot\s*(?:gacor|online|777|88)|gacor|judi|togel|casino|kasino|sbobet|poker|bandar\s*q|taruhan|maxwin|ganja|narkotika)\b",
    re.IGNORECASE,
)
_HINTS = (
    "rokok", "cigaret", "tembakau", "vape", "vaping", "liquid", "minuman-keras", "minuman keras", "miras", "whisk",
    "vodka", "wine", "soju", "bir ", "bir-", "beer", "gacor", "slot online", "slot-online", "slot777", "slot88", "judi",
    "togel", "casino", "kasino", "sbobet", "poker", "bandarq", "taruhan", "maxwin", "ganja", "narkotika",
)  # fmt: skip
_SLOTS = re.compile(r"(?:^|[\s_-])(?:ads?|iklan|banner|advert\w*|sponsor\w*)(?:$|[\s_-])", re.IGNORECASE)
_CLIMB = 4
_LONGEST = 160
_CANDIDATES = "a[href^='http'] img, a[rel~='sponsored'], a[href^='http'][target='_blank']"


def forbidden_advertisements(page: Page) -> list[str]:
    """The words (link, alt text or address) of advertisements that name such goods, each once.

    An advertisement is a picture that links to another site, a link marked as sponsored, or a link in a slot that
    the page calls one. Headlines and stories about these things are none.
    """
    own = (urlsplit(page.url).hostname or "").removeprefix("www.")
    found: dict[str, None] = {}
    for node in select(page.tree, _CANDIDATES):
        link = node if node.tag == "a" else node.parent
        while link is not None and link.tag != "a":
            link = link.parent
        if link is None:
            continue
        href = link.attributes.get("href") or ""
        if not _leads_away(href, own):
            continue
        is_picture = node.tag == "img"
        sponsored = "sponsored" in (link.attributes.get("rel") or "")
        if not (is_picture or sponsored or _in_slot(link)):
            continue
        words = (node.attributes.get("alt") or "") if is_picture else " ".join(link.text().split())
        for said in (words, href):
            lowered = said.lower()
            if any(hint in lowered for hint in _HINTS) and _FORBIDDEN.search(said.replace("-", " ").replace("_", " ")):
                found.setdefault(said[:_LONGEST])
                break
    return list(found)


def _leads_away(href: str, own: str) -> bool:
    try:
        host = (urlsplit(href).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return bool(host) and not host.endswith(own)


def _in_slot(node: object) -> bool:
    above = node
    for _ in range(_CLIMB):
        above = getattr(above, "parent", None)
        if above is None:
            return False
        named = f"{above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"
        if _SLOTS.search(named):
            return True
    return False
