"""Folding that keeps offsets: one code point in, one code point out.

Facts are reported by their place in the original text, so readers match against a folded copy of the same length.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-",
    "İ": "i", "ı": "i",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u3000": " ", "\t": " ",
}  # fmt: skip


_COMMAS = {"ş": "ș", "Ş": "ș", "ţ": "ț", "Ţ": "ț"}
"""Romanian letters as old fonts wrote them, with a cedilla for a comma; Turkish has its own so too, and no other."""


def _fold(char: str, keep_marks: bool) -> str:
    if char in _SAME:
        return _SAME[char]
    if keep_marks and char in _COMMAS:
        return _COMMAS[char]
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


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each character once."""

    _MOST = 65_536

    def __init__(self, *, keep_marks: bool) -> None:
        super().__init__()
        self._keep_marks = keep_marks

    def __missing__(self, point: int) -> str:
        folded = _fold(chr(point), self._keep_marks)
        if len(self) < self._MOST:
            self[point] = folded
        return folded


_WITH_MARKS = _Folding(keep_marks=True)
_PLAIN = _Folding(keep_marks=False)


def fold(text: str, *, keep_marks: bool = False) -> str:
    """Lower case, ASCII digits, plain apostrophes, quotes, dashes and spaces, full width made half; accents dropped.

    Args:
        text: any text.
        keep_marks: keep accents (Spanish "si" and "sí" are different words).

    Returns:
        A text of exactly the same length in code points.
    """
    if text.isascii():
        return text.lower().replace("\t", " ").replace("`", "'")
    return _folded(text, keep_marks)


@lru_cache(maxsize=64)  # one reader after the other folds the same text
def _folded(text: str, keep_marks: bool) -> str:
    return text.translate(_WITH_MARKS if keep_marks else _PLAIN)
