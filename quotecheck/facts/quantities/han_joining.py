"""Ranges and scores of languages written in Chinese characters."""

from __future__ import annotations

import re

from quotecheck.facts.quantities.draft import Draft

_RANGE = re.compile(r"\s?(?:[-~〜至到]|から)\s?")
_VERSUS = re.compile(r"\s?(?:[-:対比对]|vs)\s?")


def joined(one: Draft, two: Draft, folded: str, counters: frozenset[str]) -> bool:
    """Whether two numbers make one, which the first then holds: 3～5人, 24対0.

    Args:
        folded: the folded text.
        counters: words that follow a number and count something.
    """
    between = folded[one.stop : two.first]
    if not between or len(between) > 4 or one.name or two.name or one.upper is not None or two.upper is not None:
        return False
    if one.role not in ("cardinal", "age") or two.role not in ("cardinal", "age") or two.hedge:
        return False
    versus, ranged = _VERSUS.fullmatch(between), _RANGE.fullmatch(between)
    if (not versus and not ranged) or (one.unit and one.unit != two.unit):
        return False
    if two.scale > 1 and one.scale == 1 and one.value < 1000 and one.value < two.value / two.scale * 2:
        one.also, one.value = (*one.also, one.value), one.value * two.scale
    one.upper, one.unit, one.stop = two.value, one.unit or two.unit, two.stop
    counted = folded[two.stop : two.stop + 1] in counters
    if versus and (not ranged or (one.value >= two.value and not counted and not one.unit)):
        one.role = "score"
    elif one.bound == "exact":
        one.bound = "range"
    return True
