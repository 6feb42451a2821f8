"""Reads what a secretary noted from the Press Council's register: a list of sites, their status, the day of looking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.articles.date_words import MONTH_NUMBER
from serikat.foundation.members.roster import problems
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.listed import RosterOutlet, RosterProblem
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError, Row
from serikat.foundation.members.roster.sheets import open_sheets

_DAY_HEADING = re.compile(
    r"\b(?:tanggal|tgl|hari|diamati|dilihat|dicek|diperiksa|observed|seen|checked|date)\b", re.IGNORECASE
)
_STATUS_HEADING = re.compile(r"\b(?:status|verifikasi)\b", re.IGNORECASE)
_NOT_LISTED = re.compile(r"(?:tidak|belum|tdk|blm) (?:terdaftar|tercantum|terdata|ada)|not listed", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[T ].*)?")
# Indonesian sheets write the day first.
_DAY = re.compile(r"(?P<day>\d\d?)(?P<mark>[-/. ])(?P<month>\d\d?|[A-Za-z]+)(?P=mark)(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Register:
    """What was seen in the register, by the key of each outlet, and the cells that could not be used."""

    entries: dict[str, RegisterEntry]
    problems: tuple[RosterProblem, ...]


def read_register(path: Path, today: date) -> Register:
    """The observations in a CSV or XLSX file: a site, its status as printed in the register, and the day of looking.

    A row without status or day, or with a day after `today`, is left out and named. Raises RosterError, saying what to
    do, where the file cannot be read as a list or lacks a column.
    """
    roster = read_roster(path)
    day = next((column for column in roster.columns if _DAY_HEADING.search(column.heading)), None)
    status = next((one for one in roster.columns if one != day and _STATUS_HEADING.search(one.heading)), None)
    if status is None or day is None:
        raise RosterError(problems.NO_REGISTER_COLUMNS.filled(file=path))
    entries: dict[str, RegisterEntry] = {}
    found = [problem for problem in roster.problems if problem.field is Field.ADDRESS]
    rows = next(sheet for sheet in open_sheets(path) if sheet.name == roster.sheet).rows()
    by_number = dict(enumerate(rows, 1))
    for outlet in roster.outlets:
        said = _entry(outlet, by_number[outlet.row], status, day, today)
        if isinstance(said, RosterProblem):
            found.append(said)
        else:
            entries[Outlet(outlet.address).key] = said
    return Register(entries, tuple(found))


def _entry(outlet: RosterOutlet, row: Row, status: Column, day: Column, today: date) -> RegisterEntry | RosterProblem:
    said, seen = (row[one.number - 1] if one.number <= len(row) else "" for one in (status, day))
    if not re.search(r"[^\W_]", said):
        return _problem(outlet, status, said, problems.NO_STATUS)
    observed_on = _date(seen)
    if observed_on is None:
        return _problem(outlet, day, seen, problems.NO_DAY)
    if observed_on > today:
        return _problem(outlet, day, seen, problems.DAY_TO_COME)
    return RegisterEntry("" if _NOT_LISTED.search(said) else said, observed_on)


def _problem(outlet: RosterOutlet, column: Column, value: str, words: Words) -> RosterProblem:
    return RosterProblem(outlet.row, column.letters, column.heading, value, words, is_left_out=True)


def _date(written: str) -> date | None:
    found = _ISO_DAY.fullmatch(written.strip()) or _DAY.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdecimal() else MONTH_NUMBER.get(month.lower(), 0)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
