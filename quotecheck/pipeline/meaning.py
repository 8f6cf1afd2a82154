"""Cosine similarity of part of a post with English texts that a rule makes up."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.align.embedders import CachedEmbedder
from quotecheck.align.texts import Unit
from quotecheck.rules.base import Likeness, Similarity


def similarity_to(units: Sequence[Unit], embedder: CachedEmbedder | None) -> Similarity | None:
    """A function from English texts to their cosines with these sentences of a post; None without an embedding."""
    if embedder is None:
        return None
    reader = embedder
    text = " ".join(unit.clean for unit in units)

    def similar(texts: Sequence[str]) -> Sequence[float]:
        return reader.cosines([text], texts)[0]

    return similar


def alike_by(embedder: CachedEmbedder | None) -> Likeness | None:
    """A function from texts of the post's language and English ones to their cosines; None without an embedding that
    is quick enough to read single words."""
    return embedder.cosines if embedder is not None and embedder.reads_words else None
