"""What a text says of a state in time: that it lasts, has come to pass, has ended, has not yet come, or never was.

"Still" is the opposite of "no longer", "already" that of "not yet"; a "still" that stands beside no denial accounts for
none.
"""

from __future__ import annotations

import re
from functools import cache

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load

OPPOSITE = {"lasting": "ended", "ended": "lasting", "done": "pending", "pending": "done"}
"""What turns each state round."""
ALIKE = {"lasting": "pending", "pending": "lasting", "ended": "done", "done": "ended"}
"""What may say the same: the bridge is still closed, and has not yet been opened."""


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    return {state: re.compile(form) for state, form in load(lang).get("negation", {}).get("time", {}).items()}


def states(text: str, lang: str) -> frozenset[str]:
    """The keys of `OPPOSITE` that a text speaks of; of a language without data, none."""
    folded = fold(text, keep_marks=True)
    patterns = _patterns(lang)
    return frozenset(state for state in OPPOSITE if state in patterns and patterns[state].search(folded))


def is_first(text: str, lang: str) -> bool:
    """Whether a text has something happen for the first time; of a language without data, no."""
    pattern = _patterns(lang).get("first")
    return pattern is not None and pattern.search(fold(text, keep_marks=True)) is not None
