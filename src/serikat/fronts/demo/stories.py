"""The invented outlets' articles: the same small stories in turn, dated back from the moment the demo is served."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from serikat.fronts.demo.outlets import Outlet, read_toml

_DAYS = 190
_HOURS_APART = 8
_CLOSINGS = 3
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One invented article as its page shows it; `path` is where it stands on the site."""

    number: int
    path: str
    title: str
    section: str
    paragraphs: tuple[str, ...]
    published: datetime
    zone: str
    writer: str
    editor: str
    is_paid: bool
    corrects: str = ""

    @property
    def date_text(self) -> str:
        """The moment as the page prints it: `Sabtu, 21 November 2026, 08.00 WIT`."""
        at = self.published
        day = f"{_WEEKDAYS[at.weekday()]}, {at.day} {_MONTHS[at.month - 1]} {at.year}"
        return f"{day}, {at:%H.%M} {self.zone}"

    @property
    def initials(self) -> str:
        """The paid mark that hides in the last line on some sites."""
        return "ADV Dinas Perpustakaan Rekaan"


def articles_of(outlet: Outlet, now: datetime) -> tuple[DemoArticle, ...]:
    """The outlet's articles of half a year, newest first, every eight hours before `now` (an aware moment)."""
    zone = timezone(timedelta(hours=_ZONES[outlet.zone]), outlet.zone)
    newest = now.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    newest -= timedelta(days=outlet.newest_days_ago, hours=1)
    stories = [story for story in read_toml("stories")["story"] if outlet.paid or not story.get("paid")]
    closings = read_toml("stories")["closings"]
    articles: list[DemoArticle] = []
    for number in range((_DAYS - outlet.newest_days_ago) * 24 // _HOURS_APART):
        story = stories[number % len(stories)]
        place = outlet.places[number % len(outlet.places)]
        published = newest - timedelta(hours=number * _HOURS_APART)
        title = story["title"].replace("{place}", place)
        ends = random.Random(f"{outlet.copies or outlet.host} {number}").sample(closings, _CLOSINGS)  # noqa: S311
        texts = [*story["paragraphs"], *ends]
        articles.append(
            DemoArticle(
                number=number,
                path=outlet.path + _path(outlet, title, published, number),
                title=title,
                section=story["section"] if outlet.paid == "label" or not story.get("paid") else "Daerah",
                paragraphs=tuple(text.replace("{place}", place) for text in texts),
                published=published,
                zone=outlet.zone,
                writer=outlet.signs or outlet.reporters[number % len(outlet.reporters)],
                editor=outlet.editor,
                is_paid=bool(story.get("paid")),
            )
        )
    return tuple(_with_correction(articles) if outlet.corrects else articles)


def _with_correction(articles: list[DemoArticle]) -> list[DemoArticle]:
    """Among the newest articles one that corrects an older one, as a careful newsroom does."""
    wrong, place = articles[7], articles[3]
    title = f"Ralat: {wrong.title}"
    text = (
        f"Dalam berita “{wrong.title}” yang terbit {wrong.date_text}, nama lapangan tertulis keliru.",
        "Nama yang benar adalah Lapangan Rekaan. Kami mohon maaf kepada warga dan kepada pembaca.",
        "Berita semula sudah diperbaiki dan ditautkan ke ralat ini. Terima kasih kepada pembaca yang melapor.",
    )
    path = place.path.rstrip("/").rpartition("/")[0] + f"/{_slug(title)}-{place.number}/"
    articles[3] = DemoArticle(
        place.number, path, title, place.section, text, place.published, place.zone, place.writer, place.editor,
        is_paid=False, corrects=wrong.path,
    )  # fmt: skip
    return articles


def _path(outlet: Outlet, title: str, published: datetime, number: int) -> str:
    slug = _slug(title)
    if outlet.theme == "tangan":
        return f"/berita-{1000 - number}.html"
    if outlet.dates == "script":
        return f"/berita/{slug}-{1000 - number}.html"
    if outlet.theme == "lapak":
        return f"/{published:%Y/%m}/{slug}-{1000 - number}.html"
    return f"/{published:%Y/%m/%d}/{slug}/"


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
