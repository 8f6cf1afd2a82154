"""Cosines: the same in plain Python and in numpy, from a cold cache and from a warm one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from quotecheck.align.embedders import cached
from quotecheck.align.embedders.cached import CachedEmbedder, dot_products, dot_products_by_numpy
from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.shelf import Shelf

SIZE = 64


class Letters:
    """Counts letters, so that its vectors are as uneven as a model's."""

    name = "letters/1"
    languages: frozenset[str] | None = None
    reads_words = True
    size = SIZE
    scale = (2.0, -0.5)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def available(self) -> bool:
        return True

    def embed(self, texts: Sequence[str], shelf: Shelf) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.ones((len(texts), SIZE), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for char in text:
                row[ord(char) % SIZE] += 1.7
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


@given(arrays(np.float64, (6, SIZE), elements=st.floats(-1, 1, width=16)))
@settings(max_examples=200, deadline=None)
def test_plain_python_and_numpy_agree_to_the_last_bit(rows: NDArray[np.float64]) -> None:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    vectors = [row.astype("<f2").tobytes() for row in rows / np.where(lengths > 0, lengths, 1)]
    assert dot_products(vectors[:2], vectors[2:]) == dot_products_by_numpy(vectors[:2], vectors[2:])


def test_a_second_run_computes_nothing_and_says_the_same(tmp_path: Path) -> None:
    config = Config(cache_dir=tmp_path)
    left, right = ["uno dos", "tres"], ["one two", "three", "four"]
    cold_model, warm_model = Letters(), Letters()
    cold = CachedEmbedder(cold_model, Cache.open(config)).cosines(left, right)
    warm = CachedEmbedder(warm_model, Cache.open(config)).cosines(left, right)
    assert cold_model.asked == [*left, *right]
    assert warm_model.asked == []
    assert warm == cold
    assert [len(row) for row in cold] == [3, 3]


def test_many_cosines_are_the_same_as_few(monkeypatch: pytest.MonkeyPatch) -> None:
    few = CachedEmbedder(Letters(), Cache.open(Config(cache=False))).cosines(["uno"], ["one", "two"])
    monkeypatch.setattr(cached, "FEW_PRODUCTS", 0)
    many = CachedEmbedder(Letters(), Cache.open(Config(cache=False))).cosines(["uno"], ["one", "two"])
    assert many == few


def test_nothing_to_compare_with() -> None:
    embedder = CachedEmbedder(Letters(), Cache.open(Config(cache=False)))
    assert embedder.cosines(["uno"], []) == [[]]
    assert embedder.cosines([], ["one"]) == []


def test_an_entry_of_another_size_is_made_anew(tmp_path: Path) -> None:
    cache = Cache.open(Config(cache_dir=tmp_path))
    cache.put_many("embedding:letters/1", {"uno": b"\0\0"})
    model = Letters()
    [vector] = CachedEmbedder(model, cache).embed(["uno"])
    assert model.asked == ["uno"]
    assert len(vector) == 2 * SIZE
