"""Learn the weights of `quotecheck/rules/content_added.py` and `content_missing.py` from `fixtures/pairs/` alone.

Words of our own choosing are put into the faithful English of each pair, or words are taken out of it; the model learns
to tell the stranger from the rest. Prints the two `Weights(...)` to be pasted into the rules.

usage: python benchmarks/learn_content_weights.py [FIXTURES]
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from quotecheck.align.embedders.use import UniversalSentenceEncoder
from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.rules.base import Case, Side
from quotecheck.rules.content_evidence import FUNCTION_WORDS, Evidence, Weights, strangers
from quotecheck.rules.word_support import words

if TYPE_CHECKING:
    from quotecheck.align.embedders.protocol import Vectors

READ = UniversalSentenceEncoder.languages or frozenset()
INSERTED = """
    famous northern wooden expensive notorious young quiet medical angry controversial beautiful modern
    ancient corrupt dangerous frozen private secret empty golden military digital unexpected wealthy forgotten
    rural heavy loyal artificial anonymous quickly secretly happily recently unexpectedly reluctantly already
    often slowly proudly finally also clearly brutally carefully officially garden kitchen winter computer
    church football music police emergency family
""".split()
VARIANTS = 4
FLAT = Weights(margin=-1, ratio=-1, best=-1, length=1, adverb=0, whole=0, gain=1, constant=0)


class Memory:
    """Embeddings of texts, each computed once."""

    def __init__(self) -> None:
        self._inner = UniversalSentenceEncoder()
        self._known: dict[str, Vectors] = {}

    def alike(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Cosines, as a `Case` wants them."""
        missing = [text for text in dict.fromkeys([*left, *right]) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._inner.embed(missing), strict=True))
        rows, columns = (np.stack([self._known[text] for text in side]) for side in (left, right))
        cosines: list[list[float]] = (rows @ columns.T).tolist()
        return cosines


def case(post: str, quote: str, lang: str, memory: Memory) -> Case:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    return Case(
        post=side(post, lang), passage=side(quote, "en"), segment=(0, len(post)), kind="quotation", alike=memory.alike
    )


def fit(rows: list[tuple[float, ...]], labels: list[bool], ridge: float = 1.0) -> Weights:
    """Ridge logistic regression by Newton's method, in the features' own units."""
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
    return Weights(*(round(float(value), 2) for value in (*raw, weights[-1] - raw @ mean)))


def main(folder: Path) -> None:
    chance, memory = random.Random(7), Memory()
    added: list[tuple[Evidence, bool]] = []
    missing: list[tuple[Evidence, bool]] = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            lang, post, quote = row["lang"], row["post"], row["quote"]
            if lang not in READ or lang == "en":
                continue
            found = words(quote, "en")
            faithful = case(post, quote, lang, memory)
            added += [(one, False) for one in strangers(faithful, "passage", FLAT, -99, 99)]
            before = {one.word: one.support for one in strangers(faithful, "post", FLAT, -99, 99)}
            missing += [(one, False) for one in strangers(faithful, "post", FLAT, -99, 99)]
            for _ in range(VARIANTS):
                place, word = chance.choice(found[1:]), chance.choice(INSERTED)
                if place.text.islower():
                    text = f"{quote[: place.start]}{word} {quote[place.start :]}"
                    more = strangers(case(post, text, lang, memory), "passage", FLAT, -99, 99)
                    added += [(one, one.word.start == place.start) for one in more]
                gone = chance.choice([one for one in found if one.text.lower() not in FUNCTION_WORDS])
                text = f"{quote[: gone.start]}{quote[gone.end :]}".replace("  ", " ")
                less = strangers(case(post, text, lang, memory), "post", FLAT, -99, 99)
                lost = max(less, key=lambda one: before[one.word].ratio - one.support.ratio, default=None)
                for one in less:
                    fell = before[one.word].ratio - one.support.ratio
                    missing.append((one, one is lost and fell > 0.1))
    for name, rows in (("added", added), ("missing", missing)):
        print(name, len(rows), sum(label for _, label in rows))
        print(fit([one.features() for one, _ in rows], [label for _, label in rows]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "fixtures" / "pairs")
