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
    return similarity_to_text(" ".join(unit.clean for unit in units), embedder)


def similarity_to_text(text: str, embedder: CachedEmbedder | None) -> Similarity | None:
    """The same for a text that is already cleaned."""
    if embedder is None:
        return None
    reader = embedder

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


class AlignedWords:
    """The words of parts of a post and of the passages that render them. All are read together, which is quicker, when
    the first is asked for."""

    def __init__(self, aligner: WordAligner | None, lang: str, pairs: Sequence[tuple[str, str]] = ()) -> None:
        """
        Args:
            aligner: None where no model is installed.
            lang: the post's language (ISO 639-1).
            pairs: each part of the post with the English passage; none where they were read before.
        """
        self._aligner = aligner
        self._lang = lang
        self._waiting = list(pairs)

    def by(self, segment: str, passage: str) -> Callable[[], WordAlignment | None] | None:
        """A function that aligns the words of a part of the post with those of a passage; None without a model."""
        return None if self._aligner is None else partial(self._align, self._aligner, segment, passage)

    def _align(self, aligner: WordAligner, segment: str, passage: str) -> WordAlignment | None:
        if self._waiting:
            aligner.prepare([(post, self._lang, text) for post, text in self._waiting])
            self._waiting = []
        return aligner.align(segment, self._lang, passage)
