"""People, their accounts and roles, one-time links, and messages."""

from serikat.foundation.people.models.accounts import Account
from serikat.foundation.people.models.links import LinkPurpose, OneTimeLink
from serikat.foundation.people.models.messages import Channel, Message, MessageKind, MessageState
from serikat.foundation.people.models.persons import Person, Role, RoleKind

__all__ = [
    "Account", "Channel", "LinkPurpose", "Message", "MessageKind", "MessageState", "OneTimeLink", "Person", "Role",
    "RoleKind",
]  # fmt: skip
