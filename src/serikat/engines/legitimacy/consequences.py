"""What rests on what: where an article is not met, those that rest on it fall with it and name it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_GROUNDED = ("board_standing", "signatories", "vacancy", "extraordinary_request", "after_vacancy")
_CALLED = ("called_by", *_GROUNDED, "notice")
_VOTERS = ("entitled", "dues", "roll", "mandates")
_MEETING = (*_CALLED, *_VOTERS, "second_call", "quorum")
_CHAIRED = (*_MEETING, "standing_orders", "presidium", "presiding", "order_of_business", "precedence")
_CHOICE = (*_CHAIRED, "accountability", "nomination", "candidates", "support", "election_method", "count")
_ELECTED = (*_CHOICE, "majority", "ties", "mufakat", "acclamation")
_COMPOSED = (*_ELECTED, "formatur", "half_formatur", "composition", "collective_leadership")

# The left rests on the right: facts and judgements that it takes as given.
PREMISES: Mapping[str, tuple[str, ...]] = {
    "called_by": _GROUNDED,
    "notice": ("called_by", *_GROUNDED),
    "roll": ("entitled", "dues"),
    "second_call": ("called_by", *_GROUNDED),
    "quorum": (*_CALLED, *_VOTERS, "second_call"),
    "standing_orders": _MEETING,
    "presidium": (*_MEETING, "standing_orders"),
    "presiding": (*_MEETING, "standing_orders", "presidium"),
    "accountability": _CHAIRED,
    "election_method": _CHAIRED,
    "majority": (*_CHAIRED, "accountability", "election_method", "count", "candidates", "support"),
    "ties": (*_MEETING, "count"),
    "mufakat": _CHOICE,
    "acclamation": _CHOICE,
    "formatur": _ELECTED,
    "half_formatur": (*_ELECTED, "formatur"),
    "composition": (*_ELECTED, "formatur", "half_formatur"),
    "collective_leadership": _ELECTED,
    "amendment": _CHAIRED,
    "minutes": (*_MEETING, "presidium"),
    "term": _COMPOSED,
    "decree": (*_COMPOSED, "minutes"),
    "inauguration": (*_COMPOSED, "minutes", "decree", "term"),
    "handover": (*_COMPOSED, "minutes", "decree", "term", "inauguration"),
}


# Looked at first because one fact can show in both; the left does not rest on the right.
_AFTER: Mapping[str, tuple[str, ...]] = {
    "extraordinary_request": ("entitled",),
    "notice": ("entitled", "roll", "second_call"),
    "support": ("roll",),
    "suspension": ("quorum", "second_call"),
    "presiding": ("order_of_business",),
    "minutes": ("presiding",),
    "election_method": ("accountability",),
    "count": ("quorum", "roll", "entitled", "standing_orders", "election_method"),
    "amendment": ("count",),
    "second_call": ("roll", "entitled"),
}


def ordered(slugs: Collection[str]) -> list[str]:
    """The rules, each after those that it rests on."""
    done: dict[str, None] = {}

    def visit(slug: str) -> None:
        if slug not in done:
            for premise in (*PREMISES.get(slug, ()), *_AFTER.get(slug, ())):
                visit(premise)
            done[slug] = None

    for slug in sorted(slugs):
        visit(slug)
    return [slug for slug in done if slug in slugs]
