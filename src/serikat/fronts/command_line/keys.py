"""`serikat keys`: the keys that sign certificates are made, listed, rotated and revoked."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from serikat.engines.judgement.words import Words
from serikat.engines.proof.private_keys import PRIVATE, SHORT, KeyFolder, KeyFolderError
from serikat.engines.proof.public_keys import PublicKey

DONE, FAILED = 0, 2

REASONS = {
    "missing": Words("Tidak ada kunci yang awalannya {detail}.", "No key begins with {detail}."),
    "several": Words(
        "Beberapa kunci berawalan {detail}; tulis lebih panjang.", "Several keys begin with {detail}; write more of it."
    ),
    "none_usable": Words(
        "Tidak ada kunci yang berlaku sekarang. Buat satu: serikat keys new --owner NAMA",
        "No key is valid now. Make one: serikat keys new --owner NAME",
    ),
    "private_missing": Words(
        "{detail}: kunci pribadi tidak ada di sini. Untuk mencabutnya pakai --by dengan kunci lain.",
        "{detail}: the private key is not here. To revoke it, use --by with another key.",
    ),
    "passphrase": Words(
        "{detail}: kata sandi salah, atau berkas rusak.", "{detail}: wrong passphrase, or a damaged file."
    ),
    "other_key": Words(
        "{detail}: bukan kunci pribadi dari kunci umum ini.", "{detail}: not the private half of this public key."
    ),
    "altered": Words(
        "{detail}: dokumen kunci ini berubah. Kembalikan dari cadangan.",
        "{detail}: this key's document was altered. Restore it from a backup.",
    ),
}
_NO_OWNER = Words(
    "Tulis nama pemilik kunci: --owner 'Nama Organisasi'",
    "Name the owner of the key: --owner 'Name of the organisation'",
)
_NO_REASON = Words("Tulis alasan pencabutan: --reason '…'", "Say why it is revoked: --reason '…'")
_NO_ID = Words(
    "Tulis kunci mana yang dicabut: awalan dari `serikat keys list`.",
    "Say which key is revoked: the beginning of its id in `serikat keys list`.",
)
_NO_DAY = Words("--until {day}: tulis seperti 2027-12-31", "--until {day}: write it like 2027-12-31")
_DIFFERENT = Words("Kedua kata sandi tidak sama. Ulangi.", "The two passphrases differ. Try again.")
_MADE = Words(
    "Kunci {key}\nBagikan:  {public}\nSimpan terkunci, dan cadangkan di tempat lain: {private}\n"
    "Umumkan 16 huruf pertamanya lewat jalur lain (kop surat, situs), agar orang dapat mencocokkannya.",
    "Key {key}\nHand out: {public}\nKeep locked, with a copy elsewhere: {private}\n"
    "Publish its first 16 letters by another way (letterhead, site), so that people can compare.",
)
_ROTATED = Words(
    "Kunci {old} tidak dipakai lagi; yang ditandatanganinya sampai sekarang tetap berlaku. Bagikan juga: {file}",
    "Key {old} signs no more; what it signed until now stays valid. Hand out too: {file}",
)
_REVOKED = Words(
    "Kunci {key} dicabut. Bagikan segera kepada semua yang memegang kunci ini: {file}",
    "Key {key} is revoked. Hand this at once to everybody who holds it: {file}",
)
_STATES = {
    "revoked": Words("dicabut {at}: {because}", "revoked {at}: {because}"),
    "valid": Words("berlaku", "valid"),
    "outside": Words("di luar masa berlaku", "outside its validity"),
}
_EMPTY = Words("Belum ada kunci di {dir}.", "There is no key in {dir} yet.")


class RefusedError(Exception):
    """What was asked cannot be done as it was written; `words` say what to change."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def handle_keys(options: argparse.Namespace) -> int:
    """Does what `serikat keys ACTION` asks; returns 0, or 2 with a sentence on what to do."""
    folder, now = KeyFolder(options.dir), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    deeds: dict[str, Callable[[KeyFolder, str, argparse.Namespace], None]] = {
        "new": _new, "list": _list, "rotate": _rotate, "revoke": _revoke,
    }  # fmt: skip
    try:
        deeds[options.action](folder, now, options)
    except RefusedError as error:
        _say(error.words, to_errors=True)
    except KeyFolderError as error:
        _say(REASONS[error.reason].filled(detail=error.detail), to_errors=True)
    except OSError as error:
        _say(Words(f"{error.filename}: {error.strerror}", f"{error.filename}: {error.strerror}"), to_errors=True)
    else:
        return DONE
    return FAILED


def _new(folder: KeyFolder, now: str, options: argparse.Namespace) -> None:
    if not options.owner.strip():
        raise RefusedError(_NO_OWNER)
    key = folder.make(options.owner.strip(), now, _until(options.until), new_passphrase(options))
    _say(_made(folder, key))


def _list(folder: KeyFolder, now: str, options: argparse.Namespace) -> None:
    keys = folder.all()
    if not keys:
        _say(_EMPTY.filled(dir=options.dir))
    for key in keys:
        state = "revoked" if key.revoked_at else "valid" if key.holds_at(now) else "outside"
        words = _STATES[state].filled(at=key.revoked_at, because=key.revoked_because)
        print(f"{key.id}  {key.valid_from} – {key.valid_until or '…'}  {key.owner}  {words.id} / {words.en}")


def _rotate(folder: KeyFolder, now: str, options: argparse.Namespace) -> None:
    old = folder.find(options.id) if options.id else folder.current(now)
    new = folder.rotate(old, now, _until(options.until), asking(options), new_passphrase(options))
    _say(_made(folder, new))
    _say(_ROTATED.filled(old=old.id[:SHORT], file=folder.public_file(old)))


def _revoke(folder: KeyFolder, now: str, options: argparse.Namespace) -> None:
    if not options.reason.strip():
        raise RefusedError(_NO_REASON)
    if not options.id:
        raise RefusedError(_NO_ID)
    key = folder.find(options.id)
    signer = folder.private(folder.find(options.by) if options.by else key, asking(options))
    folder.revoke(key, now, options.reason.strip(), signer)
    _say(_REVOKED.filled(key=key.id[:SHORT], file=folder.public_file(key)))


def asking(options: argparse.Namespace) -> Callable[[], bytes]:
    """Where the passphrase of an encrypted key comes from: the file that was named, or the person at the terminal."""
    if options.passphrase_file:
        return lambda: bytes(options.passphrase_file.read_bytes().rstrip(b"\r\n"))
    return lambda: getpass.getpass("Kata sandi kunci / Passphrase: ").encode()


def new_passphrase(options: argparse.Namespace) -> bytes:
    """The passphrase for a new key, asked for twice; empty where none is wanted."""
    if options.passphrase_file or not options.passphrase:
        return asking(options)() if options.passphrase_file else b""
    first, second = asking(options)(), asking(options)()
    if first != second or not first:
        raise RefusedError(_DIFFERENT)
    return first


def _until(day: str) -> str:
    """The last second of a day, in UTC; empty for none."""
    if not day:
        return ""
    try:
        return f"{date.fromisoformat(day).isoformat()}T23:59:59Z"
    except ValueError as error:
        raise RefusedError(_NO_DAY.filled(day=day)) from error


def _made(folder: KeyFolder, key: PublicKey) -> Words:
    private = folder.path / f"{key.id[:SHORT]}{PRIVATE}"
    return _MADE.filled(key=key.id, public=folder.public_file(key), private=private)


def _say(words: Words, *, to_errors: bool = False) -> None:
    print(words.id, words.en, sep="\n", file=sys.stderr if to_errors else sys.stdout)
