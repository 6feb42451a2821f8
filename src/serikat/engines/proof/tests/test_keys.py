"""Keys are made, kept, rotated and revoked; and what a verifier makes of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from serikat.engines.proof.ed25519 import is_signed
from serikat.engines.proof.private_keys import KeyFolder, KeyFolderError
from serikat.engines.proof.public_keys import PublicKey, Standing, key_document, read_key, standing
from serikat.engines.proof.signed import AlteredError, read_signed, sign
from serikat.engines.proof.tests.keys import private_key, public_key

JANUARY, MARCH, JUNE = "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z"


def no_passphrase() -> bytes:
    raise AssertionError("asked for a passphrase")


@pytest.fixture
def folder(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path / "kunci")


def test_a_new_key_is_for_its_owner_s_eyes(folder: KeyFolder) -> None:
    key = folder.make("Serikat Contoh", JANUARY)
    [private] = folder.path.glob("*.private.pem")
    assert private.stat().st_mode & 0o777 == 0o600
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert is_signed(key.public_key, b"pesan", folder.private(key, no_passphrase).sign(b"pesan"))


def test_a_passphrase_keeps_the_key(folder: KeyFolder) -> None:
    key = folder.make("Serikat Contoh", JANUARY, passphrase=b"rahasia")
    assert folder.private(key, lambda: b"rahasia").public_key == key.public_key
    with pytest.raises(KeyFolderError, match="passphrase"):
        folder.private(key, lambda: b"salah")


def test_a_rotated_key_keeps_what_it_signed_and_signs_no_more(folder: KeyFolder) -> None:
    old = folder.make("Serikat Contoh", JANUARY)
    new = folder.rotate(old, MARCH, "", no_passphrase)
    assert [key.id for key in folder.all()] == [old.id, new.id]
    assert new.succeeds == old.id
    assert read_signed(folder.public_file(new).read_bytes()).signers == (new.public_key, old.public_key)
    # In the second of the change both are valid, and only the new one signs.
    assert folder.current(MARCH) == folder.current(JUNE) == new
    assert standing(old.public_key, JANUARY, folder.all()) is Standing.KNOWN
    assert standing(old.public_key, JUNE, folder.all()) is Standing.OUTSIDE
    assert standing(new.public_key, JANUARY, folder.all()) is Standing.OUTSIDE


def test_a_revoked_key_proves_nothing_whatever_time_it_claims(folder: KeyFolder) -> None:
    key = folder.make("Serikat Contoh", JANUARY)
    folder.revoke(key, JUNE, "kunci tercuri", folder.private(key, no_passphrase))
    assert standing(key.public_key, MARCH, folder.all()) is Standing.REVOKED
    # An older document at hand does not help a thief.
    assert standing(key.public_key, MARCH, [key, *folder.all()]) is Standing.REVOKED
    with pytest.raises(KeyFolderError, match="none_usable"):
        folder.current(MARCH)


def test_a_lost_key_is_revoked_by_another() -> None:
    lost = public_key(1).revoked(JUNE, "laptop hilang")
    assert read_key(key_document(lost, [private_key(2)])) == lost


def test_another_key_cannot_speak_for_a_key_that_stands() -> None:
    with pytest.raises(AlteredError, match="itself"):
        read_key(key_document(public_key(1), [private_key(2)]))


def test_a_key_is_found_by_the_beginning_of_its_id(folder: KeyFolder) -> None:
    key = folder.make("Serikat Contoh", JANUARY)
    assert folder.find(key.id[:6].upper()) == key
    with pytest.raises(KeyFolderError, match="missing"):
        folder.find("zzz")
    folder.make("Serikat Contoh", JANUARY)
    with pytest.raises(KeyFolderError, match="several"):
        folder.find("")


def test_an_altered_document_is_not_used(folder: KeyFolder) -> None:
    key = folder.make("Serikat Contoh", JANUARY)
    file = folder.public_file(key)
    file.write_bytes(file.read_bytes().replace(b"Contoh", b"Palsu!"))
    with pytest.raises(KeyFolderError, match="altered"):
        folder.all()


def test_a_swapped_private_file_is_not_used(folder: KeyFolder) -> None:
    one, other = folder.make("Serikat Contoh", JANUARY), folder.make("Serikat Contoh", JANUARY)
    first, second = (folder.path / f"{key.id[:16]}.private.pem" for key in (one, other))
    first.write_bytes(second.read_bytes())
    with pytest.raises(KeyFolderError, match="other_key"):
        folder.private(one, no_passphrase)
    first.unlink()
    with pytest.raises(KeyFolderError, match="private_missing"):
        folder.private(one, no_passphrase)


def test_keys_that_nobody_named_are_unknown() -> None:
    assert standing(private_key(3).public_key, MARCH, [public_key(1)]) is Standing.UNKNOWN


@pytest.mark.parametrize(
    "changed", [{"format": "serikat-head/1"}, {"more": 1}, {"valid_from": "kemarin"}, {"revoked": {"at": MARCH}}]
)
def test_a_document_of_another_shape_is_no_key(changed: dict[str, object]) -> None:
    whole = read_signed(key_document(public_key(), [private_key()])).content
    with pytest.raises(AlteredError):
        read_key(sign({**whole, **changed}, [private_key()]))


def test_a_key_reads_back_as_it_was_written() -> None:
    key = PublicKey(private_key().public_key, "Serikat Contoh", JANUARY, JUNE, succeeds="0" * 64)
    assert read_key(key_document(key, [private_key()])) == key
