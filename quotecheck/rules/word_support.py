"""The words of a text, and a text without one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.language import WITHOUT_SPACES, mask

MOST_WORDS = 70
"""Longer texts are not compared word by word: each word costs an embedding, and a passage so long is no sentence."""
FEWEST_WORDS = 4

_SPACED = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_UNSPACED = re.compile(
    "(?P<han>[\u3400-\u4dbf\u4e00-\u9fff々]+)|[\u30a0-\u30ff]+|[A-Za-z\u00c0-\u024f]+|[0-9]+|[\u0e00-\u0e7f]+"
)


class Word(Struct, frozen=True):
    """A word, or in scripts without spaces two characters that may be one."""

    start: int
    end: int
    text: str


def words(text: str, lang: str) -> list[Word]:
    """The words of a text, links, handles and emoji left out; overlapping pairs of characters where it is Han."""
    plain = mask(text)
    if lang not in WITHOUT_SPACES:
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


def without(text: str, start: int, end: int) -> str:
    """The text with a stretch cut out, no double spaces left behind."""
    return re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r" {2,}", " ", text[:start] + text[end:])).strip()
