"""Spellings of one company are equal, and two companies are not."""

from __future__ import annotations

import pytest

from serikat.foundation.members.roster.companies import adds_nothing, is_same_company

KABAR = ["PT Kabar Fiktif", "PT. Kabar Fiktif", "pt.kabar  fiktif", "P.T. KABAR FIKTIF", "Kabar Fiktif, PT",
         "Kabar Fiktif PT.", "Perseroan Terbatas Kabar Fiktif", "PT Kabar Fiktif Tbk.", "PT Kabar Fiktif (Persero)",
         "PT Perorangan Kabar Fiktif"]  # fmt: skip


@pytest.mark.parametrize("written", KABAR)
def test_spellings_of_a_company_are_one(written: str) -> None:
    assert adds_nothing(written, "PT Kabar Fiktif")


@pytest.mark.parametrize("other", ["CV Kabar Fiktif", "Yayasan Kabar Fiktif", "PT Kabar Fiktif Banten", "PT Warta"])
def test_another_company_is_another(other: str) -> None:
    assert not is_same_company(other, "PT Kabar Fiktif")


def test_a_missing_legal_form_agrees_but_one_that_is_new_says_something() -> None:
    assert is_same_company("Kabar Fiktif", "PT Kabar Fiktif")
    assert adds_nothing("Kabar Fiktif", "PT Kabar Fiktif")
    assert not adds_nothing("PT Kabar Fiktif", "Kabar Fiktif")
