"""Folding that keeps offsets: one code point in, one code point out.

Facts are reported by their place in the original text, so readers match against a folded copy of the same length.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u3000": " ", "\t": " ",
}  # fmt: skip


@lru_cache(maxsize=65536)
def _fold(char: str, keep_marks: bool) -> str:
    if char in _SAME:
        return _SAME[char]
    digit = unicodedata.digit(char, None)
    if digit is not None and char.isdecimal():
        return str(digit)
    lower = char.lower()
    if len(lower) != 1:
        lower = char
    if keep_marks:
        wide = unicodedata.normalize("NFKC", lower)
        return wide if len(wide) == 1 else lower
    plain = unicodedata.normalize("NFKD", lower)
    base = "".join(c for c in plain if not unicodedata.combining(c))
    return base if len(base) == 1 else lower


def fold(text: str, *, keep_marks: bool = False) -> str:
    """Lower case, ASCII digits, plain apostrophes, quotes, dashes and spaces, full width made half; accents dropped.

    Args:
        text: any text.
        keep_marks: keep accents (Spanish "si" and "sí" are different words).

    Returns:
        A text of exactly the same length in code points.
    """
    return "".join(_fold(char, keep_marks) for char in text)
