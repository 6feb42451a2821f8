"""`serikat assembly new`: a past assembly entered from its papers, safe to stop and go on with."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.paper_file import NEEDED, QUESTIONS, PaperQuestion, answered, empty_record
from serikat.engines.legitimacy.reading import RecordError

BAD_ARGUMENTS = 2
_EXISTS = Words(
    "{file} sudah ada dan dibiarkan. Beri nama lain.",
    "{file} is there already and is kept. Name another.",
)
_INTRO = Words(
    "Setiap jawaban disimpan; berhenti dengan Ctrl-C, perintah yang sama melanjutkan. Tidak tahu: Enter saja.",
    "Every answer is kept; stop with Ctrl-C, the same command goes on. Press Enter for what is not known.",
)
_PAPER = Words("  Berkas pindaian {paper} (kosong = tidak ada)", "  Scan of {paper} (empty = none)")
_NO_PAPER = Words("  Berkas itu tidak terbaca.", "  That file cannot be read.")
_DONE = Words(
    "Tersimpan: {file}. Nilai dengan: serikat assembly judge {file}. Fakta lain dapat ditambahkan di berkas itu.",
    "Written: {file}. Judge it: serikat assembly judge {file}. Further facts can be added in the file.",
)
_STOPPED = Words("Jawaban tersimpan di {file}.", "The answers are kept in {file}.")


def new_record(options: argparse.Namespace) -> int:
    """Asks for the facts, keeps each answer beside the file, and writes the record at the end."""
    file, language = options.file, options.lang
    if file.exists():
        print(_EXISTS.filled(file=file).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    kept = file.with_name(f"{file.name}.jawaban.json")
    draft: dict[str, Any] = {"record": empty_record(file.stem), "asked": [], "papers": {}}
    if kept.exists():
        draft = json.loads(kept.read_text(encoding="utf-8"))
    print(_INTRO.in_language(language))
    try:
        for question in QUESTIONS:
            if question.place not in draft["asked"]:
                _ask(question, draft, language)
                draft["asked"].append(question.place)
                kept.write_text(json.dumps(draft, ensure_ascii=False, indent=1), encoding="utf-8")
    except (KeyboardInterrupt, EOFError):
        print("\n" + _STOPPED.filled(file=kept).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    file.write_text(json.dumps(draft["record"], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept.unlink(missing_ok=True)
    print(_DONE.filled(file=file).in_language(language))
    return 0


def _ask(question: PaperQuestion, draft: dict[str, Any], language: Language) -> None:
    while True:
        said = _input(question.asks, language)
        if not said and question.place not in NEEDED:
            return
        try:
            paper = _paper(question, draft, language) if said else ""
            draft["record"] = answered(draft["record"], question, said, paper)
        except (RecordError, ValueError) as error:
            print(f"  {error.said.in_language(language) if isinstance(error, RecordError) else error}")
        else:
            return


def _paper(question: PaperQuestion, draft: dict[str, Any], language: Language) -> str:
    """The hash of the paper in which the fact stands, asked for once."""
    if question.paper is None:
        return ""
    while question.paper.id not in draft["papers"]:
        words = Words(_PAPER.id.format(paper=question.paper.id), _PAPER.en.format(paper=question.paper.en))
        path = _input(words, language)
        try:
            draft["papers"][question.paper.id] = hashlib.sha256(Path(path).read_bytes()).hexdigest() if path else ""
        except OSError:
            print(_NO_PAPER.in_language(language))
    return str(draft["papers"][question.paper.id])


def _input(words: Words, language: Language) -> str:
    return " ".join(input(f"{words.in_language(language)}: ").split())
