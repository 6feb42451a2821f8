"""The bar of a round: what it counts and says, and that it keeps silent where nobody watches."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from rich.console import Console

from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.fronts.command_line.round_progress import RoundProgress, failures, spoken


def shown(*, terminal: bool) -> str:
    """What a round of four outlets, two of them done before, writes while the others are audited."""
    written = io.StringIO()
    console = Console(file=written, force_terminal=terminal, width=140, color_system=None)
    with RoundProgress(4, Counter({"read": 1, "dns": 1}), "id", console) as progress:
        for number, reached in enumerate(["timeout", "dns"]):
            progress.audited(AuditedOutlet(f"kabar{number}.example", number, reached, 0, 10, "f" * 64))
    return written.getvalue()


def test_the_bar_counts_on_from_what_was_done_and_tells_failures_by_kind() -> None:
    said = shown(terminal=True)
    assert "4/4" in said
    assert "Domain tidak ditemukan 2, Terlalu lama menjawab 1" in said


def test_without_a_terminal_the_bar_is_silent() -> None:
    assert shown(terminal=False).strip() == ""


def test_sites_that_were_read_are_no_failures() -> None:
    reached = Counter({"read": 9, "partial": 2, "tls": 1, "blocked": 3})
    assert failures(reached, "en") == "Turned our reader away 3, Certificate trouble 1"


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (199.6, "3:20"), (7500, "2:05:00")])
def test_a_span_of_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert spoken(seconds) == said
