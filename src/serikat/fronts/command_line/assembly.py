"""`serikat assembly judge`: an assembly's record against its bylaws, as text, JSON and a page to print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import StandardError, load_standard
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.editions import edition_texts, editions_beside, named_editions, read_editions
from serikat.engines.legitimacy.fact_names import place_words
from serikat.engines.legitimacy.judging import (
    ArticleFinding,
    AssemblyJudgement,
    AssemblyVerdict,
    judge_assembly,
    known_rules,
)
from serikat.engines.legitimacy.naming import with_names
from serikat.engines.legitimacy.phrases import (
    OUTCOMES,
    SAID,
    VERDICTS,
    article_words,
    divides_words,
    heading,
    is_advice,
    meaning,
    notes,
    position_note,
    sentence,
    waiting_words,
)
from serikat.engines.legitimacy.questionnaire import titles
from serikat.engines.legitimacy.reading import RecordError, read_record
from serikat.engines.legitimacy.record import EditionInForce, Record
from serikat.engines.legitimacy.terms import in_language

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
_OUT_OF_REACH = Words(
    "{file} tidak dapat dibuka ({error}). Periksa nama dan letaknya.",
    "{file} cannot be opened ({error}). Check its name and where it lies.",
)


def judge_record(options: argparse.Namespace) -> int:
    """Judges one record; exit 0 valid, 1 invalid, 4 undetermined, 2 where something cannot be used."""
    try:
        record = read_record(options.file.read_bytes())
        texts = edition_texts([*editions_beside(options.file, record), *options.bylaws])
        editions = read_editions(texts)
    except (OSError, RecordError, StandardError) as error:
        return _refused(error, options.file)
    record = _with_editions(record, options.bylaws)
    if (wrong := _unusable(options.file, record, editions)) is not None:
        print(f"{wrong.id}\n{wrong.en}", file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        judgement, named = judge_assembly(record, editions), with_names(record)
        return _written(judgement, judgement if named is record else judge_assembly(named, editions), options)
    except (OSError, RecordError) as error:
        return _refused(error, options.file)


def _refused(error: OSError | RecordError | StandardError, record: Path) -> int:
    """Says what cannot be used; a fault of the record names it, others name their own file."""
    if isinstance(error, OSError):
        words = _OUT_OF_REACH.filled(file=error.filename or record, error=error.strerror)
        print(f"{words.id}\n{words.en}", file=sys.stderr)
    else:
        print(f"{record}: {error}" if isinstance(error, RecordError) else f"{error}", file=sys.stderr)
    return BAD_ARGUMENTS


def _with_editions(record: Record, files: list[Path]) -> Record:
    """A record that names no edition is judged by the files given."""
    if record.editions or not files:
        return record
    named = [load_standard(file.read_text(encoding="utf-8-sig"), str(file), known_rules()).id for file in files]
    return replace(record, editions=tuple(EditionInForce(id=name) for name in named))


def _unusable(file: Path, record: Record, editions: tuple[Standard, ...]) -> Words | None:
    held = [edition.id for edition in editions]
    named = sorted(named_editions(record))
    for name in named:
        if name not in held:
            return _NO_EDITION.filled(file=file, name=name, held=", ".join(held))
    return None if named else _UNNAMED.filled(file=file)


def _written(judgement: AssemblyJudgement, shown: AssemblyJudgement, options: argparse.Namespace) -> int:
    """JSON of the judgement by ids; the page and the terminal as shown, with names."""
    if options.html is not None:
        from serikat.fronts.command_line.assembly_pages.page import render_assembly  # noqa: PLC0415

        options.html.write_text(render_assembly(shown, options.lang), encoding="utf-8")
    if options.json == "-":
        sys.stdout.buffer.write(judgement_json(judgement))
        return _EXITS[judgement.verdict]
    if options.json is not None:
        Path(options.json).write_bytes(judgement_json(judgement))
    print_judgement(shown, Console(highlight=False), options.lang)
    return _EXITS[judgement.verdict]


def print_judgement(judgement: AssemblyJudgement, console: Console, language: Language = "id") -> None:
    """The verdict, then what it rests on: roots with what falls with them, open facts, positions, all articles."""

    def say(key: str) -> str:
        return SAID[key].in_language(language)

    assembly = judgement.record.assembly
    console.print(Text(f"{say('document')} · {say('for_reviewer').lower()}", style="dim"))
    console.print(Text(_safe(assembly.title), style="bold"), Text(in_language(assembly.held_on, language)), sep="\n")
    texts = "; ".join(edition.title.in_language(language) for edition in judgement.editions)
    console.print(Text(f"{say('by_editions')}: {texts}\n"))
    console.print(Text(VERDICTS[judgement.verdict].in_language(language), style="bold"))
    console.print(Text(_safe(sentence(judgement).in_language(language))))
    console.print(Text(meaning(judgement).in_language(language), style="dim"))
    for note in notes(judgement):
        console.print(Text(note.in_language(language)))
    _print_roots(judgement, console, language)
    if judgement.positions:
        _print_positions(judgement, console, language)
    if judgement.open_facts:
        console.print(Text(f"\n{say('open')}", style="bold"))
        for article, need in judgement.open_facts:
            waits = waiting_words(judgement, article, need.place).in_language(language)
            console.print(Padding(Text(f"? {waits}: {_safe(need.question.in_language(language))}"), (0, 2)))
    if not judgement.positions:
        console.print(Text(f"\n{say('articles')}", style="bold"))
        _print_articles(judgement.findings, console, language)
        if judgement.unregulated:
            silent = titles(judgement.unregulated).in_language(language)
            console.print(Text(f"\n{say('unregulated')}: {silent}."))
    for edition in judgement.editions:
        if edition.note is not None:
            console.print(Text(f"\n{edition.title.in_language(language)}: {edition.note.in_language(language)}"))
    console.print(Text(f"\n{say('limits')}", style="dim"))


def _print_roots(judgement: AssemblyJudgement, console: Console, language: Language) -> None:
    roots = [finding for finding in judgement.findings if finding.is_root]
    if not roots:
        return
    console.print(Text(f"\n{SAID['roots'].in_language(language)}", style="bold"))
    for root in roots:
        console.print(Padding(_line(root, language), (0, 2)))
        _print_quotes(root, console, language)
        fallen = [
            article_words(finding).in_language(language)
            for finding in judgement.findings
            if finding.because_of == root.label
        ]
        if fallen:
            console.print(Padding(Text(f"{SAID['falls'].in_language(language)}: {', '.join(fallen)}"), (0, 4)))


def _print_quotes(root: ArticleFinding, console: Console, language: Language) -> None:
    """The facts on which a root rests, each with who attests it."""
    for quote in root.quotes:
        by = f" ({SAID['attested'].in_language(language).format(by=_safe(quote.source))})" if quote.by else ""
        if said := _safe(quote.words.in_language(language)):
            where = place_words(quote.place).in_language(language)
            console.print(Padding(Text(f"{where}: “{said}”{by}", style="dim"), (0, 4)))


def _print_positions(judgement: AssemblyJudgement, console: Console, language: Language) -> None:
    """Each position with its verdict, its articles, and the facts on which those fail."""
    console.print(Text(f"\n{SAID['positions'].in_language(language)}", style="bold"))
    for position in judgement.positions:
        verdict = VERDICTS[position.verdict].in_language(language)
        console.print(Padding(Text(f"{_safe(position.name)}: {verdict}", style="bold"), (0, 2)))
        if note := position_note(judgement, position):
            console.print(Padding(Text(note.in_language(language), style="dim"), (0, 2)))
        _print_articles(position.findings, console, language, indent=4, with_quotes=True)
    if parting := [each.in_language(language) for each in divides_words(judgement)]:
        console.print(Padding(Text(f"{SAID['divides'].in_language(language)}: {', '.join(parting)}"), (0, 2)))


def _print_articles(
    findings: Iterable[ArticleFinding],
    console: Console,
    language: Language,
    indent: int = 2,
    *,
    with_quotes: bool = False,
) -> None:
    """Those that apply; what falls with a root is listed there."""
    for finding in findings:
        if finding.outcome is not Outcome.NOT_APPLICABLE and not finding.because_of:
            console.print(Padding(_line(finding, language), (0, indent)))
            if with_quotes and finding.is_root:
                _print_quotes(finding, console, language)


def _line(finding: ArticleFinding, language: Language) -> Text:
    text = Text(f"{_SIGNS[finding.outcome]} ", style=_STYLES.get(finding.outcome, ""))
    text.append(heading(finding).in_language(language), style="bold default")
    advice = f" ({SAID['advice'].in_language(language)})" if is_advice(finding) else ""
    text.append(f" · {OUTCOMES[finding.outcome].in_language(language)}{advice}\n", style="default")
    return text.append(_safe(finding.reason.in_language(language)), style="not bold default")


def _safe(text: str) -> str:
    """The text without control characters, which a record could use to write over the screen."""
    return "".join(letter for letter in text if letter.isprintable() or letter == " ")
