"""Quotations and speakers on labelled paragraphs: no worse than they were."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import quotations

    found, _ = quotations.score(quotations.rows(sorted(quotations.FIXTURES.glob("*.jsonl"))))
    monkeypatch.delitem(sys.modules, "quotations")
    return dict(found)


def test_the_floor(counts: dict[str, int]) -> None:
    assert counts["labelled"] >= 130
    assert counts["found"] >= 0.95 * counts["labelled"]
    assert counts["extra"] <= 0.05 * counts["labelled"]
    assert counts["speaker"] >= 0.95 * counts["found"]
    assert counts["wrong speaker"] <= 0.02 * counts["labelled"]
    assert counts["cue"] >= 0.97 * counts["found"]
    assert counts["kind"] >= 0.98 * counts["found"]
