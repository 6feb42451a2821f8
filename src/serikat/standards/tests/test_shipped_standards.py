"""The shipped standards hold every row of the regulations that we know, complete in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.judgement.standard import Clause, Confidence, Level, ParameterValue, Standard
from serikat.engines.judgement.words import Words

CLAUSES = {
    "standar-perusahaan-pers-2019": """
        entity-legal-form deed-art3-press-purpose deed-amendments ministry-approval capital-50m no-dual-role-business
        no-political-role kbli-press kbli-only-allowed company-regulation code-of-conduct career-ladder nib-npwp
        originality-statement pemred-utama utama-max-2-media staff-list competence-mix wage-ump-13 wage-proof-count bpjs
        other-welfare legal-protection sop-content vision-mission finance-6-months box-redaksi address-published
        contact-published ppms-published office-photos office-real originals-shown output-10-15-day own-reporting
        continuity name-not-state name-ip no-false-dp-badge""",
    "pedoman-media-siber-2012": """
        ppms-verify ppms-both-sides ppms-unverified-note ppms-update-link ppms-ugc-terms ppms-ugc-login ppms-ugc-consent
        ppms-ugc-power ppms-ugc-report ppms-ugc-48h ppms-correction-link ppms-correction-time ppms-requote
        ppms-serve-reply ppms-no-removal ppms-follow-removal ppms-removal-notice ppms-ads-separate ppms-ads-label
        ppms-copyright ppms-publish ppms-dispute""",
    "uu-pers-1999": """
        uu-legal-entity uu12-name uu12-address uu12-responsible uu12-printer uu5-norms uu5-reply uu5-correct uu13-ads
        uu10-welfare""",
    "pedoman-ai-2025": """
        ai-human-control ai-verify ai-label-media ai-likeness-consent ai-edit-disclosure ai-tool-named""",
    "ramah-anak-2019": "child-identity",
    "standar-organisasi-2008": """
        org-perkumpulan org-level org-offices org-board org-succession org-members-type org-200-members org-15-provinces
        org-10-per-branch""",
    "perpres-32-2024": "platform-eligible",
    "uu-pdp-2022": "pdp-privacy",
    "nota-pers-kampus-2024": "pers-kampus",
    "trust-signals": """
        ts-https ts-bylines ts-dates ts-ethics ts-trust-txt ts-trust-txt-reciprocity ts-trust-txt-ai-training
        ts-news-organization ts-organization-policies ts-feed ts-news-sitemap ts-ads-txt ts-ownership ts-funding
        ts-labels ts-author-pages ts-corrections-policy ts-management ts-contact ts-integrity""",
    "amsi-trustworthy-news": """
        amsi-ethics amsi-guideline amsi-public-interest amsi-honest-work amsi-company-standard amsi-responsible
        amsi-address amsi-masthead amsi-management amsi-ownership amsi-diversity amsi-no-contraband amsi-no-glorifying
        amsi-victims amsi-labels amsi-reader-data""",
}

RULES = {
    "box-redaksi": "masthead",
    "uu12-responsible": "responsible_person",
    "no-dual-role-business": "business_apart_from_editorial",
    "address-published": "editorial_address",
    "uu12-address": "editorial_address",
    "contact-published": "contact",
    "uu12-name": "company_name",
    "entity-legal-form": "legal_entity",
    "ppms-published": "guideline_text",
    "ppms-publish": "guideline_text",
    "code-of-conduct": "ethics_code",
    "ppms-serve-reply": "right_of_reply",
    "uu5-reply": "right_of_reply",
    "uu5-correct": "corrections_channel",
    "ppms-correction-link": "correction_link",
    "ppms-correction-time": "correction_time",
    "pdp-privacy": "privacy_notice",
    "ppms-ads-label": "advertorial_label",
    "ppms-ugc-login": "comment_sign_in",
    "output-10-15-day": "daily_output",
    "continuity": "continuity",
    "legal-protection": "journalist_protection",
    "sop-content": "protection_points",
    "vision-mission": "vision_mission",
    "staff-list": "staff_names",
    "pemred-utama": "competence_number",
    "own-reporting": "own_reporting",
    "name-not-state": "state_like_name",
    "name-ip": "own_name",
    "no-false-dp-badge": "press_council_badge",
    "ppms-both-sides": "both_sides",
    "ppms-unverified-note": "unverified_note",
    "ppms-update-link": "update_link",
    "ppms-ugc-terms": "comment_terms",
    "ppms-ugc-consent": "comment_consent",
    "ppms-ugc-power": "comment_moderation",
    "ppms-ugc-report": "comment_reporting",
    "ppms-requote": "requoted_items",
    "ppms-no-removal": "removed_items",
    "ppms-removal-notice": "removal_notice",
    "ppms-ads-separate": "paid_content_apart",
    "ppms-copyright": "works_of_others",
    "ppms-dispute": "dispute_section",
    "uu12-printer": "printer",
    "uu13-ads": "forbidden_advertising",
    "ai-label-media": "ai_labels",
    "ai-edit-disclosure": "ai_edit_notes",
    "ai-tool-named": "ai_tool",
    "child-identity": "child_identity",
    "uu-legal-entity": "legal_entity",
    "ts-https": "https",
    "ts-bylines": "bylines",
    "ts-ethics": "ethics_code",
    "ts-integrity": "site_integrity",
    "ts-dates": "article_dates",
    "ts-trust-txt": "trust_txt",
    "ts-trust-txt-reciprocity": "trust_txt_reciprocity",
    "ts-trust-txt-ai-training": "trust_txt_ai_training",
    "ts-news-organization": "news_organization",
    "ts-organization-policies": "organization_policies",
    "ts-feed": "feed",
    "ts-news-sitemap": "news_sitemap",
    "ts-ads-txt": "ads_txt",
    "ts-ownership": "ownership",
    "ts-funding": "funding",
    "ts-labels": "content_labels",
    "ts-author-pages": "author_pages",
    "ts-corrections-policy": "corrections_policy",
    "ts-management": "management",
    "ts-contact": "contact",
    "amsi-ethics": "ethics_code",
    "amsi-guideline": "guideline_text",
    "amsi-responsible": "responsible_person",
    "amsi-address": "editorial_address",
    "amsi-masthead": "masthead",
    "amsi-management": "management",
    "amsi-ownership": "ownership",
    "amsi-labels": "content_labels",
    "amsi-reader-data": "privacy_notice",
}

PARAMETERS: dict[str, dict[str, ParameterValue]] = {
    "staff-list": {"min_staff": 10},
    "wage-proof-count": {"min_pay_proofs": 5},
    "capital-50m": {"capital_idr": 50_000_000},
    "wage-ump-13": {"payments_a_year": 13},
    "output-10-15-day": {"items_a_day_low": 10, "items_a_day_high": 15},
    "continuity": {"gap_days": 7, "window_days": 180},
    "utama-max-2-media": {"max_media": 2},
    "no-false-dp-badge": {"certificate_years": 5, "observation_days": 90},
    "finance-6-months": {"months": 6},
    "ppms-ugc-48h": {"hours": 48},
    "ppms-publish": {"guideline": "pedoman-media-siber-2012"},
    "ppms-published": {"guideline": "pedoman-media-siber-2012"},
    "amsi-guideline": {"guideline": "pedoman-media-siber-2012"},
    "ts-news-sitemap": {"fresh_days": 2, "most_items": 1000},
    "kbli-press": {"kbli_press": ("58130", "63122", "63912", "60202", "60102")},
    "name-not-state": {"state_names": ("KPK", "Polri", "BIN", "Buser")},
    "org-200-members": {"min_members": 200},
    "org-succession": {"report_days": 60, "term_years": 5},
    "child-identity": {"minimum_age": 18},
}

DISPUTED = {"staff-list", "wage-proof-count", "bpjs", "org-15-provinces", "org-10-per-branch", "ai-tool-named"}


@cache
def library() -> Library:
    return shipped(set(RULES.values()))


def every_clause() -> list[Clause]:
    return [clause for standard in library().standards for clause in standard.clauses]


def all_words(clause: Clause) -> list[Words]:
    optional = [clause.example, *(parameter.note for parameter in clause.parameters)]
    always = [clause.title, clause.wording, clause.remedy, *(way.what for way in clause.ways)]
    return always + [words for words in optional if words is not None]


def keys_used(standard: Standard) -> set[str]:
    parameters = {parameter.source for clause in standard.clauses for parameter in clause.parameters}
    return parameters | {key for clause in standard.clauses for key in clause.sources}


def test_every_standard_is_shipped() -> None:
    assert set(library().ids()) == set(CLAUSES)


@pytest.mark.parametrize("standard_id", CLAUSES)
def test_every_row_of_the_regulation_is_a_clause(standard_id: str) -> None:
    assert [clause.id for clause in library().standard(standard_id).clauses] == CLAUSES[standard_id].split()


def test_no_clause_id_is_used_twice_over_all_standards() -> None:
    ids = [clause.id for clause in every_clause()]
    assert sorted(ids) == sorted(set(ids))


def test_the_rules_are_named_by_their_clauses() -> None:
    assert {clause.id: clause.rule.rule for clause in every_clause() if clause.rule} == RULES


def test_dated_parameters_hold_the_published_numbers() -> None:
    held = {
        clause.id: {parameter.name: parameter.value for parameter in clause.parameters} for clause in every_clause()
    }
    for clause_id, expected in PARAMETERS.items():
        assert held[clause_id].items() >= expected.items()


def test_lines_of_business_name_the_version_of_their_classification() -> None:
    listed = [parameter for clause in every_clause() for parameter in clause.parameters if "kbli" in parameter.name]
    assert {parameter.unit for parameter in listed} == {"KBLI 2020"}


def test_disputed_numbers_are_marked() -> None:
    marked = {clause.id for clause in every_clause() if any(parameter.disputed for parameter in clause.parameters)}
    assert marked == DISPUTED


def test_what_no_source_confirms_is_marked_unconfirmed() -> None:
    unconfirmed = {clause.id for clause in every_clause() if clause.confidence is Confidence.UNCONFIRMED}
    assert unconfirmed == {"originality-statement", "ai-tool-named"}


def test_all_words_are_written_in_two_languages() -> None:
    for clause in every_clause():
        for words in all_words(clause):
            assert words.id.strip() != words.en.strip(), clause.id


def test_an_example_leaves_blanks_to_fill_in() -> None:
    for clause in every_clause():
        if clause.example is not None and clause.id not in {"ppms-unverified-note", "ppms-ugc-consent", "ppms-dispute"}:
            assert "(" in clause.example.id, clause.id


def test_whatever_a_machine_looks_at_has_an_example_to_adapt() -> None:
    for clause in every_clause():
        if clause.rule is not None:
            assert clause.example is not None, clause.id


def test_every_source_is_used() -> None:
    for standard in library().standards:
        assert keys_used(standard) == {source.key for source in standard.sources}, standard.id


def test_a_clause_without_a_seen_number_says_so() -> None:
    for clause in every_clause():
        if clause.number == "tanpa nomor":
            assert "nomor" in clause.wording.id.lower(), clause.id


def test_unlocking_never_runs_in_a_circle() -> None:
    for standard in library().standards:
        unlocks = {clause.id: set(clause.unlocks) for clause in standard.clauses}
        while free := [clause_id for clause_id, others in unlocks.items() if not others & unlocks.keys()]:
            for clause_id in free:
                del unlocks[clause_id]
        assert not unlocks


def test_only_the_voluntary_texts_are_called_voluntary() -> None:
    voluntary = {standard.id for standard in library().standards if standard.voluntary}
    assert voluntary == {"perpres-32-2024", "nota-pers-kampus-2024", "trust-signals", "amsi-trustworthy-news"}


@pytest.mark.parametrize("standard_id", ["trust-signals", "amsi-trustworthy-news"])
def test_a_voluntary_edition_only_recommends(standard_id: str) -> None:
    assert {clause.level for clause in library().standard(standard_id).clauses} == {Level.RECOMMENDED}


def test_every_one_of_amsis_eleven_indicators_is_held() -> None:
    clauses = library().standard("amsi-trustworthy-news").clauses
    assert sorted({int(clause.number) for clause in clauses}) == list(range(1, 12))


def test_no_unverified_medium_is_called_illegal_and_nothing_passes() -> None:
    for clause in every_clause():
        for words in all_words(clause):
            assert not {"ilegal", "illegal", "lolos"} & set(words.id.lower().split() + words.en.lower().split()), (
                clause.id
            )
