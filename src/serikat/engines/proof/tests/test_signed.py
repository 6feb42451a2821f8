"""A signed document holds to the last byte, and says by which key it was signed."""

from __future__ import annotations

import json

import pytest

from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.signed import AlteredError, key_id, moment, read_signed, sign
from serikat.engines.proof.tests.keys import private_key

CONTENT = {"format": "contoh/1", "pesan": "Musyawarah sah menurut catatan"}
FILE = sign(CONTENT, [private_key(1), private_key(2)])


def test_a_document_reads_back_with_its_signers() -> None:
    signed = read_signed(FILE)
    assert signed.content == CONTENT
    assert signed.format == "contoh/1"
    assert signed.signers == (private_key(1).public_key, private_key(2).public_key)


def test_every_flipped_bit_is_found() -> None:
    file = sign({"format": "x/1"}, [private_key()])
    for place in range(len(file)):
        for bit in range(8):
            flipped = bytearray(file)
            flipped[place] ^= 1 << bit
            with pytest.raises(AlteredError):
                read_signed(bytes(flipped))


def test_every_shortened_file_is_found() -> None:
    for length in range(len(FILE)):
        with pytest.raises(AlteredError):
            read_signed(FILE[:length])


@pytest.mark.parametrize("more", [b"\n", b" ", b"x", b"{}\n"])
def test_a_lengthened_file_is_found(more: bytes) -> None:
    with pytest.raises(AlteredError):
        read_signed(FILE + more)


def remade(**changed: object) -> bytes:
    return canonical_json({**json.loads(FILE), **changed}) + b"\n"


def test_another_shape_is_no_signed_document() -> None:
    signature = json.loads(FILE)["signatures"][0]
    for file in (
        b"[]\n", b"null\n", remade(more=1), remade(content=[]), remade(content={}), remade(signatures=[]),
        remade(signatures=[signature, signature]), remade(signatures=[{**signature, "more": 1}]),
        remade(signatures=[{**signature, "key": key_id(b"another")}]), remade(signatures=["x"]),
        remade(signatures=[{**signature, "signature": signature["signature"].upper()}]),
    ):  # fmt: skip
        with pytest.raises(AlteredError):
            read_signed(file)


def test_the_same_content_in_another_spelling_is_altered() -> None:
    with pytest.raises(AlteredError, match="canonical"):
        read_signed(json.dumps(json.loads(FILE)).encode() + b"\n")


@pytest.mark.parametrize("text", ["2026-03-01", "2026-03-01T09:00", "2026-02-30T09:00:00Z", "٢026-03-01T09:00:00Z", 1])
def test_only_one_form_of_time_is_read(text: object) -> None:
    with pytest.raises(AlteredError):
        moment(text)
