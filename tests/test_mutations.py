"""Faithful pairs of our own, and falsifications of them: what must be caught, and how seldom the tool may cry wolf.

The floors are what is reached, less a little: they keep a change from losing it.
"""

from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path

import pytest

FLOORS = {
    "value": 0.93,
    "scale": 0.85,
    "bound": 0.75,
    "unit": 0.7,
    "name": 0.75,
    "date": 0.8,
    "negation": 0.65,
    "certainty": 0.3,
    "question": 0.9,
    "speaker": 0.6,
    "altered": 0.95,
    "unrelated": 0.4,
    "omission": 0.1,
    "addition": 0.15,
    "antonym": 0.2,
}


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    """The share that was caught, or flagged, of each kind of trial, in every fifth pair of three languages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[1] / "benchmarks"))
        trials, mutations = importlib.import_module("trials"), importlib.import_module("mutations")
        made = trials.trials(trials.rows(["es", "fr", "it"], 5), with_harmless=True)
        total, hit = mutations.judge(made, trials.run(made))
    found: Counter[str] = Counter({line: count for (line, column), count in total.items() if column == "all"})
    return {line: hit[line, "all"] / count for line, count in found.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "floor"), FLOORS.items(), ids=FLOORS)
def test_what_is_caught(shares: dict[str, float], kind: str, floor: float) -> None:
    assert shares[kind] >= floor


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["faithful", "harmless"])
def test_what_is_not_flagged(shares: dict[str, float], kind: str) -> None:
    assert shares[f"{kind} flagged"] <= 0.06
