"""Vectors kept once computed: in memory for this run, on disk for the next, so that a warm run loads no model.

They are kept as 16-bit floats. Products of such numbers are multiples of 2^-48, and vectors of unit length keep every
partial sum near 1, so a cosine in 64-bit floats is exact in whatever order it is summed: plain Python and numpy, a cold
and a warm run, all have the same answer.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING

from quotecheck.align.numerics import load_numpy

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Embedder
    from quotecheck.cache import Cache

MEMORY_LIMIT = 10_000
"""Vectors held in memory, about 10 MB, before they are let go: the disk has them too."""

FEW_PRODUCTS = 4000
"""Cosines of one run that plain Python works out in about the time that importing numpy takes (0.1 s)."""


class CachedEmbedder:
    """An embedder that remembers."""

    def __init__(self, inner: Embedder, cache: Cache) -> None:
        self.name = inner.name
        self.reads_words = inner.reads_words
        self._inner = inner
        self._cache = cache
        self._space = f"embedding:{self.name}"
        self._known: dict[str, bytes] = {}
        self._products = 0

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """One vector of unit length for each text, from memory and disk where they are known.

        Returns:
            Little-endian 16-bit floats.
        """
        if len(self._known) > MEMORY_LIMIT:
            self._known.clear()
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            for text, data in self._cache.get_many(self._space, missing).items():
                if len(data) == 2 * self._inner.size:
                    self._known[text] = data
            missing = [text for text in missing if text not in self._known]
        if missing:
            vectors = self._inner.embed(missing, self._cache.models).astype("<f2")
            made = {text: vector.tobytes() for text, vector in zip(missing, vectors, strict=True)}
            self._cache.put_many(self._space, made)
            self._known.update(made)
        return [self._known[text] for text in texts]

    def cosines(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Cosine of each text on the left (rows) with each on the right (columns), on the common scale."""
        vectors = self.embed([*left, *right])
        slope, offset = self._inner.scale
        self._products += len(left) * len(right)
        # Checking one article over again takes few: importing numpy for them would be a good part of its time.
        dot = dot_products if self._products <= FEW_PRODUCTS else dot_products_by_numpy
        products = dot(vectors[: len(left)], vectors[len(left) :])
        return [[slope * product + offset for product in row] for row in products]


def dot_products(left: Sequence[bytes], right: Sequence[bytes]) -> list[list[float]]:
    """Dot product of each vector on the left (rows) with each on the right (columns), in plain Python.

    Args:
        left, right: vectors of unit length and one size, as `CachedEmbedder.embed` returns them.
    """
    columns = [_floats(vector) for vector in right]
    return [[sum(map(mul, row, column)) for column in columns] for row in map(_floats, left)]


def _floats(vector: bytes) -> tuple[float, ...]:
    return struct.unpack(f"<{len(vector) // 2}e", vector)


def dot_products_by_numpy(left: Sequence[bytes], right: Sequence[bytes]) -> list[list[float]]:
    """The same, by numpy: faster where there are many."""
    load_numpy()
    import numpy as np

    rows, columns = (
        np.frombuffer(b"".join(side), dtype="<f2").reshape(len(side), -1).astype(np.float64) for side in (left, right)
    )
    products: list[list[float]] = (rows @ columns.T).tolist()
    return products
