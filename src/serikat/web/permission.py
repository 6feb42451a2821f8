"""The answer to "may this person do that": yes, or no with the reason that the person is shown."""

from __future__ import annotations

from dataclasses import dataclass

from serikat.engines.judgement.words import Words


@dataclass(frozen=True, slots=True)
class Allowed:
    """Yes."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """No, and why; the reason also says who may."""

    reason: Words

    def __bool__(self) -> bool:
        return False


Permission = Allowed | Refused


class RefusedError(Exception):
    """Someone tried what they may not; pages show `reason`."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def require(permission: Permission) -> None:
    """Go on only where it is allowed. Raises RefusedError."""
    if isinstance(permission, Refused):
        raise RefusedError(permission.reason)
