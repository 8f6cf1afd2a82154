"""Figures that one slip makes of each other: digits that changed places, one digit for another, a power of ten."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from quotecheck.facts.fact import Quantity
from quotecheck.facts.quantities.units import agree, convertible

FEWEST = 3
"""Digits from which on one other digit is a slip; of two digits, half are changed."""
_POWERS = (10, 100, 1000, 10**6)
_TEN = 10
"""What counts from here on is no "one" or "two" that a sentence has by chance."""
_OF_ITSELF = frozenset({"year", "date", "decade", "century", "ordinal", "score", "time"})


def near_miss(one: Quantity, two: Quantity, *, told: bool = False) -> bool:
    """Whether two figures of one kind and unit are so alike that one was most likely copied wrong from the other:
    312 and 321, 39.1 and 31.9, 740,000 and 7.4 million, 13 and 30.

    Args:
        told: the one's text is told in the other's, so that 200 and 20 metres are no two distances.
    """
    if {one.role, two.role} & _OF_ITSELF or one.weak or two.weak:
        return False
    if one.upper is not None or two.upper is not None:
        return _one_end(one, two, told=told)
    if not agree(one.unit, two.unit, one_text=one.text, other_text=two.text):
        return False
    low, high = sorted((one.value, two.value))
    if low <= 0 or low == high:
        return False
    mine, theirs = _digits(low), _digits(high)
    if mine == theirs:
        plain = len(mine) > 1 or (told and (one.unit is not None or low >= _TEN))
        return plain and high / low in _POWERS
    if len(mine) == 2 and mine[0] == "1" and mine[1] in "3456789" and mine[1] == theirs:
        return high / low == Fraction(10 * int(mine[1]), int(mine))  # fifteen and fifty
    if len(str(int(low))) != len(str(int(high))):
        return False
    size = max(len(mine), len(theirs))
    mine, theirs = mine.ljust(size, "0"), theirs.ljust(size, "0")
    if sorted(mine) == sorted(theirs):
        return True
    return size >= FEWEST and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _one_end(one: Quantity, two: Quantity, *, told: bool) -> bool:
    """Whether of two ranges, or of two ratios, one end is the same, and the other one a slip: 20 to 65, 20 to 56. Of a
    ratio that is told any other count is a change: two of six, five of six."""
    if one.upper is None or two.upper is None or one.role != two.role:
        return False
    if one.value == two.value:
        return near_miss(
            replace(one, value=one.upper, upper=None), replace(two, value=two.upper, upper=None), told=told
        )
    if one.upper != two.upper:
        return False
    if one.role == "ratio":
        return told
    return near_miss(replace(one, upper=None), replace(two, upper=None), told=told)


def other_unit(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are one but for a unit of the same measure: three days and three weeks."""
    if one.weak or two.weak or one.value != two.value or one.upper != two.upper or one.unit == two.unit:
        return False
    return one.unit is not None and two.unit is not None and convertible(one.unit, two.unit)


def _digits(value: Fraction) -> str:
    """The digits that tell a figure, without the zeros around them."""
    shown = f"{value.numerator}" if value.denominator == 1 else f"{float(value):.6f}"
    return shown.replace(".", "").strip("0")
