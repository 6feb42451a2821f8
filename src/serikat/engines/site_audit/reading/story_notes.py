"""Notes that stories carry about themselves: not yet verified, an update, withdrawn, taken from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.site_audit.reading.article_text import ArticleText
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select

_STORY = r"(?:berita|informasi|laporan|tulisan|artikel|kabar)"
_UNVERIFIED = re.compile(
    rf"{_STORY}\s+(?:ini\s+)?(?:masih\s+|belum\s+)?(?:memerlukan|membutuhkan|perlu|menunggu|butuh|selesai|dalam|tahap|proses)"
    rf"[^.\n]{{0,40}}verifikasi|{_STORY}\s+ini\s+belum\s+(?:\w+\s+){{0,2}}(?:ter|di)?verifikasi",
    re.IGNORECASE,
)
_ITALIC = "em,i,[style*='italic']"
_UPDATE = re.compile(
    rf"{_STORY}\s+ini\s+(?:adalah\s+|merupakan\s+)?(?:pemutakhiran|perkembangan|pembaruan|update|kelanjutan|melengkapi|memutakhirkan)"
    r"|^\W*(?:pemutakhiran|hasil\s+verifikasi)\s*[,:–-]",
    re.IGNORECASE,
)
_UPDATE_HINTS = (
    "mutakhir", "perkembangan", "pembaruan", "update", "kelanjutan", "melengkapi", "verifikasi",
)  # fmt: skip
_WITHDRAWN = re.compile(
    rf"(?:{_STORY}|postingan)[^.\n]{{0,90}}\b(?:telah\s+|sudah\s+|kami\s+|resmi\s+)?(?:dicabut|ditarik|dihapus)\s+(?:oleh\s+redaksi|redaksi|dari)"
    rf"|{_STORY}\s+ini\s+(?:telah\s+|sudah\s+)?(?:kami\s+)?(?:dicabut|ditarik|dihapus|cabut)|redaksi\s+(?:telah\s+)?(?:mencabut|menarik|menghapus)\s+{_STORY}",
    re.IGNORECASE,
)
_WITHDRAWN_HINTS = ("cabut", "tarik", "hapus")
_WITHDRAWN_IN_LINE = (*_WITHDRAWN_HINTS, "narik")
_OF_ITSELF = ("redaksi", " ini ")
_WITHDRAWN_TITLE = re.compile(r"^\W*(?:pencabutan|penarikan)\s+(?:berita|artikel|tulisan)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:karena|alasan(?:nya)?|sebab|lantaran|demi|untuk\s+melindungi|sehubungan|mengingat|atas\s+pertimbangan)\b",
    re.I,
)
_OUTLET = r"(?:[\w-]+\.(?:com|co\.id|id|net|co|org|tv|news|example)\b|[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,3})"
_REQUOTED = re.compile(
    rf"(?i:{_STORY}\s+ini\s+(?:telah|sudah|pernah|juga|sebelumnya)?\s*(?:tayang|dimuat|terbit|dipublikasikan|diterbitkan)"
    rf"\s+(?:di|pada|oleh))\s+{_OUTLET}"
    rf"|(?:^|\n)\W*(?i:sumber|source)(?i:\s+berita)?\s*[:：]\s*{_OUTLET}[^\n]{{0,60}}(?:$|\n)"
    r"|\b(?:[Dd]ikutip|[Dd]ilansir|[Mm]elansir|[Mm]engutip)\s+(?:dari\s+)?(?:laman\s+|situs\s+)?"
    r"[\w-]+\.(?:com|co\.id|id|net|co|org|tv|news|example)\b",
)
_REQUOTED_HINTS = (
    "tayang", "dimuat", "terbit", "publikasi", "sumber", "source", "kutip", "lansir",
)  # fmt: skip
_LAST = 3
_LONGEST_NOTE = 320


@dataclass(frozen=True, slots=True)
class UnverifiedNote:
    """A note that the story still needs verification, and whether it has the form that clause 2c asks."""

    words: str
    in_brackets: bool
    in_italics: bool


def unverified_note(page: Page, text: ArticleText) -> UnverifiedNote | None:
    """The note in the last paragraphs that this story still needs verification, or None."""
    if not text.holds(("verifikasi",)):
        return None
    for line in reversed(text.paragraphs[-_LAST:]):
        if len(line) <= _LONGEST_NOTE and _UNVERIFIED.search(line):
            bare = line.strip(" .*")
            slanted = (" ".join(node.text().split()) for node in select(page.tree, _ITALIC))
            in_italics = any(len(words) > 10 and (words in line or line in words) for words in slanted)
            return UnverifiedNote(line, bare.startswith("(") and bare.endswith((")", ").")), in_italics)
    return None


def update_note(title: str, text: ArticleText) -> str:
    """The words by which a story says that it carries on an earlier one; a headline "Update: …" alone says nothing."""
    if _UPDATE.match(title):
        return title
    lines = (*text.paragraphs[:2], *text.paragraphs[-2:])
    return next((line for line in lines if _holds(line, _UPDATE_HINTS) and _UPDATE.search(line)), "")


def withdrawal(title: str, text: ArticleText) -> tuple[str, bool] | None:
    """The words by which the outlet says that it withdrew a story, and whether a reason stands with them; else None."""
    if _WITHDRAWN_TITLE.match(title):
        return title, bool(_REASON.search(text.text))
    lines = text.paragraphs[:3]
    words = next((line for line in lines if _holds(line, _WITHDRAWN_IN_LINE) and _WITHDRAWN.search(line)), "")
    if not words or not (text.holds(_WITHDRAWN_HINTS) and text.holds(_OF_ITSELF)):
        return None
    return words, bool(_REASON.search("\n".join(lines)))


def _holds(line: str, words: tuple[str, ...]) -> bool:
    return any(map(line.lower().__contains__, words))


def requoted_words(text: ArticleText) -> str:
    """The words by which a story says that another outlet published it; empty where it says no such thing."""
    found = _REQUOTED.search("\n".join(text.holding(_REQUOTED_HINTS)))
    return " ".join(found[0].split()) if found else ""
