"""Exact shares as bylaws word them: "2/3", "1/2+1", ">1/2", "75%", or a plain number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

_SHARE = re.compile(r"(>?)\s*(?:(\d+)\s*/\s*(\d+)|(\d+(?:\.\d+)?)\s*%|(\d+))\s*(\+\s*1)?")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole; `beyond` where it has to be exceeded (">1/2", "1/2+1"), `absolute` where it is a number."""

    text: str
    of_whole: Fraction
    beyond: bool = False
    absolute: bool = False

    def needed(self, whole: int) -> int:
        """The least whole number that satisfies the share of `whole`; never a rounded one."""
        if self.absolute:
            return int(self.of_whole)
        exact = self.of_whole * whole
        return floor(exact) + 1 if self.beyond else ceil(exact)


def share(text: str | float) -> Share:
    """The share that a text states; raises ValueError for one that states none."""
    found = _SHARE.fullmatch(str(text).strip())
    if found is None or found[3] in ("0", "00"):
        raise ValueError(f'"{text}" is no share; write "2/3", "1/2+1", ">1/2", "75%" or a number')
    beyond = bool(found[1] or found[6])
    if found[5] is not None:
        return Share(str(text), Fraction(int(found[5]) + beyond), absolute=True)
    part = Fraction(int(found[2]), int(found[3])) if found[2] else Fraction(found[4]) / 100
    return Share(str(text), part, beyond)
