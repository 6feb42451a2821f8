"""`serikat assembly judge`: an assembly's record against its bylaws, as text, JSON and a page to print."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import StandardError
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.editions import shipped_bylaws, with_files
from serikat.engines.legitimacy.judging import ArticleFinding, AssemblyJudgement, AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.phrases import MEANINGS, OUTCOMES, SAID, VERDICTS
from serikat.engines.legitimacy.reading import RecordError, read_record
from serikat.engines.legitimacy.record import EditionInForce, Record

BAD_ARGUMENTS = 2
_EXITS = {AssemblyVerdict.VALID: 0, AssemblyVerdict.INVALID: 1, AssemblyVerdict.UNDETERMINED: 4}
_STYLES = {Outcome.MET: "green", Outcome.NOT_MET: "dark_orange3", Outcome.UNCLEAR: "yellow"}
_SIGNS = {
    Outcome.MET: "✓",
    Outcome.NOT_MET: "✗",
    Outcome.UNCLEAR: "?",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.FAILED_TO_RUN: "╌",
}
_NO_EDITION = Words(
    "{file}: catatan ini menyebut edisi {name}, yang tidak ada. Ada: {held}. Berikan berkasnya dengan --bylaws.",
    "{file}: this record names the edition {name}, not at hand. There are: {held}. Give its file with --bylaws.",
)
_UNNAMED = Words(
    '{file}: catatan ini tidak menyebut edisi. Sebutkan di "editions", atau berikan berkasnya dengan --bylaws.',
    '{file}: this record names no edition. Name it in "editions", or give its file with --bylaws.',
)


def judge_record(options: argparse.Namespace) -> int:
    """Judges one record; exit 0 valid, 1 invalid, 4 undetermined, 2 where something cannot be used."""
    try:
        record = read_record(options.file.read_bytes())
        editions = with_files(shipped_bylaws(), options.bylaws)
    except (OSError, RecordError, StandardError) as error:
        print(f"{options.file}: {error}" if isinstance(error, RecordError) else f"{error}", file=sys.stderr)
        return BAD_ARGUMENTS
    record = _with_editions(record, editions, options.bylaws)
    if (wrong := _unusable(options.file, record, editions)) is not None:
        print(f"{wrong.id}\n{wrong.en}", file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        judgement = judge_assembly(record, editions)
        return _written(judgement, options)
    except (OSError, RecordError) as error:
        print(f"{error}", file=sys.stderr)
        return BAD_ARGUMENTS


def _with_editions(record: Record, editions: tuple[Standard, ...], files: list[Path]) -> Record:
    """A record that names no edition is judged by the files given."""
    if record.editions or not files:
        return record
    return replace(record, editions=tuple(EditionInForce(edition.id) for edition in editions[-len(files) :]))


def _unusable(file: Path, record: Record, editions: tuple[Standard, ...]) -> Words | None:
    held = [edition.id for edition in editions]
    named = [edition.id for edition in record.editions if edition.applied]
    named += [name for position in record.positions for name in position.editions or ()]
    for name in named:
        if name not in held:
            return _NO_EDITION.filled(file=file, name=name, held=", ".join(held))
    return None if named else _UNNAMED.filled(file=file)


def _written(judgement: AssemblyJudgement, options: argparse.Namespace) -> int:
    if options.html is not None:
        from serikat.fronts.command_line.assembly_pages.page import render_assembly  # noqa: PLC0415

        options.html.write_text(render_assembly(judgement, options.lang), encoding="utf-8")
    if options.json == "-":
        sys.stdout.buffer.write(judgement_json(judgement))
        return _EXITS[judgement.verdict]
    if options.json is not None:
        Path(options.json).write_bytes(judgement_json(judgement))
    print_judgement(judgement, Console(highlight=False), options.lang)
    return _EXITS[judgement.verdict]


def print_judgement(judgement: AssemblyJudgement, console: Console, language: Language = "id") -> None:
    """The verdict, then what it rests on: roots with what falls with them, open facts, positions, all articles."""

    def say(key: str) -> str:
        return SAID[key].in_language(language)

    assembly = judgement.record.assembly
    console.print(Text(f"{say('document')} · {say('for_reviewer').lower()}", style="dim"))
    console.print(Text(_safe(assembly.title), style="bold"), Text(f"{assembly.held_on}"), sep="\n")
    titles = "; ".join(edition.title.in_language(language) for edition in judgement.editions)
    console.print(Text(f"{say('by_editions')}: {titles}\n"))
    console.print(Text(VERDICTS[judgement.verdict].in_language(language), style="bold"))
    console.print(Text(MEANINGS[judgement.verdict].in_language(language)))
    _print_roots(judgement, console, language)
    if judgement.positions:
        console.print(Text(f"\n{say('positions')}", style="bold"))
        for position in judgement.positions:
            verdict = VERDICTS[position.verdict].in_language(language)
            console.print(Padding(Text(f"{_safe(position.name)}: {verdict}"), (0, 2)))
        console.print(Padding(Text(f"{say('divides')}: {', '.join(judgement.divides) or '–'}"), (0, 2)))
    if judgement.open_facts:
        console.print(Text(f"\n{say('open')}", style="bold"))
        for article, need in judgement.open_facts:
            console.print(Padding(Text(f"? {article}: {_safe(need.question.in_language(language))}"), (0, 2)))
    console.print(Text(f"\n{say('articles')}", style="bold"))
    for finding in judgement.findings:
        _print_article(finding, console, language)
    console.print(Text(f"\n{say('limits')}", style="dim"))


def _print_roots(judgement: AssemblyJudgement, console: Console, language: Language) -> None:
    roots = [finding for finding in judgement.findings if finding.is_root]
    if not roots:
        return
    console.print(Text(f"\n{SAID['roots'].in_language(language)}", style="bold"))
    for root in roots:
        console.print(Padding(_line(root, language), (0, 2)))
        for quote in root.quotes:
            by = f" ({SAID['attested'].in_language(language).format(by=quote.by)})" if quote.by else ""
            if quote.text:
                console.print(Padding(Text(f"“{_safe(quote.text)}”{by}", style="dim"), (0, 4)))
        fallen = [finding.article for finding in judgement.findings if finding.because_of == root.article]
        if fallen:
            console.print(Padding(Text(f"{SAID['falls'].in_language(language)}: {', '.join(fallen)}"), (0, 4)))


def _print_article(finding: ArticleFinding, console: Console, language: Language) -> None:
    if finding.outcome is not Outcome.NOT_APPLICABLE:
        console.print(Padding(_line(finding, language), (0, 2)))


def _line(finding: ArticleFinding, language: Language) -> Text:
    text = Text(f"{_SIGNS[finding.outcome]} ", style=_STYLES.get(finding.outcome, ""))
    text.append(f"{finding.article} · {finding.title.in_language(language)}", style="bold default")
    text.append(f" · {OUTCOMES[finding.outcome].in_language(language)}\n", style="default")
    return text.append(_safe(finding.reason.in_language(language)), style="not bold default")


def _safe(text: str) -> str:
    """The text without control characters, which a record could use to write over the screen."""
    return "".join(letter for letter in text if letter.isprintable() or letter == " ")
