"""Which words of one side have something on the other side that says the same, as far as single words can tell.

Each word of one text is compared with each word of the other by the cross-language embedding. A word that was added has
no counterpart of its own: whatever it resembles is better explained by another word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.language import mask

MOST_WORDS = 70
"""Longer texts are not compared word by word: each word costs an embedding, and a passage so long is no sentence."""
FEWEST_WORDS = 4

_SPACED = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_UNSPACED = re.compile(
    "(?P<han>[\u3400-\u4dbf\u4e00-\u9fff々]+)|[\u30a0-\u30ff]+|[A-Za-z\u00c0-\u024f]+|[0-9]+|[\u0e00-\u0e7f]+"
)
_WITHOUT_SPACES = frozenset({"zh", "ja", "th"})
_LEAST_TOP = 0.3
"""A word that resembles nothing more than this is as good as without likeness; keeps ratios sane."""


class Word(Struct, frozen=True):
    """A word, or in scripts without spaces two characters that may be one."""

    start: int
    end: int
    text: str


class Support(Struct, frozen=True):
    """How well the other side supports one word.

    Attributes:
        best: greatest cosine with a word of the other side.
        margin: greatest lead over all other words of its own side in resembling some word of the other; below zero
            where every word it resembles is resembled more by another.
        ratio: the same as a share, 1 where it is the best counterpart of some word.
    """

    best: float
    margin: float
    ratio: float


def words(text: str, lang: str) -> list[Word]:
    """The words of a text, links, handles and emoji left out; overlapping pairs of characters where it is Han."""
    plain = mask(text)
    if lang not in _WITHOUT_SPACES:
        return [Word(match.start(), match.end(), match.group()) for match in _SPACED.finditer(plain)]
    found: list[Word] = []
    for match in _UNSPACED.finditer(plain):
        start, end = match.span()
        if match.group("han") and end - start > 2:
            found += [Word(at, at + 2, plain[at : at + 2]) for at in range(start, end - 1)]
        else:
            found.append(Word(start, end, match.group()))
    return found


def keys(found: Sequence[Word]) -> list[str]:
    """The words as they are embedded."""
    return [word.text for word in found]


def supports(cosines: Sequence[Sequence[float]]) -> list[Support]:
    """Support of each word of one side.

    Args:
        cosines: a row for each word of this side, at least two; a column for each word of the other.
    """
    first: list[float] = []
    second: list[float] = []
    for column in zip(*cosines, strict=True):
        top, next_ = sorted(column, reverse=True)[:2]
        first.append(top)
        second.append(next_)
    found = []
    for row in cosines:
        rivals = [next_ if value >= top else top for value, top, next_ in zip(row, first, second, strict=True)]
        found.append(
            Support(
                best=max(row),
                margin=max(value - rival for value, rival in zip(row, rivals, strict=True)),
                ratio=max(value / max(top, _LEAST_TOP) for value, top in zip(row, first, strict=True)),
            )
        )
    return found


def without(text: str, start: int, end: int) -> str:
    """The text with a stretch cut out, no double spaces left behind."""
    return re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r" {2,}", " ", text[:start] + text[end:])).strip()


def folded(word: Word) -> str:
    return fold(word.text)
