"""Learn the weights of `quotecheck/align/likeness.py` from `fixtures/pairs/` alone.

Alike are the faithful pairs, as they are and written otherwise. Unlike are another post's quotation, and near misses:
half of the quotation, another's half in the place of its own, another's half or whole added, several falsifications at
once.
A ridge keeps weights that few pairs speak for small. Prints the constants to be pasted, and the area under the curve of
each kind of near miss, cross-validated by pair.

usage: learn_likeness.py [--every N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from unittest.mock import patch
from zlib import crc32

import numpy as np
from falsify import changes, harmless
from measures import auc
from numpy.typing import NDArray
from trials import Row, languages, rows, strangers

from quotecheck.align.likeness import FEATURES, Evidence, features
from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

Weights = NDArray[np.float64]
RIDGE = 1.0
SIGNS = np.array([1.0 if name == "meaning" else -1.0 for name in FEATURES])
FOLDS = 5
FEWEST_WORDS = 6
"""A shorter quotation has no halves."""


def variants(row: Row, stranger: str) -> Iterator[tuple[str, str]]:
    """(kind, quotation) for one pair; kinds "alike" and "otherwise" say the same as the post, the others do not."""
    quote: str = row["quote"]
    yield "alike", quote
    for change in list(harmless(quote))[-1:]:
        yield "otherwise", change.to
    if stranger == quote:
        return
    yield "stranger", stranger
    words, others = quote.split(), stranger.split()
    if len(words) >= FEWEST_WORDS:
        half = len(words) // 2
        yield "first half", " ".join(words[:half])
        yield "second half", " ".join(words[half:])
        yield "other half", " ".join([*words[:half], *others[len(others) // 2 :]])
    yield "half added", " ".join([*words, *others[: len(others) // 2]])
    yield "sentence added", f"{quote} {stranger}"
    several = quote
    count = 0
    for change in sorted(changes(quote), key=lambda one: -one.start):
        if change.kind != "question" and several[change.start : change.end] == quote[change.start : change.end]:
            several, count = change.apply(several), count + 1
    if count >= 2:
        yield "several falsified", several


def gather(pairs: Sequence[Pair]) -> list[Evidence | None]:
    """The evidence that the similarity of each pair is made of; None where there is nothing to compare."""
    seen: list[Evidence] = []

    def keep(evidence: Evidence) -> float:
        seen.append(evidence)
        return float(len(seen))

    found: list[Evidence | None] = []
    with patch("quotecheck.pipeline.pairs.likeness", keep):
        for result in compare_many(pairs, config=Config(select=("post-unmatched",))):
            assert isinstance(result, Comparison)
            found.append(seen[int(result.similarity) - 1] if result.similarity else None)
    return found


def fit(data: Weights, alike: Weights, weight: Weights) -> Weights:
    """`ridge` without the features whose weight would have the wrong sign: theirs is 0, so that no difference helps."""
    kept = np.ones(data.shape[1], bool)
    while True:
        line = ridge(data[:, kept], alike, weight)
        wrong = line[:-1] * SIGNS[kept] < 0
        if not wrong.any():
            break
        kept[np.flatnonzero(kept)[wrong]] = False
    whole = np.zeros(data.shape[1] + 1)
    whole[:-1][kept], whole[-1] = line[:-1], line[-1]
    return whole


def ridge(data: Weights, alike: Weights, weight: Weights) -> Weights:
    """Ridge logistic regression with a constant, which comes last, by Newton's method."""
    mean, spread = data.mean(axis=0), data.std(axis=0) + 1e-9
    scaled = np.c_[(data - mean) / spread, np.ones(len(data))]
    penalty = np.eye(scaled.shape[1]) * RIDGE
    penalty[-1, -1] = 0.0
    line = np.zeros(scaled.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-scaled @ line))
        curve = (scaled.T * (weight * chance * (1 - chance))) @ scaled + penalty
        line += np.linalg.solve(curve, scaled.T @ (weight * (alike - chance)) - penalty @ line)
    own = line[:-1] / spread
    return np.append(own, line[-1] - own @ mean)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th pair of each language")
    options = parser.parse_args()
    given = rows(languages(), options.every)
    jobs = [
        (row, kind, text)
        for row, stranger in zip(given, strangers(given), strict=True)
        for kind, text in variants(row, stranger)
    ]
    evidence = gather([Pair(id=row["id"], post=row["post"], quote=text, lang=row["lang"]) for row, _, text in jobs])
    known = [(row, kind, one) for (row, kind, _), one in zip(jobs, evidence, strict=True) if one is not None]
    data = np.array([features(one) for _, _, one in known])
    kinds = np.array([kind for _, kind, _ in known])
    alike = np.isin(kinds, ["alike", "otherwise"]).astype(float)
    # Each kind weighs the same, and the faithful as much as all others together.
    weight = np.ones(len(known))
    for side in (0.0, 1.0):
        here = set(kinds[alike == side])
        for kind in here:
            weight[kinds == kind] = len(given) / len(here) / (kinds == kind).sum()
    folds = np.array([crc32(row["id"].encode()) % FOLDS for row, _, _ in known])
    scores = np.zeros(len(known))
    for fold in range(FOLDS):
        line = fit(data[folds != fold], alike[folds != fold], weight[folds != fold])
        scores[folds == fold] = data[folds == fold] @ line[:-1] + line[-1]
    line = fit(data, alike, weight)
    for name, value in zip((*FEATURES, "constant"), line, strict=True):
        print(f"{name} = {value:.2f}")
    for kind in sorted(set(kinds)):
        if kind not in ("alike", "otherwise"):
            value = auc(scores[alike == 1].tolist(), scores[kinds == kind].tolist())
            print(f"AUC {kind:18} {value:.3f}")


if __name__ == "__main__":
    main()
