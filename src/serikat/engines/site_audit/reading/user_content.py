"""What a site says of what its readers post: where comments are taken, and the terms, consent and ways to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.reading.comments import CommentDoor, Comments, read_comments
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_ABOUT_POSTS = re.compile(
    r"komentar|kiriman\s+(?:pengguna|pembaca)|isi\s+buatan\s+pengguna|konten\s+(?:buatan\s+)?pengguna|user[\s-]generated"
    r"|\bcomments?\b",
    re.IGNORECASE,
)
_ABOUT_HINTS = ("komentar", "kiriman", "pengguna", "generated", "comment")
_NAMED_TERMS = re.compile(
    r"(?:syarat|ketentuan|aturan|kebijakan|pedoman|tata\s+tertib)\s+(?:dan\s+(?:syarat|ketentuan)\s+)?"
    r"(?:ber)?(?:komentar|forum|kiriman|pengguna)|comment(?:ing)?\s+(?:policy|rules|guidelines)",
    re.IGNORECASE,
)
# The words of which a name for terms is made, in small letters.
_POSTS = ("komentar", "forum", "kiriman", "pengguna", "comment")
_TERMS = ("syarat", "ketentuan", "aturan", "kebijakan", "pedoman", "tata", "policy", "rules", "guidelines")
# The groups of content that clause 3c names, in words that terms use for them.
# Plain words, in small letters, are found many times as fast as a pattern that holds them all.
_FORBIDDEN = (
    ("bohong", "hoaks", "hoax", "fitnah", "palsu", "menyesatkan", "false", "defam", "slander"),
    ("sadis", "cabul", "porno", "asusila", "mesum", "obscen"),
    ("kebencian", "suku", "agama", "hasut", "kekerasan", "hate", "violence"),
    ("diskrimina", "merendahkan", "pelecehan", "melecehkan", "menghina", "gender", "discriminat", "harass", "insult"),
)
# For each group what plain words cannot say.
_FORBIDDEN_TOO = (None, re.compile(r"tidak\s+senonoh"), re.compile(r"ras\b|\bsara\b"), None)
_CONSENT = re.compile(
    r"(?:saya|anda|kamu|pengguna|pembaca)\s+(?:telah\s+)?(?:setuju|menyetujui|sepakat)|I\s+agree", re.IGNORECASE
)
_CONSENT_HINTS = ("setuju", "nyetuju", "sepakat", "agree")
_REGISTRATION = re.compile(r"/(?:daftar|register|registrasi|signup|sign-up)\b", re.IGNORECASE)
_POWER = re.compile(
    r"(?:menghapus|hapus|menyunting|mengedit|sunting|memoderasi|moderasi|menolak|memblokir|menurunkan|remove|delete|moderate)",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:laporkan|lapor|pengaduan|adukan|aduan|report(?:\s+abuse)?|flag)\b", re.IGNORECASE)
_REPORT_HINTS = ("lapor", "adu", "report", "flag")
_LONGEST_LINK = 60


@dataclass(frozen=True, slots=True)
class UserContent:
    """The articles that take comments, and the pages (or the same pages) that hold terms for them."""

    doors: tuple[tuple[Page, Comments], ...]
    terms: tuple[tuple[Page, str], ...]

    @property
    def is_open(self) -> bool:
        """Whether anyone can post without signing in."""
        return any(comments.door is CommentDoor.OPEN for _, comments in self.doors)

    @property
    def is_elsewhere(self) -> bool:
        """Whether all comments are taken by a third party, whose own dialogs the pages do not show."""
        return all(comments.door is CommentDoor.THIRD_PARTY for _, comments in self.doors)

    def shown(self) -> tuple[Quote, ...]:
        """Quotes of the doors, the first few."""
        return tuple(page.quote(comments.text) for page, comments in self.doors[:3])


_READ: WeakKeyDictionary[Site, UserContent] = WeakKeyDictionary()


def user_content(site: Site) -> UserContent:
    """Comments and their terms on the pages read; the guideline's own words are no terms."""
    found = _READ.get(site)
    if found is None:
        doors = tuple((page, comments) for page, _ in site.articles if (comments := read_comments(page)))
        found = _READ[site] = UserContent(doors, tuple(_terms(site, doors)) if doors else ())
    return found


def _terms(site: Site, doors: tuple[tuple[Page, Comments], ...]) -> Iterator[tuple[Page, str]]:
    """Pages of comment terms, terms of use that speak of comments, and terms written beside the comment box."""
    for page in site.of_kind(PageKind.COMMENT_POLICY):
        yield page, page.structure.h1 or page.structure.title
    for page in site.of_kind(PageKind.TERMS, PageKind.PRIVACY):
        line = next(page.lines_like(_ABOUT_POSTS, _ABOUT_HINTS), "")
        if line and (any(page.lines_like(_NAMED_TERMS, _POSTS)) or _forbidden_in(page.plain) > 1):
            yield page, line
    for page, _ in doors:
        # Most articles take comments and say nothing more of them: their lines need not be read.
        if not page.says(_POSTS) or not page.says(_TERMS):
            continue
        line = next((line for line in page.lines_like(_NAMED_TERMS, _POSTS) if _forbidden_in(line) > 1), "")
        if line:
            yield page, line


def terms_link(content: UserContent) -> Quote | None:
    """A link beside comments that names terms for them, whether or not the page behind it was read."""
    return _link(content, _NAMED_TERMS, 2 * _LONGEST_LINK)


def _link(content: UserContent, about: re.Pattern[str], longest: int) -> Quote | None:
    """The first short link on the matter; what stands in the menus of all pages is looked at once."""
    seen: set[str] = set()
    for page, _ in content.doors:
        for link in page.structure.links:
            if link.raw_text not in seen and len(link.raw_text) <= longest and about.search(link.text):
                return page.quote(link.text)
            seen.add(link.raw_text)
    return None


def forbidden_line(content: UserContent) -> tuple[Page, str, int]:
    """Where terms forbid what clause 3c names: the page, a line of it, and how many of its four groups are named."""
    best = max(content.terms, key=lambda term: _forbidden_in(term[0].text), default=None)
    if best is None:
        return content.doors[0][0], "", 0
    page = best[0]
    line = max(page.lines, key=_forbidden_in, default="")
    return page, line, _forbidden_in(page.text)


def consent_words(site: Site, content: UserContent) -> Quote | None:
    """Words of consent on a page that registers users, or beside a comment box."""
    pages = [page for page in site.pages if _REGISTRATION.search(page.url)]
    for page in (*pages, *(page for page, _ in content.doors)):
        if not page.says(_CONSENT_HINTS):
            continue
        line = next((line for line in page.lines_like(_CONSENT, _CONSENT_HINTS) if len(line) < 600), "")
        if line and (page in pages or _ABOUT_POSTS.search(line) or _forbidden_in(line)):
            return page.quote(line)
    return None


def power_words(content: UserContent) -> Quote | None:
    """Words in the terms by which the editors may edit or delete what users post."""
    for page, _ in content.terms:
        for line in page.lines:
            if _POWER.search(line) and (_ABOUT_POSTS.search(line) or "redaksi" in line.lower()):
                return page.quote(line)
    return None


def report_words(content: UserContent) -> Quote | None:
    """A link or a line by which a reader reports a comment."""
    for page, _ in content.doors:
        for link in page.structure.links:
            if len(link.raw_text) <= _LONGEST_LINK and _REPORT.search(link.text):
                return page.quote(link.text)
        if not page.says(_REPORT_HINTS):
            continue
        line = next((line for line in page.lines_like(_REPORT, _REPORT_HINTS) if _ABOUT_POSTS.search(line)), "")
        if line and len(line) < 400:
            return page.quote(line)
    for page, _ in content.terms:
        line = next(page.lines_like(_REPORT, _REPORT_HINTS), "")
        if line:
            return page.quote(line)
    return None


def _forbidden_in(text: str) -> int:
    lowered = text.lower()
    return sum(
        1
        for words, pattern in zip(_FORBIDDEN, _FORBIDDEN_TOO, strict=True)
        if any(map(lowered.__contains__, words)) or (pattern and pattern.search(lowered))
    )
