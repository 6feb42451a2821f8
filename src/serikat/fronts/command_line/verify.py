"""`serikat verify FILE`: whether a signed file is as it was signed, by whom, and whether its judgement follows.

It imports nothing but the standard library and engines that do the same, since it also runs alone, as the archive
`serikat-verify.pyz`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from serikat import RELEASE
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.certificate import JUDGES
from serikat.engines.legitimacy.terms import in_language
from serikat.engines.proof.certificate import (
    CERTIFICATE_FORMAT,
    Certificate,
    Checked,
    Integrity,
    Rederived,
    check_signed,
    integrity_of,
)
from serikat.engines.proof.commitments import opened
from serikat.engines.proof.heads import HEAD_FORMAT, Comparison, Head, compare, head_of
from serikat.engines.proof.public_keys import KEY_FORMAT, PublicKey, Standing, key_of, read_key
from serikat.engines.proof.signed import LARGEST_FILE, AlteredError, Signed, read_signed
from serikat.fronts.command_line import verify_words as said
from serikat.fronts.command_line.verify_options import add_verify_options

FITS, ALTERED, BAD_ARGUMENTS, NOT_TRUSTED, NOT_SHOWN = range(5)


class CannotStartError(Exception):
    """A file given as an option that cannot be used; `words` say what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Given:
    """The files that the person gave, read."""

    file: bytes
    keys: tuple[PublicKey, ...]
    head: Head | None
    annex: Any


def main(arguments: Sequence[str] | None = None) -> int:
    """The verifier on its own; returns the exit status that docs/command-line.md explains."""
    parser = argparse.ArgumentParser(prog="serikat-verify", description=f"Checks a certificate (Serikat {RELEASE}).")
    add_verify_options(parser)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows fewer signs still shows the rest
    return verify(parser.parse_args(arguments))


def verify(options: argparse.Namespace) -> int:
    """Checks the file, prints what was found in the language asked for, and returns the exit status."""
    try:
        given = _given(options)
        kind, found = _checked(given)
        names = _names(options, given, found)
        _write(options, _report(given, kind, found, names))
    except CannotStartError as error:
        print(error.words.in_language(options.lang), file=sys.stderr)
        return BAD_ARGUMENTS
    if options.json != "-":
        print("\n".join(_lines(given, found, names, options.lang)))
    return _status(given, found)


def _checked(given: Given) -> tuple[str, Checked]:
    """What the file says it is, and what was found. What cannot say so is taken for a certificate that was altered."""
    kind = CERTIFICATE_FORMAT
    try:
        signed = read_signed(given.file)
        kind = signed.format
        if kind in {KEY_FORMAT, HEAD_FORMAT}:
            return kind, _of_key_or_head(signed, given)
        if kind != CERTIFICATE_FORMAT:
            return kind, _of_unknown_format(signed, given)
        return kind, check_signed(signed, given.keys, JUDGES, given.head)
    except AlteredError as error:
        return kind, Checked(Integrity.ALTERED, str(error))


def _of_key_or_head(signed: Signed, given: Given) -> Checked:
    """A key or a head has no judgement; its time is that from which it speaks."""
    head = head_of(signed) if signed.format == HEAD_FORMAT else None
    integrity, signatures = integrity_of(signed.signers, head.at if head else key_of(signed).valid_from, given.keys)
    compared = compare(head, given.head) if head and given.head else None
    return Checked(integrity, signatures=signatures, head=compared)


def _of_unknown_format(signed: Signed, given: Given) -> Checked:
    """A document that a later release may have made: whose it is can be told, and what it says cannot."""
    at = str(signed.content.get("signed_at", ""))
    integrity, signatures = integrity_of(signed.signers, at, given.keys)
    return Checked(integrity, signatures=signatures, rederived=Rederived.NOT_POSSIBLE, difference=signed.format)


def _status(given: Given, found: Checked) -> int:
    if found.integrity is Integrity.ALTERED or found.head is Comparison.CONTRADICTS:
        return ALTERED
    if found.integrity is not Integrity.INTACT:
        return NOT_TRUSTED
    is_compared = given.head is None or found.head in {Comparison.SAME, Comparison.CONSISTENT}
    held = found.certificate
    is_derived = found.rederived in {Rederived.EQUAL, Rederived.NOT_TRIED}
    is_shown = is_compared and is_derived and (held is None or held.is_included is not False)
    return FITS if is_shown else NOT_SHOWN


def _given(options: argparse.Namespace) -> Given:
    keys = []
    for file in options.key:
        try:
            keys.append(read_key(_read(file)))
        except AlteredError as error:
            raise CannotStartError(said.NO_KEY.filled(file=file, why=error)) from error
    try:
        head = head_of(read_signed(_read(options.head))) if options.head else None
    except AlteredError as error:
        raise CannotStartError(said.NO_HEAD.filled(file=options.head, why=error)) from error
    try:
        annex = json.loads(_read(options.annex)) if options.annex else None
    except (ValueError, RecursionError) as error:
        raise CannotStartError(said.NO_ANNEX.filled(file=options.annex, why=error)) from error
    return Given(_read(options.file), tuple(keys), head, annex)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened_file:
            # One byte more than may be, so that a larger file is refused and never held whole.
            return opened_file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise CannotStartError(said.UNREADABLE.filled(file=file, error=error.strerror)) from error


def _names(options: argparse.Namespace, given: Given, found: Checked) -> dict[str, str]:
    if given.annex is None or found.certificate is None:
        return {}
    try:
        return opened(given.annex, found.certificate.draft.commitments)
    except AlteredError as error:
        raise CannotStartError(said.NO_ANNEX.filled(file=options.annex, why=error)) from error


def _verdict(found: Checked) -> str | None:
    return None if found.certificate is None else str(found.certificate.draft.judgement.get("verdict"))


def _rests_on(held: Certificate) -> list[dict[str, str]]:
    """The articles that the stated verdict rests on: those not met by themselves, then those that wait for a fact."""
    findings, waiting = held.draft.judgement.get("findings"), held.draft.judgement.get("open_facts")
    binding = [each for each in _objects(findings) if each.get("level") == "mandatory" and not each.get("because_of")]
    roots = [(each, "reason") for each in binding if each.get("outcome") == "not_met"]
    told = [*roots, *((each, "question") for each in _objects(waiting))]
    return [{"article": str(each.get("article")), "said": str(each.get(key)), "said_en": str(each.get(f"{key}_en"))}
            for each, key in told]  # fmt: skip


def _objects(listed: Any) -> list[dict[str, Any]]:
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _report(given: Given, kind: str, found: Checked, names: dict[str, str]) -> dict[str, Any]:
    """The result as plain values; docs/command-line.md lists the keys."""
    held = found.certificate
    return {
        "format": kind,
        "integrity": found.integrity.value,
        "why": found.why,
        "signatures": [{"key": key, "standing": standing.value} for key, standing in found.signatures],
        "verdict": _verdict(found),
        "articles": _rests_on(held) if held else [],
        "rederived": found.rederived.value,
        "difference": found.difference,
        "head": found.head.value if found.head else ("none" if given.head else None),
        "included": held.is_included if held else None,
        "names": names,
        "signed_at": held.draft.signed_at if held else None,
        "release": held.draft.release if held else None,
        "verifier": RELEASE,
        "content_sha256": held.content_sha256 if held else None,
        "cannot_know": [words.en for words in said.CANNOT_KNOW],
    }


def _write(options: argparse.Namespace, report: dict[str, Any]) -> None:
    if options.json is None:
        return
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    try:
        _ = sys.stdout.write(text) if options.json == "-" else Path(options.json).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotStartError(said.UNWRITABLE.filled(file=options.json, error=error.strerror)) from error


def _lines(given: Given, found: Checked, names: dict[str, str], language: Language) -> list[str]:
    held = found.certificate
    at = held.draft.signed_at if held else ""
    words = [said.INTEGRITY[found.integrity.value].filled(why=found.why, at=at)]
    if found.signatures and held:
        words += [said.SIGNED.filled(at=at)]
    words += [_signer(key, standing, given.keys) for key, standing in found.signatures]
    if held and found.rederived is not Rederived.NOT_TRIED:
        derived = said.REDERIVED[found.rederived.value]
        words += [derived.filled(difference=found.difference, release=held.draft.release, verifier=RELEASE)]
        verdict = str(_verdict(found))
        words += [said.VERDICT.get(verdict, said.OTHER_VERDICT).filled(verdict=verdict)]
        words += [Words(f"- {in_language(each['article'], 'id')}: {each['said']}",
                        f"- {in_language(each['article'], 'en')}: {each['said_en']}")
                  for each in _rests_on(held)]  # fmt: skip
    if held is None and found.rederived is Rederived.NOT_POSSIBLE:
        words += [said.UNKNOWN_FORMAT.filled(format=found.difference)]
    if held and held.is_included is not None:
        words += [said.INCLUDED[held.is_included]]
    if given.head and found.integrity is not Integrity.ALTERED:
        words += [said.HEAD[found.head.value if found.head else "none"]]
    if names:
        words += [said.NAMES.filled(count=len(names))]
    if held:
        words += said.CANNOT_KNOW
    # What a file says may not move the terminal's cursor, nor look like a line of ours.
    return ["".join(sign if sign.isprintable() else "�" for sign in each.in_language(language)) for each in words]


def _signer(key: str, standing: Standing, known: Sequence[PublicKey]) -> Words:
    document = next((each for each in known if each.id == key and (each.revoked_at or standing != "revoked_key")), None)
    if document is None:
        words = said.OWNER["unknown_key"].filled(key=key)
    else:
        words = said.OWNER[standing.value].filled(
            key=key, owner=document.owner, at=document.revoked_at, because=document.revoked_because,
            since=document.valid_from, until=document.valid_until or "…",
        )  # fmt: skip
    return Words(f"- {words.id}", f"- {words.en}")
