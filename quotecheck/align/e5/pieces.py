"""A text cut as the model reads it."""

from __future__ import annotations

from quotecheck.align.loading import Lexicon, Segment
from quotecheck.align.loading.lexicon import SPACE


def pieces(text: str, normal: dict[str, str], lexicon: Lexicon, most: int) -> list[Segment]:
    """The pieces of words of a text, in order, with their places in it as it was given.

    Args:
        text: of any length; only what `most` pieces cover is cut.
        normal: characters that are replaced, and by what.
        lexicon: the model's pieces.
        most: pieces at most.
    """
    chars, places = _normal(text[: 12 * most], normal)
    cut = lexicon.segments("".join(chars))[:most]
    return [Segment(number, places[start], places[end]) for number, start, end in cut]


def _normal(text: str, replaced: dict[str, str]) -> tuple[list[str], list[int]]:
    """Characters as the model wants them, spaces made one and marked, and where each stood; one place more than
    there are characters."""
    chars, places = [SPACE], [0]
    for place, char in enumerate(text):
        for new in replaced.get(char, char):
            if new == " " and chars[-1] == SPACE:
                continue
            chars.append(SPACE if new == " " else new)
            places.append(place)
    places.append(len(text))
    return chars, places
