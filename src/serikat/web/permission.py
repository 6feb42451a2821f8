"""What a person may do: rooms answer with Allowed or with Refused and its reason, and actions require the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from serikat.engines.judgement.words import Words

_ASK_FOR_ROLE = Words(
    "Jika ini memang tugas Anda, minta sekretaris menambahkan peran yang sesuai.",
    "If this is your work, ask the secretary to add the role for it.",
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The person may."""

    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """The person may not: why, and what could be done next, where something can."""

    reason: Words
    next_step: Words | None = None

    def __bool__(self) -> Literal[False]:
        return False


Permission = Allowed | Refused


class RefusedError(Exception):
    """An action was asked for that the person may not do; the page that follows says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.reason.en)
        self.refused = refused


def require(permission: Permission) -> None:
    """Raises RefusedError where the answer is Refused; every action asks before it changes anything.

    Who may not do it and is told no other step is told whom to ask; an action that is refused for what it is says why.
    """
    if isinstance(permission, Refused):
        raise RefusedError(replace(permission, next_step=permission.next_step or _ASK_FOR_ROLE))
