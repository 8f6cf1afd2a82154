"""Numbers that a text has without writing them out, or as something else: inside a compound ("Zweizimmerwohnung"), with
the scale of the number beside them ("87 millones, no 60"), or as a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

from quotecheck.facts.fact import Day, Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.quantities import same_figure
from quotecheck.rules.base import Case, Side

BESIDE = 16
"""Code points between a bare number and the one whose scale it shares, at most."""
LONGEST = 4
"""Letters of a word behind a bare number that is not what it counts: "no 60 como dijo", but "3 heridos"."""
_SCALES = (10**3, 10**6, 10**9, 10**12)
_CALENDAR = frozenset({"cardinal", "ordinal", "date", "year"})
"""Roles that a figure of a date may have when only one side's date was recognised as one."""
LONGEST_LINK = 4
"""Letters from which on a word is seldom a preposition."""
_LINKS = frozenset(
    "after before during from into near nach over para pour sobre that this through until when where which while will "
    "with against between because also during hasta desde entre depuis avant après pendant durante dopo prima "
    "sowie oder über gegen seit bevor przed przez podczas oraz voor door tijdens eller under efter".split()
)
"""Words that may follow the day of a date."""


@cache
def _compounds(lang: str) -> dict[int, re.Pattern[str]]:
    table: dict[str, str] = load(lang).get("numbers", {}).get("compounds", {})
    return {
        int(value): re.compile(rf"\b(?:{'|'.join(fold(one) for one in forms.split())})[^\W\d_]{{3}}")
        for value, forms in table.items()
    }


def in_compound(post: str, lang: str, two: Quantity) -> bool:
    """Whether a small number of the passage is the beginning of a word of the post: "two-room flat".

    Args:
        post: its text.
        lang: its language (ISO 639-1).
        two: a number of the passage.
    """
    if two.role != "cardinal" or two.unit is not None or two.upper is not None or two.value.denominator != 1:
        return False
    pattern = _compounds(lang).get(int(two.value))
    return pattern is not None and pattern.search(fold(post)) is not None


def scale_understood(case: Case, one: Quantity, two: Quantity) -> bool:
    """Whether two numbers differ by the scale alone that a number beside the smaller one has: "87 millones, no 60".

    Args:
        case: post and passage.
        one: a number of the post.
        two: the number of the passage in its place.
    """
    if not one.value or not two.value or one.upper is not None or two.upper is not None:
        return False
    if one.value < two.value:
        return _scaled(case.post, one, two.value / one.value)
    return _scaled(case.passage, two, one.value / two.value)


def _scaled(side: Side, bare: Quantity, scale: Fraction) -> bool:
    if bare.unit is not None or len(bare.noun or "") > LONGEST:
        return False
    return scale in _SCALES and any(
        other is not bare
        and other.value >= scale
        and not other.text.replace(".", "").replace(",", "").isdigit()
        and max(bare.start - other.end, other.start - bare.end) <= BESIDE
        for other in side.facts.quantities
    )


def without_days(quantities: Sequence[Quantity], days: Sequence[Day]) -> list[Quantity]:
    """Leave out what the other side has as a date: the dates are compared by their own rule."""
    return [quantity for quantity in quantities if not is_date_of(quantity, days)]


def is_date_of(quantity: Quantity, days: Iterable[Day]) -> bool:
    """Whether a number is the day, the month or the year of one of these dates."""
    if quantity.role not in _CALENDAR or quantity.unit is not None or quantity.upper is not None:
        return False
    if quantity.role == "cardinal" and is_counted(quantity.noun or ""):
        return False  # "12 acts" are no twelfth
    for day in days:
        figures: set[int | None] = {day.day, day.month, day.year}
        for resolved in (day.first, day.last):
            if resolved is not None:
                figures |= {resolved.day, resolved.year}
        if any(figure is not None and Fraction(figure) == quantity.value for figure in figures):
            return True
    return False


def is_counted(noun: str) -> bool:
    """Whether the word behind a figure is what it counts, as far as its length tells."""
    return len(noun) >= LONGEST_LINK and noun == noun.lower() and noun not in _LINKS


def stands_in(quantity: Quantity, elsewhere: Iterable[Quantity]) -> bool:
    """Whether one of these numbers is the same figure."""
    return any(same_figure(other, quantity) for other in elsewhere)
