"""The durable table of rounds: which shard waits, who has leased it until when, what it came to."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from types import TracebackType
from typing import Any, Self

from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.engines.site_audit.outlet import FormerAddress, Outlet
from serikat.engines.site_audit.shard import ListedOutlet
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.foundation.findings.rounds.database import connected

# A shard whose workers died so often is left to a person; an outlet that kills workers is found out before.
MOST_ATTEMPTS = 6
_LONGEST_ERROR = 500

_TABLES = (
    """CREATE TABLE IF NOT EXISTS audit_rounds (
        round_id TEXT PRIMARY KEY, created_at DOUBLE PRECISION NOT NULL, roster_sha256 TEXT NOT NULL,
        settings TEXT NOT NULL, compared INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS audit_shards (
        round_id TEXT NOT NULL REFERENCES audit_rounds, number INTEGER NOT NULL, state TEXT NOT NULL,
        owner TEXT NOT NULL, until DOUBLE PRECISION NOT NULL, attempts INTEGER NOT NULL, error TEXT NOT NULL,
        PRIMARY KEY (round_id, number))""",
    """CREATE TABLE IF NOT EXISTS audit_outlets (
        round_id TEXT NOT NULL, outlet TEXT NOT NULL, roster_row INTEGER NOT NULL, shard INTEGER NOT NULL,
        address TEXT NOT NULL, name TEXT NOT NULL, former TEXT NOT NULL, register TEXT NOT NULL,
        PRIMARY KEY (round_id, outlet))""",
    "CREATE INDEX IF NOT EXISTS audit_outlets_by_shard ON audit_outlets (round_id, shard)",
    """CREATE TABLE IF NOT EXISTS audit_results (
        round_id TEXT NOT NULL, outlet TEXT NOT NULL, roster_row INTEGER NOT NULL, shard INTEGER NOT NULL,
        reached TEXT NOT NULL, place BIGINT NOT NULL, length BIGINT NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (round_id, outlet))""",
)
_UPSERT = """INSERT INTO audit_results VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (round_id, outlet) DO UPDATE SET roster_row = excluded.roster_row, shard = excluded.shard,
    reached = excluded.reached, place = excluded.place, length = excluded.length, sha256 = excluded.sha256"""


class State(StrEnum):
    """Where a shard stands. Until a moment in `until`, a leased shard is its owner's and a waiting one rests."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round as it was laid down: its name, the hash of the roster's file, and its settings as plain values."""

    round_id: str
    roster_sha256: str
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LeasedShard:
    """A shard that is ours to audit until the lease runs out; `attempts` counts this lease in."""

    number: int
    attempts: int
    outlets: tuple[ListedOutlet, ...]


class RoundTable:
    """Rounds and their shards in a database; `clock` gives seconds since the epoch, alike on all machines of a round.

    Used as a context manager. Everything that changes a shard may be said twice: the second time changes nothing.
    """

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        self._database = connected(url)
        self._clock = clock
        with self._database.transaction():
            for table in _TABLES:
                self._database.rows(table)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def lay_down(self, facts: RoundFacts, shards: Iterable[Sequence[ListedOutlet]]) -> None:
        """Write a new round with all its shards waiting, whole or not at all."""
        numbered = list(enumerate(shards, 1))
        name = facts.round_id
        with self._database.transaction():
            settings = json.dumps(facts.settings, sort_keys=True)
            values = (name, self._clock(), facts.roster_sha256, settings, 0)
            self._database.rows("INSERT INTO audit_rounds VALUES (?, ?, ?, ?, ?)", values)
            rows = [(name, number, State.WAITING, "", 0.0, 0, "") for number, _ in numbered]
            self._database.many("INSERT INTO audit_shards VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            outlets = (_outlet_row(name, number, listed) for number, shard in numbered for listed in shard)
            self._database.many("INSERT INTO audit_outlets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", outlets)

    def facts(self, round_id: str) -> RoundFacts | None:
        """The round as it was laid down; None where this database does not know it."""
        sql = "SELECT roster_sha256, settings FROM audit_rounds WHERE round_id = ?"
        rows = self._database.rows(sql, (round_id,))
        return RoundFacts(round_id, rows[0][0], json.loads(rows[0][1])) if rows else None

    def lease(self, round_id: str, owner: str, seconds: float) -> LeasedShard | None:
        """Take the next waiting shard for so many seconds; None where none waits. Two owners never get the same."""
        # Rows that another owner is about to take are passed over instead of waited for.
        passing = "FOR UPDATE SKIP LOCKED" if self._database.locks_rows else ""
        now = self._clock()
        with self._database.transaction():
            taken = self._database.rows(
                f"""UPDATE audit_shards SET state = 'leased', owner = ?, until = ?, attempts = attempts + 1
                WHERE round_id = ? AND number = (SELECT number FROM audit_shards
                    WHERE round_id = ? AND state = 'waiting' AND until <= ? ORDER BY until, number LIMIT 1 {passing})
                RETURNING number, attempts""",  # noqa: S608 - the one insertion is a constant
                (owner, now + seconds, round_id, round_id, now),
            )
        if not taken:
            return None
        [(number, attempts)] = taken
        return LeasedShard(number, attempts, self.outlets(round_id, number))

    def outlets(self, round_id: str, shard: int) -> tuple[ListedOutlet, ...]:
        """The outlets of one shard, in the order of the roster."""
        sql = """SELECT address, name, former, roster_row, register FROM audit_outlets WHERE round_id = ? AND shard = ?
            ORDER BY roster_row, outlet"""
        rows = self._database.rows(sql, (round_id, shard))
        return tuple(
            ListedOutlet(Outlet(address, name, _former(former)), row, _register(register))
            for address, name, former, row, register in rows
        )

    def renew(self, round_id: str, owner: str, seconds: float) -> None:
        """The heartbeat: an owner that lives holds on to what it has leased."""
        sql = "UPDATE audit_shards SET until = ? WHERE round_id = ? AND owner = ? AND state = 'leased'"
        self._database.rows(sql, (self._clock() + seconds, round_id, owner))

    def reap(self, round_id: str) -> None:
        """Free the shards whose lease ran out: their owner died or lost its way."""
        now = self._clock()
        self._free("round_id = ? AND state = 'leased' AND until < ?", (round_id, now), "the lease ran out", now)

    def free_leases_of(self, round_id: str, is_dead: Callable[[str], bool]) -> None:
        """Free at once what owners hold that are known to be dead."""
        sql = "SELECT DISTINCT owner FROM audit_shards WHERE round_id = ? AND state = 'leased'"
        for (owner,) in self._database.rows(sql, (round_id,)):
            if is_dead(owner):
                held = "round_id = ? AND state = 'leased' AND owner = ?"
                self._free(held, (round_id, owner), "its owner died", self._clock())

    def give_back(self, round_id: str, shard: int, owner: str, error: str, rest: float) -> None:
        """A shard that did not get through waits for `rest` seconds, or has failed if it was tried too often."""
        held = "round_id = ? AND number = ? AND owner = ? AND state = 'leased'"
        self._free(held, (round_id, shard, owner), error, self._clock() + rest)

    def hand_on(self, round_id: str, shard: int, owner: str, rest: float) -> None:
        """Let go of a shard that was not tried, for `rest` seconds; it does not count as an attempt."""
        sql = """UPDATE audit_shards SET state = 'waiting', owner = '', until = ?, attempts = attempts - 1
            WHERE round_id = ? AND number = ? AND owner = ? AND state = 'leased'"""
        self._database.rows(sql, (self._clock() + rest, round_id, shard, owner))

    def _free(self, where: str, values: Sequence[str | int | float], error: str, until: float) -> None:
        sql = f"""UPDATE audit_shards SET owner = '', until = ?, error = ?,
            state = CASE WHEN attempts >= {MOST_ATTEMPTS} THEN 'failed' ELSE 'waiting' END
            WHERE {where}"""  # noqa: S608 - made of this module's own constants
        self._database.rows(sql, (until, error[:_LONGEST_ERROR], *values))

    def complete(self, round_id: str, shard: int, audited: Iterable[AuditedOutlet], fault: str = "") -> None:
        """A shard that ran to its end is done, whoever leased it; failed where outlets stayed out by our `fault`."""
        with self._database.transaction():
            self._record(round_id, shard, audited)
            sql = """UPDATE audit_shards SET state = ?, owner = '', error = ?
                WHERE round_id = ? AND number = ? AND state <> 'done'"""
            state = State.FAILED if fault else State.DONE
            self._database.rows(sql, (state, fault[:_LONGEST_ERROR], round_id, shard))

    def record(self, round_id: str, shard: int, audited: Iterable[AuditedOutlet]) -> None:
        """Note outlets that a shard has finished before its end."""
        with self._database.transaction():
            self._record(round_id, shard, audited)

    def _record(self, round_id: str, shard: int, audited: Iterable[AuditedOutlet]) -> None:
        rows = [
            (round_id, each.key, each.row, shard, each.reached, each.offset, each.length, each.sha256)
            for each in audited
        ]
        if rows:
            self._database.many(_UPSERT, rows)

    def retry_failed(self, round_id: str) -> None:
        """Give failed shards all their attempts again, when a person has the round resumed.

        What they bring has to be compared with the rest.
        """
        with self._database.transaction():
            sql = """UPDATE audit_rounds SET compared = 0 WHERE round_id = ? AND EXISTS (
                SELECT 1 FROM audit_shards s WHERE s.round_id = audit_rounds.round_id AND s.state = 'failed')"""
            self._database.rows(sql, (round_id,))
            sql = """UPDATE audit_shards SET state = 'waiting', attempts = 0, until = 0
                WHERE round_id = ? AND state = 'failed'"""
            self._database.rows(sql, (round_id,))

    def is_compared(self, round_id: str) -> bool:
        """Whether the articles of all outlets were compared since the last one was gathered."""
        rows = self._database.rows("SELECT compared FROM audit_rounds WHERE round_id = ?", (round_id,))
        return any(compared for (compared,) in rows)

    def is_over(self, round_id: str) -> bool:
        """Whether nothing is left to do: no shard waits or runs, and the articles were compared."""
        states = self.states(round_id)
        return self.is_compared(round_id) and not (states[State.WAITING] or states[State.LEASED])

    def note_comparison(self, round_id: str, shards: Iterable[int]) -> None:
        """The articles were compared: these shards, in which copies were found, wait to be judged again."""
        with self._database.transaction():
            sql = """UPDATE audit_shards SET state = 'waiting', owner = '', until = 0, attempts = 0
                WHERE round_id = ? AND number = ?"""
            self._database.many(sql, [(round_id, number) for number in shards])
            self._database.rows("UPDATE audit_rounds SET compared = 1 WHERE round_id = ?", (round_id,))

    def states(self, round_id: str) -> Counter[State]:
        """How many shards stand where."""
        sql = "SELECT state, COUNT(*) FROM audit_shards WHERE round_id = ? GROUP BY state"
        return Counter({State(state): count for state, count in self._database.rows(sql, (round_id,))})

    def shards(self, round_id: str, *states: State) -> list[int]:
        """The numbers of the shards in these states."""
        sql = "SELECT number, state FROM audit_shards WHERE round_id = ? ORDER BY number"
        return [number for number, state in self._database.rows(sql, (round_id,)) if state in states]

    def errors(self, round_id: str) -> list[tuple[int, str]]:
        """The failed shards, each with its last error."""
        sql = "SELECT number, error FROM audit_shards WHERE round_id = ? AND state = 'failed' ORDER BY number"
        return [(number, error) for number, error in self._database.rows(sql, (round_id,))]

    def shard_of_outlets(self, round_id: str) -> dict[str, int]:
        """In which shard each outlet stands, by its key."""
        return dict(self._database.rows("SELECT outlet, shard FROM audit_outlets WHERE round_id = ?", (round_id,)))

    def finished(self, round_id: str) -> Iterator[tuple[int, AuditedOutlet]]:
        """The finished outlets in the order of the roster, each with the number of its shard."""
        sql = """SELECT shard, outlet, roster_row, reached, place, length, sha256 FROM audit_results
            WHERE round_id = ? ORDER BY roster_row, outlet"""
        for shard, *said in self._database.rows(sql, (round_id,)):
            yield shard, AuditedOutlet(*said)

    def reached(self, round_id: str) -> Counter[str]:
        """How many finished outlets were reached how far."""
        sql = "SELECT reached, COUNT(*) FROM audit_results WHERE round_id = ? GROUP BY reached"
        return Counter(dict(self._database.rows(sql, (round_id,))))

    def unfinished(self, round_id: str) -> list[tuple[int, str]]:
        """Row and address of the outlets that have no result."""
        sql = """SELECT roster_row, address FROM audit_outlets o WHERE round_id = ? AND NOT EXISTS (
            SELECT 1 FROM audit_results r WHERE r.round_id = o.round_id AND r.outlet = o.outlet)
            ORDER BY roster_row, outlet"""
        return [(row, address) for row, address in self._database.rows(sql, (round_id,))]


def _outlet_row(round_id: str, shard: int, listed: ListedOutlet) -> tuple[str | int, ...]:
    outlet = listed.outlet
    former = json.dumps([asdict(each) for each in outlet.former], default=str)
    register = json.dumps(asdict(listed.register), default=str) if listed.register else ""
    return round_id, outlet.key, listed.row, shard, outlet.address, outlet.name, former, register


def _register(written: str) -> RegisterEntry | None:
    if not written:
        return None
    said = json.loads(written)
    return RegisterEntry(said["status"], date.fromisoformat(said["observed_on"]))


def _former(written: str) -> tuple[FormerAddress, ...]:
    return tuple(
        FormerAddress(each["address"], date.fromisoformat(each["until"]) if each["until"] else None)
        for each in json.loads(written)
    )
