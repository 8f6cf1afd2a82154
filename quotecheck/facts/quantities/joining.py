"""What two numbers make together: ranges, scores, times from and to, shares (six in ten)."""

from __future__ import annotations

from quotecheck.facts.quantities.clock import place_in_day
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import span_of
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, WORD, Tokens
from quotecheck.facts.quantities.units import PERCENT, convertible

MAX_RATIO_GAP = 5
"""Words between the two figures of "one young person in every five"."""

_WHOLES = frozenset([*range(2, 21), 25, 30, 40, 50, 100, 1000, 10_000, 100_000, 1_000_000])
"""What a share is said to be out of."""


def merge(drafts: list[Draft], tokens: Tokens, tables: Tables) -> list[Draft]:
    """Join what two numbers make together: 1 million 200 thousand, 10-20, 3 to 5 percent, 2:1."""
    merged: list[Draft] = []
    for draft in drafts:
        before = merged[-1] if merged else None
        if before is not None and _joins(before, draft, tokens, tables):
            continue
        merged.append(draft)
    return merged


def _joins(one: Draft, two: Draft, tokens: Tokens, tables: Tables) -> bool:
    _range_not_hedge(one, two, tokens, tables)
    gap = two.first - one.stop
    if gap == 1 and tokens.words[one.stop] == "(" and not two.hedge and one.unit and two.unit:
        if one.unit != two.unit and convertible(one.unit, two.unit):
            two.bound = one.bound if one.upper is None else two.bound
        return False
    if gap == 0 and one.scale > two.scale > 1 and one.unit is None and two.digits and one.value > two.value:
        one.value += two.value
        one.stop, one.unit, one.scale = two.stop, two.unit, two.scale
        return True
    joined = gap == 0 or (gap == 1 and tokens.words[one.stop] in tables.and_hundreds)
    if joined and _thousands_and_rest(one, two):
        one.value += two.value
        one.stop, one.unit = two.stop, two.unit
        return True
    _scale_of_the_whole(one, two, tokens, tables)
    if 1 <= gap <= MAX_RATIO_GAP and _ratio(one, two, tokens, tables):
        return True
    if gap not in (1, 2) or one.name or two.name or one.upper is not None or two.upper is not None:
        return False
    between = " ".join(tokens.words[one.stop : two.first])
    if _clock_together(one, two, between, tables):
        return False
    if between in tables.or_words:
        _share_scale(one, two)
        return False
    if between in tables.reaching and one.scale == 1 and one.digits and one.unit is None and two.scale >= 1000:
        one.also = (*one.also, one.value * two.scale)  # "von 5 auf 6 Millionen"
        return False
    if between not in ("-", ":") and between not in tables.range_words:
        return False
    kinds = {"cardinal", "year", "age", "ordinal", "fraction"}
    if one.role not in kinds or two.role not in kinds or two.hedge or one.bound != "exact":
        return False
    if one.unit is not None and two.unit is not None and one.unit != two.unit:
        return False
    if not (one.digits and two.digits) and between in ("-", ":"):
        return False
    if between not in ("-", ":") and one.unit is not None and two.unit is not None:
        return False  # "fell 0.3 percent to 4.1 percent" is no range
    if one.unit == PERCENT and two.unit is None and two.scale > 1:
        return False  # nor is "fell 3% to 905 million"
    if between not in ("-", ":") and two.unit is None and not (one.digits and two.digits):
        return False
    if between not in ("-", ":") and one.unit is not None and one.scale == two.scale and one.value > two.value:
        return False  # "from 1,250 lira to 1,000": a range rises
    _share_scale(one, two)
    one.unit = one.unit or two.unit
    one.also = one.also + two.also
    one.upper, one.stop = two.value, two.stop
    one.weak = one.weak and two.weak
    whole = one.value.denominator == 1 and two.value.denominator == 1
    plain = one.unit is None and one.scale == 1 and not one.year_like and whole and one.role == "cardinal"
    falling = one.value > two.value or (between == "-" and one.value == two.value < 200)
    if between == ":" or (plain and falling):
        one.role = "score"
    else:
        one.bound = "range"
        one.role = two.role if one.role == "cardinal" else one.role
    return True


def _thousands_and_rest(one: Draft, two: Draft) -> bool:
    """Whether a figure is the rest of thousands in words: "bin 250 lira", "2 mil 500 pesos"."""
    if not one.role == two.role == "cardinal" or two.hedge or two.name or one.upper is not None:
        return False
    thousands = one.scale == 1000 and one.unit is None and one.value % 1000 == 0
    return thousands and two.digits and two.scale == 1 and two.upper is None and 1 <= two.value < 1000


def _range_not_hedge(one: Draft, two: Draft, tokens: Tokens, tables: Tables) -> None:
    """In "231 do 208" and "3 bis 5 Tage" the word between the numbers joins them, and bounds nothing."""
    if two.first != one.stop or one.hedge or not two.hedge or one.unit is not None or not (one.digits and two.digits):
        return
    if tokens.words[two.first] in tables.range_words and tokens.kind(two.first + 1) == DIGITS:
        two.first, two.hedge, two.bound, two.loose = two.first + 1, False, "exact", ()


def _clock_together(one: Draft, two: Draft, between: str, tables: Tables) -> bool:
    """ "between 3 and 5 p.m.", "15 bis 17 Uhr": what the second says of the clock, the first means too."""
    if two.role != "time" or one.role not in ("cardinal", "time") or not one.digits or one.unit or one.scale != 1:
        return False
    if between not in ("-", "/") and between not in tables.range_words and between not in tables.or_words:
        return False
    if one.value > 24 or (one.role == "time" and not one.also):
        return False
    later = two.value >= 12 > one.value and one.value + 12 < two.value and not two.also
    one.role = "time"
    if later:
        one.also, one.value = (one.value,), one.value + 12
    elif two.also:
        place_in_day(one, None)
    return True


def _scale_of_the_whole(one: Draft, two: Draft, tokens: Tokens, tables: Tables) -> None:
    """ "28 miliardi, di cui 9": the part may be counted in the whole's scale."""
    if one.scale < 1000 or two.scale != 1 or not two.digits or two.unit is not None or two.value >= 1000:
        return
    before = two.first
    for begin in range(max(one.stop, before - 5), before):
        if span_of(tables.of_which, tokens.words, begin):
            two.also = (*two.also, two.value * one.scale)
            return


def _ratio(one: Draft, two: Draft, tokens: Tokens, tables: Tables) -> bool:
    """ "six in ten", "seis de cada diez", "einer von fünf": a share of a whole."""
    plain = all(
        draft.role == "cardinal" and draft.unit is None and draft.scale == 1 and not draft.name and draft.upper is None
        for draft in (one, two)
    )
    if not plain or two.hedge or not 1 <= one.value < two.value or two.value not in _WHOLES:
        return False
    for begin in range(one.stop, two.first):
        found = span_of(tables.ratio, tokens.words, begin)
        if found and begin + found[0] == two.first:
            one.upper, one.stop, one.role, one.weak = two.value, two.stop, "ratio", False
            return True
        if tokens.kinds[begin] != WORD and tokens.words[begin] != "'":
            return False
    return False


def _share_scale(one: Draft, two: Draft) -> None:
    """In "2 to 3 million" the scale stands once and counts twice."""
    if one.unit == PERCENT:
        return
    if two.scale > 1 and one.scale == 1 and one.value * two.scale <= two.value * 10 and one.value < 1000:
        one.also = (*one.also, one.value)
        one.value *= two.scale
        one.scale = two.scale
        one.weak = False
