"""What stands around a number and belongs to it: unit, bound, clock, century, range."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.tables import MAX_PHRASE, Tables, span_of
from quotecheck.facts.quantities.tokens import DIGITS, SIGN, WORD, Tokens
from quotecheck.facts.quantities.units import PERCENT, SCALES, convertible, is_currency

_NO_BOUND = frozenset({"time", "year", "date", "decade", "century", "ordinal", "score"})
"""Roles of numbers that "up to" and "over" do not bound: "hasta las 3", "until 2020"."""

_SIGN_BOUNDS = {
    ">": "more-than",
    "<": "less-than",
    "≥": "at-least",
    "≤": "at-most",
    "~": "about",
    "≈": "about",
    "±": "about",
}
_DIGITS_ONLY = frozenset(
    ["m", "t", "l", "g", "h", "w", "s", "mi", "li", "kt", "kn", "mu", "ft", "ha", "cl", "kilo", "lb", "a"]
)
"""Unit signs that are also short words: read only after digits."""


def complete(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """Look around a number, and take in what belongs to it.

    Args:
        floor: the first token that is free; what stands before it belongs to the number before.
    """
    if not draft.name:
        _clock(draft, tokens, tables)
        _unit_before(draft, tokens, tables, floor)
        if draft.unit is None or is_currency(draft.unit):
            _unit_after(draft, tokens, tables)
        _era(draft, tokens, tables)
    if draft.unit == PERCENT or is_currency(draft.unit) or draft.unit == "percentage-point":
        draft.weak = False
    bare = draft.role == "cardinal" and draft.unit is None and draft.scale == 1
    if bare and (draft.year_like or tokens.word(draft.stop) in tables.year_after):
        draft.role = "year"
    elif draft.role in ("cardinal", "ordinal") and draft.value <= 31 and _by_month(draft, tokens, tables):
        draft.role = "date"
    bound_before(draft, tokens, tables, floor)
    bound_after(draft, tokens, tables)


def _clock(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """ "3:40 p.m.", "14h30", "12 h 00", "3.40 Uhr", "15 heures 20", "three o'clock"."""
    if draft.role not in ("cardinal", "time") or draft.scale != 1 or draft.value > 24 or draft.stop >= len(tokens):
        return
    words = tokens.words
    at = draft.stop
    if draft.digits and words[draft.first].isdigit() and draft.stop == draft.first + 1:
        minutes_at = 0
        if (words[at] == ":" and tokens.glued(at) and tokens.glued(at + 1)) or (
            words[at] in tables.clock_hours and tokens.kind(at + 1) == DIGITS
        ):
            minutes_at = at + 1
        if (
            minutes_at
            and tokens.kind(minutes_at) == DIGITS
            and len(words[minutes_at]) == 2
            and int(words[minutes_at]) < 60
        ):
            draft.value += Fraction(int(words[minutes_at]), 60)
            draft.role = "time"
            draft.stop = minutes_at + 1
            if (
                tokens.word(draft.stop) == ":"
                and tokens.kind(draft.stop + 1) == DIGITS
                and tokens.glued(draft.stop + 1)
            ):
                draft.stop += 2
            elif tokens.word(draft.stop) == "." and tokens.word(draft.stop + 1) in tables.clock_hours:
                draft.stop += 1
    found = span_of(tables.clock, words, draft.stop) if draft.stop < len(words) else None
    if found is None:
        return
    size, kind = found
    raw = words[draft.first]
    if draft.role == "cardinal" and draft.digits and "." in raw:
        hour, _, minute = raw.partition(".")
        if len(minute) != 2 or int(minute) >= 60:
            return
        draft.value, draft.also = Fraction(int(hour)) + Fraction(int(minute), 60), ()
    elif kind == "hour" and draft.value.denominator != 1:
        return
    if kind == "pm" and draft.value < 12:
        draft.value += 12
    elif kind == "am" and 12 <= draft.value < 13:
        draft.value -= 12
    draft.role = "time"
    draft.weak = False
    draft.stop += size


def _unit_before(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """Currencies, and in some languages the percent sign, before the figure: $5, US$ 5, EUR 5, %5."""
    if not draft.digits and draft.scale == 1:
        return
    for size in (3, 2, 1):
        begin = draft.first - size
        if begin < floor:
            continue
        unit = tables.units.get(tuple(tokens.words[begin : draft.first]))
        if unit is None:
            continue
        if is_currency(unit) or (unit == PERCENT and tokens.glued(draft.first)):
            if tokens.glued(begin) and tokens.kind(begin - 1) == DIGITS:
                return
            if tokens.kinds[begin] == WORD and size == 1 and not tokens.written(begin)[:1].isupper():
                return
            draft.first = begin
            draft.unit = unit
        return


def _unit_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    at = draft.stop
    words = tokens.words
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    for _ in range(3):
        if (tokens.word(at) in tables.of and (draft.scale >= 1000 or draft.role == "fraction" or at > draft.stop)) or (
            tokens.word(at) == "'" and at > draft.stop
        ):
            at += 1
        else:
            break
    if at >= len(words) or words[at] not in tables.unit_starts:
        return
    found = span_of(tables.units, words, at)
    if found is None:
        return
    size, unit = found
    if size == 1 and words[at] in _DIGITS_ONLY and not (draft.digits and draft.role == "cardinal"):
        return
    if draft.role in ("ordinal", "time", "century", "decade") and unit not in (PERCENT,):
        return
    if draft.unit is not None:
        if unit == draft.unit:
            draft.stop = at + size
        return
    if size == 1 and (words[at] in tables.codes or words[at] == "w") and not tokens.written(at).isupper():
        return
    if is_currency(unit) and tokens.kinds[at] == SIGN and tokens.glued(at + size) and tokens.kind(at + size) == DIGITS:
        return
    draft.unit = unit
    draft.stop = at + size
    if unit == "year" and (old := span_of(tables.age_after, words, draft.stop)):
        draft.role = "age"
        draft.stop += old[0]


def _era(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Centuries and decades: "siglo XIX", "19th century", "19e et 20e siècles", "años 80"."""
    if draft.role in ("cardinal", "ordinal", "year") and draft.unit is None:
        before = tokens.word(draft.first - (2 if tokens.word(draft.first - 1) == "'" else 1))
        if before in tables.decade_before and draft.value % 10 == 0 and (draft.value < 100 or draft.year_like):
            draft.role, draft.also, draft.value = "decade", (draft.value,), draft.value % 100
            return
        beside = (
            before,
            tokens.word(draft.stop),
            tokens.word(draft.stop + 1) if tokens.word(draft.stop) in ".-" else "",
        )
        if draft.value <= 30 and any(word and word in tables.century for word in beside):
            draft.role = "century"


def _by_month(draft: Draft, tokens: Tokens, tables: Tables) -> bool:
    """Whether a month's name stands beside the number: October 10, 10 de octubre, 3. Oktober."""
    if draft.unit is not None or not tables.months:
        return False
    after = draft.stop
    while after < draft.stop + 2 and (tokens.word(after) in tables.of or tokens.word(after) == "."):
        after += 1
    before = draft.first - 1
    if tokens.word(before) in ("the", "."):
        before -= 1
    return tokens.word(after) in tables.months or (tables.month_first and tokens.word(before) in tables.months)


def bound_before(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """Take in the hedge before a number: "más de", "no less than", "~"."""
    words = tokens.words
    sign = _SIGN_BOUNDS.get(tokens.word(draft.first - 1))
    if sign and draft.first - 1 >= floor:
        draft.bound, draft.first, draft.hedge = sign, draft.first - 1, True  # type: ignore[assignment]
        return
    if draft.role in _NO_BOUND:
        return
    end = draft.first
    parted = False
    for _ in range(3):
        if end <= floor:
            return
        if words[end - 1] in tables.before_ends:
            for size in range(min(MAX_PHRASE, end - floor), 0, -1):
                bound = tables.before.get(tuple(words[end - size : end]))
                if bound is not None and (size > 1 or not parted):
                    if _is_span_of_time(draft, words[end - size : end], end):
                        return
                    draft.bound, draft.first, draft.hedge = bound, end - size, True
                    return
        if words[end - 1] in (",", ".") and not parted:
            parted = True
        elif words[end - 1] not in tables.skip:
            return
        end -= 1


def _is_span_of_time(draft: Draft, phrase: list[str], end: int) -> bool:
    """ "over the five years" lasts; "over five years old" bounds."""
    duration = draft.unit in SCALES and SCALES[draft.unit][0] == "duration"
    return duration and end != draft.first and len(phrase) == 1


def bound_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Take in the hedge after a number: "5,000+", "or more", "al menos"."""
    if draft.role in _NO_BOUND or draft.hedge:
        return
    at = draft.stop
    if tokens.word(at) == "+" and tokens.glued(at) and tokens.kind(at + 1) != DIGITS:
        draft.bound, draft.stop, draft.hedge = "more-than", at + 1, True
        return
    for offset in range(3):
        if at + offset >= len(tokens):
            return
        if tokens.words[at + offset] in tables.after_starts:
            found = span_of(tables.after, tokens.words, at + offset)
            if found and not _opens_another(at + offset, found[0], tokens, tables):
                draft.bound, draft.stop, draft.hedge = found[1], at + offset + found[0], True
                return
        if tokens.kinds[at + offset] != WORD:
            return


CLOSING = frozenset(",.;:!?)]\"'»”…")
"""Marks that end a phrase: what they follow belongs to the number before."""


def _opens_another(at: int, size: int, tokens: Tokens, tables: Tables) -> bool:
    """Whether the phrase is the beginning of the next number's hedge: "5% e più del 3%"."""
    for begin in range(at, at + size):
        found = span_of(tables.before, tokens.words, begin)
        if found and begin + found[0] >= at + size:
            after = begin + found[0]
            return (
                tokens.kind(after) == DIGITS
                or tokens.word(after) in tables.longest_word
                or (tokens.kind(after) == SIGN and tokens.word(after) not in CLOSING)
            )
    return False


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
    gap = two.first - one.stop
    if gap == 1 and tokens.words[one.stop] == "(" and not two.hedge and one.unit and two.unit:
        if one.unit != two.unit and convertible(one.unit, two.unit):
            two.bound = one.bound if one.upper is None else two.bound
        return False
    if gap == 0 and one.scale > two.scale > 1 and one.unit is None and two.digits and one.value > two.value:
        one.value += two.value
        one.stop, one.unit, one.scale = two.stop, two.unit, two.scale
        return True
    if gap not in (1, 2) or one.name or two.name or one.upper is not None or two.upper is not None:
        return False
    between = " ".join(tokens.words[one.stop : two.first])
    if between in tables.or_words:
        _share_scale(one, two)
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
    if between not in ("-", ":") and two.unit is None and not (one.digits and two.digits):
        return False
    _share_scale(one, two)
    one.unit = one.unit or two.unit
    one.also = one.also + two.also
    one.upper, one.stop = two.value, two.stop
    one.weak = one.weak and two.weak
    whole = one.value.denominator == 1 and two.value.denominator == 1
    plain = one.unit is None and one.scale == 1 and not one.year_like and whole and one.role == "cardinal"
    if between == ":" or (plain and between == "-" and two.value <= one.value < 200):
        one.role = "score"
    else:
        one.bound = "range"
        one.role = two.role if one.role == "cardinal" else one.role
    return True


def _share_scale(one: Draft, two: Draft) -> None:
    """In "2 to 3 million" the scale stands once and counts twice."""
    if two.scale > 1 and one.scale == 1 and one.value * two.scale <= two.value * 10 and one.value < 1000:
        one.also = (*one.also, one.value)
        one.value *= two.scale
        one.scale = two.scale
        one.weak = False
