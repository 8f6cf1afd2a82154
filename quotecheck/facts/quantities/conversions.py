"""Figures in brackets that only say the one before them again: "€5.4m (£4.7m)", "11 metres (36 feet)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities.units import SCALES, agree, convert, convertible, is_currency

BEFORE = 2
"""Figures before a bracket that the one in it may convert: both sides of "11 metres by seven"."""
APART = Fraction(1, 12)
"""How far a conversion may be from what it converts: both are rounded."""

_BRACKET = re.compile(r"[(\[（［]([^()\[\]（）［］]{1,60})[)\]）］]")
_GAP = 24
"""Code points between a figure and the bracket that converts it: "2,350 cubic meters of water ("."""


def restated(text: str, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Where figures begin that only convert the ones before them.

    Args:
        text: as written.
        quantities: those read from it, in order.
    """
    found: set[int] = set()
    for bracket in _BRACKET.finditer(text) if quantities else ():
        inside = [q for q in quantities if bracket.start() < q.start and q.end < bracket.end()]
        before = [q for q in quantities if q.end <= bracket.start()][-BEFORE:]
        if not inside or not before or bracket.start() - before[-1].end > _GAP:
            continue
        first = next((q for q in inside if q.unit is not None), None)
        if first is not None and any(_converts(first, one) for one in before):
            found |= {q.start for q in inside if q.unit is None or _one_measure(q, first)}
    return frozenset(found)


def _one_measure(one: Quantity, other: Quantity) -> bool:
    if one.unit is None or other.unit is None:
        return False
    return (is_currency(one.unit) and is_currency(other.unit)) or convertible(one.unit, other.unit)


def _converts(two: Quantity, one: Quantity) -> bool:
    """Whether a figure may be the other in another unit. Between currencies only the day's rate could tell."""
    if one.unit is None or two.unit is None or agree(one.unit, two.unit, one_text=one.text, other_text=two.text):
        return False
    if not _one_measure(one, two):
        return False
    if one.unit not in SCALES or two.unit not in SCALES:
        return True
    into = convert(one.value, one.unit, two.unit)
    return abs(into - two.value) <= max(into, two.value) * APART


def without_restated(
    quantities: Sequence[Quantity], text: str, others: Sequence[Quantity] = ()
) -> tuple[Quantity, ...]:
    """The figures of a text but for conversions in brackets; those stay that the other side has in the very unit.

    Args:
        quantities: of the text, in order.
        text: as written.
        others: the figures of the other side.
    """
    gone = restated(text, quantities)
    if not gone:
        return tuple(quantities)
    stated = {(other.unit, other.value) for other in others if other.unit is not None}
    return tuple(q for q in quantities if q.start not in gone or (q.unit, q.value) in stated)
