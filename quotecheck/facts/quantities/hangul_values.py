"""What Korean numerals mean: Sino-Korean (삼만 오천, 3만 2천, 1억 2345만) and native ones (스물다섯, 두세).

Source: the National Institute of the Korean Language's rules for writing numbers (Hangul Orthography, article 44: every
four digits apart) and its lists of numerals and of the names of days.
"""

from __future__ import annotations

import re
from fractions import Fraction

from quotecheck.facts.quantities.han_values import value_of

_HAN = str.maketrans("영공일이삼사오육륙칠팔구십백천만억조경", "零零一二三四五六六七八九十百千万亿兆京")
DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
UNITS = "십백천만억조경"
_ONE = "[일이삼사오육륙칠팔구]"
_SECTION = f"(?:{_ONE}?천)?(?:{_ONE}?백)?(?:{_ONE}?십)?{_ONE}?"

MIXED = re.compile(
    rf"(?:{DIGITS})"
    rf"(?: ?[{UNITS}]+(?! ?[0-9]{{0,4}}세)(?!기)"
    rf"(?: ?(?:{DIGITS})? ?[{UNITS}]+)*(?: ?(?:{DIGITS})(?![0-9]*[월일세살:]))?)?"
)
"""Figures, with the scale words and further figures that make one number of them."""

SPELLED = re.compile(rf"(?:{_SECTION}경 ?)?(?:{_SECTION}조 ?)?(?:{_SECTION}억 ?)?(?:{_SECTION}만 ?)?{_SECTION}")
"""A number in Sino-Korean words; may match nothing."""

_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_RANGES = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5), "네다섯": (4, 5), "너댓": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "여남은": (10, 12),
}  # fmt: skip
DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15,
}  # fmt: skip
"""Native words that count days."""


def _longest(words: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


NATIVE = re.compile(
    rf"(?P<range>{_longest(_RANGES)})|(?P<tens>{_longest(_TENS)})(?P<more>{_longest(_ONES)})?|(?P<ones>{_longest(_ONES)})"
)
"""A number in native words, or two that stand for "two or three"."""


def sino_value(run: str) -> tuple[Fraction, Fraction] | None:
    """The value of a run that `MIXED` or `SPELLED` found, and its last scale; None where it is no number."""
    read = value_of(run.replace(" ", "").translate(_HAN)) if run.strip() else None
    return (read[0], read[3]) if read is not None and read[1] is None else None


def native_value(found: re.Match[str]) -> tuple[int, int | None]:
    """The value of what `NATIVE` found, and the upper end where it is a range."""
    if found["range"]:
        return _RANGES[found["range"]]
    if found["ones"]:
        return _ONES[found["ones"]], None
    return _TENS[found["tens"]] + (_ONES[found["more"]] if found["more"] else 0), None


def written(value: Fraction) -> str:
    """A value in figures, thousands set apart, so that it is not taken for a year."""
    if value.denominator == 1:
        return f"{int(value):,}"
    exact = f"{float(value):.10f}".rstrip("0").rstrip(".")
    whole, _, rest = exact.partition(".")
    return f"{int(whole):,}.{rest}" if rest else f"{int(whole):,}"
