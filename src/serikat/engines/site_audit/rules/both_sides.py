"""Whoever an item may harm is heard in the same item.

## Why it matters
Guideline clause 2b, and the commonest ground of complaints to the Press Council: no cover of both sides.

## What is looked for
Among the articles read, words of accusation against somebody (tersangka, dugaan korupsi, dituduh …) without any word
of confirmation, clarification, denial or an attempt to reach that side (konfirmasi, membantah, saat dihubungi, kuasa
hukum …).

## What it cannot see
Who was accused, who was asked, and what was said in other words. It points at items to read and never accuses.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.site import Site

_ACCUSES = re.compile(
    r"\b(?:tersangka|terduga\s+pelaku|terlapor|tertuduh|dituduh|dituding|menuding|tudingan|dilaporkan\s+ke\s+polisi|diduga\s+"
    r"(?:kuat\s+)?(?:korupsi|melakukan|menggelapkan|menipu|menerima\s+suap|mencabuli|menganiaya|memeras|menyelewengkan|terlibat"
    r"|selewengkan|menyalahgunakan|lakukan|gelapkan|peras)|dugaan\s+(?:tindak\s+pidana\s+)?(?:korupsi|penipuan|penggelapan|pungli"
    r"|pungutan\s+liar|suap|gratifikasi|pencabulan|pelecehan|penganiayaan|pemerasan|penyelewengan|penyalahgunaan|mark[\s-]?up))\b",
    re.IGNORECASE,
)
_HINTS = ("tersangka", "duga", "terlapor", "tuduh", "tuding", "dilaporkan")
# In small letters, white space folded, as the story is asked.
_HEARS = (
    "konfirmasi", "klarifikasi", "bantah", "sangkal", "dihubungi", "menghubungi", "merespon", "respons", "tanggapan",
    "menanggapi", "berdalih", "mengaku", "pengakuan", "kuasa hukum", "pengacara", "penasihat hukum", "praduga",
    "hak jawab", "belum memberi", "belum ber", "enggan", "menepis", "menampik", "menjelaskan", "menolak tuduhan",
    "menolak memberi", "menolak ber",
)  # fmt: skip

_ASKED = Words(
    id="{count} dari {all} berita yang dibaca memuat kata tuduhan tanpa kata konfirmasi atau bantahan; baca dan nilai.",
    en="{count} of {all} articles read hold words of accusation and no word of confirmation or denial; judge them.",
)
_NONE = Words(
    id="Tidak ada kata tuduhan tanpa kata konfirmasi di antara {all} berita yang dibaca.",
    en="No words of accusation without a word of confirmation among the {all} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for accusations in articles that show no sign of the other side."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    quotes = []
    for page, article, text in article_texts(site):
        if not text.holds(_HINTS) or _hears(text.text.lower()):
            continue
        found = _ACCUSES.search(text.text)
        if found:
            quotes.append(page.quote(f"{article.title} … {found[0]}"))
    if not quotes:
        return not_applicable(_NONE.filled(all=len(site.articles)))
    return unclear(_ASKED.filled(count=len(quotes), all=len(site.articles)), quotes)


def _hears(lowered: str) -> bool:
    return any(map(lowered.__contains__, _HEARS))
