"""Quantities: numbers in digits and words, with their bounds, units and roles, and how those of two texts pair up."""

from __future__ import annotations

from quotecheck.facts.fact import Bound, Quantity
from quotecheck.facts.quantities.conversions import without_restated
from quotecheck.facts.quantities.pairing import pair
from quotecheck.facts.quantities.rates import Rate, read_rates
from quotecheck.facts.quantities.reader import read, reads
from quotecheck.facts.quantities.sameness import kind_of, same_figure, units_agree


def hedges(quantity: Quantity, lang: str) -> frozenset[Bound]:
    """The bounds that a quantity's words may stand for: "nearly" is about as much, and less than."""
    from quotecheck.facts.quantities.hedging import bounds_of

    return bounds_of(quantity, lang)


def estimated(text: str, clause: tuple[int, int], number: tuple[int, int], lang: str) -> bool:
    """Whether a number is hedged by words that do not stand beside it: "the cost is put at 5 million"."""
    from quotecheck.facts.quantities.hedging import is_estimated

    return is_estimated(text, clause, number, lang)


__all__ = [
    "Rate",
    "estimated",
    "hedges",
    "kind_of",
    "pair",
    "read",
    "read_rates",
    "reads",
    "same_figure",
    "units_agree",
    "without_restated",
]
