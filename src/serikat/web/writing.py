"""Numbers, days and moments as Indonesia writes them, and as English does beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from serikat.engines.judgement.words import Language, Words

Number = int | float | Decimal

_MONTHS = Words(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)
_SHORT_MONTHS = Words(
    "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
)
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT", 0: "UTC"}
_SPANS = (
    (timedelta(days=365), Words("{n} tahun", "{n} years"), Words("1 tahun", "1 year")),
    (timedelta(days=30), Words("{n} bulan", "{n} months"), Words("1 bulan", "1 month")),
    (timedelta(days=1), Words("{n} hari", "{n} days"), Words("1 hari", "1 day")),
    (timedelta(hours=1), Words("{n} jam", "{n} hours"), Words("1 jam", "1 hour")),
    (timedelta(minutes=1), Words("{n} menit", "{n} minutes"), Words("1 menit", "1 minute")),
)


def number(value: Number, language: Language, decimals: int | None = None) -> str:
    """3.500 and 62,5 in Indonesian, 3,500 and 62.5 in English; `decimals` fixes how many stand after the comma."""
    places = decimals if decimals is not None else 0 if value == int(value) else 1
    written = f"{value:,.{places}f}"
    written = written.replace("-", "−")
    return written if language == "en" else written.translate(str.maketrans(",.", ".,"))


def day(value: date, language: Language, *, long: bool = False) -> str:
    """21 Nov 2026, or 21 November 2026 where `long`."""
    months = (_MONTHS if long else _SHORT_MONTHS).in_language(language).split()
    return f"{value.day} {months[value.month - 1]} {value.year}"


def moment(value: datetime, language: Language) -> str:
    """21 Nov 2026 10.32 WIB: the time with its zone, which is never left to be guessed; `value` knows its zone."""
    clock = value.strftime("%H.%M" if language == "id" else "%H:%M")
    return f"{day(value.date(), language)} {clock} {zone(value)}"


def zone(value: datetime) -> str:
    """WIB, WITA, WIT, or the distance from UTC where Indonesia has no name for it."""
    offset = value.utcoffset() or timedelta()
    hours = offset.total_seconds() / 3600
    return _ZONES.get(int(hours), f"UTC{hours:+g}") if hours == int(hours) else f"UTC{hours:+g}"


def distance(value: datetime, now: datetime, language: Language) -> str:
    """How far a moment is from now: 2 jam lalu, 3 hari lagi, baru saja."""
    apart = abs(now - value)
    for span, several, one in _SPANS:
        if apart >= span:
            n = apart // span
            length = (one if n == 1 else several).filled(n=n).in_language(language)
            ago = Words("{length} lalu", "{length} ago") if value <= now else Words("{length} lagi", "in {length}")
            return ago.filled(length=length).in_language(language)
    return Words("baru saja", "just now").in_language(language)


def duration(seconds: float, language: Language) -> str:
    """How long something takes: 21 menit, 2 jam; below a minute says so."""
    for span, several, one in _SPANS:
        if seconds >= span.total_seconds():
            n = round(seconds / span.total_seconds())
            return (one if n == 1 else several).filled(n=n).in_language(language)
    return Words("kurang dari semenit", "less than a minute").in_language(language)
