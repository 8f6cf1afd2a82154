"""Numbers that a text has without writing them out: inside a compound ("Zweizimmerwohnung"), or with the scale of the
number beside them ("87 millones, no 60").
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from quotecheck.facts.fact import Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.rules.base import Case, Side

BESIDE = 16
"""Code points between a bare number and the one whose scale it shares, at most."""
LONGEST = 4
"""Letters of a word behind a bare number that is not what it counts: "no 60 como dijo", but "3 heridos"."""
_SCALES = (10**3, 10**6, 10**9, 10**12)


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
