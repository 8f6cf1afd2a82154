"""Clock times: "3:40 p.m.", "14h30", "19.30 Uhr", "a las 19.30", "around seven in the evening"."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import structs

from quotecheck.facts.dates.day_parts import read_parts
from quotecheck.facts.fact import Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.quantities.completing import is_article
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.phrase_table import MAX_PHRASE, span_of
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, WORD, Tokens

HALF_A_DAY = 12
"""Hours that "7" and "19" are apart; a time that does not say which half of the day it means may be either."""


def read_clock(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Make a clock time of a number that is one: "3:40 p.m.", "14h30", "12 h 00", "3.40 Uhr", "three o'clock"."""
    if draft.role not in ("cardinal", "time", "ordinal") or draft.scale != 1 or draft.value > 24:
        return
    if draft.role == "ordinal" and not tables.clock_ordinals:
        return
    at = draft.stop
    words = tokens.words
    if draft.role == "cardinal" and draft.digits and words[draft.first].isdigit() and draft.stop == draft.first + 1:
        _minutes(draft, tokens, tables)
    found = span_of(tables.clock, words, draft.stop) if draft.stop < len(words) else None
    kind = found[1] if found else None
    if kind in (None, "hour"):
        kind = _said_before(draft, tokens, tables) or kind
    raw = words[draft.first]
    pointed = draft.role == "cardinal" and draft.digits and _hour_and_minute(raw)
    if pointed and not _measured(at, tokens, tables):
        hour, _, minute = raw.partition(".")
        time = Fraction(int(hour)) + Fraction(int(minute), 60)
        cued = _cued(draft, tokens, tables)
        if kind or (cued and tables.decimal == ","):
            draft.value, draft.also, draft.role = time, (), "time"
        elif tables.decimal == ",":
            draft.also = (*draft.also, time)
        elif cued:  # "at 7.30", as Britain writes it; a share may stand at 7.30 too
            draft.also = (*draft.also, time, *((time + HALF_A_DAY,) if time < HALF_A_DAY + 1 else ()))
    if kind and found and draft.role in ("cardinal", "ordinal"):
        if kind == "hour" and draft.value.denominator not in ((1,) if draft.digits else (1, 2, 4)):
            return
        if draft.role == "ordinal" and kind == "hour":
            return
        draft.role = "time"
    if draft.role != "time":
        return
    draft.weak = False
    place_in_day(draft, kind)
    if found:
        draft.stop += found[0]


def place_in_day(draft: Draft, kind: str | None) -> None:
    """Say which half of the day a time is in: kind is "am", "pm", "night", "hour" or None where nothing tells."""
    hour = draft.value
    draft.also = ()
    if kind == "night":
        kind = "pm" if 6 <= hour < HALF_A_DAY else "am"
    if kind == "pm":
        if hour < HALF_A_DAY:
            draft.value = hour + HALF_A_DAY
        elif hour < HALF_A_DAY + 1:
            draft.also = (hour - HALF_A_DAY,)
    elif kind == "am":
        if HALF_A_DAY <= hour < HALF_A_DAY + 1:
            draft.value = hour - HALF_A_DAY
    elif 0 < hour < HALF_A_DAY + 1:
        draft.also = ((hour + HALF_A_DAY) % 24,)


_TO_THE_MINUTE = re.compile(r"\d[.:h]\d\d")
_TWELVE_HOURS = frozenset({"en", "ar", "hi", "fa"})
"""Languages that write the hours up to twelve, with the half of the day beside them or understood."""
_LATE = frozenset({"afternoon", "evening", "night"})


def in_their_half(quantities: tuple[Quantity, ...], text: str, lang: str) -> tuple[Quantity, ...]:
    """Times written to the minute are in the morning up to noon, where hours are counted to 24: "alle 8.00". Not so
    where the text names a later part of the day: "esta noche a las 8:00"."""
    doubtful = [q for q in quantities if q.role == "time" and q.also and _TO_THE_MINUTE.search(fold(q.text))]
    if not doubtful or lang in _TWELVE_HOURS or any(not p.parts.isdisjoint(_LATE) for p in read_parts(text, lang)):
        return quantities
    return tuple(structs.replace(q, also=()) if q in doubtful and q.value < HALF_A_DAY else q for q in quantities)


def _minutes(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Minutes after a colon or an hour sign: 14:30, 14h30, 15 heures 20."""
    words = tokens.words
    at = draft.stop
    colon = tokens.word(at) == ":" and tokens.glued(at) and tokens.glued(at + 1)
    if not colon and not (tokens.word(at) in tables.clock_hours and tokens.kind(at + 1) == DIGITS):
        return
    minutes_at = at + 1
    if tokens.kind(minutes_at) != DIGITS or len(words[minutes_at]) != 2 or not words[minutes_at].isdigit():
        return
    if int(words[minutes_at]) >= 60:
        return
    draft.value += Fraction(int(words[minutes_at]), 60)
    draft.role = "time"
    draft.stop = minutes_at + 1
    if tokens.word(draft.stop) == ":" and tokens.kind(draft.stop + 1) == DIGITS and tokens.glued(draft.stop + 1):
        draft.stop += 2
    elif tokens.word(draft.stop) == "." and tokens.word(draft.stop + 1) in tables.clock_hours:
        draft.stop += 1


def _hour_and_minute(raw: str) -> bool:
    """Whether digits may be a time written with a point: 19.30, but not 19.5 or 31.10."""
    hour, point, minute = raw.partition(".")
    return (
        bool(point) and len(minute) == 2 and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
    )


def _cued(draft: Draft, tokens: Tokens, tables: Tables) -> bool:
    """Whether a time is announced: "a las 19.30", "alle 17.45", "v 19.30"."""
    return any(
        tuple(tokens.words[draft.first - size : draft.first]) in tables.clock_cues
        for size in range(1, min(MAX_PHRASE, draft.first) + 1)
    )


def _said_before(draft: Draft, tokens: Tokens, tables: Tables) -> str | None:
    """The part of the day, where the language says it first: रात साढ़े नौ बजे."""
    if not tables.clock_first:
        return None
    for back in range(1, 4):
        at = draft.first - back
        if at < 0 or tokens.kinds[at] != WORD:
            return None
        kind = tables.clock_first.get((tokens.words[at],))
        if kind:
            return kind
    return None


def _measured(at: int, tokens: Tokens, tables: Tables) -> bool:
    """Whether a unit or a scale follows, so that a point was a decimal mark after all."""
    if at >= len(tokens):
        return False
    found = span_of(tables.units, tokens.words, at)
    if found is not None and found[1] not in ("hour",):
        return True
    return tokens.words[at] in tables.longest_word and not is_article(tokens, at, tables)
