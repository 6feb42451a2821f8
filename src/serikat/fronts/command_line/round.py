"""`serikat audit --roster`: a round over many sites, into one folder, safe to stop and to resume."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import secrets
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Timer

from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.file_locks import LockedError, locked
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import FormerAddress, Outlet
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings
from serikat.foundation.findings.rounds.coordinator import Coordinator, take_up
from serikat.foundation.findings.rounds.database import DATABASE_SETTING, DatabaseError, sqlite_url
from serikat.foundation.findings.rounds.executor import Executor, ExecutorLostError
from serikat.foundation.findings.rounds.lines import ChangedLineError, write_lines
from serikat.foundation.findings.rounds.local import LocalExecutor
from serikat.foundation.findings.rounds.sharding import shard_size, shards_of
from serikat.foundation.findings.rounds.table import RoundFacts, RoundTable
from serikat.foundation.findings.standards import default_standards
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.listed import Roster, RosterOutlet
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.fronts.command_line import round_words as words
from serikat.fronts.command_line.audit import AUDITED, BAD_ARGUMENTS, NOTHING_READ
from serikat.fronts.command_line.catalogue import library, unknown_standard
from serikat.fronts.command_line.round_pages.lines import DamagedLineError
from serikat.fronts.command_line.round_pages.workbook import Member
from serikat.fronts.command_line.round_progress import RoundProgress, failures
from serikat.fronts.command_line.round_summary import write_outlet_page, write_summary
from serikat.fronts.command_line.sheet_problems import register_entries, tell_problems

EXECUTOR_SETTING = "SERIKAT_EXECUTOR"
INTERRUPTED = 130
LINES, EVIDENCE, TABLE, NAME, LOCK = "audits.jsonl", "evidence", "round.sqlite3", "round.json", "lock"
PLACES, OVERDUE = "places", "summary.overdue"
# Who stops a round wants to leave; the summary of some hundred outlets takes no longer.
_PATIENCE_AFTER_STOP = 1.0
_MOST_WORKERS = 4
# A round needs no telephone number: what is wrong with one is said where members are taken over.
_ASKED_OF_A_ROSTER = (
    Field.ADDRESS, Field.NAME, Field.FORMER_DOMAINS, Field.COMPANY, Field.PROVINCE, Field.REGENCY,
)  # fmt: skip
# A page costs as much computing as judging its site; of a nation only those outlets get one that are looked at.
_MOST_PAGES = 5_000


class UnusableError(Exception):
    """What stands in the way of a round, in both languages, with the next step."""


_EXPLAINED = (UnusableError, RosterError, DatabaseError, ExecutorLostError, ChangedLineError, DamagedLineError)


def audit_roster(options: argparse.Namespace) -> int:
    """Runs or resumes a round; 0 where a site was read, 2 for bad arguments, 3 where none was read, 130 if stopped."""
    try:
        _check(options)
        options.out.mkdir(parents=True, exist_ok=True)
        with RoundTable(os.environ.get(DATABASE_SETTING) or sqlite_url(options.out / TABLE)) as table:
            facts = _begun(options, table)
            if (options.out / OVERDUE).exists() and table.unfinished(facts.round_id):
                _say(words.both(words.WRITING_OVERDUE))
                _write_out(options, table, facts.round_id)
            stopped = _run(options, table, facts)
            status = _told(table, facts.round_id, stopped)
            if stopped:
                _write_in_short(options, table, facts.round_id)
            else:
                _write_out(options, table, facts.round_id)
            return status
    except KeyboardInterrupt:
        _say(words.both(words.NOT_WRITTEN))
        return INTERRUPTED
    except (*_EXPLAINED, OSError) as error:
        print(error, file=sys.stderr)
        return BAD_ARGUMENTS


def _check(options: argparse.Namespace) -> None:
    """Raises UnusableError where the arguments do not make a round, or its folder is somebody else's."""
    if options.url or options.json or options.html or options.evidence:
        raise UnusableError(words.both(words.NOT_BOTH))
    if options.out is None:
        raise UnusableError(words.both(words.NO_OUT))
    if not options.interval >= 0:
        raise UnusableError(words.both(words.INTERVAL))
    for sheet in filter(None, (options.roster, options.register)):
        if not sheet.is_file():
            raise UnusableError(words.both(words.NO_ROSTER, roster=sheet))
    out: Path = options.out
    if (out / NAME).exists():
        if not options.resume:
            raise UnusableError(words.both(words.NOT_EMPTY, out=out))
    # A round that was killed while it was laid down has left no more than its table.
    elif out.exists() and not all(each.name.startswith(TABLE) for each in out.iterdir()):
        raise UnusableError(words.both(words.NOT_OURS, out=out))


def _begun(options: argparse.Namespace, table: RoundTable) -> RoundFacts:
    """The round in the folder, ready to go on, or a new one."""
    out: Path = options.out
    digest = _digest(options.roster)
    if not (out / NAME).exists():
        return _laid_down(options, table, digest)
    facts = table.facts(json.loads((out / NAME).read_text(encoding="utf-8"))["round"])
    if facts is None:
        raise UnusableError(words.both(words.OTHER_DATABASE, out=out, setting=DATABASE_SETTING))
    # A list that was only opened and saved, or has a new telephone number, is the same list.
    if facts.roster_sha256 != digest and _digest_of_sites(read_roster(options.roster)) != facts.settings.get("sites"):
        raise UnusableError(words.both(words.OTHER_ROSTER, out=out, roster=options.roster))
    standards = facts.settings["standards"]
    if options.standard and set(options.standard) != set(standards):
        raise UnusableError(words.both(words.OTHER_STANDARDS, out=out, standards=", ".join(standards)))
    if options.register and facts.settings["register_sha256"] != _digest(options.register):
        raise UnusableError(words.both(words.OTHER_REGISTER, out=out, register=options.register))
    take_up(table, facts.round_id, out / EVIDENCE)
    return facts


def _digest(file: Path | None) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""


def _digest_of_sites(roster: Roster) -> str:
    sites = [[each.row, each.address, each.name, *each.former_domains] for each in roster.outlets]
    return hashlib.sha256(json.dumps(sites).encode()).hexdigest()


def _laid_down(options: argparse.Namespace, table: RoundTable, digest: str) -> RoundFacts:
    held = library()
    standards = list(dict.fromkeys(options.standard)) or default_standards(held)
    for name in standards:
        if name not in held.ids():
            raise UnusableError(unknown_standard(name, held))
    roster = read_roster(options.roster)
    tell_problems(options.roster, [each for each in roster.problems if each.field in _ASKED_OF_A_ROSTER])
    seen = register_entries(options.register)
    outlets = [(_as_audited(each), each.row) for each in roster.outlets]
    listed = [ListedOutlet(outlet, row, seen.get(outlet.key)) for outlet, row in outlets]
    settings = {
        "standards": standards, "pages": options.pages, "register_sha256": _digest(options.register),
        "sites": _digest_of_sites(roster),
    }  # fmt: skip
    facts = RoundFacts(secrets.token_hex(8), digest, settings)
    table.lay_down(facts, shards_of(listed, shard_size(len(listed), _workers(options))))
    draft = options.out / f".{NAME}.draft"
    draft.write_text(json.dumps({"round": facts.round_id}) + "\n", encoding="utf-8")
    draft.replace(options.out / NAME)
    return facts


def _as_audited(listed: RosterOutlet) -> Outlet:
    return Outlet(listed.address, listed.name, tuple(map(FormerAddress, listed.former_domains)))


def _run(options: argparse.Namespace, table: RoundTable, facts: RoundFacts) -> bool:
    """Runs the round to its end; says whether it was stopped before."""
    name = facts.round_id
    reached = table.reached(name)
    total = len(table.unfinished(name)) + reached.total()
    executor, evidence = _executor(options), options.out / EVIDENCE
    with RoundProgress(total, reached, options.lang) as progress:
        try:
            settings = _settings(options, facts, has_pages=total <= _MOST_PAGES)
            Coordinator(table, name, evidence, settings, executor, progress.audited, comparing=progress.comparing).run()
        except ExecutorLostError as lost:
            _say(str(lost))
            return True
        except KeyboardInterrupt:
            return True
    shutil.rmtree(options.out / PLACES, ignore_errors=True)
    return False


def _write_in_short(options: argparse.Namespace, table: RoundTable, name: str) -> None:
    """Writes the summary of a round that was stopped where that is quickly done; else it is written on resuming."""
    try:
        with ends_within(_PATIENCE_AFTER_STOP):
            _write_out(options, table, name, waits=False)
    except (KeyboardInterrupt, LockedError):
        (options.out / OVERDUE).touch()
        _say(words.both(words.TAKES_LONGER))


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """Raises KeyboardInterrupt in the main thread once that long is over."""
    timer = Timer(seconds, signal.raise_signal, (signal.SIGINT,))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        # An interrupt that is on its way arrives here, and not in what comes after.
        timer.join()


def _write_out(options: argparse.Namespace, table: RoundTable, name: str, *, waits: bool = True) -> None:
    """Writes the lines of all outlets that are done, and their summary."""
    # Several machines may end the same round together.
    with locked(options.out / LOCK, waits=waits):
        write_lines(table, name, options.out / EVIDENCE, options.out / LINES)
        rows = read_roster(options.roster).outlets
        members = {each.row: Member(each.company, each.province, each.regency) for each in rows}
        write_summary(options.out, options.lang, members=members)
        (options.out / OVERDUE).unlink(missing_ok=True)
    _say(words.both(words.SEE, out=options.out))


def _told(table: RoundTable, name: str, stopped: bool) -> int:
    """Says what came of the round, and gives the exit status."""
    reached, left = table.reached(name), table.unfinished(name)
    done = reached.total()
    _say(words.both(words.STOPPED if stopped else words.DONE, done=done, total=done + len(left)))
    if kinds := failures(reached, "id"):
        _say(words.both(words.UNREAD, kinds=Words(kinds, failures(reached, "en"))))
    if left and not stopped:
        errors = "; ".join(error for _, error in table.errors(name))
        _say(words.both(words.LEFT, count=len(left), first=errors[:300] or left[0][1]))
    if stopped:
        return INTERRUPTED
    return AUDITED if reached[Reached.READ] or reached[Reached.PARTIAL] else NOTHING_READ


def _settings(options: argparse.Namespace, facts: RoundFacts, *, has_pages: bool) -> ShardSettings:
    pages = {"pages": facts.settings["pages"]} if facts.settings["pages"] else {}
    return ShardSettings(
        standards=tuple(facts.settings["standards"]),
        budget=Budget(interval=options.interval, **pages),
        policy=ReachPolicy(allow_private=options.allow_private),
        places=(options.out / PLACES).absolute(),
        showing=partial(show, options.out.absolute(), options.lang) if has_pages else None,
    )


def show(out: Path, language: Language, audit: Audit, key: str) -> None:
    """Writes the page of one outlet; workers call it by its name."""
    write_outlet_page(audit, out, language, key)


def _executor(options: argparse.Namespace) -> Executor:
    """Where shards run: on this machine, or where the setting says."""
    said = os.environ.get(EXECUTOR_SETTING, "").strip()
    if not said:
        return LocalExecutor(_workers(options))
    kind, _, address = said.partition("://")
    if kind != "dask":
        raise UnusableError(words.both(words.NO_EXECUTOR, setting=EXECUTOR_SETTING, said=said))
    try:
        from serikat.foundation.findings.rounds.on_dask import DaskExecutor  # noqa: PLC0415 - an optional part
    except ModuleNotFoundError as error:
        raise UnusableError(words.both(words.NO_DASK)) from error
    return DaskExecutor(address if not address or "://" in address else f"tcp://{address}", _workers(options))


def _workers(options: argparse.Namespace) -> int:
    return int(options.workers or min(_MOST_WORKERS, os.cpu_count() or 1))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
