"""What rules say in the same words wherever they say it."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.observations import too_few

_FEW = Words(id="Hanya {count} berita terbaca.", en="Only {count} articles were read.")


def test_that_nothing_was_read_is_said_in_words_and_not_as_a_count() -> None:
    assert too_few(_FEW, 2).reason.id == "Hanya 2 berita terbaca."
    assert too_few(_FEW, 0).reason.id == "Tidak ada berita yang dapat dibaca."
