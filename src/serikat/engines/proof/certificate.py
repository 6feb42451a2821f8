"""The certificate `serikat-certificate/1`: a record, its editions and the judgement, in one signed file.

docs/certificate-format.md describes it for those who write their own reader. This room knows nothing of what is judged:
whoever checks a certificate hands in a judge for each format of record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.heads import Comparison, Head, compare, head_of
from serikat.engines.proof.inclusion import inclusion_of
from serikat.engines.proof.public_keys import PublicKey, Standing, standing
from serikat.engines.proof.signed import (
    AlteredError,
    Signed,
    Signer,
    expect,
    from_hex,
    key_id,
    moment,
    read_signed,
    sign,
    signed_of,
)

CERTIFICATE_FORMAT = "serikat-certificate/1"

# From a record and its editions, as they stand in the certificate, to the judgement that stands there too.
Judge = Callable[[dict[str, Any], "Sequence[Edition]"], dict[str, Any]]


class Integrity(StrEnum):
    """Whether the file is as signed, and by a key that is known: apart from what it says."""

    INTACT = "intact"
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown_key"
    REVOKED_KEY = "revoked_key"
    OUTSIDE_VALIDITY = "outside_validity"


class Rederived(StrEnum):
    """Whether the judgement that is stated follows from the record and the editions."""

    EQUAL = "equal"
    DIFFERS = "differs"
    NOT_POSSIBLE = "not_possible"
    NOT_TRIED = "not_tried"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as the certificate carries it: its id and its whole text (TOML)."""

    id: str
    text: str

    @property
    def sha256(self) -> str:
        """The hash of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a certificate is made of before it is signed.

    `commitments` are salted hashes of names by id. Where a log exists, `journal` is a signed head of it and `inclusion`
    shows where the record stands in it, both as parsed JSON.
    """

    record: dict[str, Any]
    editions: tuple[Edition, ...]
    judgement: dict[str, Any]
    release: str
    signed_at: str
    commitments: Mapping[str, str]
    journal: Any = None
    inclusion: Any = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate whose signatures are right: its draft, and by which keys it was signed."""

    draft: Draft
    signers: tuple[bytes, ...]
    head: Head | None
    is_included: bool | None
    content_sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a stranger may know of a certificate; `why` tells what does not fit where something does not."""

    integrity: Integrity
    why: str = ""
    certificate: Certificate | None = None
    signatures: tuple[tuple[str, Standing], ...] = ()
    rederived: Rederived = Rederived.NOT_TRIED
    difference: str = ""
    head: Comparison | None = None


def certificate(draft: Draft, signers: Iterable[Signer]) -> bytes:
    """The signed file."""
    return sign(
        {
            "format": CERTIFICATE_FORMAT,
            "record": draft.record,
            "editions": [{"id": each.id, "sha256": each.sha256, "text": each.text} for each in draft.editions],
            "judgement": draft.judgement,
            "release": draft.release,
            "signed_at": draft.signed_at,
            "commitments": dict(draft.commitments),
            "journal": draft.journal,
            "inclusion": draft.inclusion,
        },
        signers,
    )


def read_certificate(file: bytes) -> Certificate:
    """The certificate in a file; raises AlteredError where it is none or where a byte differs from what was signed."""
    return certificate_of(read_signed(file))


def certificate_of(signed: Signed) -> Certificate:
    """The same of a signed document; raises AlteredError."""
    content = signed.content
    if signed.format != CERTIFICATE_FORMAT:
        raise AlteredError(f"is {signed.format} and not {CERTIFICATE_FORMAT}")
    expect(
        content, format=str, record=dict, editions=list, judgement=dict, release=str, signed_at=moment,
        commitments=dict, journal=(dict, type(None)), inclusion=(dict, type(None)),
    )  # fmt: skip
    editions = tuple(_edition(each) for each in content["editions"])
    if len({edition.id for edition in editions}) < len(editions):
        raise AlteredError("carries an edition twice")
    for commitment in content["commitments"].values():
        from_hex(commitment, 32)
    head = None if content["journal"] is None else head_of(signed_of(content["journal"]))
    is_included = None
    if content["inclusion"] is not None:
        if head is None:
            raise AlteredError("carries an inclusion and no head")
        is_included = inclusion_of(content["inclusion"]).holds(content["record"], head)
    draft = Draft(
        content["record"], editions, content["judgement"], content["release"], content["signed_at"],
        content["commitments"], content["journal"], content["inclusion"],
    )  # fmt: skip
    return Certificate(draft, signed.signers, head, is_included, signed.content_sha256)


def _edition(entry: object) -> Edition:
    if not isinstance(entry, dict):
        raise AlteredError('"editions" lists objects')
    expect(entry, id=str, sha256=str, text=str)
    edition = Edition(entry["id"], entry["text"])
    if edition.sha256 != entry["sha256"]:
        raise AlteredError(f"the text of edition {edition.id} is not the one that its hash names")
    return edition


def check(file: bytes, keys: Sequence[PublicKey], judges: Mapping[str, Judge], held: Head | None = None) -> Checked:
    """What the file proves to someone who trusts `keys`, and holds a head of the log where one is given.

    An altered file is not judged. A file by an unknown key is: whether the judgement follows depends on no key.
    """
    try:
        return check_signed(read_signed(file), keys, judges, held)
    except AlteredError as error:
        return Checked(Integrity.ALTERED, str(error))


def check_signed(
    signed: Signed, keys: Sequence[PublicKey], judges: Mapping[str, Judge], held: Head | None = None
) -> Checked:
    """The same of a file that was read already; raises AlteredError where it holds no certificate."""
    found = certificate_of(signed)
    integrity, signatures = integrity_of(found.signers, found.draft.signed_at, keys)
    rederived, difference = _rederived(found.draft, judges)
    compared = compare(found.head, held) if found.head is not None and held is not None else None
    return Checked(
        integrity=integrity,
        certificate=found,
        signatures=signatures,
        rederived=rederived,
        difference=difference,
        head=compared,
    )


def integrity_of(
    signers: Iterable[bytes], at: str, keys: Sequence[PublicKey]
) -> tuple[Integrity, tuple[tuple[str, Standing], ...]]:
    """What right signatures, made at a time that the signers state, are worth; and each key's id with its standing.

    One signature by a known key is enough; otherwise what is worst to know comes first.
    """
    signatures = tuple((key_id(key), standing(key, at, keys)) for key in signers)
    standings = {each for _, each in signatures}
    if Standing.KNOWN in standings:
        return Integrity.INTACT, signatures
    worst = next(each for each in (Standing.REVOKED, Standing.OUTSIDE, Standing.UNKNOWN) if each in standings)
    return Integrity(worst.value), signatures


def _rederived(draft: Draft, judges: Mapping[str, Judge]) -> tuple[Rederived, str]:
    kind = str(draft.record.get("format"))
    if kind not in judges:
        return Rederived.NOT_POSSIBLE, kind
    try:
        judged = judges[kind](draft.record, draft.editions)
    except Exception as error:  # noqa: BLE001 - what a judge trips over must not hide the integrity
        return Rederived.NOT_POSSIBLE, f"{type(error).__name__}: {error}"
    stated = canonical_json(draft.judgement)
    if canonical_json(judged) == stated:
        return Rederived.EQUAL, ""
    return Rederived.DIFFERS, _first_difference(draft.judgement, judged, "")


def _first_difference(stated: Any, judged: Any, place: str) -> str:
    """The path of the first value in which two judgements differ (a JSON Pointer)."""
    if isinstance(stated, dict) and isinstance(judged, dict):
        for key in sorted(stated.keys() | judged.keys()):
            if key not in stated or key not in judged or canonical_json(stated[key]) != canonical_json(judged[key]):
                return _first_difference(stated.get(key), judged.get(key), f"{place}/{key}")
    if isinstance(stated, list) and isinstance(judged, list | tuple) and len(stated) == len(judged):
        for number, (one, other) in enumerate(zip(stated, judged, strict=True)):
            if canonical_json(one) != canonical_json(other):
                return _first_difference(one, other, f"{place}/{number}")
    return place or "/"
