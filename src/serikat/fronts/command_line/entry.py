"""The `serikat` command: one parser, whose commands import what they need only when they run."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from serikat import RELEASE
from serikat.fronts.command_line.verify_options import add_verify_options

if TYPE_CHECKING:
    # What add_subparsers returns has no public name.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

BAD_ARGUMENTS = 2
INTERRUPTED = 130
_LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; a wrong argument ends with 2 and a sentence on what to do."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("Dihentikan. / Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python would complain once more on closing standard output.
        sys.stderr.close()
        return 0


def parser() -> argparse.ArgumentParser:
    """The whole command line; docs/command-line.md describes it."""
    top = argparse.ArgumentParser(prog="serikat", description="Checks press standards and runs a press association.")
    top.add_argument("--version", action="version", version=f"serikat {RELEASE}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_audit(commands)
    _add_judge(commands)
    _add_read(commands)
    _add_proof(commands)
    _add_catalogue(commands)
    _add_assembly(commands)
    _add_demo(commands)
    _add_web(commands)
    return top


def _add_audit(commands: Commands) -> None:
    audit = commands.add_parser("audit", help="gather a site, judge it, report")
    audit.add_argument("url", nargs="*", metavar="URL")
    audit.add_argument("--roster", type=Path, metavar="FILE", help="a list of sites, .csv or .xlsx; needs --out")
    audit.add_argument("--out", type=Path, metavar="DIR", help="the folder of a round over a roster")
    audit.add_argument("--register", type=Path, metavar="FILE", help="what was seen in the Council's register")
    audit.add_argument("--resume", action="store_true", help="go on with the round in DIR")
    audit.add_argument("--workers", type=int, metavar="N", help="so many processes for a roster")
    audit.add_argument("--evidence", type=Path, metavar="DIR", help="keep what was fetched here (WARC)")
    audit.add_argument("--interval", type=float, default=1.0, metavar="S", help="seconds between requests to a host")
    audit.add_argument("--allow-private", action="store_true", help="allow private and loopback addresses")
    audit.add_argument("--pages", type=int, metavar="N", help="at most so many pages a site")
    _add_reporting(audit)
    audit.set_defaults(run=_audit)


def _add_judge(commands: Commands) -> None:
    judge = commands.add_parser("judge", help="judge stored evidence again, no network")
    judge.add_argument("evidence", type=Path, metavar="EVIDENCE", help="a folder of evidence, or of saved pages")
    judge.add_argument("--url", default="", help="the site's address, for a folder of saved pages")
    _add_reporting(judge)
    judge.set_defaults(run=_judge)


def _add_reporting(command: argparse.ArgumentParser) -> None:
    command.add_argument("--standard", action="append", default=[], metavar="ID", help="may be given several times")
    command.add_argument("--json", metavar="FILE", help="findings as JSON lines; - for standard output")
    command.add_argument("--html", type=Path, metavar="FILE", help="a page to print (a folder for several sites)")
    command.add_argument("--lang", choices=("id", "en"), default="id", help="language of the report")


def _add_read(commands: Commands) -> None:
    read = commands.add_parser("read", help="read article pages alone")
    read.add_argument("file", nargs="+", type=Path, metavar="FILE", help="HTML, also .gz")
    read.add_argument("--urls", type=Path, metavar="FILE.csv", help="columns file,url")
    read.add_argument("--json", default="-", metavar="FILE")
    read.set_defaults(run=_read)


def _add_proof(commands: Commands) -> None:
    verify = commands.add_parser("verify", help="check a certificate, offline")
    add_verify_options(verify)
    verify.set_defaults(run=_verify)
    certify = commands.add_parser("certify", help="judge an assembly's record and sign it")
    certify.add_argument("record", type=Path, metavar="RECORD")
    certify.add_argument(
        "--bylaws", action="append", default=[], type=Path, metavar="FILE", help="an edition of bylaws"
    )
    certify.add_argument("--out", type=Path, default=Path("certificate.json"), metavar="FILE")
    certify.add_argument("--head", type=Path, metavar="FILE", help="the head of the journal to carry")
    certify.add_argument("--inclusion", type=Path, metavar="FILE", help="where the record stands in that journal")
    certify.add_argument("--sign-with", default="", metavar="ID", help="a key of the folder; the newest without it")
    certify.add_argument("--dir", type=Path, default=Path("serikat-keys"), metavar="DIR", help="the folder of the keys")
    certify.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read the key's passphrase from there")
    certify.set_defaults(run=_certify)
    keys = commands.add_parser("keys", help="the keys that sign certificates")
    keys.add_argument("action", choices=("new", "list", "rotate", "revoke"))
    keys.add_argument("id", nargs="?", metavar="ID", help="the beginning of a key's id")
    keys.add_argument("--dir", type=Path, default=Path("serikat-keys"), metavar="DIR", help="the folder of the keys")
    keys.add_argument("--owner", default="", metavar="NAME", help="new: whose key it is")
    keys.add_argument("--until", default="", metavar="DATE", help="new, rotate: the last day of its validity")
    keys.add_argument("--reason", default="", metavar="TEXT", help="revoke: why")
    keys.add_argument("--by", default="", metavar="ID", help="revoke: the key that signs, where this one is lost")
    keys.add_argument("--passphrase", action="store_true", help="new, rotate: ask for one and encrypt the private key")
    keys.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read it from there instead of asking")
    keys.set_defaults(run=_keys)


def _add_catalogue(commands: Commands) -> None:
    standards = commands.add_parser("standards", help="what is checked")
    standards.add_argument("id", nargs="?", metavar="ID")
    standards.add_argument("--lang", choices=("id", "en"), default="id")
    standards.set_defaults(run=_standards)
    rules = commands.add_parser("rules", help="the rules, or the page of one")
    rules.add_argument("slug", nargs="?", metavar="SLUG")
    rules.set_defaults(run=_rules)


def _add_assembly(commands: Commands) -> None:
    assembly = commands.add_parser("assembly", help="judge an assembly by its bylaws")
    assembly.add_argument("verb", choices=("judge", "new"), help="judge a record, or enter one from its papers")
    assembly.add_argument("file", type=Path, metavar="RECORD.json")
    assembly.add_argument("--bylaws", type=Path, action="append", default=[], metavar="FILE", help="an edition (TOML)")
    assembly.add_argument("--json", metavar="FILE", help="the judgement as JSON; - for standard output")
    assembly.add_argument("--html", type=Path, metavar="FILE", help="a page to print")
    assembly.add_argument("--lang", choices=("id", "en"), default="id", help="language of the report")
    assembly.set_defaults(run=_assembly)
    bylaws = commands.add_parser("bylaws", help="write bylaws down by question and answer")
    bylaws.add_argument("verb", choices=("new",))
    bylaws.add_argument("file", type=Path, metavar="FILE.toml", help="a new file")
    bylaws.add_argument("--lang", choices=("id", "en"), default="id", help="language of the questions")
    bylaws.set_defaults(run=_new_bylaws)


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="audit an invented federation, served on this machine")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR")
    demo.add_argument("--serve", action=argparse.BooleanOptionalAction, default=True, help="the web, or reports alone")
    demo.add_argument("--keep", action="store_true", help="go on with the data of the demo before")
    demo.add_argument("--code", action="store_true", help="print the code with which one signs in to the demo now")
    demo.add_argument("--lang", choices=("id", "en"), default="id")
    demo.set_defaults(run=_demo)


def _add_web(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="run the web")
    serve.add_argument("--no-worker", action="store_true", help="audits run elsewhere, with `serikat work`")
    serve.add_argument("--processes", type=int, default=2, metavar="N", help="so many processes answer visitors")
    serve.set_defaults(run=_serve)
    imports = commands.add_parser("import", help="take a list of members in")
    imports.add_argument("kind", choices=("members",), help="what the list holds")
    imports.add_argument("file", type=Path, metavar="FILE", help=".xlsx, .xls, .ods or .csv")
    imports.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="what a column holds; may stand several times",
    )
    imports.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook; without it the likeliest")
    imports.add_argument("--dry-run", action="store_true", help="say what would come of each row, and save nothing")
    imports.add_argument("--annotated", type=Path, metavar="FILE.xlsx", help="write a copy that says what is wrong")
    imports.add_argument(
        "--chapter", metavar="NAME", help="the chapter that the list is for; the association without it"
    )
    imports.add_argument("--by", metavar="USERNAME", help="the officer who does this, where there are several")
    imports.set_defaults(run=_import)
    work = commands.add_parser("work", help="audit what the web asks for")
    work.set_defaults(run=_work)
    migrate = commands.add_parser("migrate", help="bring the web's tables up to date")
    migrate.set_defaults(run=_migrate)
    backup = commands.add_parser("backup", help="all that this installation knows, in one file")
    backup.add_argument("file", metavar="FILE", help="a new file; - for standard output")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="put a backup in place")
    restore.add_argument("file", metavar="FILE", help="- for standard input")
    restore.add_argument("--replace", action="store_true", help="put what is there already aside")
    restore.set_defaults(run=_restore)


# The imports below stand in functions so that `serikat --help` and the light commands stay fast.


def _audit(options: argparse.Namespace) -> int:
    if options.roster is not None:
        from serikat.fronts.command_line.round import audit_roster  # noqa: PLC0415

        return audit_roster(options)
    if not options.url or options.out is not None or options.resume:
        from serikat.fronts.command_line.round_words import NO_SITE, ONLY_ROSTER, both  # noqa: PLC0415

        print(both(ONLY_ROSTER if options.url else NO_SITE), file=sys.stderr)
        return BAD_ARGUMENTS
    from serikat.fronts.command_line.audit import audit_sites  # noqa: PLC0415

    return audit_sites(options)


def _judge(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.audit import judge_folder  # noqa: PLC0415

    return judge_folder(options)


def _read(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.read import read_files  # noqa: PLC0415

    return read_files(options.file, options.urls, options.json)


def _verify(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.verify import verify  # noqa: PLC0415

    return verify(options)


def _certify(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.certify import certify  # noqa: PLC0415

    return certify(options)


def _keys(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.keys import handle_keys  # noqa: PLC0415

    return handle_keys(options)


def _standards(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.catalogue import show_standards  # noqa: PLC0415

    return show_standards(options.id, options.lang)


def _rules(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.catalogue import show_rules  # noqa: PLC0415

    return show_rules(options.slug)


def _assembly(options: argparse.Namespace) -> int:
    if options.verb == "new":
        from serikat.fronts.command_line.assembly_entry import new_record  # noqa: PLC0415

        return new_record(options)
    from serikat.fronts.command_line.assembly import judge_record  # noqa: PLC0415

    return judge_record(options)


def _new_bylaws(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.bylaws import new_bylaws  # noqa: PLC0415

    return new_bylaws(options)


def _demo(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.demo import show_assembly, show_code, show_demo  # noqa: PLC0415

    place = _place()
    if place is None:
        return BAD_ARGUMENTS
    if options.code:
        return show_code()
    if options.serve:
        return show_demo(options, *place)
    from serikat.fronts.command_line.round_summary import write_workbook  # noqa: PLC0415
    from serikat.fronts.demo.run import run_demo  # noqa: PLC0415

    code = run_demo(options.out, place[0], options.lang, write_workbook)
    show_assembly(options.out, options.lang)
    return code


def _serve(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.serving import serve  # noqa: PLC0415

    place = _place()
    if place is None:
        return BAD_ARGUMENTS
    return serve(*place, with_worker=not options.no_worker, processes=options.processes)


def _import(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.web import bring_up_to_date, prepared  # noqa: PLC0415

    bring_up_to_date(prepared())
    from serikat.fronts.command_line.import_members.taking_in import import_members  # noqa: PLC0415

    return import_members(options)


def _work(_options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.web import work  # noqa: PLC0415

    return work()


def _migrate(_options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.web import migrate  # noqa: PLC0415

    return migrate()


def _backup(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.keeping.backup import back_up  # noqa: PLC0415

    return back_up(options.file)


def _restore(options: argparse.Namespace) -> int:
    from serikat.fronts.command_line.keeping.restore import restore  # noqa: PLC0415

    return restore(options.file, replace=options.replace)


def _place() -> tuple[str, int] | None:
    """Where to listen; None where the port is none, which was then said."""
    host, port = os.environ.get("SERIKAT_HOST", "127.0.0.1"), os.environ.get("SERIKAT_PORT", "8000")
    if not port.isdecimal() or int(port) > _LAST_PORT:
        print(f"SERIKAT_PORT={port}: isi angka sampai {_LAST_PORT} / give a number up to {_LAST_PORT}", file=sys.stderr)
        return None
    return host, int(port)


if __name__ == "__main__":
    sys.exit(main())
