"""Figures of a reporter's own words that stand for others of the post: slips of the pen, and what has no other
counterpart, but nothing that was rounded, or that tells of other things."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from quotecheck.facts.fact import Pairs, Quantity
from quotecheck.facts.quantities import kind_of, units_agree
from quotecheck.facts.quantities.units import convert, convertible
from quotecheck.rules.base import Case
from quotecheck.rules.near_misses import near_miss
from quotecheck.rules.number_places import about, years_bounded_alike
from quotecheck.rules.numbers_implied import is_counted, stands_in, without_days

FAR_APART, IN_TWO_UNITS = Fraction(30), Fraction(3)
"""How many times as long, or as far, one measure may be as another that became it in a reporter's words; the same where
it is told in two units, of which no slip makes another."""
ABOVE = Fraction(5, 4)
"""How many times as many there may be as what a reporter says there are more than."""
WHOLE = Fraction(1, 16)
"""Share of a figure below ten by which it may differ from the whole number that a reporter makes of it."""
LIKE_AT_ALL = 0.3
"""Least cosine of what two figures are said of, where a reporter's sentence may tell of something else."""
CLOSE_BEHIND = 30
"""Code points between a figure and what it is a part of."""


def changed_in_own_words(
    case: Case, pairs: Pairs[Quantity], post: Sequence[Quantity], passage: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Figures of a reporter's own words that stand for others of the post, who may tell of other things besides."""
    if case.partly:
        post = without_days(case.post.facts.quantities, case.passage.facts.days)
    free_post = [q for q in post if not q.weak and not stands_in(q, passage)]
    free_passage = [q for q in passage if not q.weak and not stands_in(q, post)]
    slips = {two: [one for one in free_post if near_miss(one, two, told=case.told)] for two in free_passage}
    found = [(ones[0], two) for two, ones in slips.items() if len(ones) == 1 and not _rounded(ones[0], two)]
    if case.told and case.unsure:
        return found
    if case.partly:
        return [(one, two) for one, two in found if (one.unit is None) == (two.unit is None)]
    taken = {two.start for _, two in found}
    for one, two in pairs.changed:
        if two.start in taken or _rounded(one, two) or not _of_one_measure(one, two):
            continue
        if _far_apart(one, two, FAR_APART if two in passage else IN_TWO_UNITS):
            continue
        alone = _certain_counterparts(one, two, free_post, free_passage)
        related = (case.told and _measured_alike(one, two)) or years_bounded_alike(case, one, two)
        related = related or _behind_the_same(pairs, one, two) or _of_one_thing(case, one, two)
        related = related or (case.told and alone and len(free_post) == len(free_passage) == 1 and bool(pairs.same))
        if related and (alone or case.told) and not two.weak:
            found.append((one, two))
    return found


def _far_apart(one: Quantity, two: Quantity, most: Fraction) -> bool:
    """Whether two measures have nothing to do with each other: "eleven months" and "21 minutes"."""
    if one.unit is None or two.unit is None or not convertible(one.unit, two.unit):
        return False
    if one.value == two.value or not one.value or not two.value:
        return False
    times = convert(one.value, one.unit, two.unit) / two.value
    return bool(times > most or times * most < 1)


def _measured_alike(one: Quantity, two: Quantity) -> bool:
    """Whether both figures say what they measure, and it is one thing."""
    if one.unit is not None and two.unit is not None and convertible(one.unit, two.unit):
        return True
    return (one.unit or one.role) == (two.unit or two.role) != "cardinal"


def _of_one_measure(one: Quantity, two: Quantity) -> bool:
    """Whether two figures measure the same kind of thing, in whatever unit, as far as both say what."""
    if one.unit is None or two.unit is None:
        bare, measured = (one, two) if one.unit is None else (two, one)
        return measured.unit is None or not is_counted(bare.noun or "")  # 64 children are no half hour
    return units_agree(one, two) or convertible(one.unit, two.unit)


def _certain_counterparts(
    one: Quantity, two: Quantity, free_post: Sequence[Quantity], free_passage: Sequence[Quantity]
) -> bool:
    """Whether two figures of a kind are each the only one of it that could be meant."""
    kind = kind_of(two)
    if one.weak or two.weak or any(sum(kind_of(q) == kind for q in side) != 1 for side in (free_post, free_passage)):
        return False
    low, high = sorted((one.value, two.value))
    return kind != "count" or (low > 0 and high / low <= 20)


def _behind_the_same(pairs: Pairs[Quantity], one: Quantity, two: Quantity) -> bool:
    """Whether two figures stand close behind one that both sides have: "23 injured, two of them critically"."""
    return any(
        0 <= one.start - mine.end <= CLOSE_BEHIND and 0 <= two.start - theirs.end <= CLOSE_BEHIND and not mine.weak
        for mine, theirs in pairs.same
    )


def _rounded(one: Quantity, two: Quantity) -> bool:
    """Whether a reporter's figure is the post's with fewer digits: 40,000 hectares for 41,300, 2 million for 1.98."""
    if one.value <= 0 or one.upper is not None or one.role != two.role or one.role not in ("cardinal", "fraction"):
        return False
    if two.bound in ("more-than", "at-least") and two.value <= one.value <= two.value * ABOVE:
        return True  # "more than two dozen roads" are 26
    size = math.floor(math.log10(one.value))
    close = one.value.denominator != 1 and abs(one.value - two.value) <= one.value * WHOLE  # 9.2 is 9, but 1.5 not 2
    return (one.value >= 10 or close) and any(
        round(one.value / Fraction(10) ** (size - digits)) * Fraction(10) ** (size - digits) == two.value
        for digits in (0, 1)
    )


def _of_one_thing(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether what a reporter's figure is said of is at all like what the post's is said of."""
    if case.between is None:
        return True
    mine, theirs = about(case.post, case.segment, one), about(case.passage, (0, len(case.passage.text)), two)
    return bool(mine and theirs) and case.between([mine], [theirs])[0][0] >= LIKE_AT_ALL
