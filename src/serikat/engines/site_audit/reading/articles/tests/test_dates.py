"""Publishing dates: the machine's voice first, the printed words next, never the text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.articles.article import read_article
from serikat.engines.site_audit.reading.articles.date_words import read_machine_date, read_printed_date
from serikat.engines.site_audit.reading.articles.tests.pages import PARAGRAPH, article_of, news, page_of

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
_EARLIEST, _LATEST = datetime(1996, 1, 1), datetime(2035, 1, 1)  # noqa: DTZ001
_MINUTES = st.datetimes(_EARLIEST, _LATEST).map(lambda day: day.replace(second=0, microsecond=0))


@given(_MINUTES, st.sampled_from(sorted(_ZONES)), st.sampled_from((":", ".")), st.sampled_from((_MONTHS, _SHORT)))
def test_indonesian_dates_survive_print(moment: datetime, zone: str, mark: str, months: list[str]) -> None:
    printed = f"Senin, {moment.day} {months[moment.month - 1]} {moment.year} | {moment:%H}{mark}{moment:%M} {zone}"
    read = read_printed_date(printed)
    assert read is not None
    assert datetime.fromisoformat(read.iso()) == moment.replace(tzinfo=timezone(timedelta(hours=_ZONES[zone])))


@given(st.datetimes(_EARLIEST, _LATEST), st.integers(-11, 12), st.booleans())
def test_iso_dates_survive_a_round_trip(moment: datetime, hours: int, colon: bool) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    text = aware.isoformat() if colon else aware.isoformat()[:-3] + aware.isoformat()[-2:]
    read = read_machine_date(" " + text)
    assert read is not None
    assert datetime.fromisoformat(read.iso()) == aware


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_machine_date(text)
    read_printed_date(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-05-02T08:30:00Z", "2026-05-02T08:30:00+00:00"),
        (" 2026-05-02T08:30:15+07:00", "2026-05-02T08:30:15+07:00"),
        ("2026-05-02T08:30:00+0700", "2026-05-02T08:30:00+07:00"),
        ("2026-05-02T08:30:00.123456789Z", "2026-05-02T08:30:00.123456+00:00"),
        ("2026/05/02 08:30:15", "2026-05-02T08:30:15"),
        ("2026-05-02 08:30", "2026-05-02T08:30"),
        ("20260502T083015Z", "2026-05-02T08:30:15+00:00"),
        ("20260502", "2026-05-02"),
        ("1777710600", "2026-05-02T08:30:00+00:00"),
        ("1777710600000", "2026-05-02T08:30:00+00:00"),
        ("Sat, 02 May 2026 08:30:15 GMT", "2026-05-02T08:30:15+00:00"),
        ("2026-05-02 03:30:15 PM", "2026-05-02T15:30:15"),
        ("Sat May 02 2026 08:30:15 GMT+0200 (Central European Summer Time)", "2026-05-02T08:30:15+02:00"),
        ("Sat May 02 08:30:15 CEST 2026", "2026-05-02T08:30:15+02:00"),
        ("Sat, 05/02/2026 - 08:30", "2026-05-02T08:30"),
        ("2026-05-02T08:30:00-0330", "2026-05-02T08:30:00-03:30"),
        ("0001-01-01T00:00:00Z", None),
        ("2026-13-45", None),
        ("-1", None),
        ("1h ago", None),
        ("02/03/2026", None),
    ],
)
def test_machine_dates(text: str, iso: str | None) -> None:
    read = read_machine_date(text)
    assert (read and read.iso()) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Senin, 02 Nov 2023 20:59 WIB", "2023-11-02T20:59+07:00"),
        ("Kabar Rekaan - 02/11/2023, 21:34 WIB", "2023-11-02T21:34+07:00"),
        ("4 Mei 2020 04:25 WITA", "2020-05-04T04:25+08:00"),
        ("2 Mei 2026 20:59 GMT+7", "2026-05-02T20:59+07:00"),
        ("Jum'at, 1 Agt 2025 Pukul 20.59 WIT", "2025-08-01T20:59+09:00"),
        ("Rabu 7 Nop 2018", "2018-11-07"),
        ("5. Juni 2025 um 14:46 Uhr", "2025-06-05T14:46"),
        ("torsdag 09. mai 2024 - 13:26", "2024-05-09T13:26"),
        ("12:20pm Jan 7, 2024", "2024-01-07T12:20"),
        ("November 10, 2025 at 06:21 pm", "2025-11-10T18:21"),
        ("05.08.2024, kl. 13.05", "2024-08-05T13:05"),
        ("3 de mayo de 2024, 10:15", "2024-05-03T10:15"),
        ("15.10.24 23:35", "2024-10-15T23:35"),
        ("Sabtu, 1 Ogos 2026 8.30 malam", "2026-08-01T20:30"),
        ("2 Disember 2025 12.15 malam", "2025-12-02T00:15"),
        ("2 мая 2026, 08:30", "2026-05-02T08:30"),
        ("2 مايو 2026 - 08:30", "2026-05-02T08:30"),
        ("2026. május 2. 08:30", "2026-05-02T08:30"),
        ("2026年5月2日 8時30分", "2026-05-02T08:30"),
        ("02 mag 2026 08:30", "2026-05-02T08:30"),
        ("2026년 5월 2일", "2026-05-02"),
        ("Published 08:30, Wednesday 6 May 2026", "2026-05-06T08:30"),
        ("Sat, 05/02/2026 - 08:30", "2026-05-02T08:30"),
        ("Sab, 02/05/2026 - 08:30", "2026-05-02T08:30"),
        ("31 Februari 2024", None),
        ("Memuat tanggal...", None),
        ("2 jam lalu", None),
        ("Telepon 0812-3456-2020", None),
    ],
)
def test_printed_dates(text: str, iso: str | None) -> None:
    read = read_printed_date(text)
    assert (read and read.iso()) == iso


def test_published_wins_over_created_and_modified() -> None:
    head = (
        '<meta name="createdate" content="2026/05/01 15:26:08"><meta name="publishdate" content="2026/05/02 07:16:35">'
        '<meta property="article:modified_time" content="2026-05-03T00:00:00+07:00">'
    )
    assert article_of(head=head).published_at == "2026-05-02T07:16:35"


def test_when_a_page_was_created_counts_only_where_nothing_says_when_it_was_published() -> None:
    created = news(dateCreated="2026-05-01T08:00:00+07:00")
    head = '<meta property="article:published_time" content="2026-05-02T08:00:00+07:00">'
    assert article_of(things=created).published_at == "2026-05-01T08:00:00+07:00"
    assert article_of(things=created, head=head).published_at == "2026-05-02T08:00:00+07:00"


def test_a_clock_without_zone_takes_the_zone_printed_beside_it() -> None:
    head = '<meta name="publishdate" content="2026/05/02 07:16:35">'
    assert (
        article_of(head=head, below="<p>Sabtu, 2 Mei 2026 07:16 WITA</p>").published_at == "2026-05-02T07:16:35+08:00"
    )


def test_a_moment_in_utc_is_told_on_the_clock_printed_beside_it() -> None:
    article = article_of(below="<p>02/05/2026, 21:34 WIB</p>", things=news(datePublished="2026-05-02T14:34:19+00:00"))
    assert article.published_at == "2026-05-02T21:34:19+07:00"
    assert article.sources["published_at"] == "json-ld"


@pytest.mark.parametrize(
    ("below", "iso"),
    [
        ("<p>Oleh Sari Rekawati • Kota Rekaan • 6 Desember 2025</p>", "2025-12-06"),
        ("<time datetime='2026-05-02T08:30:00+07:00'>2 jam lalu</time>", "2026-05-02T08:30:00+07:00"),
        ("<abbr class='published' title='2026-05-02T08:30:00+07:00'>8:30 AM</abbr>", "2026-05-02T08:30:00+07:00"),
        ("<time class='updated' datetime='2026-05-09T08:30:00+07:00'>9 Mei 2026</time>", None),
        ("<time class='published updated' datetime='2026-05-02T08:30:00+07:00'></time>", "2026-05-02T08:30:00+07:00"),
        ("<time class='entry-date updated' datetime='2026-05-02T08:30:00+07:00'></time>", "2026-05-02T08:30:00+07:00"),
        ("<time>Sabtu, 2 Mei 2026 04:25 WIB</time>", "2026-05-02T04:25+07:00"),
        ("<div><span>Terbit: 2 Mei 2026</span> <span>Diperbarui: 9 Mei 2026</span></div>", "2026-05-02"),
        (
            "<p>Reporter : Sari Rekawati | Editor : Bimo Adi Contohadi | Sabtu, 2 Mei 2026 Pukul 04.25 WIB</p>",
            "2026-05-02T04:25+07:00",
        ),
        ("<p>Diperbarui pada 9 Mei 2026</p>", None),
        ("<p>Diperbarui pada Mei 2026</p>", None),
        ("<p id='tanggal'>Memuat tanggal...</p>", None),
        ("<time>2 jam lalu</time>", None),
        ("<p>Minggu, 11 Januari 2026 | 10.00 – 22.00 WIB</p>", None),
        ("<p>1 Jan 2045</p>", None),
    ],
)
def test_dates_beside_the_headline(below: str, iso: str | None) -> None:
    assert article_of(below=below).published_at == iso


def test_dates_in_the_text_and_the_sidebar_date_nothing() -> None:
    text = "<p>Jembatan lama roboh pada 7 Januari 2021 pukul 21.45 WIB, kata kepala dusun itu kepada warga.</p>"
    other = "<nav><a>Pasar Malam Dibuka</a> <time datetime='2020-01-01'>1 Januari 2020</time></nav>"
    assert article_of(below=text + PARAGRAPH, end=text, outside=other).published_at is None


def test_the_address_is_the_last_voice() -> None:
    article = article_of(url="https://www.kabar-rekaan.example/2026/05/02/jembatan")
    assert (article.published_at, article.sources["published_at"]) == ("2026-05-02", "url")


def test_a_date_alone_gives_way_to_the_hour_of_the_same_day() -> None:
    head = '<meta name="dc.date" content="2026-05-02">'
    assert article_of(head=head, below="<p>2 Mei 2026 04:25 WIB</p>").published_at == "2026-05-02T04:25+07:00"


def test_figures_on_an_english_page_may_mean_either_day() -> None:
    english = "<html lang='en'><h1>Villagers build a bridge</h1><p>02/03/2026</p><div>" + "<p>They built it.</p>" * 9
    assert read_article(page_of(english)).published_at is None
    assert article_of(below="<p>02/03/2026</p>", language="en").published_at == "2026-03-02"


def test_an_american_clock_puts_the_month_first() -> None:
    english = "<html lang='en'><h1>Villagers build a bridge</h1><p>02/03/2026 8:30 AM EST</p><div>"
    assert read_article(page_of(english + "<p>They built it.</p>" * 9)).published_at == "2026-02-03T08:30-05:00"


def test_the_day_shown_above_the_menu_or_at_the_visit_dates_nothing() -> None:
    menu = "<ul>" + "<li><a href='/rubrik'>Rubrik</a></li>" * 6 + "</ul>"
    assert article_of(above=f"<div>2 Mei 2026</div>{menu}").published_at is None
    assert article_of(above=f"{menu}<div>2 Mei 2026</div>").published_at == "2026-05-02"
    assert article_of(above="<div>Minggu, 1 November 2026</div>").published_at is None


def test_a_date_above_the_text_counts_where_no_heading_shows_the_headline() -> None:
    body = f"<div class='judul'>Warga Membangun</div><p>2 Mei 2026</p><div>{PARAGRAPH * 4}</div>"
    assert read_article(page_of(f"<title>Warga Membangun</title><div>{body}</div>")).published_at == "2026-05-02"


def test_local_time_marked_as_utc_takes_the_zone_printed_beside_it() -> None:
    article = article_of(below="<p>Sabtu, 2 Mei 2026 20:59 WIB</p>", things=news(datePublished="2026-05-02T20:59:10Z"))
    assert article.published_at == "2026-05-02T20:59:10+07:00"


def test_a_date_after_the_visit_is_not_believed() -> None:
    assert article_of(things=news(datePublished="2031-01-01T00:00:00+07:00")).published_at is None


def test_contradicting_dates_are_both_kept() -> None:
    head = '<meta property="article:published_time" content="2020-01-01T08:00:00+07:00">'
    article = article_of(head=head, things=news(datePublished="2026-05-02T08:00:00+07:00"))
    assert article.published_at == "2026-05-02T08:00:00+07:00"
    assert "2020-01-01" in (article.conflicts or {})["published_at"]


def test_broken_structured_data_still_tells_its_date() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Warga "Rekaan" Membangun", '
        '"datePublished": "2026-05-02T08:00:00+07:00", "author": {"name": "Sari Rekawati"},}</script>'
    )
    article = article_of(head=broken)
    assert (article.published_at, article.writers) == ("2026-05-02T08:00:00+07:00", ("Sari Rekawati",))


def test_comparing_counts_an_unknown_zone_as_utc() -> None:
    read = read_machine_date("2026-05-02T08:30:00+07:00")
    assert read is not None
    assert read.in_utc() == datetime(2026, 5, 2, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("below", "iso"),
    [
        ("<div>12</div><div>Mei</div><div>2026</div>", "2026-05-12"),
        ("<div>Mei</div><div>12,</div><div>2026</div>", "2026-05-12"),
        ("<p>09:30 WIB</p><p>12 Mei 2026</p>", "2026-05-12T09:30+07:00"),
        ("<p>12 Mei 2026</p><span>|</span><p>pukul 09.30 WITA</p>", "2026-05-12T09:30+08:00"),
        ("<p>12 Mei 2026</p><p>09:30</p>", "2026-05-12"),
        ("<p>Diperbarui 14 Mei 2026 10:00 | Diterbitkan 12 Mei 2026 09:00</p>", "2026-05-12T09:00"),
        ("<p>2 jam yang lalu</p>", None),
        ("<p>© Kabar Rekaan, 2 Mei 2020</p>", None),
    ],
)
def test_a_date_in_pieces_is_read_as_one(below: str, iso: str | None) -> None:
    assert article_of(below=below).published_at == iso


@pytest.mark.parametrize("told", ["2026-03-02T09:00:00", "2026-03-02T09:00:00Z"])
def test_a_clock_without_a_zone_or_with_a_false_one_takes_that_of_another_declaration(told: str) -> None:
    head = "<meta property='article:published_time' content='2026-03-02T09:00:00+07:00'>"
    assert article_of(head=head, things=news(datePublished=told)).published_at == "2026-03-02T09:00:00+07:00"
