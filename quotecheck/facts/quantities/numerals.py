"""Where a number begins in the tokens, and what it is: digits, words, Roman numerals."""

from __future__ import annotations

import re
from fractions import Fraction

from quotecheck.facts.quantities.completing import after_value, apply_suffix
from quotecheck.facts.quantities.digits import Digits, understand
from quotecheck.facts.quantities.draft import REGNAL, Draft
from quotecheck.facts.quantities.spelling import word_at
from quotecheck.facts.quantities.tables import Tables
from quotecheck.facts.quantities.tokens import DIGITS, WORD, Tokens
from quotecheck.facts.quantities.units import is_currency
from quotecheck.facts.quantities.worded import words_at

MAX_SINGLE_ROMAN = 10
"""One letter with an ending is an ordinal up to here (Ve, Xe); Le, Ce, De and Me are words."""

MAX_WEAK_ROMAN = 60
"""Roman numerals above it, away from the word "century", are more often words: MI, DI, CD, MIX."""

VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ère|ème|eme|re|º|ª|°)?$)")
_CYRILLIC = str.maketrans("ХІVСМ", "XIVCM")
"""Cyrillic letters that stand for Roman numerals on keyboards without Latin ones."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_LETTERS = frozenset((*_ROMAN_VALUES, *map(chr, _CYRILLIC)))
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


def may_open(tokens: Tokens, tables: Tables) -> list[int]:
    """The tokens at which a number may begin; at all others `number_at` finds none."""
    found: list[int] = []
    starts, articles, original = tables.starts, tables.articles, tokens.original
    for index, (kind, word, start) in enumerate(zip(tokens.kinds, tokens.words, tokens.starts, strict=True)):
        if kind == WORD:
            opens = word in starts and (word not in articles or tokens.word(index + 1) in tables.beside_article)
            if opens or word in VULGAR or original[start : start + 1] in _ROMAN_LETTERS:
                found.append(index)
        elif kind == DIGITS or word in VULGAR:
            found.append(index)
    return found


def number_at(tokens: Tokens, index: int, tables: Tables) -> list[Draft]:
    """The numbers that begin at a token: none, one, or the figures of a numeric date or list."""
    kind = tokens.kinds[index]
    if kind == DIGITS:
        return _digits_at(tokens, index, tables)
    word = tokens.words[index]
    if word in VULGAR:
        return [after_value(Draft(index, index + 1, Fraction(VULGAR[word]), role="fraction"), tokens, tables)]
    if kind == WORD:
        if word in tables.starts and not (word in tables.noun_too and _is_noun(tokens, index, tables)):
            found = words_at(tokens, index, tables)
            if found:
                return [found]
        roman = _roman_at(tokens, index, tables)
        return [roman] if roman else []
    return []


def _is_noun(tokens: Tokens, index: int, tables: Tables) -> bool:
    following = tokens.word(index + 1)
    return (
        tokens.kind(index + 1) == DIGITS
        or following in tables.noun_before
        or (tokens.word(index - 1) in tables.noun_behind and word_at(tokens, index + 1, tables) is None)
    )


# ------------------------------------------------------------------------------------------------------------ digits


def _digits_at(tokens: Tokens, index: int, tables: Tables) -> list[Draft]:
    raw = tokens.words[index]
    digits = understand(raw, tables.decimal, two_conventions=tables.two_conventions)
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
    return [after_value(draft, tokens, tables)]


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
        plain = before in _PLAIN_PREFIXES or before in tables.range_words | tables.and_hundreds
        if is_currency(tables.units.get((before,))) or (plain and not tokens.written(index - 1).isupper()):
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
        and tokens.word(index - 2) not in tables.glued_before
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
    other = understand(tokens.words[draft.first + 2], tables.decimal)
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
        return [after_value(fraction, tokens, tables)]
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


# ------------------------------------------------------------------------------------------------------------- Roman


def _roman_at(tokens: Tokens, index: int, tables: Tables) -> Draft | None:
    written = tokens.written(index)
    if written[0] not in _ROMAN_LETTERS or len(written) > 12:
        return None
    written = written.translate(_CYRILLIC)
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
    ordinal = len(written) > 1 and value <= MAX_SINGLE_ROMAN
    named = tokens.kind(index - 1) == WORD and tokens.written(index - 1)[:1].isupper()
    single = found.group() in ("V", "X") and named and len(tokens.written(index - 1)) > 2
    if value <= MAX_WEAK_ROMAN and (len(found.group()) > 1 or ordinal or single) and not written.islower():
        draft = Draft(index, index + 1, Fraction(value), role="ordinal", weak=True)
        draft.name = REGNAL if named else ""
        return draft
    return None


def _roman_value(numeral: str) -> int:
    total = 0
    for letter, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total
