"""Where a number begins in the tokens, and what it is: digits, words, Roman numerals."""

from __future__ import annotations

import re
from fractions import Fraction

from quotecheck.facts.quantities.digits import Digits, understand
from quotecheck.facts.quantities.draft import Draft
from quotecheck.facts.quantities.spelling import spell, word_at
from quotecheck.facts.quantities.tables import Tables, span_of
from quotecheck.facts.quantities.tokens import DIGITS, SIGN, WORD, Tokens
from quotecheck.facts.quantities.units import is_currency

HALF = Fraction(1, 2)
MAX_WEAK_ROMAN = 60
"""Roman numerals above it, away from the word "century", are more often words: MI, DI, CD, MIX."""

VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ère|ème|eme|re|º|ª|°)?$)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PLAIN_PREFIXES = frozenset(
    [
        "mid",
        "pre",
        "post",
        "anti",
        "top",
        "sub",
        "ab",
        "bis",
        "mitte",
        "seit",
        "de",
        "medio",
        "meta",
        "inizio",
        "fine",
        "ex",
    ]
)
"""What may stand before a number and a hyphen without making a name of it: mid-2019, top-10."""


def number_at(tokens: Tokens, index: int, tables: Tables) -> list[Draft]:
    """The numbers that begin at a token: none, one, or the figures of a numeric date or list."""
    kind = tokens.kinds[index]
    if kind == DIGITS:
        return _digits_at(tokens, index, tables)
    word = tokens.words[index]
    if word in VULGAR:
        return [_after_value(Draft(index, index + 1, Fraction(VULGAR[word]), role="fraction"), tokens, tables)]
    if kind == WORD:
        if word in tables.starts:
            found = words_at(tokens, index, tables)
            if found:
                return [found]
        roman = _roman_at(tokens, index, tables)
        return [roman] if roman else []
    return []


# ------------------------------------------------------------------------------------------------------------ digits


def _digits_at(tokens: Tokens, index: int, tables: Tables) -> list[Draft]:
    raw = tokens.words[index]
    digits = understand(raw, tables.decimal, loose=tables.loose)
    if digits is None:
        return []
    if digits.parts:
        return _parts(index, raw, digits)
    draft = Draft(index, index + 1, digits.value, also=digits.also + _day_of(raw, tables), digits=True)
    draft.year_like = len(raw) == 4 and raw.isdigit() and 1000 <= digits.value <= 2100
    if _is_in_name(draft, tokens, tables):
        return [draft]
    following = tokens.word(index + 1)
    if following in VULGAR:
        draft.value += Fraction(VULGAR[following])
        draft.stop += 1
    elif _is_mixed(tokens, index, draft):
        draft.value += Fraction(int(tokens.words[index + 1]), int(tokens.words[index + 3]))
        draft.stop += 3
    elif following == "/" and tokens.kind(index + 2) == DIGITS and tokens.glued(index + 1) and tokens.glued(index + 2):
        return _slashed(draft, tokens, tables)
    _glued_suffix(draft, tokens, tables)
    return [_after_value(draft, tokens, tables)]


def _is_mixed(tokens: Tokens, index: int, draft: Draft) -> bool:
    """Whether a common fraction follows a whole number: 2 1/2."""
    if tokens.word(index + 2) != "/" or draft.value.denominator != 1 or tokens.kind(index + 3) != DIGITS:
        return False
    top, bottom = tokens.word(index + 1), tokens.words[index + 3]
    if not (top.isdigit() and bottom.isdigit() and tokens.glued(index + 2) and tokens.glued(index + 3)):
        return False
    return 0 < int(top) < int(bottom) <= 16 if len(bottom) <= 2 else False


def _parts(index: int, raw: str, digits: Digits) -> list[Draft]:
    """A numeric date (12.05.2020), a list (1,2,3), or a version, whose figures count nothing."""
    first, second, *rest = digits.parts
    dated = "." in raw and len(rest) == 1 and 1 <= first <= 31 and 1 <= second <= 12 and len(raw) >= 6
    listed = "." not in raw
    drafts = []
    for figure in digits.parts:
        draft = Draft(index, index + 1, Fraction(figure), role="date" if dated else "cardinal", digits=True)
        draft.weak = not listed or dated
        drafts.append(draft)
    return drafts


def _day_of(raw: str, tables: Tables) -> tuple[Fraction, ...]:
    """Where the comma is the decimal mark, "3.10" may be the third of October."""
    if tables.decimal == "," and raw.count(".") == 1 and "," not in raw:
        day, month = raw.split(".")
        if len(day) <= 2 and len(month) <= 2 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
            return (Fraction(int(day)), Fraction(int(month)))
    return ()


def _is_in_name(draft: Draft, tokens: Tokens, tables: Tables) -> bool:
    """Mark figures that are part of a name: COVID-19, F-16, G20, 5G, 4x4."""
    index = draft.first
    before = tokens.word(index - 1)
    if tokens.glued(index) and tokens.kind(index - 1) == WORD:
        if is_currency(tables.units.get((before,))) or before in _PLAIN_PREFIXES or before in tables.range_words:
            return False
        if before == "x" and not tokens.glued(index - 1):
            draft.role = "multiplier"
            draft.first -= 1
            return True
        draft.name = before
    elif (
        before == "-"
        and tokens.glued(index)
        and tokens.glued(index - 1)
        and tokens.kind(index - 2) == WORD
        and not draft.year_like
        and tokens.word(index - 2) not in _PLAIN_PREFIXES
        and word_at(tokens, index - 2, tables) is None
    ):
        draft.name = tokens.word(index - 2)
    elif (
        tokens.glued(index + 1)
        and tokens.kind(index + 1) == WORD
        and tokens.glued(index + 2)
        and tokens.kind(index + 2) == DIGITS
        and tokens.word(index + 1) not in tables.clock_hours
    ):
        draft.name = tokens.word(index + 1)
    elif tokens.glued(index + 1) and tokens.word(index + 1) in ("g", "d") and tokens.written(index + 1).isupper():
        draft.name = tokens.word(index + 1)
        draft.stop += 1
    if draft.name:
        draft.weak = True
    return bool(draft.name)


def _slashed(draft: Draft, tokens: Tokens, tables: Tables) -> list[Draft]:
    """3/4 is a fraction, 24/7 or 2019/20 two figures, 9/11/2001 a date."""
    other = understand(tokens.words[draft.first + 2], tables.decimal, loose=False)
    third = draft.first + 4
    if tokens.word(draft.first + 3) == "/" and tokens.kind(third) == DIGITS and tokens.glued(third):
        return [
            Draft(at, at + 1, Fraction(int(tokens.words[at])), role="date", digits=True, weak=True)
            for at in (draft.first, draft.first + 2, third)
            if tokens.words[at].isdigit() and len(tokens.words[at]) <= 4
        ]
    if other is None or other.parts:
        return [draft]
    if 0 < draft.value < other.value <= 20 and other.value.denominator == 1 and draft.value.denominator == 1:
        fraction = Draft(draft.first, draft.first + 3, draft.value / other.value, role="fraction", digits=True)
        return [_after_value(fraction, tokens, tables)]
    second = Draft(draft.first + 2, draft.first + 3, other.value, digits=True)
    draft.weak = second.weak = not draft.year_like
    return [draft, second]


def _glued_suffix(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """Letters glued to a figure, or joined by a hyphen or an apostrophe: 20th, 80er, 3fach, 14-jährig, 5k, 80's."""
    at = draft.stop
    if not tokens.glued(at):
        return
    stepped = tokens.words[at] in ("-", "'", ".") and tokens.glued(at + 1)
    suffix_at = at + 1 if stepped else at
    if tokens.kind(suffix_at) != WORD:
        return
    suffix = tokens.words[suffix_at]
    kind = tables.digit_suffixes.get(suffix)
    if kind is None:
        return
    if stepped and tokens.words[at] == "." and kind != "ordinal":
        return
    draft.stop = suffix_at + 1
    apply_suffix(draft, kind)


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


# ------------------------------------------------------------------------------------------------------------- words


def words_at(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    """The number whose first word stands at a token."""
    words = tokens.words
    half_at = index + 1 if _is_article(tokens, index, tables) else index
    if tokens.word(half_at) in tables.half_before:
        half = _half_of_scale(tokens, half_at, tables)
        if half:
            half.first = index
            return half
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
        role = "multiplier" if word.kind == "multiplier" else "cardinal"
        return Draft(index, index + size, word.value, role=role, weak=word.kind == "weak")
    fraction = span_of(tables.fractions, words, index) if tables.fractions else None
    if found is None:
        return _lone_fraction(tokens, index, tables, fraction) if fraction else None
    spelled = spell(tokens, index, tables)
    if spelled.empty:
        following = span_of(tables.fractions, words, index + found[0])
        if found[1].kind == "article" and following:
            return _after_value(
                Draft(index, index + found[0] + following[0], following[1], role="fraction"), tokens, tables
            )
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
    if tokens.kind(draft.stop) == WORD and tokens.glued(draft.stop) and words[draft.stop] in tables.suffixes:
        draft.stop += 1
        apply_suffix(draft, tables.suffixes[words[draft.stop - 1]])
        draft.weak = draft.weak or (draft.role == "ordinal" and draft.value == 1)
        return draft
    return _after_value(draft, tokens, tables)


def _half_of_scale(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    """ "half a million", "medio millón", "demi-million"."""
    at = index + 1
    while at < index + 3 and (
        tokens.word(at) == "-" or tokens.word(at) in tables.of or _is_article(tokens, at, tables)
    ):
        at += 1
    found = word_at(tokens, at, tables)
    if found is None or found[1].kind not in ("scale", "group", "hundred"):
        return None
    return Draft(index, at + found[0], HALF * found[1].value, scale=found[1].value)


def _is_article(tokens: Tokens, at: int, tables: Tables) -> bool:
    found = word_at(tokens, at, tables)
    return found is not None and found[1].kind in ("article", "one")


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
        if more is None or more[1] < 100:
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
    return _after_value(draft, tokens, tables)


# -------------------------------------------------------------------------------------------------- after the number


def _after_value(draft: Draft, tokens: Tokens, tables: Tables) -> Draft:
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
            draft.also = tuple(value * short for value in draft.also)
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
    if not draft.also and draft.value.denominator == 1 and draft.value >= 1000 and spelled.scale >= 10**6:
        draft.also = _decimal_reading(tokens.words[draft.first], spelled.scale)
    draft.value = spelled.value
    draft.scale = spelled.scale * draft.scale
    draft.stop = spelled.stop
    if spelled.ordinal:
        draft.role = "ordinal"


def _decimal_reading(raw: str, scale: Fraction) -> tuple[Fraction, ...]:
    """ "3.125 millones" is three thousand million in Madrid, three and a bit in Mexico City."""
    if len(raw) <= 7 and raw.count(".") + raw.count(",") == 1:
        return (Fraction(raw.replace(",", ".")) * scale,)
    return ()


def _fraction_after(draft: Draft, tokens: Tokens, tables: Tables) -> None:
    """ "two thirds", "tres cuartos de millón"."""
    at = draft.stop
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    found = span_of(tables.fractions, tokens.words, at) if at < len(tokens) else None
    counted = draft.role == "cardinal" and draft.value.denominator == 1 and 1 <= draft.value <= 99
    if found and counted and (found[1] != HALF or draft.value == 1):
        draft.also = (1 / found[1],) if draft.value == 1 and found[1] != HALF else ()
        draft.value *= found[1]
        draft.role = "fraction"
        draft.weak = found[1] == HALF and draft.weak
        draft.stop = at + found[0]
    if draft.role != "fraction":
        return
    at = draft.stop
    while at < draft.stop + 2 and (tokens.word(at) in tables.of or _is_article(tokens, at, tables)):
        at += 1
    scale = word_at(tokens, at, tables)
    if scale and scale[1].kind == "scale" and at > draft.stop - 1:
        draft.value *= scale[1].value
        draft.also = ()
        draft.scale = scale[1].value
        draft.role = "cardinal"
        draft.weak = False
        draft.stop = at + scale[0]


# ------------------------------------------------------------------------------------------------------------- Roman


def _roman_at(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    written = tokens.written(index)
    if written[0] not in _ROMAN_VALUES or len(written) > 12:
        return None
    found = _ROMAN.match(written)
    if not found or not found.group():
        return None
    value = _roman_value(found.group())
    beside = (
        tokens.word(index - 1) in tables.century
        or tokens.word(index + 1) in tables.century
        or tokens.word(index + 2) in tables.century
    )
    if beside and value <= 30:
        return Draft(index, index + 1, Fraction(value), role="century")
    if value <= MAX_WEAK_ROMAN and (len(found.group()) > 1 or len(written) > 1) and not written.islower():
        return Draft(index, index + 1, Fraction(value), role="ordinal", weak=True)
    return None


def _roman_value(numeral: str) -> int:
    total = 0
    for letter, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total
