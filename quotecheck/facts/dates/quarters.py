"""Which quarter of a year a text names: "first-quarter profit", "1T25", "im zweiten Quartal", 第1四半期."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quotecheck.facts.fact import Quantity
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load

_SHORT = re.compile(r"(?<![^\W_])(?:([1-4])[TQ](?:\s?(?:20)?\d\d)?|[TQ]([1-4]))(?![^\W_])")
_UNSPACED = re.compile(r"第?([1-4１-４一二三四])\s?(?:四半期|季度|분기)")
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}
_ROLES = frozenset({"ordinal", "cardinal", "century"})


class Quarter(NamedTuple):
    """A quarter of a year, from 1 to 4, and where the text names it."""

    number: int
    start: int
    end: int


def read_quarters(text: str, quantities: Sequence[Quantity], lang: str) -> list[Quarter]:
    """The quarters that a text names.

    Args:
        text: as written.
        quantities: those read from it.
        lang: its language (ISO 639-1).
    """
    found = [Quarter(int(m.group(1) or m.group(2)), m.start(), m.end()) for m in _SHORT.finditer(text)]
    for match in _UNSPACED.finditer(text):
        digit = match.group(1)
        found.append(Quarter(_HAN.get(digit) or int(digit), match.start(), match.end()))
    words = _words(lang)
    if words is None:
        return found
    folded = fold(text, keep_marks=True)
    before, after = words
    for q in quantities:
        if q.role not in _ROLES or q.value not in (1, 2, 3, 4) or q.unit is not None or q.upper is not None:
            continue
        behind = after.match(folded, q.end)
        ahead = before.search(folded, max(0, q.start - 24), q.start)
        if behind or ahead:
            start = ahead.start() if ahead else q.start
            found.append(Quarter(int(q.value), start, behind.end() if behind else q.end))
    return found


@cache
def _words(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    stems = [fold(stem, keep_marks=True) for stem in load(lang).get("dates", {}).get("quarters", "").split()]
    if not stems:
        return None
    written = "|".join(map(re.escape, stems))
    return re.compile(rf"\b(?:{written})\w*[\s-]+\Z"), re.compile(rf"\.?[\s-]+(?:{written})")
