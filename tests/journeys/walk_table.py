"""What every address answers to every role: a new one fails the walk until its line stands here.

Columns: nobody, an officer of the association, an officer and a verifier of the chapter that the address belongs to, an
officer of another chapter, a member whose outlet it is about, another member. Before the bar visits, behind it empty
forms sent. What a person may not know of is 404, what they may not do 403, what is only sent 405 for visits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from serikat.foundation.findings.tests.audits import ADDRESS, STANDARD
from tests.journeys.world import World

WALK: dict[str, str] = {
    "account_change_password": "302 200 200 200 200 404 404 | 302 200 200 200 200 404 404",
    "account_inactive": "200 200 200 200 200 200 200 | 405 405 405 405 405 405 405",
    "account_login": "200 302 302 302 302 302 302 | 200 302 302 302 302 302 302",
    "account_logout": "302 200 200 200 200 200 200 | 302 302 302 302 302 302 302",
    "account_reauthenticate": "302 200 200 200 200 404 404 | 302 200 200 200 200 404 404",
    "findings:clause": "302 200 200 200 404 200 404 | 302 200 200 200 404 403 404",
    "findings:close_question": "302 200 200 200 404 404 404 | 302 200 200 200 404 404 404",
    "findings:comparison": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:hand_in": "302 200 200 200 404 200 404 | 302 200 200 200 404 200 404",
    "findings:handed_in": "302 200 200 200 404 200 404 | 302 200 200 200 404 403 404",
    "findings:outlet": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:outlets": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "findings:outlets_csv": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "findings:outlets_xlsx": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "findings:questions": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "findings:recheck": "302 405 405 405 405 405 405 | 302 302 302 302 404 302 404",
    "findings:record": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:rendering": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:report": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:resume": "302 405 405 405 405 405 405 | 302 403 403 403 404 404 404",
    "findings:round": "302 200 200 200 404 404 404 | 302 405 405 405 405 405 405",
    "findings:rounds": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "findings:schedule": "302 405 405 405 405 405 405 | 302 302 302 302 302 404 404",
    "findings:start": "302 405 405 405 405 405 405 | 302 200 200 200 200 404 404",
    "findings:stop": "302 405 405 405 405 405 405 | 302 302 302 302 404 404 404",
    "findings:stored": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "findings:withdraw": "302 200 200 200 404 403 404 | 302 200 200 200 404 403 404",
    "members:ask_control": "302 405 405 405 405 405 405 | 302 302 302 302 404 302 404",
    "members:check_control": "302 405 405 405 405 405 405 | 302 403 403 403 404 403 404",
    "members:control": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "members:vouch_control": "302 405 405 405 405 405 405 | 302 422 422 403 404 403 404",
    "mfa_activate_totp": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_add_webauthn": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_authenticate": "302 302 302 302 302 302 302 | 302 302 302 302 302 302 302",
    "mfa_deactivate_totp": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_download_recovery_codes": "302 404 404 404 404 404 404 | 302 404 404 404 404 404 404",
    "mfa_edit_webauthn": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_generate_recovery_codes": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_index": "302 200 200 200 200 404 404 | 302 405 405 405 405 404 404",
    "mfa_list_webauthn": "302 200 200 200 200 404 404 | 302 405 405 405 405 404 404",
    "mfa_login_webauthn": "302 302 302 302 302 302 302 | 302 302 302 302 302 302 302",
    "mfa_reauthenticate": "302 200 200 200 200 404 404 | 302 200 200 200 200 404 404",
    "mfa_reauthenticate_webauthn": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_remove_webauthn": "302 302 302 302 302 404 404 | 302 302 302 302 302 404 404",
    "mfa_view_recovery_codes": "302 404 404 404 404 404 404 | 302 405 405 405 405 404 404",
    "people:account": "302 200 200 200 200 200 200 | 405 405 405 405 405 405 405",
    "people:chapter": "302 200 200 200 404 404 404 | 302 200 200 200 404 404 404",
    "people:chapters": "302 200 200 200 200 404 404 | 405 405 405 405 405 405 405",
    "people:end_coverage": "302 200 200 403 404 404 404 | 302 200 200 403 404 404 404",
    "people:end_role": "302 200 200 403 404 404 404 | 302 200 200 403 404 404 404",
    "people:first_visit": "404 404 404 404 404 404 404 | 404 404 404 404 404 404 404",
    "people:invite": "302 200 200 403 200 404 404 | 302 200 200 403 200 404 404",
    "people:invite_again": "405 405 405 405 405 405 405 | 302 403 403 403 404 404 404",
    "people:journal": "302 200 200 200 200 404 404 | 405 405 405 405 405 405 405",
    "people:journal_csv": "302 200 200 200 200 404 404 | 405 405 405 405 405 405 405",
    "people:link": "200 200 200 200 200 200 200 | 302 302 302 302 302 302 302",
    "people:message": "302 200 200 200 404 404 404 | 405 405 405 405 405 405 405",
    "people:messages": "302 200 200 200 200 404 404 | 405 405 405 405 405 405 405",
    "people:officer": "302 200 200 200 404 404 404 | 302 200 200 200 404 404 404",
    "people:officers": "302 200 200 200 200 404 404 | 405 405 405 405 405 405 405",
    "people:open_chapter": "302 200 200 403 200 404 404 | 302 200 200 403 200 404 404",
    "people:restore": "302 200 403 403 404 404 404 | 302 200 403 403 404 404 404",
    "people:send": "405 405 405 405 405 405 405 | 302 422 422 422 404 404 404",
    "people:sign_out_everywhere": "405 405 405 405 405 405 405 | 302 302 302 302 302 302 302",
    "secretariat:check_again": "302 405 405 405 405 405 405 | 302 302 302 302 404 302 404",
    "secretariat:checking": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "secretariat:digest": "302 405 405 405 405 405 405 | 302 302 302 302 302 404 404",
    "secretariat:home": "302 200 200 200 200 302 302 | 302 405 405 405 405 405 405",
    "secretariat:mine": "302 200 200 200 200 302 302 | 302 405 405 405 405 405 405",
    "secretariat:outlet": "302 200 200 200 404 200 404 | 302 405 405 405 405 405 405",
    "secretariat:plans": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "secretariat:prepare_many": "302 405 405 405 405 405 405 | 302 302 302 302 302 404 404",
    "secretariat:queue": "302 200 200 200 200 404 404 | 302 405 405 405 405 405 405",
    "secretariat:remind": "302 405 405 405 405 405 405 | 302 302 302 302 302 404 404",
    "secretariat:send_plan": "302 200 200 200 404 404 404 | 302 302 302 302 404 404 404",
    "web:alive": "200 200 200 200 200 200 200 | 405 405 405 405 405 405 405",
    "web:components": "200 200 200 200 200 200 200 | 405 405 405 405 405 405 405",
    "web:language": "405 405 405 405 405 405 405 | 302 302 302 302 302 302 302",
    "web:layout": "200 200 200 200 200 200 200 | 405 405 405 405 405 405 405",
    "web:theme": "405 405 405 405 405 405 405 | 302 302 302 302 302 302 302",
}

# What the addresses are asked about, where they want to know.
ABOUT: Mapping[str, Callable[[World], dict[str, Any]]] = {
    "people:link": lambda world: {"secret": world.link},
    **dict.fromkeys(
        (
            "members:ask_control", "members:check_control", "members:control", "members:vouch_control",
            "secretariat:check_again", "secretariat:outlet", "secretariat:send_plan",
        ),
        lambda world: {"public_id": world.outlet_a.public_id},
    ),
    "secretariat:checking": lambda world: {
        "public_id": world.outlet_a.public_id, "round_id": world.recheck_a.public_id,
    },
    "people:officer": lambda world: {"public_id": world.officer_a.public_id},
    "people:restore": lambda world: {"public_id": world.officer_a.public_id},
    "people:invite_again": lambda world: {"public_id": world.officer_a.public_id},
    "people:end_role": lambda world: {
        "public_id": world.verifier_a.public_id, "chapter_id": world.chapter_a.public_id, "kind": "verifier",
    },
    "people:chapter": lambda world: {"public_id": world.chapter_a.public_id},
    "people:end_coverage": lambda world: {"public_id": world.chapter_a.public_id, "code": "81.71"},
    "people:message": lambda world: {"public_id": world.message_a.public_id},
    "people:send": lambda world: {"public_id": world.message_a.public_id},
    **dict.fromkeys(
        ("findings:outlet", "findings:comparison", "findings:report", "findings:record", "findings:recheck",
         "findings:hand_in"),
        lambda world: {"public_id": world.outlet_a.public_id},
    ),
    "findings:clause": lambda world: {
        "public_id": world.outlet_a.public_id, "standard": STANDARD, "clause": ADDRESS,
    },
    **dict.fromkeys(
        ("findings:stored", "findings:rendering"),
        lambda world: {"public_id": world.outlet_a.public_id, "sha256": world.found_a.sha256},
    ),
    **dict.fromkeys(
        ("findings:round", "findings:stop", "findings:resume"),
        lambda world: {"public_id": world.found_a.audit_round.public_id},
    ),
    "findings:withdraw": lambda world: {"public_id": world.found_a.answer.public_id},
    "findings:handed_in": lambda world: {"public_id": world.found_a.page.public_id},
    "findings:close_question": lambda world: {"public_id": world.found_a.question.public_id},
    "web:layout": lambda _: {"name": "baca"},
    "mfa_remove_webauthn": lambda _: {"pk": 1},
    "mfa_edit_webauthn": lambda _: {"pk": 1},
}  # fmt: skip
# Forms that anybody may send without having been shown them first: the most that comes of it is another language.
WITHOUT_TOKEN = {"web:language", "web:theme"}
# A one-time link says whom it is for to whoever holds it, as it must.
SAYS_WHO = {"people:link"}
