"""The rows of the list of outlets, drawn in one go: fifty stand on every visit, and templates take their time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from serikat.engines.judgement.words import Language, Words
from serikat.foundation.findings.phrases import REACHED_WORDS
from serikat.foundation.findings.reading import reached_of
from serikat.foundation.people.models.messages import STATE_WORDS
from serikat.foundation.people.queries import Sending
from serikat.web import writing

_PICK, _CHAPTER = Words("Pilih", "Choose"), Words("Cabang", "Chapter")
_MISSING, _UNCLEAR = Words("Belum terpenuhi", "Not met"), Words("Belum jelas", "Unclear")
_AUDITED, _CHANGED = Words("Diperiksa", "Audited"), Words("Berubah", "Changed")
_NEVER, _WORSE = Words("belum pernah", "never"), Words("memburuk", "worse")
_URGENT = Words("perlu dilihat segera", "to be seen at once")
_PLAN = Words("Rencana", "Plan")
_LABELS = (_PICK, _CHAPTER, _MISSING, _UNCLEAR, _AUDITED, _CHANGED, _NEVER, _PLAN)


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """One row: the outlet, and its state as of its latest audit, whose fields are None before the first."""

    public_id: UUID
    name: str
    key: str
    chapter: str
    missing: int | None
    unclear: int | None
    reached: str | None
    gathered_at: datetime | None
    changed_at: datetime | None
    is_worse: bool | None
    is_urgent: bool | None


COLUMNS = (
    "public_id", "name", "key", "chapter__name", "state__missing", "state__unclear", "state__reached",
    "state__gathered_at", "state__changed_at", "state__is_worse", "state__is_urgent",
)  # fmt: skip


def drawn(rows: Iterable[ListedOutlet], plans: Mapping[str, Sending], language: Language) -> SafeString:
    """The rows as HTML; what people or sites wrote is escaped. `plans` says how far each outlet's plan has come."""
    labels = [words.in_language(language) for words in _LABELS]
    states = {state: words.in_language(language).lower() for state, words in STATE_WORDS.items()}
    written = {public_id: states[plan.state] for public_id, plan in plans.items()}
    now = timezone.now()
    drawn_rows = (_row(row, written.get(str(row.public_id), "–"), labels, language, now) for row in rows)
    return mark_safe("".join(drawn_rows))  # noqa: S308 - escaped in _row


def _row(row: ListedOutlet, plan: str, labels: list[str], language: Language, now: datetime) -> str:
    pick, chapter, missing, unclear, audited, changed, never, of_plan = labels
    name = escape(row.name)
    if row.gathered_at is None or row.changed_at is None:
        seen, moved = f'<span class="soft">{never}</span>', "–"
    else:
        seen = f"{_day(row.gathered_at, language, now)}{_reach(row, language)}"
        day = timezone.localtime(row.changed_at).date()
        moved = f'<time datetime="{day}">{writing.day(day, language)}</time>{_tags(row, language)}'
    return (
        f'<tr><td class="pick"><label><span class="unseen">{pick} {name}</span>'
        f'<input type="checkbox" name="pilih" value="{row.public_id}"></label></td>'
        f'<th scope="row"><a href="/media/{row.public_id}/">{name}</a><small>{escape(row.key)}</small></th>'
        f'<td data-label="{chapter}">{escape(row.chapter)}</td>'
        f"{_number(row.missing, missing)}{_number(row.unclear, unclear)}"
        f'<td data-label="{audited}">{seen}</td><td data-label="{changed}">{moved}</td>'
        f'<td data-label="{of_plan}">{plan}</td></tr>'
    )


def _number(value: int | None, label: str) -> str:
    shown = "–" if value is None else value
    return f'<td data-label="{label}" class="number{"" if value else " zero"}">{shown}</td>'


def _day(value: datetime, language: Language, now: datetime) -> str:
    """The day, with the moment for whoever asks."""
    here = timezone.localtime(value)
    stamp, ago = here.isoformat(timespec="seconds"), writing.distance(here, now, language)
    title = f"{writing.moment(here, language)}, {ago}"
    return f'<time datetime="{stamp}" title="{title}">{writing.day(here.date(), language)}</time>'


def _reach(row: ListedOutlet, language: Language) -> str:
    if row.reached is None or row.reached == "read":
        return ""
    return f"<small>{REACHED_WORDS[reached_of(row.reached)].in_language(language)}</small>"


def _tags(row: ListedOutlet, language: Language) -> str:
    worse = f' <span class="tag">{_WORSE.in_language(language)}</span>' if row.is_worse else ""
    urgent = f' <span class="tag tag-accent">{_URGENT.in_language(language)}</span>' if row.is_urgent else ""
    return f"{worse}{urgent}"
