"""`serikat certify RECORD`: an assembly's record, judged and signed, with the verifier beside it."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from serikat import RELEASE
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.certificate import Drawn, NamedError, draw_up, public_words
from serikat.engines.legitimacy.editions import edition_texts, editions_beside
from serikat.engines.legitimacy.judging import AssemblyVerdict
from serikat.engines.legitimacy.phrases import VERDICTS
from serikat.engines.legitimacy.reading import read_record
from serikat.engines.legitimacy.terms import say
from serikat.engines.proof.certificate import certificate
from serikat.engines.proof.commitments import SALT_LENGTH
from serikat.engines.proof.heads import head_of
from serikat.engines.proof.inclusion import inclusion_of
from serikat.engines.proof.private_keys import KeyFolder, KeyFolderError, PrivateKey
from serikat.engines.proof.signed import read_signed, signed_of
from serikat.fronts.command_line.keys import REASONS, asking
from serikat.fronts.command_line.verifier_archive import VERIFIER, verifier_archive

DONE, BAD_ARGUMENTS = 0, 2
_MADE = Words("Sertifikat: {file} (putusan: {verdict})", "Certificate: {file} (verdict: {verdict})")
_ANNEX = Words(
    "Lampiran pribadi (nama dan keterangan), jangan dibagikan: {file}",
    "Private annex (names, and what was told in words), not to be handed out: {file}",
)
_PUBLIC = Words(
    "Ini terbaca oleh siapa saja; bila ada nama yang tidak boleh terbit, ganti dengan kode lalu buat lagi:",
    "Anybody can read this; where it holds a name that must not be published, write an id and certify again:",
)
_BESIDE = Words("Pemeriksa untuk siapa saja: {file}", "Verifier for anybody: {file}")
_NO_EDITION = Words(
    "Edisi {edition} tidak ada. Berikan berkasnya dengan --bylaws.",
    "The edition {edition} is not at hand. Give its file with --bylaws.",
)
_NAMED = Words(
    "{file}: nama yang seharusnya hanya di lampiran pribadi tertulis juga di {places}. Ganti dengan kodenya.",
    "{file}: a name that belongs to the private annex alone stands in {places} too. Write its id instead.",
)
_NO_HEAD = "--inclusion perlu --head / --inclusion needs --head"
_NOT_INCLUDED = "jurnal itu tidak memuat catatan ini / the journal does not hold this record"
_UNUSABLE = Words("{file}: {error}", "{file}: {error}.")


def certify(options: argparse.Namespace) -> int:
    """Writes the certificate, its annex and the verifier; returns 0, or 2 with a sentence on what to do."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        drawn = _drawn(options, now)
        written = certificate(drawn.draft, [_signer(options, now)])
        _write(options.out, written, drawn.annex)
    except KeyFolderError as error:
        return _refuse(REASONS[error.reason].filled(detail=error.detail))
    except KeyError as error:
        return _refuse(_NO_EDITION.filled(edition=error.args[0]))
    except NamedError as error:
        return _refuse(_NAMED.filled(file=options.record, places=error))
    except OSError as error:
        return _refuse(_UNUSABLE.filled(file=error.filename or options.record, error=error.strerror))
    except ValueError as error:
        return _refuse(_UNUSABLE.filled(file=options.record, error=error))
    verdict = VERDICTS[AssemblyVerdict(drawn.draft.judgement["verdict"])]
    said = [say(_MADE, file=str(options.out), verdict=verdict)]
    said += [_ANNEX.filled(file=annex_file(options.out))] if drawn.annex else []
    said += [_BESIDE.filled(file=options.out.with_name(VERIFIER)), _PUBLIC]
    print(*(text for words in said for text in (words.id, words.en)), *_readable(drawn.draft.record), sep="\n")
    return DONE


def _readable(record: dict[str, Any]) -> list[str]:
    """The words of a record that stay in the clear, a line each, each once and without control characters."""
    words = (" ".join(each.split()) for each in dict.fromkeys(public_words(record)))
    return ["- " + "".join(letter for letter in each if letter.isprintable()) for each in words]


def annex_file(certificate_file: Path) -> Path:
    """Where the private annex of a certificate lies."""
    return certificate_file.with_name(f"{certificate_file.stem}.annex.json")


def _drawn(options: argparse.Namespace, now: str) -> Drawn:
    text = options.record.read_bytes()
    record = read_record(text)  # refuses what a lenient reader of JSON lets through
    content: dict[str, Any] = json.loads(text)
    texts = edition_texts([*editions_beside(options.record, record), *options.bylaws])
    drawn = draw_up(
        content, texts, release=RELEASE, signed_at=now, new_salt=lambda: secrets.token_bytes(SALT_LENGTH),
        journal=_journal(options), inclusion=json.loads(options.inclusion.read_bytes()) if options.inclusion else None,
    )  # fmt: skip
    _check_inclusion(drawn)
    return drawn


def _journal(options: argparse.Namespace) -> Any:
    """The signed head to carry, as parsed JSON."""
    if not options.head:
        return None
    head_of(read_signed(options.head.read_bytes()))
    return json.loads(options.head.read_bytes())


def _check_inclusion(drawn: Drawn) -> None:
    """Raises ValueError where the inclusion does not lead from the record to the head."""
    draft = drawn.draft
    if draft.inclusion is None:
        return
    if draft.journal is None:
        raise ValueError(_NO_HEAD)
    if not inclusion_of(draft.inclusion).holds(draft.record, head_of(signed_of(draft.journal))):
        raise ValueError(_NOT_INCLUDED)


def _signer(options: argparse.Namespace, now: str) -> PrivateKey:
    folder = KeyFolder(options.dir)
    key = folder.find(options.sign_with) if options.sign_with else folder.current(now)
    if key.revoked_at or not key.holds_at(now):
        raise KeyFolderError("none_usable")
    return folder.private(key, asking(options))


def _write(file: Path, written: bytes, private: bytes) -> None:
    file.write_bytes(written)
    file.with_name(VERIFIER).write_bytes(verifier_archive())
    if private:
        annex = annex_file(file)
        annex.unlink(missing_ok=True)
        with os.fdopen(os.open(annex, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(private)


def _refuse(words: Words) -> int:
    print(words.id, words.en, sep="\n", file=sys.stderr)
    return BAD_ARGUMENTS
