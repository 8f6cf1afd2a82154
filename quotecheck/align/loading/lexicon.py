"""The pieces of words that a model knows, and the likeliest way to cut a text into them, by Viterbi's method.

Kudo, "Subword Regularization", 2018 (the unigram model).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotecheck.align.loading import arrays

if TYPE_CHECKING:
    import marisa_trie
    import numpy as np
    from numpy.typing import NDArray

_UNLIKELY = 10.0
"""What a character that no piece has costs beyond the unlikeliest piece (sentencepiece, unigram_model.cc)."""
SPACE = "\u2581"
"""How a space is written, which a word begins with (sentencepiece)."""
_WORD = re.compile(f"{SPACE}?[^{SPACE}]+|{SPACE}")
_OF_A_WORD = 24
"""Characters: a longer word, or a text in a script without spaces, hardly comes again."""
_REMEMBERED = 10_000
"""Words whose pieces are held, about 300 bytes each: nine of ten words of an archive are among them."""
_TRIE, _FIGURES = "pieces.marisa", "pieces.npy"


class Segment(NamedTuple):
    """A piece of a text: its number in the model's vocabulary, and (start, end) in the text."""

    number: int
    start: int
    end: int


class Lexicon:
    """The pieces, in a trie that is mapped from disk: a few hundred kilobytes where a table takes tens of megabytes.

    Args:
        trie: all pieces.
        figures: "index" and "score" of each piece, in the trie's order; "unknown", the index of what no piece covers.
    """

    def __init__(self, trie: marisa_trie.Trie, figures: dict[str, NDArray[np.generic]]) -> None:
        import numpy as np

        self._trie, self._figures = trie, figures
        # A memoryview gives plain numbers, and several times as fast as an array does.
        self._index: memoryview[int] = np.ascontiguousarray(figures["index"], np.int32).data.cast("B").cast("i")
        self._score: memoryview[float] = np.ascontiguousarray(figures["score"], np.float32).data.cast("B").cast("f")
        self._unknown, self._longest = int(figures["unknown"]), int(figures["longest"])
        self._unknown_score = float(figures["unlikely"])
        self._remembered = lru_cache(_REMEMBERED)(self._cut)

    @classmethod
    def of(cls, pieces: Sequence[str], scores: Sequence[float], *, unknown: int) -> Lexicon:
        """Build one from pieces in the order of their indices and the log-probability of each; empty ones are none.

        Raises:
            ValueError: a piece reaches into a second word.
        """
        import marisa_trie
        import numpy as np

        if any(SPACE in piece[1:] for piece in pieces):
            raise ValueError("a piece reaches into a second word")
        trie = marisa_trie.Trie([piece for piece in pieces if piece])
        index = np.zeros(len(trie), np.int32)
        for number, piece in enumerate(pieces):
            if piece:
                index[trie.key_id(piece)] = number
        every = np.asarray(scores, np.float32)
        figures = {
            "index": index,
            "score": every[index],
            "unknown": np.array(unknown),
            "unlikely": np.array(float(every.min()) - _UNLIKELY),
            "longest": np.array(max(map(len, pieces))),
        }
        return cls(trie, figures)

    def save(self, folder: Path) -> None:
        """Lay it out in a folder."""
        self._trie.save(str(folder / _TRIE))
        arrays.save(folder / _FIGURES, self._figures)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """Map what `save` wrote.

        Raises:
            OSError, ValueError, KeyError: it is not there, or broken.
        """
        import marisa_trie

        figures = arrays.load(folder / _FIGURES)
        try:
            trie = marisa_trie.Trie().mmap(str(folder / _TRIE))
        except RuntimeError as error:  # what the library raises of a file that is none of its own
            raise ValueError(str(error)) from None
        if len(trie) != len(figures["index"]):
            raise ValueError(f"{folder} does not fit together")
        return cls(trie, figures)

    def segments(self, text: str) -> list[Segment]:
        """Cut a text, normalised as the model wants it, into the likeliest pieces; among equals, the longest first."""
        found, at = [], 0
        for numbers, ends in self._words(text):
            start = 0
            for number, end in zip(numbers, ends, strict=True):
                found.append(Segment(number, at + start, at + end))
                start = end
            at += start
        return found

    def numbers(self, text: str) -> list[int]:
        """The same pieces, by their numbers alone."""
        return [number for numbers, _ in self._words(text) for number in numbers]

    def _words(self, text: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The pieces of each word: their numbers, and where in the word they end."""
        text = text.encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
        for word in _WORD.findall(text):
            yield self._remembered(word) if len(word) <= _OF_A_WORD else self._cut(word)

    def _cut(self, text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        count = len(text)
        best = [float("-inf")] * (count + 1)
        best[0] = 0.0
        cut = [(0, -1)] * (count + 1)
        known, longest = self._trie.iter_prefixes_with_ids, self._longest
        scores, unlikely = self._score, self._unknown_score
        for start in range(count):
            here = best[start]
            for piece, number in known(text[start : start + longest]):
                end = start + len(piece)
                likely = here + scores[number]
                if likely > best[end]:
                    best[end] = likely
                    cut[end] = (start, number)
            if here + unlikely > best[start + 1]:
                best[start + 1] = here + unlikely
                cut[start + 1] = (start, -1)
        numbers, ends = [], []
        end = count
        while end:
            start, number = cut[end]
            numbers.append(self._index[number] if number >= 0 else self._unknown)
            ends.append(end)
            end = start
        return tuple(numbers[::-1]), tuple(ends[::-1])
