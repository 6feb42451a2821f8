"""What a list says of a company's standing is read in its stages, and `belum` is never taken for a yes."""

from __future__ import annotations

import pytest

from serikat.foundation.members.roster.listed_status import STATUS_WORDS, ListedStatus, read_status

SAID = {
    "Terverifikasi Faktual": ListedStatus.FACTUAL,
    "Terverifikasi Administratif dan Faktual": ListedStatus.FACTUAL,
    "VERFAK": ListedStatus.FACTUAL,
    "Terverifikasi administrasi": ListedStatus.ADMINISTRATIVE,
    "Administratif, belum faktual": ListedStatus.ADMINISTRATIVE,
    "Sudah verifikasi": ListedStatus.VERIFIED,
    "Belum terverifikasi faktual": ListedStatus.NONE,
    "Proses verifikasi": ListedStatus.UNDER_WAY,
    "Terdata": ListedStatus.RECORDED,
    "Aktif": None,
}


@pytest.mark.parametrize("cell", SAID)
def test_a_status_is_read_by_its_words(cell: str) -> None:
    assert read_status(cell) is SAID[cell]


@pytest.mark.parametrize("status", ListedStatus)
def test_every_status_reads_back_as_it_is_written(status: ListedStatus) -> None:
    assert read_status(STATUS_WORDS[status].id) is status
    assert read_status(STATUS_WORDS[status].en) is status
