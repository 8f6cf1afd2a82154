"""Days written out beside a month: "am ersten November", "le quatorze juillet", "July fourth"."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from quotecheck.facts.folding import fold

_BEFORE = re.compile(r"([^\W\d]+)[\s-]+\Z")
_AFTER = re.compile(r"\s+(?:the\s+)?([^\W\d]+)(?:-([^\W\d]+))?(?!\w)")
_WINDOW = 48
"""Code points before a month in which its day is looked for: three long words."""


class DayWords(Struct, frozen=True):
    """What a language calls the days of a month.

    Attributes:
        ordinals, cardinals: word -> 1 to 31.
        glue: words between the day and the month ("de", "of"), or between tens and ones ("y").
        month_first: the day may follow the month.
        keep_marks: accents tell words apart (Vietnamese "từ", from; "tư", four).
    """

    ordinals: dict[str, int]
    cardinals: dict[str, int]
    glue: frozenset[str]
    month_first: bool
    keep_marks: bool


@cache
def day_words(lang: str) -> DayWords:
    """The number words of a language that may be days of a month."""
    from quotecheck.facts.quantities.tables import tables

    known = tables(lang)
    words: dict[str, dict[str, int]] = {"ordinal": {}, "add": {}, "one": {}}
    for key, word in known.words.items():
        if len(key) == 1 and word.kind in words and word.value.denominator == 1 and 1 <= word.value <= 31:
            words[word.kind][fold(key[0], keep_marks=known.keep_marks)] = int(word.value)
    glue = known.of | known.and_tens | {"of", "the", "d", "de", "del", "do", "من"}
    cardinals = {} if lang in ("en", "de", "nl", "sv") else words["add"] | words["one"]
    return DayWords(words["ordinal"], cardinals, glue, known.month_first, known.keep_marks)


def day_beside(lang: str, folded: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The day written out before or after a month.

    Args:
        folded: the folded text.
        start, end: where the month stands in it.

    Returns:
        (day, start, end) of day and month together, or None where there is none.
    """
    words = day_words(lang)
    before = max(0, start - _WINDOW)
    number, begin, glued = 0, start, False
    while (found := _BEFORE.search(folded, before, begin)) is not None:
        word = fold(found.group(1), keep_marks=words.keep_marks)
        value = words.ordinals.get(word)
        if value is None and (glued or lang != "es") and (word not in words.glue):
            value = words.cardinals.get(word)
        if value is not None and ((not number and value <= 31) or (0 < number < 10 and value in (20, 30))):
            number, begin = number + value, found.start(1)
            if number >= 10:
                break
        elif word in words.glue and begin - found.start(1) < 8:
            glued = True
            if number:
                break
            begin = found.start(1)
        else:
            break
    if 1 <= number <= 31:
        return number, begin, end
    if words.month_first and (after := _AFTER.match(folded, end)) is not None:
        value = words.ordinals.get(after.group(1))
        tens = words.ordinals.get(after.group(1), 0) or {"twenty": 20, "thirty": 30}.get(after.group(1), 0)
        if after.group(2) and tens in (20, 30) and after.group(2) in words.ordinals:
            value = tens + words.ordinals[after.group(2)]
        if value is not None and value <= 31:
            return value, start, after.end()
    return None
