"""What falsifications are made of a text by rule, and how well they are caught."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
LANGS = ["es", "fr", "it"]
Load = Callable[[str], ModuleType]


@pytest.fixture(scope="module")
def load() -> Iterator[Load]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mill employs 420 people.", ["The mill employs 820 people."]),
        ("They lost 1,250.5 tonnes.", ["They lost 5,250.5 tonnes."]),
        ("Sales fell 3% and rents 9%.", ["Sales fell 7% and rents 9%.", "Sales fell 3% and rents 4%."]),
        ("The worst flood since 1987.", ["The worst flood since 1980."]),
        ("The bridge did not fall.", ["The bridge did fall."]),
        ("We can't pay.", ["We can pay."]),
        ("Cannot people swim?", ["Can people swim?"]),
        ("The bridge didn’t fall.", ["The bridge did fall."]),
        ("The bridge will fall.", ["The bridge will not fall."]),
        ("The bridge had collapsed.", ["The bridge had not collapsed."]),
        ("The bridge had three lanes.", []),
        ("The train leaves at 9:40.", []),
        ("They come on 4 May and stay until May 9.", []),
        ("Closed from May 4 to 9.", []),
        ("Nobody was hurt, the mayor did not lie.", []),
        ("It was not only rain.", []),
        ("COVID-19 spreads while the G20 meets, and they lead 4-3.", []),
        ("", []),
    ],
)
def test_changes(load: Load, text: str, wanted: list[str]) -> None:
    assert [change.apply(text) for change in load("falsify").changes(text)] == wanted


@given(text=st.text(alphabet="0123456789., not is May-€%ab'’", max_size=60))
def test_a_change_changes_just_what_it_says(load: Load, text: str) -> None:
    for change in load("falsify").changes(text):
        assert text[change.start : change.end] != change.to
        assert change.apply(text)[: change.start] == text[: change.start]
        assert change.apply(text)[change.start + len(change.to) :] == text[change.end :]


@pytest.mark.slow
def test_what_is_caught_strictly(load: Load) -> None:
    total, hit, _ = load("strict_mutations").run(LANGS)

    def share(kind: str) -> float:
        return sum(hit[kind, lang] for lang in LANGS) / sum(total[kind, lang] for lang in LANGS)

    assert sum(total["value", lang] for lang in LANGS) >= 40
    assert sum(total["negation", lang] for lang in LANGS) >= 40
    assert share("value") >= 0.9
    assert share("negation") >= 0.8
