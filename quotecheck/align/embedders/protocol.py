"""What an embedder is: sentences of several languages in, comparable vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from quotecheck.shelf import Shelf

    Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns sentences into vectors whose cosine tells how near their meanings are."""

    @property
    def name(self) -> str:
        """Name and version: vectors of different ones are never compared."""
        ...

    @property
    def languages(self) -> frozenset[str] | None:
        """ISO 639-1 codes of the languages it reads; None for all."""
        ...

    @property
    def reads_words(self) -> bool:
        """Whether it is quick enough, and good enough with single words, to compare the words of two sentences."""
        ...

    @property
    def size(self) -> int:
        """Length of a vector."""
        ...

    @property
    def scale(self) -> tuple[float, float]:
        """Slope and offset that bring a cosine to the common scale: about 0.1 for unrelated sentences of one topic,
        about 0.8 for a translation."""
        ...

    def available(self) -> bool:
        """Whether it is installed here; without loading it."""
        ...

    def embed(self, texts: Sequence[str], shelf: Shelf) -> Vectors:
        """One row of unit length for each text.

        Args:
            shelf: where the model may stand laid out.
        """
        ...
