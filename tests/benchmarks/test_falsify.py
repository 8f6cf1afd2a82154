"""What falsifications are made of a text by rule."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
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
        ("The bridge had a lane.", []),
        ("The train leaves at 9:40.", []),
        ("They come on 4 May and stay until May 9.", []),
        ("Closed from May 4 to 9.", []),
        ("Nobody was hurt, the mayor did not lie.", []),
        ("It was not only rain.", []),
        ("COVID-19 spreads while the G20 meets, and they lead 4-3.", []),
        ("", []),
    ],
)
def test_numbers_and_denials(load: Load, text: str, wanted: list[str]) -> None:
    made = load("falsify").changes(text)
    kinds = ("value", "negation") if "since" not in text else ("date",)
    assert [change.apply(text) for change in made if change.kind in kinds] == wanted


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("scale", "They owe 3 billion euros.", ["They owe 3 million euros."]),
        (
            "bound",
            "It cost at least 30 euros.",
            ["It cost at most 30 euros.", "It cost 30 euros."],
        ),
        ("bound", "It takes over 30 years.", []),
        ("bound", "No more than 30 came.", []),
        ("unit", "They walked 30 kilometres.", ["They walked 30 miles."]),
        ("unit", "They walked kilometres.", []),
        ("name", "The fire started in Burgos on Monday.", ["The fire started in {} on Monday."]),
        ("name", "The match in May was lost.", []),
        ("date", "He left on Monday.", ["He left on Thursday."]),
        ("certainty", "He allegedly fled.", ["He fled."]),
        ("certainty", "The road may close.", ["The road will close."]),
        ("certainty", "The road will close.", ["The road may close."]),
        ("antonym", "Prices rose again.", ["Prices fell again."]),
        ("antonym", "It reopens after ten years.", []),
        ("scope", "All schools stay open.", ["Some schools stay open."]),
        ("question", "He left.", ["He left?"]),
        ("omission", "The road to Burgos is closed, says a man.", ["The road to Burgos is closed."]),
        ("addition", "I saw the house there.", ["I saw the {} house there."]),
    ],
)
def test_every_other_kind(load: Load, kind: str, text: str, wanted: list[str]) -> None:
    made = [change.apply(text) for change in load("falsify").changes(text) if change.kind == kind]
    assert len(made) == len(wanted)
    for one, pattern in zip(made, wanted, strict=True):
        left, _, right = pattern.partition("{}")
        assert one.startswith(left) and one.endswith(right) and one != text


def test_harmless_changes_leave_the_numbers(load: Load) -> None:
    made = [change.to for change in load("falsify").harmless("They do not owe 1,200 euros, or five percent.")]
    assert "they do not owe 1,200 euros, or five percent." in made
    assert "They don't owe 1200 euros, or five percent." in made


@given(text=st.text(alphabet="0123456789., not is May-€%ab'’", max_size=60))
def test_a_change_changes_just_what_it_says(load: Load, text: str) -> None:
    for change in load("falsify").changes(text):
        assert text[change.start : change.end] != change.to
        assert change.apply(text)[: change.start] == text[: change.start]
        assert change.apply(text)[change.start + len(change.to) :] == text[change.end :]
