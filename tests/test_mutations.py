"""Faithful pairs of our own, and falsifications of them: what must be caught, and how seldom the tool may cry wolf.

The floors are what is reached, less a little: they keep a change from losing it.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

LANGS = ["es", "fr", "it"]


def _mutations() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "mutations.py"
    spec = importlib.util.spec_from_file_location("mutations", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_what_is_caught_and_what_is_not_flagged() -> None:
    total, hit, _ = _mutations().run(LANGS)

    def share(kind: str) -> float:
        return sum(hit[kind, lang] for lang in LANGS) / sum(total[kind, lang] for lang in LANGS)

    assert share("faithful") <= 0.08
    assert share("value") >= 0.92
    assert share("scale") >= 0.85
    assert share("name") >= 0.78
    assert share("date") >= 0.85
    assert share("bound") >= 0.7
