"""Facts of one record that cannot all be true: no article is broken by them, and nothing is valid while they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import pairwise

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import OpenFact
from serikat.engines.legitimacy.fact_names import place_words
from serikat.engines.legitimacy.presence import whole_of
from serikat.engines.legitimacy.record import Record, RollEntry, RollList
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import say

_AFTER = Words(
    "Catatan bertentangan: {earlier} tercatat {one}, sesudah {later}, {other}. Mana yang benar?",
    "The record contradicts itself: {earlier} is entered as {one}, after {later}, {other}. Which is right?",
)
_DAY = Words(
    "Catatan bertentangan: sidang dibuka {at}, padahal hari pertamanya {day}. Mana yang benar?",
    "The record contradicts itself: the session opened on {at}, and its first day is {day}. Which is right?",
)
_BEFORE = Words(
    "Catatan bertentangan: {place} tercatat {at}, sebelum hari pertama {day}. Mana yang benar?",
    "The record contradicts itself: {place} is entered as {at}, before the first day, {day}. Which is right?",
)
_ITEM = Words(
    "Catatan bertentangan: keputusan {id} ({at}) di luar waktu acaranya, {kind}. Mana yang benar?",
    "The record contradicts itself: decision {id} ({at}) lies outside its item of business, {kind}. Which is right?",
)
_REFERENCE = Words(
    "Catatan bertentangan: {place} menyebut keputusan {id}, yang tidak ada sebagai keputusan tentang {kind}. "
    "Mana yang benar?",
    "The record contradicts itself: {place} names decision {id}, and no decision of that id is on {kind}. "
    "Which is right?",
)
_OUTCOME = Words(
    "Catatan bertentangan: laporan pertanggungjawaban {outcome}, padahal keputusan {id} dinyatakan {declared}. "
    "Mana yang benar?",
    "The record contradicts itself: the accountability report was {outcome}, and decision {id} was declared "
    "{declared}. Which is right?",
)
_TWICE = Words(
    "Catatan bertentangan: {name} tertulis {n} kali pada {place}. Mana yang benar?",
    "The record contradicts itself: {name} is entered {n} times under {place}. Which is right?",
)
_COUNTED = Words(
    "Catatan bertentangan: {place} {n}, padahal {other} memuat {listed}. Mana yang benar?",
    "The record contradicts itself: {place} {n}, and {other} lists {listed}. Which is right?",
)
_CROWD = Words(
    "Catatan bertentangan: {n} tercatat hadir, padahal yang berhak {whole}. Mana yang benar?",
    "The record contradicts itself: {n} are recorded as present, and {whole} are entitled. Which is right?",
)
_CAME = Words(
    "Catatan bertentangan: {unit} tercatat {kind} pada {at}, padahal saat itu {state}. Mana yang benar?",
    "The record contradicts itself: {unit} is recorded as having {kind} on {at}, and {state}. Which is right?",
)
_WAS_IN = Words("sudah hadir", "was there already")
_WAS_OUT = Words("tidak hadir", "was not there")
_PAUSE = Words(
    "Catatan bertentangan: {kind} pada {at}, padahal sidang {state}. Mana yang benar?",
    "The record contradicts itself: the session was {kind} on {at}, and {state}. Which is right?",
)
_RAN = Words("sedang berjalan", "it was running")
_RESTED = Words("sudah diskors", "it was suspended already")
_SEATS = Words(
    "Catatan bertentangan: {n} orang dinyatakan terpilih untuk {seats} kursi. Mana yang benar?",
    "The record contradicts itself: {n} persons were declared elected for {seats} seats. Which is right?",
)
_NO_RESULT = Words(
    "Catatan bertentangan: {person} dinyatakan terpilih, tetapi tidak ada dalam hasil. Mana yang benar?",
    "The record contradicts itself: {person} was declared elected and is not among the results. Which is right?",
)
_OFFICES = Words(
    "Catatan bertentangan: jabatan yang dibagi dewan pimpinan tidak sama dengan hasil ({person}, {office}). "
    "Mana yang benar?",
    "The record contradicts itself: an office shared out by the leadership is not in the results "
    "({person}, {office}). Which is right?",
)
_ORDINARY = Words(
    "Catatan bertentangan: musyawarah biasa, tetapi dasarnya permintaan unit. Mana yang benar?",
    "The record contradicts itself: it is an ordinary assembly, and its ground is a request. Which is right?",
)
_FIRST = Words(
    "Catatan bertentangan: ini sidang pertama, tetapi disebut sidang pertama lain pada {day}. Mana yang benar?",
    "The record contradicts itself: this is the first sitting, and another first sitting is named, on {day}. "
    "Which is right?",
)

Told = Iterator[tuple[str, Words]]
_ITEM_OF = {"method": "election"}


def contradictions(record: Record) -> tuple[OpenFact, ...]:
    """Each contradiction once, as a question; empty for a record that can be true."""
    looks = (_days, _hours, _items, _references, _doubles, _counts, _moves, _pauses, _results, _kind)
    found = {
        (place, words.id): OpenFact(place, words, is_choice=True) for look in looks for place, words in look(record)
    }
    return tuple(found.values())


def _late(earlier: str, one: date | None, later: str, other: date | None) -> Told:
    """Something that has to come first and is dated after what follows it."""
    if one is not None and other is not None and one > other:
        names = {"earlier": place_words(earlier), "later": place_words(later)}
        yield earlier, say(_AFTER, one=one, other=other, **names)


def _days(record: Record) -> Told:
    held, closed = record.assembly.held_on, record.assembly.closed_at
    call, board, formatur, decree = record.call, record.board, record.formatur, record.decree
    called = call.on if call else None
    yield from _late("/call/on", called, "/assembly/held_on", held)
    for number, notice in enumerate(record.notices or ()):
        yield from _late("/call/on", called, f"/notices/{number}/sent", notice.sent)
        yield from _late(f"/notices/{number}/sent", notice.sent, f"/notices/{number}/received", notice.received)
    if board and board.decree:
        yield from _late("/board/decree/since", board.decree.since, "/board/decree/until", board.decree.until)
    for number, vacancy in enumerate(board.vacancies if board else ()):
        place = f"/board/vacancies/{number}"
        yield from _late(f"{place}/since", vacancy.since, f"{place}/filled_on", vacancy.filled_on)
        yield from _late(f"{place}/since", vacancy.since, "/assembly/held_on", held)
    if record.roll and record.roll.provisional:
        published = record.roll.provisional.published_on
        for number, change in enumerate(record.roll.changes):
            yield from _late("/roll/provisional/published_on", published, f"/roll/changes/{number}/on", change.on)
    if record.nomination:
        yield from _late("/nomination/closed_on", record.nomination.closed_on, "/assembly/held_on", held)
    if formatur:
        end = closed.date() if closed else None
        yield from _late("/assembly/held_on", held, "/formatur/chosen_on", formatur.chosen_on)
        yield from _late("/formatur/chosen_on", formatur.chosen_on, "/assembly/closed_at", end)
        yield from _late("/formatur/chosen_on", formatur.chosen_on, "/formatur/finished_on", formatur.finished_on)
        issued = decree.issued_on if decree else None
        yield from _late("/formatur/finished_on", formatur.finished_on, "/decree/issued_on", issued)


def _hours(record: Record) -> Told:
    opened, closed = record.assembly.opened_at, record.assembly.closed_at
    if opened is not None and opened.date() != record.assembly.held_on:
        yield "/assembly/opened_at", say(_DAY, at=opened, day=record.assembly.held_on)
    yield from _late("/assembly/opened_at", opened, "/assembly/closed_at", closed)
    for place, at in _moments(record):
        yield from _late("/assembly/opened_at", opened, place, at)
        yield from _late(place, at, "/assembly/closed_at", closed)
    for place, at in _attended(record):
        if at.date() < record.assembly.held_on:
            yield place, say(_BEFORE, place=place_words(place), at=at, day=record.assembly.held_on)
    for number, item in enumerate(record.business or ()):
        yield from _late(f"/business/{number}/ended_at", item.ended_at, "/assembly/closed_at", closed)
    election = record.election or Election()
    rounds = [(f"/election/rounds/{number}/at", each.at) for number, each in enumerate(election.rounds)]
    for (one, at), (other, then) in pairwise([*rounds, ("/election/at", election.at)]):
        yield from _late(one, at, other, then)


def _attended(record: Record) -> Iterator[tuple[str, datetime]]:
    for number, event in enumerate(record.events or ()):
        if event.at is not None:
            yield f"/events/{number}/at", event.at
    for number, item in enumerate(record.business or ()):
        if item.started_at is not None:
            yield f"/business/{number}/started_at", item.started_at


def _moments(record: Record) -> Iterator[tuple[str, datetime | None]]:
    for number, decision in enumerate(record.decisions or ()):
        yield f"/decisions/{number}/at", decision.at
    for number, each in enumerate(record.election.rounds if record.election else ()):
        yield f"/election/rounds/{number}/at", each.at
    if record.election:
        yield "/election/at", record.election.at
    if record.accountability:
        yield "/accountability/delivered_at", record.accountability.delivered_at
    if record.formatur:
        yield "/formatur/chosen_at", record.formatur.chosen_at


def _items(record: Record) -> Told:
    """A decision falls within its item of business, where the record has both with their times."""
    for number, decision in enumerate(record.decisions or ()):
        kind = _ITEM_OF.get(decision.kind or "", decision.kind)
        spans = [(item.started_at, item.ended_at) for item in record.business or () if item.kind == kind]
        if decision.at is None or not spans or any(start is None or end is None for start, end in spans):
            continue
        if not any(start <= decision.at <= end for start, end in spans if start and end):
            yield f"/decisions/{number}/at", say(_ITEM, id=decision.id, at=decision.at, kind=kind)


def _references(record: Record) -> Told:
    if record.decisions is None:
        return
    held = {decision.id: decision for decision in record.decisions}
    named = [("/presidium/decision", record.presidium.decision if record.presidium else None, "presidium")]
    report = record.accountability
    named += [("/accountability/decision", report.decision if report else None, "accountability")]
    named += [(f"/amendments/{number}/decision", each.decision, "amendment")
              for number, each in enumerate(record.amendments or ())]  # fmt: skip
    for place, name, kind in named:
        if name is not None and (name not in held or held[name].kind not in {kind, None}):
            yield place, say(_REFERENCE, place=place_words(place.rpartition("/")[0]), id=name, kind=kind)
    decision = held.get(report.decision or "") if report else None
    if report is None or decision is None or report.outcome is None or decision.declared is None:
        return
    if decision.kind == "accountability" and (report.outcome == "rejected") != (decision.declared == "rejected"):
        told = {"outcome": report.outcome, "id": decision.id, "declared": decision.declared}
        yield "/accountability/outcome", say(_OUTCOME, **told)


def _doubles(record: Record) -> Told:
    roll, election = record.roll, record.election or Election()
    lists: list[tuple[str, Iterable[str]]] = [
        ("/units", (unit.id for unit in record.units or ())),
        ("/roll/provisional", (entry.unit for entry in _entries(roll.provisional if roll else None))),
        ("/roll/final", (entry.unit for entry in _entries(roll.final if roll else None))),
        ("/decisions", (decision.id for decision in record.decisions or ())),
        ("/candidates", (candidate.person for candidate in record.candidates or ())),
        ("/election/statements", (statement.by for statement in election.statements or ())),
        ("/election/elected", election.elected or ()),
    ]
    for place, names in lists:
        for name, n in Counter(names).items():
            if n > 1:
                yield place, say(_TWICE, name=name, n=n, place=place_words(place))


def _counts(record: Record) -> Told:
    """What was counted is what is listed, and nobody counts more than there are."""
    roll, call, whole = record.roll, record.call, whole_of(record)
    pairs: list[tuple[str, int | None, str, int | None]] = []
    if roll and roll.final and roll.final.entries is not None:
        pairs += [("/roll/units_counted", roll.units_counted, "/roll/final", whole.units)]
        pairs += [("/roll/votes_counted", roll.votes_counted, "/roll/final", whole.votes)]
    if call and call.requests is not None:
        pairs += [("/call/requests_counted", call.requests_counted, "/call/requests", len(call.requests))]
    for place, counted, other, listed in pairs:
        if counted is not None and counted != listed:
            yield place, say(_COUNTED, place=place_words(place), n=counted, other=place_words(other), listed=listed)
    for number, event in enumerate(record.events or ()):
        if event.kind == "count" and whole.units is not None and (event.units or 0) > whole.units:
            yield f"/events/{number}/units", say(_CROWD, n=event.units, whole=whole.units)


def _entries(roll: RollList | None) -> tuple[RollEntry, ...]:
    return (roll.entries if roll else None) or ()


def _moves(record: Record) -> Told:
    """A unit arrives once before it leaves; after a count of heads nobody knows who they were."""
    dated = [(event.at, event.order, number, event) for number, event in enumerate(record.events or ()) if event.at]
    inside: set[str] = set()
    for at, _, number, event in sorted(dated, key=lambda one: one[:2]):
        if event.kind == "count":
            return
        if event.unit is None or event.kind not in {"arrive", "leave"}:
            continue
        if (event.unit in inside) == (event.kind == "arrive"):
            state = _WAS_IN if event.kind == "arrive" else _WAS_OUT
            yield f"/events/{number}", say(_CAME, unit=event.unit, kind=event.kind, at=at, state=state)
        (inside.add if event.kind == "arrive" else inside.discard)(event.unit)


def _pauses(record: Record) -> Told:
    dated = [(event.at, event.order, number, event.kind) for number, event in enumerate(record.events or ())
             if event.at and event.kind in {"suspend", "resume"}]  # fmt: skip
    is_running = True
    for at, _, number, kind in sorted(dated):
        if is_running == (kind == "resume"):
            yield f"/events/{number}", say(_PAUSE, kind=kind, at=at, state=_RAN if is_running else _RESTED)
        is_running = kind == "resume"


def _results(record: Record) -> Told:
    election = record.election or Election()
    elected, seats = election.elected or (), election.seats
    # Where there are ballots the count says how many were elected.
    if election.elected is not None and election.method in {"mufakat", "acclamation"} and len(elected) != seats:
        yield "/election/elected", say(_SEATS, n=len(elected), seats=seats)
    if record.results is None:
        return
    named = {holder.person for holder in record.results}
    for person in elected:
        if person not in named:
            yield "/results", say(_NO_RESULT, person=person)
    for holder in record.leadership.offices or () if record.leadership else ():
        if holder not in record.results:
            yield "/leadership/offices", say(_OFFICES, person=holder.person, office=holder.office)


def _kind(record: Record) -> Told:
    assembly, call = record.assembly, record.call
    if assembly.kind == "ordinary" and call is not None and (call.requests or call.ground == "request"):
        yield "/assembly/kind", _ORDINARY
    if assembly.sitting == 1 and assembly.first_sitting_on is not None:
        yield "/assembly/first_sitting_on", say(_FIRST, day=assembly.first_sitting_on)
