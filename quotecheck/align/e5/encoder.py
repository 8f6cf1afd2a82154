"""The layers of multilingual-e5-small in numpy: an encoder of the BERT form (Devlin et al. 2019)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import sqrt
from typing import TYPE_CHECKING

from quotecheck.align.e5.packed import PackedModel

if TYPE_CHECKING:
    from quotecheck.align.e5.packed import Matrix


_ROWS = 128
"""Pieces whose inner layer is worked out together: what is in hand then stays in the processor's cache. All of sixteen
texts at once took half as long again."""
_PARTS = ("qkv", "ao", "aln", "fi", "fo", "oln")
"""What a layer is made of: a matrix and a bias each, or what a normalisation scales and shifts by."""


def unpacked(model: PackedModel) -> dict[str, Matrix]:
    """The weights of the layers, 7 MB each, as `Encoder` takes them."""
    import numpy as np

    width, inner = model.sizes.width, model.sizes.inner
    found: dict[str, Matrix] = {}

    def linear(name: str, inputs: int) -> tuple[Matrix, Matrix]:
        return np.ascontiguousarray(model.matrix(f"{name}.w", inputs).T), model.floats(f"{name}.b")

    for place in range(model.sizes.layers):
        parts = [linear(f"l{place}.{name}", width) for name in ("q", "k", "v")]
        joined = tuple(np.concatenate(same, axis=-1) for same in zip(*parts, strict=True))
        pairs = {
            "qkv": joined,
            "ao": linear(f"l{place}.ao", width),
            "fi": linear(f"l{place}.fi", width),
            "fo": linear(f"l{place}.fo", inner),
        }
        for name in ("aln", "oln"):
            pairs[name] = (model.floats(f"l{place}.{name}.w"), model.floats(f"l{place}.{name}.b"))
        for name in _PARTS:
            found[f"{place}.{name}.w"], found[f"{place}.{name}.b"] = pairs[name]
    return found


class Encoder:
    """Reads texts.

    Args:
        model: the packed file, which the words are taken from.
        weights: those of the layers, by `unpacked`.
    """

    def __init__(self, model: PackedModel, weights: Mapping[str, Matrix]) -> None:
        self._model = model
        sizes = model.sizes
        self._begin = (model.begin, model.end)
        self._position = model.floats("emb.pos").reshape(-1, sizes.width)
        self._kind = model.floats("emb.type")[: sizes.width]
        self._first = (model.floats("emb.ln.w"), model.floats("emb.ln.b"))
        self._layers = [
            tuple((weights[f"{place}.{part}.w"], weights[f"{place}.{part}.b"]) for part in _PARTS)
            for place in range(sizes.layers)
        ]

    def states(self, texts: Sequence[Sequence[int]], wanted: Sequence[int]) -> list[list[Matrix]]:
        """What each piece means after each of some layers. No more layers are run than that takes.

        Args:
            texts: the pieces of each, without the marks of its beginning and end.
            wanted: numbers of layers, rising, 1 for the first.

        Returns:
            For each text, for each layer [pieces and the two marks, width].
        """
        import numpy as np

        sizes = self._model.sizes
        begin, end = self._begin
        every = [piece for text in texts for piece in (begin, *text, end)]
        edges = list(accumulate((len(text) + 2 for text in texts), initial=0))
        places = np.concatenate([np.arange(len(text) + 2) for text in texts])
        x: Matrix = self._model.rows("emb.word", sizes.width, every) + self._position[places] + self._kind
        x = _normalised(x, self._first, sizes.epsilon)
        found: list[list[Matrix]] = [[] for _ in texts]
        for place, (joined, out, after, widen, narrow, last) in enumerate(self._layers, start=1):
            asked = _applied(x, joined)
            mixed: Matrix = np.concatenate([_attended(asked[a:b], sizes.heads) for a, b in pairwise(edges)])
            x = _normalised(_applied(mixed, out, x), after, sizes.epsilon)
            for at in range(0, len(x), _ROWS):
                some = x[at : at + _ROWS]
                inner = _applied(some, widen)
                _gelu(inner)
                x[at : at + _ROWS] = _normalised(_applied(inner, narrow, some), last, sizes.epsilon)
            if place in wanted:
                for one, (a, b) in zip(found, pairwise(edges), strict=True):
                    one.append(x[a:b].copy())
            if place == wanted[-1]:
                break
        return found


def _attended(joined: Matrix, heads: int) -> Matrix:
    """What each piece of one text takes over from the others."""
    import numpy as np

    length, width = joined.shape[0], joined.shape[1] // 3
    asks, keys, values = joined.reshape(length, 3, heads, width // heads).transpose(1, 2, 0, 3)
    weights: Matrix = asks @ keys.transpose(0, 2, 1) / np.float32(sqrt(width // heads))
    weights -= weights.max(axis=-1, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=-1, keepdims=True)
    mixed: Matrix = (weights @ values).transpose(1, 0, 2).reshape(length, width)
    return mixed


def _applied(x: Matrix, linear: tuple[Matrix, Matrix], old: Matrix | None = None) -> Matrix:
    """What a matrix and a bias make of x, added to what was there before."""
    done: Matrix = x @ linear[0]
    done += linear[1]
    if old is not None:
        done += old
    return done


def _normalised(x: Matrix, by: tuple[Matrix, Matrix], epsilon: float) -> Matrix:
    """Rows of mean 0 and variance 1, scaled and shifted; x is written over."""
    import numpy as np

    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + np.float32(epsilon))
    x *= by[0]
    x += by[1]
    return x


def _gelu(x: Matrix) -> None:
    """x times the share of a normal distribution below it, in place; by Abramowitz & Stegun 7.1.26 (error below
    1.5e-7)."""
    import numpy as np

    size = np.abs(x)
    size *= np.float32(sqrt(0.5))
    t = size * np.float32(0.3275911)
    t += np.float32(1)
    np.reciprocal(t, out=t)
    tail = t * np.float32(1.061405429)
    tail -= np.float32(1.453152027)
    for factor in (1.421413741, -0.284496736, 0.254829592):
        tail *= t
        tail += np.float32(factor)
    tail *= t
    size *= size
    np.negative(size, out=size)
    tail *= np.exp(size, out=size)
    np.subtract(np.float32(1), tail, out=tail)
    np.copysign(tail, x, out=tail)
    tail += np.float32(1)
    x *= tail
    x *= np.float32(0.5)
