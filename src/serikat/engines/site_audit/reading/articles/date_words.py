"""Dates as pages print them, in figures or in words, read without guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

# Month names by language; the first three letters alone would mix up Italian "giugno" with Dutch "juni".
_MONTHS = """
jan january januari januar jänner janvier enero janeiro gennaio tammikuu styczeń stycznia ocak januarie ianuarie ledna
feb february februari februar pebruari peb février fevrier febrero fevereiro febbraio helmikuu luty lutego şubat
mar march maret märz maerz mrz mrt maart mars marzo março marco maaliskuu marzec marca mart mac martie machi března
apr april avril abril aprile huhtikuu kwiecień kwietnia nisan aprilie aprili dubna
mei may mai mayo maio maggio maj toukokuu mayıs maja května
jun june juni juin junio junho giugno kesäkuu czerwiec czerwca haziran junie iunie června
jul july juli juillet julio julho luglio heinäkuu lipiec lipca temmuz julie julai iulie července
aug august agustus agu agt ags agust août aout agosto ago augustus augusti elokuu sierpień sierpnia ağustos ogos srpna
sep sept september septembre septiembre setembro settembre set syyskuu wrzesień września eylül septembrie septemba září
okt oct october oktober octobre octubre outubro out ottobre ott lokakuu październik października ekim octombrie října
nov november nopember nop novembre noviembre novembro marraskuu listopad listopada kasım noiembrie novemba listopadu
des dec december desember dez dezember décembre decembre dés diciembre dic dezembro dicembre desembre joulukuu aralık
""".strip().splitlines()
_MORE_MONTHS = """
январь января січня ιανουαρίου január يناير janv ene gen sty oca
февраль февраля лютого φεβρουαρίου február فبراير févr fevr fev lut şub
март марта березня μαρτίου március مارس
апрель апреля квітня απριλίου április أبريل ابريل avr abr kwi nis
май мая травня μαΐου május مايو mag
июнь июня червня ιουνίου június يونيو giu cze haz
июль июля липня ιουλίου július يوليو juil lug lip tem
август августа серпня αυγούστου augusztus أغسطس اغسطس sie ağu
сентябрь сентября вересня σεπτεμβρίου szeptember سبتمبر wrz eyl
октябрь октября жовтня οκτωβρίου október أكتوبر اكتوبر paź eki
ноябрь ноября листопада νοεμβρίου نوفمبر lis kas
декабрь декабря грудня δεκεμβρίου disember desemba decembrie prosince ديسمبر déc gru ara
""".strip().splitlines()
MONTH_NUMBER = {
    word: number
    for months in (_MONTHS, _MORE_MONTHS)
    for number, words in enumerate(months, 1)
    for word in words.split()
}
_WEEKDAYS = """
senin monday mon montag lundi lunes maandag isnin
selasa tuesday tue dienstag mardi martes dinsdag
rabu wednesday wed mittwoch mercredi miércoles woensdag
kamis thursday thu donnerstag do jeudi jueves donderdag khamis
jumat friday fri freitag vendredi viernes vrijdag jumaat
sabtu saturday sat samstag samedi sábado zaterdag
minggu ahad sunday sun sonntag dimanche domingo zondag
""".strip().splitlines()
_WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}

_ZONES = """
WIB=7 WITA=8 WIT=9 UTC=0 GMT=0 Z=0 BST=1 CET=1 MEZ=1 CEST=2 MESZ=2 SAST=2 EST=-5 EDT=-4 CDT=-5 MST=-7 MDT=-6
PST=-8 PDT=-7 AWST=8 SGT=8 MYT=8 JST=9 AEST=10 AEDT=11
"""
_HOURS = {name: int(hours) for name, _, hours in (zone.partition("=") for zone in _ZONES.split())}
_ZONE = (
    r"(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d)|(?:"
    + "|".join(sorted(_HOURS, key=len, reverse=True))
    + r")\b"
)
_CLOCK = r"(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,](?P<part>\d{1,9}))?)?(?!\d)"
# What must not stand before a date is looked at behind its first figure: a pattern that begins with one is found fast.
_CLOCK_IN_WORDS = re.compile(
    rf"(?<![\d.:/]){_CLOCK}\s*(?P<half>[ap]\.?m\b\.?|malam|petang|pagi)?\s*[([]?(?P<zone>{_ZONE})?", re.I
)
_ISO = re.compile(
    r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)(?P<mark>[-/.]?)(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)"
    rf"(?:(?:\s*T\s*|\s+|,\s*)(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<part>\d{{1,9}}))?)?"
    rf"\s*(?P<half>[AaPp][Mm])?\s*(?P<zone>{_ZONE})?)?"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d(?<!\d\d)\d?)(?:st|nd|rd|th|er|º|\.)?[\s/-]+(?:de\s+|of\s+)?(?P<word>[^\W\d_]{3,11})\.?,?[\s/-]*"
    r"(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)(?P<word>[^\W\d_]{3,11})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
# Hungarian: the year, the month in words, the day.
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)\.?\s(?P<word>[^\W\d_]{3,11})\s(?P<day>\d\d?)(?!\d)")
# Chinese, Japanese and Korean: each figure before the word for year, month, day, hour, minute.
_COUNTED = re.compile(
    r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"
    r"(?:\s*(?:\(.\)|[（].[）])?\s*(?P<hour>\d\d?)\s?[:：時时시]\s?(?P<minute>\d\d)(?:[:：](?P<second>\d\d))?)?"
)
_FIGURES = re.compile(
    r"(?P<first>\d(?<![\d/.-]\d)\d?)(?P<mark>[./-])\s?(?P<second>\d\d?)(?P=mark)\s?(?P<year>(?:20)?\d\d)(?![\d/.-]*\d)"
)
# What every printed date has: a year, or two figures parted by a mark; and in any case a second figure.
_MAYBE = re.compile(r"\d(?:\d\d\d|[./-]\s?\d)")
_TWO_FIGURES = re.compile(r"\d\D+\d")
_LETTERS = re.compile(r"[^\W\d_]+")
# `Fri May 03 12:00:00 CEST 2024`, as Java writes a date.
_CLOCK_BEFORE_YEAR = re.compile(
    rf"(?P<word>[A-Z][a-z]{{2}})\s+(?P<day>\d\d?)\s+{_CLOCK}\s+(?P<zone>{_ZONE})?\s*[A-Z]*\s*(?P<year>(?:19|20)\d\d)"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
# How far from a printed day its clock may stand.
_BEFORE, _AFTER = 24, 24
# How far before a day in figures its weekday may stand.
_WEEKDAY_REACH = 16
_LONGEST_DATE = 80


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the time and zone as far as they were printed."""

    day: date
    clock: time | None = None
    zone: tzinfo | None = None
    to_the_minute: bool = False

    def iso(self) -> str:
        """ISO 8601, no more precise than what was printed."""
        if self.clock is None:
            return self.day.isoformat()
        whole = datetime.combine(self.day, self.clock, self.zone)
        return whole.isoformat(timespec="minutes" if self.to_the_minute else "auto")

    def told_in(self, zone: tzinfo) -> Moment:
        """The same moment on the clocks of another zone; a day alone stays as it is."""
        if self.clock is None:
            return self
        there = datetime.combine(self.day, self.clock, self.zone or UTC).astimezone(zone)
        return replace(self, day=there.date(), clock=there.time(), zone=zone)

    def in_utc(self) -> datetime:
        """For comparing: a day alone counts from its midnight, an unknown zone as UTC."""
        return datetime.combine(self.day, self.clock or time(), self.zone or UTC).astimezone(UTC)


def read_machine_date(text: str) -> Moment | None:
    """A date meant for machines: ISO 8601 and its common misspellings, seconds or milliseconds since 1970, RFC 5322."""
    text = text[:_LONGEST_DATE].strip()
    if _EPOCH.fullmatch(text):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        return Moment(moment.date(), moment.time(), UTC)
    found = _ISO.match(text)
    if found is None:
        return _clock_before_year(text) or read_printed_date(text, figures_day_first=None)
    day = _day(found["year"], found["month"], found["day"])
    if day is None:
        return None
    return _at(day, found) if found["hour"] else Moment(day)


def _clock_before_year(text: str) -> Moment | None:
    found = _CLOCK_BEFORE_YEAR.search(text)
    day = _day(found["year"], str(MONTH_NUMBER.get(found["word"].lower(), 0)), found["day"]) if found else None
    return _at(day, found) if found is not None and day is not None else None


def read_printed_date(text: str, figures_day_first: bool | None = True) -> Moment | None:
    """The first whole date in the words (`Senin, 02 Nov 2023 20:59 WIB`), or None.

    `figures_day_first` says how 02/11/2023 is meant on this page; None leaves it unread where both are possible.
    """
    if not _MAYBE.search(text) or not _TWO_FIGURES.search(text):
        return None
    iso = _ISO.search(text)
    if iso is not None and iso["mark"]:
        return read_machine_date(text[iso.start() :])
    counted = _COUNTED.search(text)
    if counted is not None:
        day = _day(counted["year"], counted["month"], counted["day"])
        if day is not None:
            return Moment(day) if counted["hour"] is None else _at(day, counted)
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST):
        for found in pattern.finditer(text):
            month = MONTH_NUMBER.get(found["word"].lower())
            day = _day(found["year"], str(month), found["day"]) if month else None
            if day is not None:
                return _with_clock(day, text, found)
    for found in _FIGURES.finditer(text):
        day = _day_in_figures(found, figures_day_first, text[max(0, found.start() - _WEEKDAY_REACH) : found.start()])
        if day is not None:
            return _with_clock(day, text, found)
    return None


def _day_in_figures(found: re.Match[str], day_first: bool | None, before: str) -> date | None:
    """The day in figures; a weekday printed `before` it settles which of them is the month."""
    first, second = int(found["first"]), int(found["second"])
    year = found["year"] if len(found["year"]) == 4 else "20" + found["year"]
    by_day, by_month = _day(year, found["second"], found["first"]), _day(year, found["first"], found["second"])
    # Points part days in Europe, where the day always stands first.
    if first > 12 or found["mark"] == "." or first == second:
        return by_day
    if second > 12:
        return by_month
    weekday = next((_WEEKDAY[word] for word in _LETTERS.findall(before.lower()) if word in _WEEKDAY), None)
    readings = [day for day in (by_day, by_month) if day is not None and day.weekday() == weekday]
    if len(readings) == 1:
        return readings[0]
    return None if day_first is None else by_day if day_first else by_month


def _with_clock(day: date, text: str, found: re.Match[str]) -> Moment:
    after = _CLOCK_IN_WORDS.search(text[found.end() : found.end() + _AFTER])
    if after is None:
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        after = _CLOCK_IN_WORDS.search(before)
    if after is None:
        return Moment(day)
    return _at(day, after)


def _at(day: date, found: re.Match[str]) -> Moment:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    half = found.groupdict().get("half")
    if half:
        hour = hour % 12 + (12 if _is_afternoon(half.lower(), hour) else 0)
    if hour > 23 or minute > 59 or second > 59:
        return Moment(day)
    micro = int((found.groupdict().get("part") or "0").ljust(6, "0")[:6])
    return Moment(
        day,
        time(hour, minute, second, micro),
        _zone(found.groupdict().get("zone")),
        to_the_minute=found["second"] is None,
    )


def _is_afternoon(half: str, hour: int) -> bool:
    """Whether `pm`, `petang` or `malam` stands behind the clock; twelve at night begins a day."""
    return half[:2] in ("pe", "pm", "p.") or (half == "malam" and hour != 12)


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    text = text.upper()
    if text in _HOURS:
        return timezone(timedelta(hours=_HOURS[text])) if _HOURS[text] else UTC
    shown = text.removeprefix("GMT").removeprefix("UTC").strip()
    figures = shown[1:].replace(":", "")
    hours, minutes = (figures, "0") if len(figures) <= 2 else (figures[:-2], figures[-2:])
    shift = timedelta(hours=int(hours), minutes=int(minutes))
    if not shift:
        return UTC
    return timezone(-shift if shown[0] == "-" else shift) if shift < timedelta(hours=24) else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
