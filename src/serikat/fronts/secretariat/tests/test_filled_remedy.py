"""Examples are filled with what is known, and what nobody knows stays a gap."""

from __future__ import annotations

import pytest

from serikat.engines.judgement.finding import Finding, Outcome, Quote
from serikat.engines.judgement.loading import shipped
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.findings import known_rules
from serikat.fronts.secretariat.filled_remedy import OutletFacts, facts_seen, filled, plain

KNOWN = OutletFacts(
    name="Warta (Rekaan)",
    company="PT. Karang Fiktif",
    address="Jl. Rekaan No. 17, Serang 42111",
    editor="Rukmini Rekaan",
    email="redaksi@warta.example",
    phone="+628130000001",
    url="https://warta.example/",
    host="warta.example",
)


def text(example: str, facts: OutletFacts = KNOWN) -> str:
    return plain(filled(example, facts))


def gaps(example: str, facts: OutletFacts = KNOWN) -> list[str]:
    return [piece.text for piece in filled(example, facts) if piece.is_gap]


def example_of(standard: str, clause: str) -> str:
    found = shipped(known_rules()).standard(standard).clause(clause).example
    assert found is not None
    return found.id


def test_the_shipped_masthead_holds_the_outlet_s_own_data() -> None:
    masthead = text(example_of("standar-perusahaan-pers-2019", "box-redaksi"))
    assert "Redaksi Warta (Rekaan)\nDiterbitkan oleh PT Karang Fiktif\n" in masthead
    assert "Pemimpin Redaksi/Penanggung Jawab: Rukmini Rekaan" in masthead
    assert "Pemimpin Perusahaan: (nama)" in masthead
    assert "Telepon/WhatsApp: +628130000001 | Email: redaksi@warta.example" in masthead
    assert "Alamat Redaksi: Jl. Rekaan No. 17, Serang 42111" in masthead


def test_the_number_of_a_deed_is_not_the_telephone() -> None:
    deed = example_of("standar-perusahaan-pers-2019", "entity-legal-form")
    assert "Nomor (nomor) tanggal (tanggal)" in text(deed)
    assert "AHU-(nomor)" in text(deed)


def test_the_editor_is_not_the_one_who_runs_the_business() -> None:
    both = text(example_of("uu-pers-1999", "uu12-responsible"))
    assert "Pemimpin Perusahaan: (nama A)" in both
    assert "Pemimpin Redaksi: Rukmini Rekaan" in both


def test_a_foundation_is_not_called_a_limited_company() -> None:
    facts = OutletFacts(name="Warta", company="Yayasan Karang Fiktif")
    assert text("Diterbitkan oleh PT (nama perusahaan)", facts) == "Diterbitkan oleh Yayasan Karang Fiktif"


def test_what_nobody_knows_stays_as_it_is() -> None:
    example = "Redaksi (nama media), (email redaksi), (hari, tanggal)"
    assert text(example, OutletFacts()) == example
    assert gaps(example, OutletFacts(name="Warta")) == ["(email redaksi)", "(hari, tanggal)"]


def test_brackets_in_a_name_are_no_gap() -> None:
    assert gaps("Redaksi (nama media)") == []


@pytest.mark.parametrize("standard", [each.id for each in shipped(known_rules()).standards])
def test_every_shipped_example_keeps_its_words(standard: str) -> None:
    for clause in shipped(known_rules()).standard(standard).clauses:
        if clause.example:
            assert text(clause.example.id, OutletFacts()) == clause.example.id


def test_what_the_audit_read_fills_what_the_list_lacks() -> None:
    def found(rule: str, words: str, outcome: Outcome = Outcome.MET) -> Finding:
        return Finding("", "s", rule, rule, outcome, Words("", ""), (Quote("https://warta.example/", words),), "")

    seen = facts_seen([
        found("contact", "Email: redaksi@warta.example | WhatsApp: 0813-0000-0001"),
        found("editorial_address", "Alamat Redaksi: Jl. Rekaan No. 17, Serang 42111"),
        found("company_name", "Diterbitkan oleh PT Karang Fiktif"),
        found("responsible_person", "Pemimpin Redaksi: Rukmini Rekaan"),
        found("masthead", "Pemimpin Redaksi: Nama Anda", Outcome.NOT_MET),
    ])
    assert seen == OutletFacts(
        company="PT Karang Fiktif",
        address="Jl. Rekaan No. 17, Serang 42111",
        editor="Rukmini Rekaan",
        email="redaksi@warta.example",
        phone="0813-0000-0001",
    )
    assert OutletFacts(email="surat@warta.example").or_else(seen).email == "surat@warta.example"
