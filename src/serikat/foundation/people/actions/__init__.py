"""Changes about people: the first visit, invitations and roles, one-time links, messages."""

from serikat.foundation.people.actions.accounts import (
    invite_again,
    invite_officer,
    restore_account,
    set_up_account,
    set_up_association,
    sign_out_everywhere,
)
from serikat.foundation.people.actions.links import NOT_OPEN, account_for_link, link_of, make_link, use_link
from serikat.foundation.people.actions.messages import note_fault, note_sent, prepare_message, ready_to_send
from serikat.foundation.people.actions.roles import end_role, give_role

__all__ = [
    "NOT_OPEN", "account_for_link", "end_role", "give_role", "invite_again", "invite_officer", "link_of",
    "make_link", "note_fault",
    "note_sent", "prepare_message", "ready_to_send", "restore_account", "set_up_account", "set_up_association",
    "sign_out_everywhere", "use_link",
]  # fmt: skip
