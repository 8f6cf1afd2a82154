"""The words of a text as a set, which tells cheaply that a reader would find nothing in it.

The readers' patterns are exact, and slow where there is nothing to find, as in most texts. Nearly every pattern needs
some word to be there: a reader first asks whether one of its words is, and looks closely only then. The set may hold
more than the words that a reader sees; it never lacks one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Combining marks that belong to a word, for a character class."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_MARKED_RUN = re.compile(rf"(?:[^\W\d_]+|[{MARKS}]+)+")
_MARK = re.compile(rf"[{MARKS}\u0640]")
_PART = re.compile(r"(\*?)([^\W\d_]+|\d+)(\*?)")


def without_points(word: str) -> str:
    """A word without the vowel signs of Arabic and Hebrew, which most writers leave out."""
    return word if word.isascii() else _POINTS.sub("", word)


@lru_cache(maxsize=16)
def vocabulary(folded: str) -> frozenset[str]:
    """The runs of letters and the runs of digits of a folded text; where it has combining marks, its words with their
    marks too, and those without points."""
    words = frozenset(_RUN.findall(folded))
    if folded.isascii() or not _MARK.search(folded):
        return words
    return words.union(map(without_points, _MARKED_RUN.findall(folded)))


class Cues:
    """Phrases of which a reader needs at least one.

    A phrase stands in a text with a border of a word at either end, its own words parted by white space or marks. A
    final * in it stands for any ending of its last word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        whole: dict[str, set[frozenset[str]]] = {}
        stems: set[str] = set()
        self._anywhere = False
        for phrase in phrases:
            parts = _PART.findall(phrase)
            words = [word for before, word, after in parts if not before and not after]
            if words:
                whole.setdefault(words[-1], set()).add(frozenset(words))
            elif parts and not parts[0][0]:
                stems.add(parts[0][1])
            else:
                self._anywhere = True
        self._whole = {word: tuple(needed) for word, needed in whole.items()}
        self._words = frozenset(whole)
        self._stems = tuple(sorted(stems))

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a text of these words (`vocabulary`) may have one of the phrases."""
        if self._anywhere:
            return True
        if any(needed <= words for word in self._words & words for needed in self._whole[word]):
            return True
        return bool(self._stems) and any(word.startswith(self._stems) for word in words)
