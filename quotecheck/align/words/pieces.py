"""A text cut into the pieces of words that a model knows: the likeliest cutting, by Viterbi's method.

Kudo, "Subword Regularization", 2018 (the unigram model).
"""

from __future__ import annotations

from msgspec import Struct

from quotecheck.align.words.packed import Vocabulary

_SPACE = "\u2581"


class Piece(Struct, frozen=True):
    """A piece of a word: its index in the vocabulary, and (start, end) in the text as it was given."""

    index: int
    start: int
    end: int


def pieces(text: str, known: Vocabulary, most: int) -> list[Piece]:
    """The pieces of a text, in order.

    Args:
        text: of any length; only what `most` pieces cover is cut.
        known: the model's pieces.
        most: pieces at most.
    """
    chars, places = _normal(text[: 12 * most], known.normal)
    raw = [char.encode("utf-8", "replace") for char in chars]
    ends = [0]
    for one in raw:
        ends.append(ends[-1] + len(one))
    data = b"".join(raw)
    count = len(chars)
    best = [float("-inf")] * (count + 1)
    best[0] = 0.0
    cut: list[tuple[int, int]] = [(0, known.unknown)] * (count + 1)
    ids, scores, longest, least = known.ids, known.scores, known.longest, known.unknown_score
    for start in range(count):
        here, first = best[start], ends[start]
        for end in range(start + 1, count + 1):
            last = ends[end]
            if last - first > longest:
                break
            index = ids.get(data[first:last])
            if index is not None and here + scores[index] > best[end]:
                best[end] = here + scores[index]
                cut[end] = (start, index)
        if here + least > best[start + 1]:
            best[start + 1] = here + least
            cut[start + 1] = (start, known.unknown)
    found = []
    end = count
    while end:
        start, index = cut[end]
        found.append(Piece(index, places[start], places[end]))
        end = start
    return found[::-1][:most]


def _normal(text: str, replaced: dict[str, str]) -> tuple[list[str], list[int]]:
    """Characters as the model wants them, spaces made one and marked, and where each stood; one place more than
    there are characters."""
    chars, places = [_SPACE], [0]
    for place, char in enumerate(text):
        for new in replaced.get(char, char):
            if new == " " and chars[-1] == _SPACE:
                continue
            chars.append(_SPACE if new == " " else new)
            places.append(place)
    places.append(len(text))
    return chars, places
