"""Hedges that stand between two bounds."""

from __future__ import annotations

from quotecheck.facts.fact import Bound, Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.quantities.tables import Tables, tables
from quotecheck.facts.quantities.tokens import pieces


def bounds_of(quantity: Quantity, lang: str) -> frozenset[Bound]:
    """The bounds that a quantity's words may stand for.

    Args:
        quantity: as read.
        lang: language it was read in (ISO 639-1).
    """
    known = tables(lang)
    if quantity.loose:
        return frozenset({quantity.bound, *quantity.loose, *_near(quantity, known)})
    for phrase, bounds in known.loose_hedges.items():
        if quantity.bound in bounds and "".join(phrase) in fold(quantity.text):
            return frozenset(bounds)
    return frozenset({quantity.bound, *_near(quantity, known)})


def _near(quantity: Quantity, known: Tables) -> frozenset[Bound]:
    """ "Nearly" is about as much, and less than."""
    if quantity.bound != "about" or not known.nearly:
        return frozenset()
    words = pieces(fold(quantity.text))
    text = fold(quantity.text)
    for phrase in known.nearly:
        if tuple(words[: len(phrase)]) == phrase or (known.script == "han" and "".join(phrase) in text):
            return frozenset({"less-than"})
    return frozenset()
