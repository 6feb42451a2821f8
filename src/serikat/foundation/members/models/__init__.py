"""Companies and outlets, what is known of them when, who speaks for them, and lists taken in."""

from serikat.foundation.members.models.control import Control, ControlMethod, LostCause
from serikat.foundation.members.models.imports import ImportedRow, ImportState, RosterImport, RowOutcome
from serikat.foundation.members.models.outlets import Company, FormerDomain, MemberOutlet
from serikat.foundation.members.models.standing import CouncilStatus, Representative, Standing, StandingKind

__all__ = [
    "Company", "Control", "ControlMethod", "CouncilStatus", "FormerDomain", "ImportState", "ImportedRow", "LostCause",
    "MemberOutlet", "Representative", "RosterImport", "RowOutcome", "Standing", "StandingKind",
]  # fmt: skip
