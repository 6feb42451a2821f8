"""The table of rounds on SQLite, and on PostgreSQL where one can be started: leases, losses, retries, results."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.engines.site_audit.outlet import FormerAddress, Outlet
from serikat.engines.site_audit.shard import ListedOutlet
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.foundation.findings.rounds.database import DatabaseError, connected, sqlite_url
from serikat.foundation.findings.rounds.table import MOST_ATTEMPTS, RoundFacts, RoundTable, State
from serikat.foundation.findings.rounds.tests.databases import MISSING, postgresql, postgresql_programs


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield sqlite_url(tmp_path_factory.mktemp("table") / "round 100%.sqlite3")
        return
    programs = postgresql_programs()
    if programs is None:
        pytest.skip(MISSING)
    with postgresql(programs) as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def table(url: str, clock: Clock) -> Iterator[RoundTable]:
    with RoundTable(url, clock) as opened:
        yield opened


def a_round(table: RoundTable, shards: int = 2) -> str:
    """A round with one outlet a shard."""
    facts = RoundFacts(secrets.token_hex(4), "0" * 64, {"standards": ["trust-signals"]})
    outlets = [
        ListedOutlet(Outlet(f"kabar{number}.example", f"Kabar {number}"), number) for number in range(1, shards + 1)
    ]
    table.lay_down(facts, [[listed] for listed in outlets])
    return facts.round_id


def audited(key: str, row: int, reached: str = "read") -> AuditedOutlet:
    return AuditedOutlet(key, row, reached, offset=0, length=10, sha256="f" * 64)


def test_a_round_is_read_as_it_was_laid_down(table: RoundTable) -> None:
    facts = RoundFacts(secrets.token_hex(4), "1" * 64, {"pages": None, "standards": ["trust-signals"]})
    former = (FormerAddress("lama.example", date(2024, 5, 1)), FormerAddress("tua.example"))
    seen = RegisterEntry("Terverifikasi Administratif", date(2026, 11, 20))
    listed = ListedOutlet(Outlet("https://kabar.example/?a=1", "Kabar “Rekaan” 100%", former), 7, seen)
    table.lay_down(facts, [[listed]])
    assert table.facts(facts.round_id) == facts
    assert table.outlets(facts.round_id, 1) == (listed,)
    assert table.facts("unknown") is None


def test_two_owners_never_lease_the_same_shard(url: str) -> None:
    with RoundTable(url) as first:
        name = a_round(first, shards=40)
    taken: list[int] = []

    def work(owner: str) -> None:
        with RoundTable(url) as table:
            while leased := table.lease(name, owner, 60):
                taken.append(leased.number)

    threads = [threading.Thread(target=work, args=(f"owner {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 41))


def test_a_lease_that_is_not_renewed_runs_out(table: RoundTable, clock: Clock) -> None:
    name = a_round(table)
    assert table.lease(name, "alive", 60)
    assert table.lease(name, "dead", 60)
    clock.now += 50
    table.renew(name, "alive", 60)
    clock.now += 20
    table.reap(name)
    assert table.states(name) == {State.LEASED: 1, State.WAITING: 1}
    again = table.lease(name, "third", 60)
    assert again
    assert again.attempts == 2


def test_a_shard_that_is_given_back_rests_and_fails_after_its_last_attempt(table: RoundTable, clock: Clock) -> None:
    name = a_round(table, shards=1)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        leased = table.lease(name, "owner", 60)
        assert leased
        assert leased.attempts == attempt
        table.give_back(name, 1, "owner", "the worker died", rest=5)
        assert table.lease(name, "owner", 60) is None
        clock.now += 6
    assert table.errors(name) == [(1, "the worker died")]
    table.retry_failed(name)
    assert table.lease(name, "owner", 60)


def test_a_shard_that_was_not_tried_does_not_count_as_an_attempt(table: RoundTable, clock: Clock) -> None:
    name = a_round(table, shards=1)
    for _ in range(MOST_ATTEMPTS + 2):
        leased = table.lease(name, "owner", 60)
        assert leased
        assert leased.attempts == 1
        table.hand_on(name, 1, "owner", rest=1)
        clock.now += 1


def test_only_the_dead_lose_their_leases(table: RoundTable) -> None:
    name = a_round(table)
    for owner in ("alive", "dead"):
        table.lease(name, owner, 60)
    table.free_leases_of(name, lambda owner: owner == "dead")
    assert table.shards(name, State.LEASED) == [1]
    assert table.shards(name, State.WAITING) == [2]


def test_a_shard_may_be_completed_twice_and_by_one_who_lost_the_lease(table: RoundTable, clock: Clock) -> None:
    name = a_round(table, shards=1)
    table.lease(name, "slow", 60)
    clock.now += 61
    table.reap(name)
    table.lease(name, "quick", 60)
    table.complete(name, 1, [audited("kabar1.example", 1)])
    table.complete(name, 1, [audited("kabar1.example", 1, "partial")])
    table.give_back(name, 1, "quick", "too late", rest=0)
    table.complete(name, 1, [], fault="too late as well")
    assert table.states(name) == {State.DONE: 1}
    assert [each.reached for _, each in table.finished(name)] == ["partial"]


def test_a_shard_with_a_fault_of_ours_has_failed_and_keeps_what_it_finished(table: RoundTable) -> None:
    name = a_round(table, shards=1)
    table.lease(name, "owner", 60)
    table.complete(name, 1, [], fault="kabar1.example: ZeroDivisionError")
    assert table.states(name) == {State.FAILED: 1}
    assert table.unfinished(name) == [(1, "kabar1.example")]


def test_what_a_comparison_found_is_judged_again_and_a_retry_is_compared_again(table: RoundTable) -> None:
    name = a_round(table, shards=3)
    for number in (1, 2, 3):
        table.lease(name, "owner", 60)
        table.complete(name, number, [], fault="a fault" if number == 3 else "")
    assert not table.is_compared(name)
    table.note_comparison(name, [2])
    assert table.is_compared(name)
    assert table.states(name) == {State.DONE: 1, State.WAITING: 1, State.FAILED: 1}
    table.retry_failed(name)
    assert not table.is_compared(name)
    table.note_comparison(name, [])
    table.retry_failed(name)
    assert table.is_compared(name)


def test_results_come_in_the_order_of_the_roster(table: RoundTable) -> None:
    name = a_round(table, shards=3)
    for row in (3, 1, 2):
        table.record(name, row, [audited(f"kabar{row}.example", row, "dns" if row == 2 else "read")])
    assert [(shard, each.row) for shard, each in table.finished(name)] == [(1, 1), (2, 2), (3, 3)]
    assert table.reached(name) == {"read": 2, "dns": 1}
    assert table.unfinished(name) == []


def test_rounds_of_one_database_do_not_meet(table: RoundTable) -> None:
    first, second = a_round(table, shards=1), a_round(table, shards=1)
    assert table.lease(first, "owner", 60)
    assert table.lease(first, "owner", 60) is None
    assert table.states(second) == {State.WAITING: 1}


@pytest.mark.parametrize("address", ["mysql://host/name", "", "sqlite://x"])
def test_an_address_of_no_database_says_what_to_write(address: str) -> None:
    with pytest.raises(DatabaseError, match="sqlite:///FILE"):
        connected(address)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "round.sqlite3").write_text("not a database, but long enough to look like one" * 30)
    with pytest.raises(DatabaseError, match=r"round\.sqlite3"):
        connected(sqlite_url(tmp_path / "round.sqlite3"))
