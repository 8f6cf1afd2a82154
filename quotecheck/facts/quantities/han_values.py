"""What a run of Chinese or Japanese numerals means: 三百五十万, 3万2千, 二〇二〇, 1.5亿, 七八十."""

from __future__ import annotations

import re
from fractions import Fraction

from quotecheck.facts.quantities.digits import understand

FIGURES = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "壹": 1, "壱": 1, "二": 2, "两": 2, "兩": 2, "贰": 2, "弐": 2, "俩": 2, "倆": 2,
    "三": 3, "叁": 3, "参": 3, "仨": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7,
    "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "京": 10**16}

NUMERALS = "".join((*FIGURES, "廿", "卅", *SMALL, *LARGE)).replace("参", "").replace("京", "").replace("陆", "")
_PIECE = re.compile(r"[0-9]+(?:[.,٫·][0-9]+)*|.")


def value_of(run: str) -> tuple[Fraction, Fraction | None, tuple[Fraction, ...], Fraction] | None:
    """Read a run of numerals.

    Returns:
        (value, upper end of an adjacent-figure range such as 七八十, other readings, last scale), or None where the
        run is no number.
    """
    figures = [FIGURES.get(char) for char in run]
    if len(run) > 1 and all(figure is not None for figure in figures):
        return _positional([figure for figure in figures if figure is not None])
    ranged = _adjacent(run)
    if ranged is not None:
        return ranged
    return _sections(run)


def _positional(figures: list[int]) -> tuple[Fraction, Fraction | None, tuple[Fraction, ...], Fraction]:
    """二〇二〇 is 2020; two figures one apart, 三四, are three or four."""
    if len(figures) == 2 and figures[1] == figures[0] + 1 and figures[0] > 0:
        return Fraction(figures[0]), Fraction(figures[1]), (), Fraction(1)
    value = 0
    for figure in figures[:30]:
        value = value * 10 + figure
    return Fraction(value), None, (), Fraction(1)


def _adjacent(run: str) -> tuple[Fraction, Fraction | None, tuple[Fraction, ...], Fraction] | None:
    """七八十 is seventy or eighty; 三四百万 three or four million."""
    if len(run) < 3 or run[0] not in FIGURES or run[1] not in FIGURES or run[2] not in SMALL | LARGE:
        return None
    if FIGURES[run[1]] != FIGURES[run[0]] + 1 or not FIGURES[run[0]]:
        return None
    low, high = _sections(run[0] + run[2:]), _sections(run[1:])
    return (low[0], high[0], (), low[3]) if low and high else None


def _sections(run: str) -> tuple[Fraction, Fraction | None, tuple[Fraction, ...], Fraction] | None:
    parts: list[tuple[Fraction, int]] = []
    section = Fraction(0)
    number: Fraction | None = None
    last_unit = 0
    spoken_zero = False
    also: tuple[Fraction, ...] = ()
    pieces = _PIECE.findall(run)
    for place, piece in enumerate(pieces):
        if piece[0].isdigit():
            digits = understand(piece, ".")
            if digits is None or digits.parts or number is not None:
                return None
            number = digits.value
        elif piece in FIGURES:
            spoken_zero = spoken_zero or FIGURES[piece] == 0
            number = FIGURES[piece] + (number * 10 if number is not None else Fraction(0))
            if place == len(pieces) - 1 and last_unit >= 100 and not spoken_zero and number is not None:
                also = (sum((value for value, _ in parts), section) + number * last_unit / 10,)
        elif piece in ("廿", "卅"):
            section += 20 if piece == "廿" else 30
        elif piece in SMALL:
            section += (1 if number is None else number) * SMALL[piece]
            number, last_unit = None, SMALL[piece]
        elif piece in LARGE:
            scale = LARGE[piece]
            below = sum((value for value, own in parts if own < scale), Fraction(0))
            whole = below + section + (number or 0)
            parts = [part for part in parts if part[1] > scale]
            parts.append(((whole or Fraction(1)) * scale, scale))
            section, number, last_unit = Fraction(0), None, scale
        else:
            return None
    lowest = Fraction(min((own for _, own in parts), default=1))
    return sum((value for value, _ in parts), section + (number or 0)), None, also, lowest
