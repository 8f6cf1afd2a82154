"""The measures that benchmarks print."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def measures() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
        yield importlib.import_module("measures")


SOME = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=12)


@given(higher=SOME, lower=SOME)
def test_auc_is_the_share_of_pairs_in_order(measures: ModuleType, higher: list[float], lower: list[float]) -> None:
    won = sum((one > other) + (one == other) / 2 for one in higher for other in lower)
    assert measures.auc(higher, lower) == pytest.approx(won / (len(higher) * len(lower)))


def test_auc_of_nothing_is_not_a_number(measures: ModuleType) -> None:
    assert measures.auc([], [0.5]) is None
    assert measures.auc([0.5], []) is None


def _row(number: int, kind: str, label: str) -> dict[str, object]:
    return {"id": number, "lang": "es", "kind": kind, "label": label}


def _finding(rule: str, confidence: float, severity: str = "error") -> dict[str, object]:
    return {"rule": rule, "confidence": confidence, "severity": severity}


def test_shares(measures: ModuleType) -> None:
    gold = [_row(number, "negation", "divergent") for number in range(5)]
    said = {
        0: {"verdict": "divergent", "findings": [_finding("negation-flipped", 0.9)]},
        1: {"verdict": "match", "findings": [_finding("name-added", 0.6, "note")]},
        2: {"verdict": "unchecked", "findings": []},
        3: {"error": "cannot be read"},
        4: {"verdict": "unmatched", "findings": []},
    }
    table = measures.shares(gold, said)
    wanted = {"pairs": 5, "flagged": 2, "noted": 3, "unchecked": 1, "failed": 1}
    assert dict(table["divergent", "negation", "es"]) == wanted
    assert dict(table["divergent", "negation", "all"]) == wanted


def test_reliability_counts_a_finding_by_what_it_is_for(measures: ModuleType) -> None:
    gold = [_row(0, "negation", "divergent"), _row(1, "faithful-human", "faithful"), _row(2, "other", "divergent")]
    said = {
        0: {"findings": [_finding("negation-flipped", 0.7), _finding("name-changed", 0.79)]},
        1: {"findings": [_finding("negation-flipped", 1.0), _finding("name-added", 0.72, "note")]},
        2: {"findings": [_finding("unit-changed", 0.95)]},
    }
    errors = measures.reliability(gold, said, notes=False)
    assert {tenth: (cell["findings"], cell["right"], cell["wrong"]) for tenth, cell in errors.items()} == {
        7: (2, 1, 0),
        9: (2, 1, 1),
    }
    assert measures.reliability(gold, said, notes=True)[7]["wrong"] == 1
