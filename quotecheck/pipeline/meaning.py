"""Cosine similarity of part of a post with English texts that a rule makes up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from quotecheck.align.embedders import CachedEmbedder
from quotecheck.align.texts import Unit
from quotecheck.align.words import WordAligner, WordAlignment
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


def clauses_by(embedder: CachedEmbedder | None) -> Likeness | None:
    """The same for whole clauses, few at a time; None without an embedding."""
    return embedder.cosines if embedder is not None else None


def aligned_by(
    aligner: WordAligner | None, segment: str, lang: str, passage: str
) -> Callable[[], WordAlignment | None] | None:
    """A function that aligns the words of a part of a post with those of an English passage; None without a model."""
    return None if aligner is None else partial(aligner.align, segment, lang, passage)
