"""The facts of identity on pages that outlets published, against what a reader found there by hand."""

from __future__ import annotations

import csv
import gzip
import os
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.address_parts import Strength
from serikat.engines.site_audit.reading.addresses import read_addresses, strongest
from serikat.engines.site_audit.reading.companies import read_companies, read_legal_ids
from serikat.engines.site_audit.reading.contacts import read_contacts
from serikat.engines.site_audit.reading.masthead import read_masthead
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.roles import LEADING_ROLES, Role

pytestmark = pytest.mark.realdata

_REAL = Path(os.environ.get("SERIKAT_REALDATA") or Path(__file__).parents[7] / "shared" / "realdata")
_IDENTITY = ("redaksi", "kontak", "contact", "tentang", "tentang-kami", "about", "index", "disclaimer")


def _labels() -> list[dict[str, str]]:
    path = _REAL / "sites" / "labels.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if (_REAL / "sites" / row["site"]).is_dir()]


def _page(path: Path) -> Page:
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    url = f"https://{path.parent.name}.example/{path.name}"
    return Page(Fetch(url, url, "page", 200, (), body, "2026-01-02T03:04:05+00:00", "0" * 64))


def _identity_pages(site: str) -> list[Page]:
    folder = _REAL / "sites" / site
    return [_page(folder / f"{name}.html") for name in _IDENTITY if (folder / f"{name}.html").exists()]


@pytest.fixture(params=_labels() or [{}], ids=lambda row: row.get("site", "missing"))
def labelled(request: pytest.FixtureRequest) -> dict[str, str]:
    """One site's labels; skips where the real pages are missing."""
    row: dict[str, str] = request.param
    if not row:
        pytest.skip("real pages are missing")
    return row


def test_a_leader_is_named_where_a_reader_found_one(labelled: dict[str, str]) -> None:
    roles = (Role.EDITOR_IN_CHIEF, Role.RESPONSIBLE_EDITORIAL)
    named = any(read_masthead(page).of(*roles) for page in _identity_pages(labelled["site"]))
    assert named is labelled["pemred_or_pj_named_person"].startswith("yes")


def test_an_address_is_as_strong_as_a_reader_found_it(labelled: dict[str, str]) -> None:
    pages = _identity_pages(labelled["site"])
    found = strongest([seen for page in pages for seen in read_addresses(page) if seen.speaks_for_site])
    strength = found.strength if found else Strength.EMPTY
    expected = {"yes": (Strength.COMPLETE,), "unclear": (Strength.PARTIAL,)}
    word = labelled["street_address"].partition(" ")[0]
    assert strength in expected.get(word, (Strength.EMPTY, Strength.TOWN_ONLY))


def test_contacts_and_legal_ids_are_there_where_a_reader_found_them(labelled: dict[str, str]) -> None:
    pages = _identity_pages(labelled["site"])
    email = any(read_contacts(page).has_real_email for page in pages)
    entity = any(seen.label for page in pages for seen in read_companies(page)) or any(map(read_legal_ids, pages))
    if labelled["contact_email"] != "?":
        assert email is labelled["contact_email"].startswith("yes")
    assert entity is labelled["legal_entity_id"].startswith("yes")


def test_the_placeholder_masthead_is_one(labelled: dict[str, str]) -> None:
    is_placeholder = read_masthead(
        _page(_REAL / "sites" / labelled["site"] / labelled["redaksi_page"].split()[0])
    ).is_placeholder
    assert is_placeholder is ("placeholder" in labelled["redaksi_page"])


@pytest.mark.parametrize("name", ["kompas-home-2024-03.html.gz", "detik-index-2024-10.html.gz"])
def test_home_pages_of_large_media_name_no_leader_and_no_address(name: str) -> None:
    if not (_REAL / "articles" / name).exists():
        pytest.skip("real pages are missing")
    page = _page(_REAL / "articles" / name)
    assert read_masthead(page).of(*LEADING_ROLES) == ()
    assert read_addresses(page) == ()
