"""What confidences are learnt from, and the curves that come of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Load = Callable[[str], ModuleType]


@pytest.fixture(scope="module")
def load() -> Iterator[Load]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
        yield importlib.import_module


def _outcomes(load: Load, rule: str, sure: float, right: int, wrong: int) -> list[Any]:
    made = load("confidences").Outcome
    return [made(f"{rule}-{n}", rule, "error", sure, n < right, 1.0) for n in range(right + wrong)]


def test_a_rule_that_is_too_sure_is_brought_down(load: Load) -> None:
    found = [*_outcomes(load, "sure", 0.9, 20, 20), *_outcomes(load, "modest", 0.6, 95, 5)]
    curves = load("confidences").learn(found, ["modest", "never", "sure"])
    assert 0.4 < curves["sure"].apply(0.9) < 0.7
    assert 0.85 < curves["modest"].apply(0.6) < 0.98
    assert all(curve.slope >= 0 for curve in curves.values())


def test_no_curve_turns_round(load: Load) -> None:
    found = [*_outcomes(load, "odd", 0.9, 2, 98), *_outcomes(load, "odd", 0.2, 98, 2)]
    curve = load("confidences").learn(found, ["odd"])["odd"]
    assert curve.slope == 0
    assert curve.apply(0.9) == pytest.approx(0.5, abs=0.1)


@pytest.mark.slow
def test_learning_is_the_same_every_time(load: Load) -> None:
    trials, confidences, learn = load("trials"), load("confidences"), load("learn_confidences")
    texts = []
    for _ in range(2):
        made = trials.trials(trials.rows(["es"], 20), with_harmless=True)
        found = confidences.outcomes(made, confidences.raw(made), learn.learnable())
        assert any(one.right for one in found)
        texts.append(learn.text(confidences.learn(found, learn.learnable()), found))
    assert texts[0] == texts[1]
