"""Cases made of the faithful pairs in `fixtures/pairs/`, and a logistic regression: what learning weights needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from quotecheck.align.embedders.use import UniversalSentenceEncoder
from quotecheck.align.words import WordAligner, WordAlignment
from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.rules.base import Case, Side
from quotecheck.shelf import Shelf

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Vectors

ROOT = Path(__file__).parent.parent
PAIRS = ROOT / "fixtures" / "pairs"
READ = UniversalSentenceEncoder.languages or frozenset()
ALIGNER = WordAligner(Cache.open(Config(cache=False)))


def rows() -> Iterator[dict[str, Any]]:
    """Every faithful pair: lang, post, quote."""
    for path in sorted(PAIRS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


class Memory:
    """Embeddings of texts, each computed once."""

    def __init__(self) -> None:
        self._inner = UniversalSentenceEncoder()
        self._known: dict[str, Vectors] = {}

    def alike(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Cosines, as a `Case` wants them."""
        missing = [text for text in dict.fromkeys([*left, *right]) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._inner.embed(missing, Shelf(None)), strict=True))
        rows, columns = (np.stack([self._known[text] for text in side]) for side in (left, right))
        cosines: list[list[float]] = (rows @ columns.T).tolist()
        return cosines


def case(post: str, quote: str, lang: str, memory: Memory) -> Case:
    """The pair as a rule is given it."""

    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    def aligned() -> WordAlignment | None:
        return ALIGNER.align(post, lang, quote)

    return Case(
        post=side(post, lang),
        passage=side(quote, "en"),
        segment=(0, len(post)),
        kind="quotation",
        alike=memory.alike if lang in READ else None,
        aligned=aligned,
    )


def fit(rows: Sequence[tuple[float, ...]], labels: Sequence[bool], ridge: float = 1.0) -> list[float]:
    """Ridge logistic regression by Newton's method.

    Returns:
        A weight for each feature in its own unit, and the constant.
    """
    data, wanted = np.array(rows), np.array(labels, float)
    mean, spread = data.mean(axis=0), data.std(axis=0) + 1e-9
    scaled = np.c_[(data - mean) / spread, np.ones(len(data))]
    penalty = np.eye(scaled.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        curve = (scaled.T * (chance * (1 - chance))) @ scaled + penalty
        weights += np.linalg.solve(curve, scaled.T @ (wanted - chance) - penalty @ weights)
    raw = weights[:-1] / spread
    return [round(float(value), 2) for value in (*raw, weights[-1] - raw @ mean)]
