"""The words of a text, by their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.align.loading import Segment
from quotecheck.language import WITHOUT_SPACES

_SPACED = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Word(Struct, frozen=True):
    """Where a word stands: (start, end)."""

    start: int
    end: int


def words(plain: str, lang: str, cut: Sequence[Segment]) -> list[Word]:
    """The words of a text.

    Args:
        plain: the text, with links, handles and emoji masked.
        lang: ISO 639-1. In languages written without spaces, what the model knows as a piece is taken for a word.
        cut: the text's pieces.
    """
    if lang in WITHOUT_SPACES:
        return [Word(one.start, one.end) for one in cut if re.search(r"\w", plain[one.start : one.end])]
    return [Word(match.start(), match.end()) for match in _SPACED.finditer(plain)]
