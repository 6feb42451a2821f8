"""Hostile sites, and a thousand on one address, neither stop, slow nor mislead the round for the others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.site_audit.tests.hostile import together
from serikat.engines.site_audit.tests.hostile.certificates import authority

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

# Many times what the budgets of the sites add up to, for busy machines; a gathering that hangs would outlast it.
LONGEST_SECONDS = 900
MOST_MEGABYTES = 160

ENDS = {
    "bom-gzip": "too_large", "bom-br": "too_large", "bom-zstd": "too_large", "bom-berlapis": "too_large",
    "bom-tiga-lapis": "http_error", "alihan": "http_error", "kuki": "http_error", "kalender": "read",
    "tetes-isi": "timeout", "tetes-kepala": "timeout", "diam": "timeout", "berhenti": "timeout",
    "tanpa-akhir": "too_large", "potongan-salah": "http_error", "panjang-kurang": "http_error", "kepala": "http_error",
    "atribut": "partial", "banyak-atribut": "too_large", "dalam": "too_large", "aksara": "partial",
    "surel": "too_large", "peta": "read",
    "laporan": "read", "bukan-http": "http_error", "robot": "read", "sah": "read", "kedaluwarsa": "tls",
    "nama-lain": "tls", "sendiri": "tls", "berpindah": "private",
}  # fmt: skip


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of the run, in a process of its own so that its memory can be told."""
    folder = tmp_path_factory.mktemp("sertifikat")
    source = Path(__file__).parents[5]
    environment = {**os.environ, "SSL_CERT_FILE": str(authority(folder)), "PYTHONPATH": str(source)}
    done = subprocess.run(
        [sys.executable, "-m", together.__name__, str(folder)],
        env=environment, capture_output=True, timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return dict(json.loads(done.stdout))


def test_honest_sites_give_the_same_findings_among_hostile_ones_as_alone(came: dict[str, Any]) -> None:
    assert len(came["alone"]) == together.HONEST
    assert len(set(came["alone"].values())) == together.HONEST
    assert came["among"] == came["alone"]


def test_every_hostile_site_is_classified(came: dict[str, Any]) -> None:
    assert {name: reached for name, (reached, _) in came["hostile"].items()} == ENDS


def test_faults_of_certificates_are_told_apart(came: dict[str, Any]) -> None:
    told = [came["hostile"][name][1].partition(";")[0] for name in ("kedaluwarsa", "nama-lain", "sendiri")]
    assert told == [
        "https: certificate has expired",
        "https: certificate is for another host name",
        "https: certificate is self-signed",
    ]


def test_no_site_costs_more_than_its_budget(came: dict[str, Any]) -> None:
    assert came["bodies"] <= together.BUDGET.bytes
    assert max(came["pages"].values()) <= together.BUDGET.pages


def test_a_name_that_rebinds_reaches_nothing_inside(came: dict[str, Any]) -> None:
    assert came["inside"] == 0


def test_a_thousand_sites_on_one_address_are_all_read_and_a_few_at_a_time(came: dict[str, Any]) -> None:
    assert came["neighbours"] == {"read": together.NEIGHBOURS}
    assert came["neighbours_at_once"] <= 4


def test_no_rule_fails_on_hostile_pages(came: dict[str, Any]) -> None:
    assert came["failed"] == []


def test_memory_stays_bounded(came: dict[str, Any]) -> None:
    assert came["megabytes"]["after"] - came["megabytes"]["before"] < MOST_MEGABYTES


def test_words_of_a_site_cannot_act_in_the_report(came: dict[str, Any]) -> None:
    report = LexborHTMLParser(came["report"])
    assert "parent.document.title" in came["report"]
    assert report.css("script, img, iframe, object, embed, form, base") == []
    acting = [name for node in report.css("*") for name, value in node.attributes.items() if _acts(name, value or "")]
    assert acting == []
    assert len(report.css("main")) == came["report"].count("<main") == 1
    assert "49" not in "".join(node.text() for node in report.css("blockquote"))
    assert "\x1b" not in came["report"]
    assert "\u202e" not in came["report"]


def _acts(name: str, value: str) -> bool:
    return name.startswith("on") or (name in ("href", "src") and value.lower().startswith(("javascript:", "data:")))
