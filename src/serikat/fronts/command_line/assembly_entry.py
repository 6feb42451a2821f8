"""`serikat assembly new`: a past assembly entered from its papers, safe to stop and go on with."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from serikat.engines.judgement.loading import StandardError
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.editions import edition_texts, read_editions
from serikat.engines.legitimacy.paper_answers import entries_of_units, put
from serikat.engines.legitimacy.paper_file import NEEDED, Ask, automatic, empty_record, fact_at, next_ask
from serikat.engines.legitimacy.reading import RecordError, record_of
from serikat.engines.legitimacy.terms import in_language

BAD_ARGUMENTS = 2
_EXISTS = Words(
    "{file} sudah ada dan dibiarkan. Beri nama lain.",
    "{file} is there already and is kept. Name another.",
)
_INTRO = Words(
    "Setiap jawaban disimpan; berhenti dengan Ctrl-C, perintah yang sama melanjutkan. Tidak tahu: Enter saja.\n"
    'Untuk daftar: "semua …" menjawab juga yang berikutnya, "-" mencoret baris itu.',
    "Every answer is kept; stop with Ctrl-C, the same command goes on. Press Enter for what is not known.\n"
    'In a list "all …" answers those that follow too, and "-" strikes that line.',
)
_NO_EDITION = Words(
    "  Edisi {names} tidak ada di sini, jadi semua ditanyakan. Berkasnya: --bylaws. Yang ada: {held}.",
    "  The edition {names} is not at hand, so everything is asked. Its file: --bylaws. There are: {held}.",
)
_PAPER = Words("  Berkas pindaian {paper} (kosong = tidak ada)", "  Scan of {paper} (empty = none)")
_PAPERS = {
    "call": Words("surat panggilan", "the call"),
    "old_decree": Words("SK pengurus lama", "the decree of the outgoing board"),
    "roll": Words("daftar pemilih tetap", "the final roll"),
    "attendance": Words("daftar hadir", "the attendance list"),
    "minutes": Words("berita acara", "the minutes"),
    "new_decree": Words("SK pengurus baru", "the decree of the new board"),
}
_NO_PAPER = Words("  Berkas itu tidak terbaca.", "  That file cannot be read.")
_DONE = Words(
    "Tersimpan: {file}. Nilai dengan: serikat assembly judge {file}",
    "Written: {file}. Judge it: serikat assembly judge {file}",
)
_STOPPED = Words("Jawaban tersimpan di {file}.", "The answers are kept in {file}.")
_ALL = ("semua ", "all ")

Draft = dict[str, Any]


def new_record(options: argparse.Namespace) -> int:
    """Asks for what the bylaws need, keeps each answer beside the file, and writes the record at the end."""
    file, language = options.file, options.lang
    if file.exists():
        print(_EXISTS.filled(file=file).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    kept = file.with_name(f"{file.name}.jawaban.json")
    draft: Draft = {"record": empty_record(file.stem), "asked": [], "papers": {}}
    if kept.exists():
        draft = json.loads(kept.read_text(encoding="utf-8"))
    try:
        texts = edition_texts(options.bylaws)
        print(_INTRO.in_language(language))
        _ask_all(draft, kept, texts, language)
    except (StandardError, OSError) as error:
        print(f"{error}", file=sys.stderr)
        return BAD_ARGUMENTS
    except (KeyboardInterrupt, EOFError):
        print("\n" + _STOPPED.filled(file=kept).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    file.write_text(json.dumps(draft["record"], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept.unlink(missing_ok=True)
    print(_DONE.filled(file=file).in_language(language))
    return 0


def _ask_all(draft: Draft, kept: Path, texts: dict[str, str], language: Language) -> None:
    held = {edition.id: edition for edition in read_editions(texts)}
    told = False
    while True:
        names = [each["id"] for each in draft["record"].get("editions", ())]
        editions = [held[name] for name in names if name in held]
        if names and len(editions) < len(names) and not told:
            print(_NO_EDITION.filled(names=", ".join(names), held=", ".join(held)).in_language(language))
            told = True
        _fill(draft, editions)
        ask = next_ask(draft["record"], draft["asked"], editions)
        if ask is None:
            return
        _ask(ask, draft, editions, language)
        kept.write_text(json.dumps(draft, ensure_ascii=False, indent=1), encoding="utf-8")


def _fill(draft: Draft, editions: list[Standard]) -> None:
    """The lists that follow from the units, once these are known."""
    if not draft["record"].get("units"):
        return
    for question in automatic(draft["record"], editions):
        *steps, last = question.place.strip("/").split("/")
        at = draft["record"]
        for step in steps:
            at = at.setdefault(step, {})
        at[last] = entries_of_units(draft["record"], question.place)


def _ask(ask: Ask, draft: Draft, editions: list[Standard], language: Language) -> None:
    """Puts one question until it is answered or left; an answer for all is put to those that follow too."""
    while True:
        about = f"[{in_language(ask.about, language)}] " if ask.about else ""
        said = _input(Words(f"{about}{ask.question.asks.id}", f"{about}{ask.question.asks.en}"), language)
        if not said and ask.place in NEEDED:
            continue
        prefix = next((each for each in _ALL if said.lower().startswith(each)), "")
        try:
            answer = _answer(ask, said[len(prefix) :], draft, language) if said else ""
        except (RecordError, OSError) as error:
            print(f"  {error.said.in_language(language)}" if isinstance(error, RecordError) else _no_paper(language))
            continue
        if answer != "-":
            draft["asked"].append(ask.key)
        _spread(ask, answer, draft, editions) if prefix else None
        return


def _spread(ask: Ask, answer: str, draft: Draft, editions: list[Standard]) -> None:
    """The same answer for the entries that follow, as far as the same question is asked of them."""
    while (following := next_ask(draft["record"], draft["asked"], editions)) and following.question == ask.question:
        draft["record"] = put(draft["record"], following.place, following.question.kind, answer)
        draft["asked"].append(following.key)


def _answer(ask: Ask, said: str, draft: Draft, language: Language) -> str:
    """Puts the answer into the record and returns it, a file as its hash; raises RecordError and OSError."""
    if ask.question.kind == "file" and said != "-":
        said = hashlib.sha256(Path(said).read_bytes()).hexdigest()
    held = put(draft["record"], ask.place, ask.question.kind, said)
    paper = _paper(ask, draft, language) if said != "-" else ""
    group = fact_at(held, ask.place.rpartition("/")[0]) if paper else None
    if isinstance(group, dict) and "attested" not in group and set(group) - {"items"}:
        group["attested"] = [{"by": _PAPERS[ask.question.paper].id, "document": paper}]
    if {"title", "held_on"} <= held["assembly"].keys():
        record_of(held)
    draft["record"] = held
    return said


def _paper(ask: Ask, draft: Draft, language: Language) -> str:
    """The hash of the paper in which the fact stands, asked for once."""
    name = ask.question.paper
    while name and name not in draft["papers"]:
        path = _input(
            Words(_PAPER.id.format(paper=_PAPERS[name].id), _PAPER.en.format(paper=_PAPERS[name].en)), language
        )
        try:
            draft["papers"][name] = hashlib.sha256(Path(path).read_bytes()).hexdigest() if path else ""
        except OSError:
            print(_no_paper(language))
    return str(draft["papers"].get(name, ""))


def _no_paper(language: Language) -> str:
    return _NO_PAPER.in_language(language)


def _input(words: Words, language: Language) -> str:
    return " ".join(input(f"{words.in_language(language)}: ").split())
