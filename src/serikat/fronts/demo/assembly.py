"""The invented federation's Musda: judged, its certificate signed with the demo's own key, and how to check it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from serikat import RELEASE
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.certificate import draw_up
from serikat.engines.legitimacy.editions import edition_texts, shipped_bylaws
from serikat.engines.legitimacy.judging import AssemblyJudgement, judge_assembly
from serikat.engines.legitimacy.naming import with_names
from serikat.engines.legitimacy.phrases import sentence
from serikat.engines.legitimacy.reading import read_record
from serikat.engines.proof.certificate import certificate
from serikat.engines.proof.commitments import SALT_LENGTH
from serikat.engines.proof.private_keys import KeyFolder, KeyFolderError
from serikat.fronts.demo.outlets import FEDERATION

_TOLD = Words(
    """{sentence}
  Laporan     {report}
  Sertifikat  {certificate}
  Periksa     serikat verify {certificate} --key {key}
""",
    """{sentence}
  Report       {report}
  Certificate  {certificate}
  Check it     serikat verify {certificate} --key {key}
""",
)

Render = Callable[[AssemblyJudgement, Language], str]


def certify_assembly(out: Path, language: Language, render: Render, verifier: bytes) -> str:
    """The report in `out/laporan`, the certificate with its verifier in `out/musda`; returns what to tell of them."""
    text = (files("serikat.fronts.demo") / "musda.json").read_bytes()
    judgement = judge_assembly(with_names(read_record(text)), shipped_bylaws())
    report, folder = out / "laporan" / "musda.html", out / "musda"
    for each in (report.parent, folder):
        each.mkdir(parents=True, exist_ok=True)
    report.write_text(render(judgement, language), encoding="utf-8")
    (folder / "catatan.json").write_bytes(text)
    (folder / "serikat-verify.pyz").write_bytes(verifier)
    signed, key = _certified(json.loads(text), KeyFolder(folder / "kunci"))
    (folder / "sertifikat.json").write_bytes(signed)
    told = {"report": report, "certificate": folder / "sertifikat.json", "key": key}
    return _TOLD.in_language(language).format(sentence=sentence(judgement).in_language(language), **told)


def _certified(record: dict[str, object], keys: KeyFolder) -> tuple[bytes, Path]:
    """The certificate of a record, and the public key with which to check it; the annex with names is not kept."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        key = keys.current(now)
    except KeyFolderError:
        key = keys.make(FEDERATION.id, now)
    drawn = draw_up(
        record, edition_texts(), release=RELEASE, signed_at=now, new_salt=lambda: secrets.token_bytes(SALT_LENGTH)
    )
    return certificate(drawn.draft, [keys.private(key, bytes)]), keys.public_file(key)
