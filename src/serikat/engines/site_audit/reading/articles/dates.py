"""When an article was published, from the most particular place that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.date_words import Moment, read_machine_date, read_printed_date
from serikat.engines.site_audit.reading.articles.declared import Declared
from serikat.engines.site_audit.reading.articles.region import PIECE, Region
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select

_DATE_METAS = tuple(
    """article:published_time article:published og:article:published_time og:published_time content_publisheddate
    publishdate publish-date publish_date published_time parsely-pub-date sailthru.date
    cxenseparse:recs:publishtime cxenseparse:recs:published_time cxenseparse:publishtime dable:published_time
    datepublished article:publish_date pubdate published publishedtime published-date publication_date
    date.issued dc.date.issued dcterms.issued dcterms.date dcterms.created dc.date dc.date.created dc.created
    iso-8601-publish-date article.published article_date_original originalpublicationdate creation_date date
    citation_publication_date datecreated createdate""".split()
)
_EARLIEST = date(1995, 1, 1)
# These three look at words in small letters: a search that ignores case is several times as slow.
_UPDATED = re.compile(
    r"updat|modif|diperbarui|pembaruan|perubahan|aktualisiert|oppdatert|bijgewerkt|uppdaterad|opdateret|mis à jour|"
    r"actualizado|aggiornat|atualizad|zuletzt|dernière|terakhir|kemas kini|opgedateer|aktualiz|güncel|päivitet|frissít|"
    r"обновлен|更新|수정"
)
_BYLINE = re.compile(
    r"\b(?:oleh|by|von|penulis|ditulis|redaksi|publi\w+|dipublikasikan|terbit|diterbitkan|diunggah|posted|tayang|"
    r"wib|wita|wit)\b"
)
_PUBLISHED_WORD = re.compile(r"\b(?:di)?(?:terbit|publi|unggah|posting|tayang)\w*|\b(?:posted|published)\b")
_CLOCK_ALONE = r"(?:(?:pukul|jam)\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\s*WI(?:B|TA|T)"
_DATE_PIECE = re.compile(rf"\d{{4}}|\d{{1,2}}|{_CLOCK_ALONE}", re.IGNORECASE)
_IN_LINES = re.compile(r"^\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4}$|^[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}$", re.MULTILINE)
_CLOCK_LINE = re.compile(
    rf"^(?:(?P<before>{_CLOCK_ALONE})\n)?(?P<day>[^\n]*(?<!\d)(?:19|20)\d\d)(?:\n(?P<after>{_CLOCK_ALONE}))?$",
    re.MULTILINE | re.IGNORECASE,
)
_EVENT = re.compile(
    r"\d[.:]\d\d\s*[-–—]\s*\d\d?[.:]\d\d(?!\d)|[📅⏰©]|\b(?:copyright|lokasi|jadwal|pendaftaran|hari/tanggal)\b"
)
# Themes mark the one date that they show as both published and updated.
_PUBLISHED_MARK = re.compile("publish|entry-date|post-date")
_IN_URL = re.compile(r"[/-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\d{3,}|$)")
# Begins with letters that never change case, so that the search runs at the speed of a plain one.
_IN_DATA = re.compile(
    r"ublish(?:ed)?[-_]?(?:[dD]ate|[aA]t|[tT]ime|[oO]n)?[\"']\s*:\s*[\"']([^\"'<>{}]{8,40})[\"']",
)
_MAY_BE_IN_DATA = re.compile(rb"ublish[A-Za-z_-]{0,7}[\"']\s*:")
_INDONESIAN_CLOCK = re.compile(r"\bWI(?:B|TA|T)\b", re.IGNORECASE)
# Who counts in these zones writes the month first.
_AMERICAN_CLOCK = re.compile(r"\b(?:[ECMP][SD]T|ET|PT)\b")
_INDONESIAN_ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
_MAY_BE_DATED = re.compile(r"\d(?:\d\d\d|[./-]\d)")
_PUBLISHED_CLASSES = frozenset(("published", "entry-date"))
_MOST_WORDS, _MOST_TIMES = 16, 40
_DAY_FIRST_COUNTRIES = (".id", ".uk", ".au", ".nz", ".za", ".in", ".ie", ".my", ".sg")
_LONGEST_LINE, _LONGEST_PIECE = 140, 24
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Published:
    """The moment, where it was read, the words or value as seen, and what another place says of another day."""

    moment: Moment | None
    source: str = ""
    seen: str = ""
    conflict: str = ""

    @property
    def iso(self) -> str | None:
        """ISO 8601 for the record, or None."""
        return self.moment.iso() if self.moment else None


def read_published(page: Page, declared: Declared, region: Region, now: datetime | None) -> Published:
    """The publishing date: structured data, metas, time elements, the words at the headline, the address; else unknown.

    A day alone yields to a place that knows the hour, unless that place speaks of another day. Dates before the web
    press, or after the page was gathered, are a template's or a mistake.
    """
    alone: Published | None = None
    for found in _voices(page, declared, region):
        if found.moment is None or not _plausible(found.moment, now) or _is_today(found, region, now):
            continue
        if found.moment.clock is None:
            alone = alone or found
            continue
        if alone is not None and alone.moment is not None and abs(found.moment.day - alone.moment.day) > _DAY:
            break
        return _zoned(replace(found, conflict=_conflict(page, found.moment)), page, region)
    return alone or Published(None)


def _voices(page: Page, declared: Declared, region: Region) -> Iterator[Published]:
    yield Published(read_machine_date(declared.published), "json-ld", declared.published)
    yield from _metas(page)
    yield Published(read_machine_date(declared.created), "json-ld", declared.created)
    times = page.tree.tags("time")
    yield from _time_elements(page, region, times)
    updates = {" ".join(node.text().split()) for node in times if _is_update(node)}
    yield from (found for found in _printed(page, region) if found.seen not in updates)
    yield from _in_data(page)
    yield from _in_url(page.url)


def _metas(page: Page) -> Iterator[Published]:
    metas = page.structure.metas
    for name in _DATE_METAS:
        if name in metas:
            yield Published(read_machine_date(metas[name][0]), "meta", metas[name][0])


def _is_update(node: LexborNode) -> bool:
    """Whether a time element is marked as that of an update alone."""
    classes = (node.attributes.get("class") or "").split()
    return "updated" in classes and _PUBLISHED_CLASSES.isdisjoint(classes)


def _time_elements(page: Page, region: Region, times: Sequence[LexborNode]) -> Iterator[Published]:
    """Microdata anywhere, `<time>` only beside the headline: elsewhere it dates other articles."""
    around = region.headline.parent if region.headline is not None else None
    before = select(around, "time")[:2] if around is not None and around.tag not in ("body", "main") else []
    near = [element for element in times[:_MOST_TIMES] if region.holds(element)]
    for element in (*select(page.tree, "[itemprop=datePublished],abbr.published")[:2], *near, *before):
        marks = element.attributes
        if element.tag not in ("time", "abbr") and marks.get("itemprop") != "datePublished":
            continue
        words = " ".join(element.text(separator=" ")[:_LONGEST_LINE].split())
        mark = f"{marks.get('class') or ''} {marks.get('itemprop') or ''}".lower()
        if _UPDATED.search(f"{mark} {words.lower()}") and not _PUBLISHED_MARK.search(mark):
            continue
        value = (
            marks.get("datetime") or marks.get("content") or (marks.get("title") if element.tag == "abbr" else "") or ""
        )
        moment = read_machine_date(value) if value else None
        yield Published(
            moment or read_printed_date(words, _day_first(page, region, words)), "time", value if moment else words
        )


def _printed(page: Page, region: Region) -> Iterator[Published]:
    """A whole date in a short line at the headline, first where the line looks like a byline."""
    short = (line for line in _whole(region) if len(line) <= _LONGEST_LINE and _MAY_BE_DATED.search(line))
    lines = [line.replace(PIECE, " ") for line in short if not _is_prose(line)]
    dated = [(_moment_shown(line, _day_first(page, region, line)), line) for line in lines]
    shown = (Published(moment, "text", line) for moment, line in dated if moment is not None)
    yield from sorted(shown, key=lambda found: not _BYLINE.search(found.seen.lower()))


def _whole(region: Region) -> Iterator[str]:
    """The lines at the headline; one that is a day, a month, a year or a clock alone goes with those beside it."""
    for lines in (region.below, tuple(reversed(region.above))):
        if any(len(line) <= _LONGEST_PIECE and _DATE_PIECE.fullmatch(line) for line in lines):
            kept = "\n".join(line for line in lines if any(map(str.isalnum, line)))
            whole = _IN_LINES.sub(lambda found: found[0].replace("\n", " "), kept)
            yield from _CLOCK_LINE.sub(_with_clock_beside, whole).split("\n")
        else:
            yield from lines


def _with_clock_beside(found: re.Match[str]) -> str:
    clock = found["before"] or found["after"]
    return f"{found['day']} {clock}" if clock else found[0]


# The headlines in the lists beside an article, years in them, are on every page of a site.
@lru_cache(maxsize=2048)
def _moment_shown(line: str, day_first: bool | None) -> Moment | None:
    """The date in a line; what is said to be an update, or reads like the time and place of an event, dates nothing."""
    moment = read_printed_date(line, day_first)
    # Most lines with figures in them hold no date, and need not be asked what it is one of.
    if moment is None:
        return None
    lowered = line.lower()
    update = _UPDATED.search(lowered)
    if update:
        moment = read_printed_date(line[: update.start()], day_first)
    if update and moment is None:
        published = _PUBLISHED_WORD.search(lowered, update.end())
        moment = read_printed_date(line[published.end() :], day_first) if published else None
    return None if moment is None or _EVENT.search(lowered) else moment


def _is_prose(line: str) -> bool:
    words = line.split()
    many = len(words) > _MOST_WORDS and sum(any(map(str.isalnum, word)) for word in words) > _MOST_WORDS
    return many or line.endswith(".")


def _in_data(page: Page) -> Iterator[Published]:
    """The page's own data for scripts, where all of it agrees on the day: else it lists other articles too."""
    found = _IN_DATA.findall(page.markup) if _MAY_BE_IN_DATA.search(page.encoded) else []
    moments = [moment for moment in map(read_machine_date, dict.fromkeys(found)) if moment]
    if moments and all(abs(moment.day - moments[0].day) <= timedelta(0) for moment in moments):
        yield Published(max(moments, key=lambda moment: moment.clock is not None), "data", found[0])


def _in_url(url: str) -> Iterator[Published]:
    found = _IN_URL.search(urlsplit(url).path)
    if found:
        yield Published(read_machine_date("-".join(found.groups())), "url", found[0].strip("/-"))


def _plausible(moment: Moment, now: datetime | None) -> bool:
    if moment.day < _EARLIEST:
        return False
    return now is None or moment.day <= now.date() + _DAY


def _is_today(found: Published, region: Region, now: datetime | None) -> bool:
    """Whether a day above the headline may be that of the visit, as many sites show it in their head."""
    if now is None or found.source != "text" or found.moment is None or found.moment.clock is not None:
        return False
    days = {now.astimezone(zone).date() for zone in (UTC, *_INDONESIAN_ZONES)}
    return found.moment.day in days and any(found.seen in line.replace(PIECE, " ") for line in region.above)


def _conflict(page: Page, moment: Moment) -> str:
    for other in _metas(page):
        if other.moment is not None and abs(other.moment.day - moment.day) > _DAY:
            return f"{moment.iso()} / {other.source}: {other.seen}"
    return ""


def _zoned(found: Published, page: Page, region: Region) -> Published:
    """A clock without a zone, or with a false UTC, takes the zone printed beside the same hour and minute.

    A moment told in UTC is given in the zone of the reader, where WIB, WITA or WIT is printed beside the same moment.
    """
    moment = found.moment
    if moment is None or moment.clock is None or (moment.zone is not None and moment.zone != UTC):
        return found
    if moment.zone is not None and not region.is_indonesian:
        return found
    for other in (*_printed(page, region), *_metas(page)):
        shown = other.moment
        if shown is None or shown.zone in (None, UTC) or shown.clock is None:
            continue
        indonesian = shown.zone in _INDONESIAN_ZONES
        minute, shown_minute = (clock.replace(second=0, microsecond=0) for clock in (moment.clock, shown.clock))
        if (shown.day, shown_minute) == (moment.day, minute) and (indonesian or moment.zone is None):
            return replace(found, moment=replace(moment, zone=shown.zone))
        if indonesian and moment.in_utc().replace(second=0, microsecond=0) == shown.in_utc():
            return replace(found, moment=moment.told_in(shown.zone))
    return found


def _day_first(page: Page, region: Region, text: str) -> bool | None:
    """Whether 02/11 is the second of November here; None on an English page, neither Indonesian nor American."""
    if region.is_indonesian or _INDONESIAN_CLOCK.search(text):
        return True
    if _AMERICAN_CLOCK.search(text):
        return False
    language = page.structure.language or page.structure.meta("og:locale").lower()
    if language and not language.startswith("en"):
        return True
    host = urlsplit(page.url).hostname or ""
    return True if host.endswith(_DAY_FIRST_COUNTRIES) else None
