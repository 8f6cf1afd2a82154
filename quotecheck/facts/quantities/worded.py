"""Numbers that open with a word: amounts, fractions, multipliers, orders of magnitude, clock times."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.folding import fold
from quotecheck.facts.quantities.completing import HALF, after_value, apply_suffix, is_article
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import span_of
from quotecheck.facts.quantities.spelling import spell, word_at
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, WORD, Tokens
from quotecheck.facts.quantities.units import SCALES

MAX_VAGUE = 10**15
"""Thousands of thousands of thousands end here."""


def words_at(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    """The number whose first word stands at a token."""
    words = tokens.words
    half_at = index + 1 if is_article(tokens, index, tables) else index
    if tokens.word(half_at) in tables.half_before:
        half = _half_of_scale(tokens, half_at, tables)
        if half:
            half.first = index
            return half
    span = span_of(tables.spans, words, index) if tables.spans else None
    if span:
        size, (value, counted) = span
        draft = Draft(index, index + size, value, weak=value == 1)
        draft.unit = counted or None
        return draft
    vague = span_of(tables.vague, words, index) if tables.vague else None
    if vague:
        return _vague_at(tokens, index, tables, *vague)
    clock = span_of(tables.clock_before, words, index) if tables.clock_before else None
    if clock:
        return _clock_before(tokens, index, tables, *clock)
    shift = span_of(tables.shift_before, words, index) if tables.shift_before else None
    if shift:
        return _shifted(tokens, index, tables, *shift)
    found = word_at(tokens, index, tables)
    decade = span_of(tables.decades, words, index) if tables.decades else None
    if decade and (found is None or decade[0] >= found[0]):
        return Draft(index, index + decade[0], decade[1], role="decade")
    if found and found[1].kind in ("weak", "multiplier"):
        size, word = found
        longer = words_at(tokens, index + size - 1, tables) if size > 1 else None
        if longer is not None and longer.stop > index + size:
            return longer  # "les deux tiers" are two thirds, "les deux" are both
        role = "multiplier" if word.kind == "multiplier" else "cardinal"
        return Draft(index, index + size, word.value, role=role, weak=word.kind == "weak")
    fraction = span_of(tables.fractions, words, index) if tables.fractions else None
    if found is None or (fraction and fraction[0] > found[0]):
        return _lone_fraction(tokens, index, tables, fraction) if fraction else None
    spelled = spell(tokens, index, tables)
    if tables.centuries and not spelled.empty and tokens.written(index)[:1].isupper():
        written = tokens.original[tokens.starts[index] : tokens.ends[spelled.stop - 1]]
        century = tables.centuries.get((fold(written),))
        if century is not None:
            return Draft(index, spelled.stop, century, role="century", also=(spelled.value,))
    if spelled.empty:
        following = span_of(tables.fractions, words, index + found[0])
        if found[1].kind == "article" and following:
            share = Draft(index, index + found[0] + following[0], following[1], role="fraction")
            of = tokens.word(share.stop) in tables.of
            share.weak = not of and words[index + found[0]] in tables.weak_fractions
            return after_value(share, tokens, tables)
        unit = tables.units.get((tokens.word(index + found[0]),))
        if found[1].kind == "article" and unit in SCALES:
            return Draft(index, index + found[0], Fraction(1), weak=True)  # "an hour"
        return None
    draft = Draft(index, spelled.stop, spelled.value, scale=spelled.scale)
    if spelled.ordinal:
        draft.role = "ordinal"
        draft.weak = draft.value == 1
        if fraction and fraction[0] == spelled.stop - index:
            draft.also = (fraction[1],)
    if spelled.year:
        draft.role = "year"
    if spelled.only_one:
        draft.weak = True
    if spelled.stop == index + 1 and words[index] in tables.duals and "\u064b" not in tokens.written(index):
        two = tokens.kind(draft.stop) == WORD and words[draft.stop] not in tables.and_tens | tables.of
        draft.also = () if two else (draft.value * 2,)
        draft.value *= 2 if two else 1
    if words[draft.stop - 1] in tables.collective:
        draft.loose = ("about",)
    if tokens.kind(draft.stop) == WORD and tokens.glued(draft.stop) and words[draft.stop] in tables.suffixes:
        draft.stop += 1
        apply_suffix(draft, tables.suffixes[words[draft.stop - 1]])
        draft.weak = draft.weak or (draft.role == "ordinal" and draft.value == 1)
        return draft
    return after_value(draft, tokens, tables)


def _half_of_scale(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    """ "half a million", "medio millón", "demi-million"."""
    at = index + 1
    while at < index + 3 and (tokens.word(at) == "-" or tokens.word(at) in tables.of or is_article(tokens, at, tables)):
        at += 1
    found = word_at(tokens, at, tables)
    if found is None or found[1].kind not in ("scale", "group", "hundred"):
        return None
    return Draft(index, at + found[0], HALF * found[1].value, scale=found[1].value)


def _vague_at(tokens: Tokens, index: int, tables: Tables, size: int, value: Fraction) -> Draft:
    """ "thousands", "cientos de miles", "decenas de miles de millones": an order of magnitude, not an amount."""
    stop = index + size
    while True:
        at = stop
        while tokens.word(at) in tables.of and at < stop + 2:
            at += 1
        more = span_of(tables.vague, tokens.words, at) if at < len(tokens) else None
        if more is None:
            scale = word_at(tokens, at, tables)
            more = (scale[0], scale[1].value) if scale and scale[1].kind == "scale" else None
        if more is None or more[1] < 100 or value > MAX_VAGUE:
            break
        value *= more[1]
        stop = at + more[0]
    draft = Draft(index, stop, value, scale=value, weak=True)
    draft.bound = "about"
    return draft


def _clock_before(tokens: Tokens, index: int, tables: Tables, size: int, shift: Fraction) -> Draft | None:
    """ "half past two", "halb drei"."""
    at = index + size
    hour = None
    if tokens.kind(at) == DIGITS and tokens.words[at].isdigit():
        hour, stop = Fraction(int(tokens.words[at])), at + 1
    else:
        spelled = spell(tokens, at, tables)
        if not spelled.empty:
            hour, stop = spelled.value, spelled.stop
    if hour is None or not 1 <= hour <= 24:
        fraction = span_of(tables.fractions, tokens.words, index)
        return _lone_fraction(tokens, index, tables, fraction) if fraction else None
    return Draft(index, stop, hour + shift, role="time")


def _shifted(tokens: Tokens, index: int, tables: Tables, size: int, shift: Fraction) -> Draft | None:
    """Hindi says three and a half as "half three": साढ़े तीन करोड़."""
    at = index + size
    if tokens.kind(at) == DIGITS and tokens.words[at].isdigit() and len(tokens.words[at]) < 9:
        spelled = spell(tokens, at + 1, tables, Fraction(int(tokens.words[at])))
    else:
        spelled = spell(tokens, at, tables)
    if spelled.empty:
        return None
    return Draft(index, spelled.stop, spelled.value + shift * spelled.scale, scale=spelled.scale)


def _lone_fraction(tokens: Tokens, index: int, tables: Tables, found: tuple[int, Fraction]) -> Draft:
    size, value = found
    draft = Draft(index, index + size, value, role="fraction")
    draft.weak = value == HALF or tokens.word(index) in tables.weak_fractions
    return after_value(draft, tokens, tables)
