"""Where a text sets one thing against another: "suspended, not cancelled", "no es un accidente, es negligencia".

The patterns are in the `[negation.contrast]` table of the data files, for folded text. `last` stands between what is
said and what is denied; where `first` opens, what is denied comes first, up to `then`, and what is said behind it.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load

Span = tuple[int, int]

_STOP = re.compile(r"[.,;:!?…()\[\]«»“”\"\n—–।؟؛،。！？；：、，]")
_MOST = 60
"""Code points of a phrase, at most: more is no longer one thing."""
_SPACELESS = 14
"""The same of a language that parts no words."""
_LEAST = 2


class Contrast(Struct, frozen=True):
    """What is said, what is denied, and the words that deny it, each (start, end) in the text."""

    said: Span
    denied: Span
    cue: Span


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form) for name, form in load(lang).get("negation", {}).get("contrast", {}).items()}


def read(text: str, lang: str, segment: Span | None = None) -> Contrast | None:
    """The one contrast of a text; None where there is none, or there are several.

    Args:
        text: as it was written.
        lang: ISO 639-1; a language without data has none.
        segment: the part to read; all of it where None.
    """
    patterns = _patterns(lang)
    if not patterns:
        return None
    first, last = segment or (0, len(text))
    folded = fold(text, keep_marks=True)
    most = _SPACELESS if lang in ("zh", "ja", "th") else _MOST
    found = []
    for match in patterns["first"].finditer(folded, first, last) if "first" in patterns else ():
        middle = patterns["then"].search(folded, match.end(), min(last, match.end() + most))
        if middle is not None:
            found.append(
                Contrast(_ahead(folded, middle.end(), last, most), (match.end(), middle.start()), match.span())
            )
    if not found and "last" in patterns:
        found = [
            Contrast(_behind(folded, first, match.start(), most), _ahead(folded, match.end(), last, most), match.span())
            for match in patterns["last"].finditer(folded, first, last)
        ]
    whole = [one for one in found if min(b - a for a, b in (one.said, one.denied)) >= _LEAST]
    return whole[0] if len(whole) == 1 else None


def _ahead(folded: str, start: int, last: int, most: int) -> Span:
    stop = _STOP.search(folded, start, last)
    end = stop.start() if stop is not None else last
    return start, min(end, start + most)


def _behind(folded: str, first: int, end: int, most: int) -> Span:
    stops = list(_STOP.finditer(folded, first, end))
    return max(stops[-1].end() if stops else first, end - most), end
