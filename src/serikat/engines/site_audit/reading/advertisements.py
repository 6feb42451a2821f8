"""Advertisements on a page that name what the press may not advertise: alcohol, drugs, tobacco; and gambling."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.story_block import ancestors

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
        is_picture = node.tag == "img"
        link = _link_around(node) if is_picture else node
        if link is None:
            continue
        words = (node.attributes.get("alt") or "") if is_picture else " ".join(link.text().split())
        href = link.attributes.get("href") or ""
        # What names such goods is rare, and what follows costs more.
        lowered = f"{words} {href}".lower()
        if not any(map(lowered.__contains__, _HINTS)):
            continue
        said = next(filter(_is_forbidden, (words, href)), "")
        if said and _leads_away(href, own) and (is_picture or _is_sponsored(link)):
            found.setdefault(said[:_LONGEST])
    return list(found)


def _is_forbidden(said: str) -> bool:
    return _FORBIDDEN.search(said.replace("-", " ").replace("_", " ")) is not None


def _link_around(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag != "a":
        above = above.parent
    return above


def _leads_away(href: str, own: str) -> bool:
    try:
        host = (urlsplit(href).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return bool(host) and not host.endswith(own)


def _is_sponsored(link: LexborNode) -> bool:
    """Whether the link says that it is paid for, or stands in a slot that the page calls one for advertising."""
    if "sponsored" in (link.attributes.get("rel") or ""):
        return True
    around = islice(ancestors(link), 1, _CLIMB + 1)
    marks = (node.attributes for node in around)
    return any(_SLOTS.search(f"{mark.get('class') or ''} {mark.get('id') or ''}") for mark in marks)
