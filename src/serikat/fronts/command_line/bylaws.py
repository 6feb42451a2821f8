"""`serikat bylaws new`: an officer's bylaws by question and answer, safe to stop and go on with."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from serikat.engines.judgement.standard import Parameter, ParameterValue
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.parameters import parameter_words
from serikat.engines.legitimacy.questionnaire import (
    Head,
    Question,
    Reply,
    consequence,
    edition_toml,
    questions,
    value_of,
)
from serikat.engines.legitimacy.terms import say

BAD_ARGUMENTS = 2
_EXISTS = Words(
    "{file} sudah ada dan tidak ditimpa. Beri nama lain.",
    "{file} is there already and is not written over. Name another.",
)
_INTRO = Words(
    "Setiap jawaban disimpan. Berhenti kapan saja dengan Ctrl-C; perintah yang sama melanjutkan.\n"
    "Nomor pasal dikosongkan (Enter) berarti: tidak diatur.",
    "Every answer is kept. Stop at any time with Ctrl-C; the same command goes on.\n"
    "An empty article number (Enter) means: not regulated.",
)
_TITLE = Words("Nama naskah (misalnya Anggaran Rumah Tangga ... tahun ...)", "Name of the text")
_ISSUER = Words("Organisasi yang menetapkan", "The organisation that adopted it")
_SINCE = Words("Berlaku sejak (seperti 2024-08-01)", "In force from (such as 2024-08-01)")
_ABOUT = Words("{title}. Contoh bunyinya: {wording}", "{title}. A sample: {wording}")
_ARTICLE = Words(
    "  Nomor pasal, seperti Pasal 12 ayat (3) (kosong = tidak diatur)",
    "  Article, such as 12(3) (empty = not regulated)",
)
_QUOTE = Words("  Kutipan bunyi pasal", "  Quote of the article")
_VALUE = Words("  {asked} (contoh: {sample}; kosong = tidak disebut)", "  {asked} (sample: {sample}; empty = not said)")
_AGAIN = Words("  Belum terbaca; tulis seperti contoh.", "  That cannot be read; write it like the sample.")
_NEEDED = Words("  Ini perlu diisi.", "  This is needed.")
_DONE = Words("Tersimpan: {file}. Coba dengan: serikat assembly judge CATATAN.json --bylaws {file}",
              "Written: {file}. Try it: serikat assembly judge RECORD.json --bylaws {file}")  # fmt: skip
_STOPPED = Words("Jawaban tersimpan di {file}.", "The answers are kept in {file}.")

Draft = dict[str, Any]


def new_bylaws(options: argparse.Namespace) -> int:
    """Asks, keeps each answer beside the file, and writes the edition at the end."""
    file, language = options.file, options.lang
    if file.exists():
        print(_EXISTS.filled(file=file).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    kept = file.with_name(f"{file.name}.jawaban.json")
    draft: Draft = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {"head": {}, "replies": {}}
    try:
        _ask_all(draft, kept, language)
    except (KeyboardInterrupt, EOFError):
        print("\n" + _STOPPED.filled(file=kept).in_language(language), file=sys.stderr)
        return BAD_ARGUMENTS
    head = Head(re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "naskah", draft["head"]["title"],
                draft["head"]["issuer"], date.fromisoformat(draft["head"]["since"]))  # fmt: skip
    file.write_text(
        edition_toml(head, {rule: _reply(each) for rule, each in draft["replies"].items()}), encoding="utf-8"
    )
    kept.unlink()
    print(_DONE.filled(file=file).in_language(language))
    return 0


def _ask_all(draft: Draft, kept: Path, language: Language) -> None:
    print(_INTRO.in_language(language))
    for key, words in (("title", _TITLE), ("issuer", _ISSUER), ("since", _SINCE)):
        while not draft["head"].get(key):
            draft["head"][key] = _needed(words, language, is_day=key == "since")
            _keep(draft, kept)
    for question in questions():
        if question.rule not in draft["replies"]:
            reply = _ask(question, language)
            draft["replies"][question.rule] = {"article": reply.article, "quote": reply.quote, "values": reply.values}
            _keep(draft, kept)


def _needed(words: Words, language: Language, *, is_day: bool) -> str:
    while True:
        said = _input(words, language)
        if said and (not is_day or _is_day(said)):
            return said
        print((_AGAIN if is_day else _NEEDED).in_language(language))


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def _ask(question: Question, language: Language) -> Reply:
    clause = question.clause
    print("\n" + say(_ABOUT, title=clause.title, wording=clause.wording).in_language(language))
    article = _input(_ARTICLE, language)
    if not article:
        reply = Reply()
        told = consequence(question, reply)
        print(f"  {told.in_language(language)}" if told else "")
        return reply
    quote, values = _input(_QUOTE, language), {}
    for parameter in clause.parameters:
        value = _ask_value(question.rule, parameter, language)
        if value is not None:
            values[parameter.name] = value
    return Reply(article, quote, values)


def _ask_value(rule: str, parameter: Parameter, language: Language) -> ParameterValue | None:
    words = say(_VALUE, asked=parameter_words(rule, parameter.name), sample=parameter.value)
    while said := _input(words, language):
        try:
            return value_of(said, parameter)
        except ValueError:
            print(_AGAIN.in_language(language))
    return None


def _input(words: Words, language: Language) -> str:
    return " ".join(input(f"{words.in_language(language)}: ").split())


def _keep(draft: Draft, kept: Path) -> None:
    kept.write_text(json.dumps(draft, ensure_ascii=False, indent=1), encoding="utf-8")


def _reply(each: Mapping[str, Any]) -> Reply:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in each["values"].items()}
    return Reply(each["article"], each["quote"], values)
