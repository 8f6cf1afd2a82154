"""Vectors kept once computed: in memory for this run, on disk for the next, so that a warm run loads no model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Embedder, Vectors
    from quotecheck.cache import Cache

MEMORY_LIMIT = 50_000
"""Vectors held in memory, about 100 MB, before they are let go."""


class CachedEmbedder:
    """An embedder that remembers."""

    def __init__(self, inner: Embedder, cache: Cache) -> None:
        self.name = inner.name
        self._inner = inner
        self._cache = cache
        self._space = f"embedding:{self.name}"
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text, from memory and disk where they are known."""
        import numpy as np

        if len(self._known) > MEMORY_LIMIT:
            self._known.clear()
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            for text, data in self._cache.get_many(self._space, missing).items():
                vector = np.frombuffer(data, dtype=np.float16).astype(np.float32)
                if vector.shape == (self._inner.size,):
                    self._known[text] = vector
            missing = [text for text in missing if text not in self._known]
        if missing:
            halves = self._inner.embed(missing).astype(np.float16)
            self._cache.put_many(
                self._space, {text: vector.tobytes() for text, vector in zip(missing, halves, strict=True)}
            )
            # Rounded as the next run will read it back, so that a cold and a warm run say the same.
            self._known.update(zip(missing, halves.astype(np.float32), strict=True))
        rows = [self._known[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self._inner.size), dtype=np.float32)

    def cosines(self, left: Sequence[str], right: Sequence[str]) -> Vectors:
        """Cosine of each text on the left (rows) with each on the right (columns), on the common scale."""
        vectors = self.embed([*left, *right])
        slope, offset = self._inner.scale
        cosines: Vectors = slope * (vectors[: len(left)] @ vectors[len(left) :].T) + offset
        return cosines
