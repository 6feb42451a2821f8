"""Lines in which plain words are looked for together, to find the few that are worth a costly pattern."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate


class Passages:
    """Lines of a page, or of the stories of a site, of which many hold the same ones.

    The words asked for are in small letters, and matched wherever they stand, inside other words too.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._holding: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def _lowered(self) -> bytes:
        # Bytes are searched many times as fast as wide text.
        return "\n".join(self._lines).encode(errors="replace").lower()

    @cached_property
    def _beginnings(self) -> list[int]:
        """Where each line begins in `_lowered`, and where the next one would."""
        return list(accumulate((len(line) + 1 for line in self._lowered.split(b"\n")), initial=0))

    @cached_property
    def _vocabulary(self) -> bytes:
        """Each word of the lines once: many times as short as they are, and most words asked for stand in none."""
        return b"\n".join(set(self._lowered.split()))

    def show(self, words: Iterable[str]) -> bool:
        """Whether any line holds one of these words."""
        return any(word.encode() in self._lowered for word in words)

    def places(self, words: Iterable[str]) -> list[int]:
        """The places of the lines that hold one of these words, in order."""
        found: set[int] = set()
        for word in words:
            sought = word.encode()
            at = self._lowered.find(sought)
            while at >= 0:
                line = bisect_right(self._beginnings, at) - 1
                found.add(line)
                at = self._lowered.find(sought, self._beginnings[line + 1])
        return sorted(found)

    def holding(self, words: tuple[str, ...]) -> frozenset[str]:
        """The lines that hold one of these words; remembered, since each story of a site asks for the same words."""
        if words not in self._holding:
            standing = [word for word in words if " " in word or word.encode() in self._vocabulary]
            self._holding[words] = frozenset(map(self._lines.__getitem__, self.places(standing)))
        return self._holding[words]
