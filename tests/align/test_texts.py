"""Posts cut into the stretches that a passage may render."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.align.texts import MAX_UNITS, Unit, clean, units, windows
from quotecheck.facts.fact import Facts


def _units(count: int, owner: int = 0) -> list[Unit]:
    return [Unit(owner=owner, start=n * 10, end=n * 10 + 9, clean=f"sentence {n}", facts=Facts()) for n in range(count)]


def test_clean_drops_links_and_keeps_words() -> None:
    assert clean("Cerramos el puente  hoy 🌉 pic.twitter.com/Ab12") == "Cerramos el puente hoy"


def test_units_are_spans_of_the_text() -> None:
    text = "Cerramos el puente hoy. Lo reabrimos en mayo 🌉"
    found = units(text, "es", Facts())
    assert [text[unit.start : unit.end] for unit in found] == ["Cerramos el puente hoy.", "Lo reabrimos en mayo 🌉"]


def test_a_post_of_emoji_has_no_units() -> None:
    assert units("🔥🔥 https://t.co/abc", "es", Facts()) == []


def test_windows_are_runs_posts_and_the_whole() -> None:
    thread = [*_units(4), *_units(2, owner=1)]
    spans = {(window.first, window.last) for window in windows(thread)}
    assert {(0, 0), (1, 3), (3, 4), (0, 3), (4, 5), (0, 5)} <= spans
    assert (0, 4) not in spans


@given(st.integers(min_value=0, max_value=3 * MAX_UNITS))
def test_windows_stay_linear(count: int) -> None:
    found = windows(_units(count))
    assert len(found) <= 3 * count + 2
    assert len({(window.first, window.last) for window in found}) == len(found)
