"""`serikat audit` and `serikat judge`: gather or take evidence, judge it, report it."""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from rich.console import Console

from serikat.engines.judgement.loading import Library
from serikat.engines.site_audit.evidence.copies import read_copies
from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.evidence.register import RegisterEntry, with_register
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.findings import Audit, judge_site
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.report.as_json import json_line
from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.report.terminal import print_audit
from serikat.foundation.findings.standards import default_standards
from serikat.foundation.members.roster.sheet import RosterError
from serikat.fronts.command_line.catalogue import library, unknown_standard
from serikat.fronts.command_line.sheet_problems import register_entries

AUDITED, BAD_ARGUMENTS, NOTHING_READ = 0, 2, 3
_NO_EVIDENCE = (
    "{folder}: bukan folder bukti. Untuk halaman yang disimpan sendiri, tambahkan --url ALAMAT_SITUS.\n"
    "{folder}: not a folder of evidence. For pages saved by hand, add --url ADDRESS_OF_THE_SITE."
)


def audit_sites(options: argparse.Namespace) -> int:
    """Gathers and judges each address in turn; 0 where at least one could be read, 3 where none could."""
    held = library()
    chosen = _chosen(options.standard, held)
    wrong = [name for name in chosen if name not in held.ids()] or _unusable(options)
    if wrong:
        print(wrong if isinstance(wrong, str) else unknown_standard(wrong[0], held), file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        seen = register_entries(options.register)
        return _report(map(Site, _gathered(options, seen)), held, chosen, options)
    except (OSError, RosterError, EvidenceError) as error:
        print(f"{error}", file=sys.stderr)
        return BAD_ARGUMENTS


def judge_folder(options: argparse.Namespace) -> int:
    """Judges a folder of evidence again, or pages that their owner saved; never asks the network."""
    held = library()
    chosen = _chosen(options.standard, held)
    wrong = [name for name in chosen if name not in held.ids()]
    if wrong:
        print(unknown_standard(wrong[0], held), file=sys.stderr)
        return BAD_ARGUMENTS
    if not options.url and not (options.evidence / "gathering.json").exists():
        print(_NO_EVIDENCE.format(folder=options.evidence), file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        return _report([_stored(options.evidence, options.url)], held, chosen, options)
    except (OSError, ValueError, EvidenceError) as error:
        print(f"{error}", file=sys.stderr)
        return BAD_ARGUMENTS


def _chosen(asked: Sequence[str], held: Library) -> list[str]:
    return list(dict.fromkeys(asked)) or default_standards(held)


def _unusable(options: argparse.Namespace) -> str:
    """What is wrong with the arguments, with the next step; empty where nothing is."""
    if options.interval < 0 or options.interval != options.interval:
        return "--interval: isi nol atau lebih / give zero or more seconds"
    for url in options.url:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return f"{url}: bukan alamat situs; tulis seperti https://nama.id / not a site; write https://name.id"
    if options.html and len(options.url) > 1 and options.html.suffix:
        return "--html: beri nama folder untuk beberapa situs / name a folder for several sites"
    return ""


def _gathered(options: argparse.Namespace, seen: Mapping[str, RegisterEntry]) -> Iterator[Gathering]:
    # The network stack takes longer to import than judging a site takes, so only gathering pays for it.
    from serikat.engines.site_audit.gather.gathering import gather_site  # noqa: PLC0415
    from serikat.engines.site_audit.gather.limits import Budget, Progress, ReachPolicy  # noqa: PLC0415
    from serikat.engines.site_audit.report.progress import ProgressBar  # noqa: PLC0415

    pages = {"pages": options.pages} if options.pages else {}
    budget = Budget(interval=options.interval, **pages)
    policy = ReachPolicy(allow_private=options.allow_private)
    for url in options.url:
        with ProgressBar(url, options.lang) as bar:

            def watch(step: Progress) -> None:
                bar.update(step.stage, step.done, step.planned, step.url)

            outlet = Outlet(url)
            gathering = asyncio.run(gather_site(outlet, budget, policy=policy, progress=watch))
        gathering = with_register(gathering, seen.get(outlet.key))
        if options.evidence:
            write_evidence(gathering, _evidence_folder(options, gathering))
        yield gathering


def _evidence_folder(options: argparse.Namespace, gathering: Gathering) -> Path:
    folder: Path = options.evidence
    return folder if len(options.url) == 1 else folder / _file_name(gathering.url)


def _file_name(url: str) -> str:
    """A name for a site's files: its host, with a short hash where the address says more than the host."""
    parts = urlsplit(url)
    name = (parts.hostname or "situs").replace(":", "-")
    more = parts.port or parts.path.strip("/")
    return f"{name}-{hashlib.sha256(url.encode()).hexdigest()[:8]}" if more else name


def _stored(folder: Path, url: str) -> Site:
    if (folder / "gathering.json").exists():
        return Site(read_evidence(folder), read_copies(folder))
    # Saved pages are read with gather's tools, which the judging of evidence need not load.
    from serikat.engines.site_audit.gather.handed_in import handed_in  # noqa: PLC0415

    return Site(handed_in(folder, url, datetime.now(UTC)))


def _report(sites: Iterable[Site], held: Library, chosen: list[str], options: argparse.Namespace) -> int:
    read = False
    with ExitStack() as stack:
        lines = _opened(options.json, stack)
        terminal = Console(highlight=False, soft_wrap=False)
        for site in sites:
            audit = judge_site(site, held, chosen)
            read = read or site.reached in (Reached.READ, Reached.PARTIAL)
            if lines:
                lines.write(json_line(audit))
                lines.flush()
            if options.html:
                _write_page(audit, options)
            if options.json != "-":
                print_audit(audit, terminal, options.lang)
    return AUDITED if read else NOTHING_READ


def _opened(name: str | None, stack: ExitStack) -> BinaryIO | None:
    if name is None:
        return None
    return sys.stdout.buffer if name == "-" else stack.enter_context(Path(name).open("wb"))


def _write_page(audit: Audit, options: argparse.Namespace) -> None:
    target: Path = options.html
    if not target.suffix:
        target.mkdir(parents=True, exist_ok=True)
        target = target / f"{_file_name(audit.site.url)}.html"
    target.write_text(render_html(audit, options.lang), encoding="utf-8")
    print(target, file=sys.stderr)
