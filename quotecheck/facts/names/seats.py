"""Seats of government: a capital or a palace that stands for its country's government, and the country for it.

"Berlin rejects the plan" is "the German government rejects the plan". Capitals (`capitals.tsv`) are GeoNames', palaces
and other seats (`seats.tsv`) from knowledge.
"""

from __future__ import annotations

from functools import cache

from quotecheck.facts.fact import Name
from quotecheck.facts.names.lexicon import table
from quotecheck.facts.names.matching import territories

_WHERE = frozenset({"in", "at", "near", "outside", "around", "to", "from", "across", "through"})
"""English words before a place that is meant as a place."""


def one_state(one: Name, other: Name, passage: str) -> bool:
    """Whether one of two names is a country and the other the seat of its government, or both are seats of one.

    Args:
        one: a name of a post.
        other: a name of its English passage.
        passage: the text of the passage: where it says what happened in a capital, that is more than the country.
    """
    ours, theirs = territories(one) | one.keys & {"eu"}, territories(other) | other.keys & {"eu"}
    mine, yours = seat_of(one), seat_of(other)
    if mine & theirs:
        return True
    before = passage[: other.start].split()
    return bool(yours & (ours | mine)) and not (before and before[-1].lower() in _WHERE)


@cache
def _seats() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for source in ("capitals.tsv", "seats.tsv"):
        for seat, codes in table(source).items():
            found.setdefault(seat, set()).update(codes.split("|"))
    return {seat: frozenset(codes) for seat, codes in found.items()}


def seat_of(name: Name) -> frozenset[str]:
    """Keys of the territories whose government sits there."""
    return frozenset(code for key in name.keys for code in _seats().get(key, ()))
