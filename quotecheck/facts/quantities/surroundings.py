"""What stands around a number and belongs to it: unit, century, month; clock and bound by their own readers."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.quantities.bounds import bound_after, bound_before
from quotecheck.facts.quantities.clock import read_clock
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import MAX_PHRASE, span_of
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, SIGN, WORD, Tokens
from quotecheck.facts.quantities.units import CENT, PERCENT, POINT, SCALES, is_currency

OLDEST = 120
"""Years that somebody may be old."""
_HALVED = frozenset({"cardinal", "age"})

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
        read_clock(draft, tokens, tables)
        _unit_before(draft, tokens, tables, floor)
        if draft.unit is None or is_currency(draft.unit):
            _unit_after(draft, tokens, tables)
            _half_after_unit(draft, tokens, tables)
        _era(draft, tokens, tables)
        _age(draft, tokens, tables)
    if draft.year_like and draft.unit == "year" and tokens.word(draft.stop - 1) in tables.calendar_year:
        draft.unit = None  # "в 2019 году" is no span of 2019 years
    if draft.unit != CENT and (draft.unit in (PERCENT, POINT) or is_currency(draft.unit)):  # "not a cent of it"
        draft.weak = False
    bare = draft.role == "cardinal" and draft.unit is None and draft.scale == 1
    if bare and (draft.year_like or tokens.word(draft.stop) in tables.year_after):
        draft.role = "year"
    elif draft.role in ("cardinal", "ordinal") and draft.value <= 31 and _by_month(draft, tokens, tables):
        draft.role = "date"
    bound_before(draft, tokens, tables, floor)
    bound_after(draft, tokens, tables)


def _unit_before(draft: Draft, tokens: Tokens, tables: Tables, floor: int) -> None:
    """Currencies, and in some languages the percent sign, before the figure: $5, US$ 5, EUR 5, %5."""
    if draft.first - 1 >= floor and tokens.words[draft.first - 1] in tables.percent_before:
        draft.first, draft.unit = draft.first - 1, PERCENT
        return
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


def _takes_of(draft: Draft, tokens: Tokens, tables: Tables) -> bool:
    """Whether a word such as "of" may part a number from its unit: millones de euros, half of a kilometre, une
    quinzaine de jours, 72 de ore."""
    if tables.of_from is not None and draft.role == "cardinal" and draft.value >= tables.of_from:
        return True
    return draft.scale >= 1000 or draft.role == "fraction" or tokens.word(draft.stop - 1) in tables.collective


def _unit_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    at = draft.stop
    words = tokens.words
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    for _ in range(3):
        elided = tokens.word(at) == "'" and (at > draft.stop or (tokens.glued(at) and not draft.digits))
        if not elided and not (tokens.word(at) in tables.of and (at > draft.stop or _takes_of(draft, tokens, tables))):
            break
        at += 1
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


def _half_after_unit(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """ "dos años y medio", "une heure et demie", "an hour and a half"."""
    if draft.unit not in SCALES or draft.scale != 1 or draft.value.denominator != 1 or draft.role not in _HALVED:
        return
    for part, phrases in ((Fraction(1, 2), tables.halves_after), (Fraction(1, 4), tables.quarters_after)):
        found = span_of(phrases, tokens.words, draft.stop) if draft.stop < len(tokens) else None
        if found is not None:
            draft.value, draft.weak = draft.value + part, False
            draft.stop += found[0]
            return


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
        if not tables.century.isdisjoint(beside) and draft.value <= 30:
            draft.role = "century"


def _age(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Ages that stand without their years: "aged 88"."""
    if draft.role != "cardinal" or draft.unit is not None or draft.value > OLDEST or draft.value.denominator != 1:
        return
    sizes = range(1, min(MAX_PHRASE, draft.first) + 1) if tables.age_before else ()
    if any(tuple(tokens.words[draft.first - size : draft.first]) in tables.age_before for size in sizes):
        draft.role, draft.unit, draft.weak = "age", "year", False


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
