"""What follows a number and completes it: a scale, a fraction noun, "and a half", "times", a suffix."""

from __future__ import annotations

from fractions import Fraction

from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import span_of
from quotecheck.facts.quantities.spelling import spell, word_at
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import SIGN, WORD, Tokens
from quotecheck.facts.quantities.units import is_currency

HALF = Fraction(1, 2)


def apply_suffix(draft: Draft, kind: str) -> None:
    """Give a number the role or unit that its ending says."""
    if kind == "decade":
        if draft.value >= 1000 and draft.value % 100 == 0:
            draft.role, draft.also, draft.value = "century", (draft.value,), draft.value / 100 + 1
        elif draft.value % 10 == 0:
            draft.role, draft.value, draft.also = "decade", draft.value % 100, (draft.value,)
    elif kind == "fraction":
        if draft.value:
            draft.also = (*draft.also, draft.value)
            draft.value, draft.role = 1 / draft.value, "fraction"
    elif kind in ("ordinal", "multiplier"):
        draft.role = kind
    elif kind == "age":
        draft.role, draft.unit = "age", "year"
    elif kind != "plain":
        draft.unit = kind


def is_article(tokens: Tokens, at: int, tables: Tables) -> bool:
    found = word_at(tokens, at, tables)
    return found is not None and found[1].kind in ("article", "one")


def after_value(draft: Draft, tokens: Tokens, tables: Tables) -> Draft:
    """What multiplies or completes a number: a scale, a fraction noun, "and a half", "times"."""
    words = tokens.words
    if draft.digits:
        _scale_after(draft, tokens, tables)
    if draft.stop >= len(words):
        return draft
    half = span_of(tables.halves_after, words, draft.stop)
    if half and draft.role in ("cardinal", "fraction"):
        draft.value += HALF * draft.scale
        draft.stop += half[0]
        draft.weak = False
        if draft.scale == 1:
            _spelled_scale(draft, tokens, tables)
        else:
            again = word_at(tokens, draft.stop, tables)
            if again and again[1].kind == "scale" and again[1].value == draft.scale:
                draft.stop += again[0]
    if draft.role in ("cardinal", "fraction"):
        _fraction_after(draft, tokens, tables)
    at = draft.stop
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    if tokens.word(at) in tables.times and draft.role == "cardinal":
        draft.role = "multiplier"
        draft.stop = at + 1
    elif tokens.kind(at) == WORD and at == draft.stop + 1 and words[at] in tables.suffixes and draft.role == "cardinal":
        draft.stop = at + 1
        apply_suffix(draft, tables.suffixes[words[at]])
    return draft


def _scale_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Scale words ("5 mil millones") and signs (5k, 3M, 2,5 Mrd.) after digits."""
    at = draft.stop
    if tokens.kind(at) == WORD:
        written = tokens.written(at)
        short = tables.short_scales.get(written)
        if short is not None and _means_scale(written, draft, tokens, tables):
            draft.value *= short
            draft.also = tuple(value * short for value in draft.also) if tables.two_conventions or short < 10**6 else ()
            draft.scale = short
            draft.stop = at + 1
            if tokens.word(draft.stop) == "." and len(written) > 1:
                draft.stop += 1
    _spelled_scale(draft, tokens, tables)


def _means_scale(written: str, draft: Draft, tokens: Tokens, tables: Tables) -> bool:
    """Whether letters after a figure are a scale: one letter alone ("m") may be a unit, and needs a currency by it."""
    if len(written) > 1:
        return True
    sign = tables.units.get((tokens.word(draft.first - 1),))
    if is_currency(sign) and tokens.kind(draft.first - 1) in (SIGN, WORD):
        return True
    after = tables.units.get((tokens.word(draft.stop + 1),))
    if written in "mb":
        return is_currency(after) and tokens.kind(draft.stop + 1) == SIGN
    return tokens.glued(draft.stop) or is_currency(after)


def _spelled_scale(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    at = draft.stop
    if tokens.word(at) == "-" and tokens.glued(at + 1):
        at += 1
    if tokens.kind(at) != WORD or tokens.words[at] not in tables.longest_word:
        return
    spelled = spell(tokens, at, tables, draft.value)
    if not spelled.words:
        return
    if draft.value:
        factor = spelled.value / draft.value
        draft.also = tuple(value * factor for value in draft.also)
    if spelled.scale >= 10**6 and (not tables.two_conventions or tokens.words[draft.first].endswith("0")):
        draft.also = ()  # "2,345 millions" are few, in every language of one convention; 4.5 is never written 4.500
    draft.value = spelled.value
    draft.scale = spelled.scale * draft.scale
    draft.stop = spelled.stop
    if spelled.ordinal:
        draft.role = "ordinal"


def _is_count(draft: Draft) -> bool:
    return draft.role == "cardinal" and draft.value.denominator == 1 and 1 <= draft.value <= 99


def _fraction_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """ "two thirds", "tres cuartos de millón"."""
    at = draft.stop
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    found = span_of(tables.fractions, tokens.words, at) if at < len(tokens) else None
    if found and _is_count(draft) and (found[1] != HALF or draft.value == 1):
        draft.also = (1 / found[1],) if draft.value == 1 and found[1] != HALF else ()
        draft.value *= found[1]
        draft.role = "fraction"
        draft.weak = found[1] == HALF and draft.weak
        draft.stop = at + found[0]
    if draft.role != "fraction":
        return
    at = draft.stop
    while at < draft.stop + 2 and (tokens.word(at) in tables.of or is_article(tokens, at, tables)):
        at += 1
    scale = word_at(tokens, at, tables)
    if scale and scale[1].kind == "scale" and at > draft.stop - 1:
        draft.value *= scale[1].value
        draft.also = ()
        draft.scale = scale[1].value
        draft.role = "cardinal"
        draft.weak = False
        draft.stop = at + scale[0]
