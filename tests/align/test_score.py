"""The score that says how surely a passage renders a post."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.align.score import combine, plain_words
from quotecheck.align.score import wording as wording_of


def wording(left: str, right: str) -> float:
    return wording_of(plain_words(left), plain_words(right))


SHARE = st.floats(min_value=0.0, max_value=1.0)


@given(SHARE, SHARE, SHARE)
def test_is_a_probability(meaning: float, words: float, facts: float) -> None:
    assert 0.0 < combine({"meaning": meaning, "wording": words, "facts": facts}) < 1.0


@given(SHARE, SHARE, SHARE, st.sampled_from(["meaning", "wording", "facts"]))
def test_more_of_any_part_never_lowers_it(meaning: float, words: float, facts: float, raised: str) -> None:
    parts = {"meaning": meaning, "wording": words, "facts": facts}
    assert combine({**parts, raised: 1.0}) >= combine(parts)


def test_a_missing_part_leaves_its_weight_to_the_others() -> None:
    assert combine({"meaning": 0.8}) > 0.5
    assert combine({"wording": 0.9}) > 0.5
    assert combine({"meaning": 0.2}) < 0.5


def test_facts_alone_do_not_make_a_match() -> None:
    assert combine({"meaning": 0.0, "wording": 0.1, "facts": 1.0}) < 0.5


def test_wording_ignores_order_case_and_punctuation() -> None:
    assert wording("The minister denied it, twice.", "twice the Minister denied it") > 0.85


def test_wording_of_a_short_passage_inside_a_long_text_is_not_identity() -> None:
    long_text = "The minister said on Monday that the old bridge over the river will be closed for two years"
    assert wording(long_text, "the river") < 0.8


def test_wording_of_nothing_is_nothing() -> None:
    assert wording("", "words") == 0.0
    assert wording("…", "words") == 0.0
