"""What a run of digits with separators means: 5.000, 5,000, 5 000, 5'000, 1,00,000, 3,14."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

MAX_DIGITS = 30
"""Longer runs are identifiers, not amounts; they are not read as numbers."""

_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_MYRIAD = re.compile(r"\d{1,4}(?:,\d{4})+$")


class Digits(Struct, frozen=True):
    """A run of digits as understood.

    Attributes:
        value: the likeliest value.
        also: other values it may have.
        parts: the single figures, where the run is no number but a date, a version or a list (1.2.2020; 1,2,3).
    """

    value: Fraction
    also: tuple[Fraction, ...] = ()
    parts: tuple[int, ...] = ()


def understand(raw: str, decimal: str = ".", *, two_conventions: bool = False) -> Digits | None:
    """Read a run of ASCII digits with separators.

    Args:
        raw: the run, as `tokens` cuts it.
        decimal: the language's decimal mark, "." or ","; the other mark groups thousands.
        two_conventions: some countries of the language use the other one (Spanish: Spain, and Mexico).

    Returns:
        None for what is too long to be an amount.
    """
    if len(raw) > MAX_DIGITS:
        return None
    text = raw.replace(" ", "").replace("'", "").replace("٬", "").replace("·", ".")
    text = text.replace("٫", ".") if "٫" in text else text
    if "٫" in raw:
        return _decimal(text.replace(",", ""), ".")
    points, commas = text.count("."), text.count(",")
    if not points and not commas:
        return Digits(Fraction(int(text)))
    if points and commas:
        return _both_marks(text)
    mark = "." if points else ","
    if points + commas > 1:
        if _GROUPED.match(text) or _INDIAN.match(text) or _MYRIAD.match(text):
            return Digits(Fraction(int(text.replace(mark, ""))))
        return _parts(text)
    return _one_mark(text, mark, decimal, two_conventions)


def _one_mark(text: str, mark: str, decimal: str, two_conventions: bool) -> Digits:
    whole, fraction = text.split(mark)
    as_decimal = Fraction(int(whole + fraction), 10 ** len(fraction))
    if len(fraction) != 3 or len(whole) > 3 or whole.startswith("0"):
        return Digits(as_decimal)
    as_group = Fraction(int(whole + fraction))
    if mark != decimal:
        return Digits(as_group, (as_decimal,) if two_conventions and fraction != "000" else ())
    if fraction == "000":
        return Digits(as_group, (as_decimal,))
    # Who writes a comma for decimals also groups with it at times, as English does; nobody who writes a point does.
    return Digits(as_decimal, (as_group,) if two_conventions or mark == "," else ())


def _both_marks(text: str) -> Digits:
    last = "." if text.rfind(".") > text.rfind(",") else ","
    other = "," if last == "." else "."
    whole, _, fraction = text.rpartition(last)
    grouped = whole.replace(other, ",")
    if whole.count(last) or not (_GROUPED.match(grouped) or _INDIAN.match(grouped)):
        return _parts(text)
    return Digits(Fraction(f"{grouped.replace(',', '')}.{fraction}"))


def _decimal(text: str, mark: str) -> Digits:
    return Digits(Fraction(text)) if text.count(mark) == 1 else _parts(text)


def _parts(text: str) -> Digits:
    figures = tuple(int(part) for part in re.split(r"[.,]", text))
    return Digits(Fraction(figures[0]), parts=figures)
