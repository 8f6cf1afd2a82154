"""How far a quote says the same as its post."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quotecheck.align.likeness import Evidence, likeness

FAITHFUL = Evidence(meaning=0.85, wording=0.7, post_length=113, quote_length=100, lang="es", odd_numbers=0, odd_names=0)


@given(
    st.none() | st.floats(-1, 1),
    st.none() | st.floats(0, 1),
    st.integers(0, 5000),
    st.integers(0, 5000),
    st.sampled_from(["es", "zh", "und"]),
    st.integers(0, 50),
    st.integers(0, 50),
)
def test_is_between_nothing_and_one(
    meaning: float | None, wording: float | None, post: int, quote: int, lang: str, numbers: int, names: int
) -> None:
    evidence = Evidence(
        meaning=meaning,
        wording=wording,
        post_length=post,
        quote_length=quote,
        lang=lang,
        odd_numbers=numbers,
        odd_names=names,
    )
    assert 0.0 <= likeness(evidence) <= 1.0


def test_a_translation_is_above_a_half_and_a_stranger_far_below() -> None:
    assert likeness(FAITHFUL) > 0.5
    assert likeness(structs.replace(FAITHFUL, meaning=0.2, wording=0.3, odd_names=1)) < 0.1


def test_every_difference_lowers_it() -> None:
    for worse in (
        structs.replace(FAITHFUL, meaning=0.7),
        structs.replace(FAITHFUL, quote_length=60),
        structs.replace(FAITHFUL, quote_length=180),
        structs.replace(FAITHFUL, odd_numbers=1),
        structs.replace(FAITHFUL, odd_names=1),
    ):
        assert likeness(worse) < likeness(FAITHFUL)


def test_wording_stands_in_for_meaning_alone() -> None:
    assert likeness(structs.replace(FAITHFUL, wording=0.1)) == likeness(FAITHFUL)
    alone = structs.replace(FAITHFUL, meaning=None)
    assert likeness(structs.replace(alone, wording=0.3)) < likeness(alone)


def test_short_posts_are_as_like_as_long_ones() -> None:
    short = Evidence(meaning=0.75, wording=None, post_length=14, quote_length=13, lang="es", odd_numbers=0, odd_names=0)
    assert likeness(short) > 0.9


def test_chinese_is_short() -> None:
    chinese = structs.replace(FAITHFUL, lang="zh", post_length=30)
    assert likeness(chinese) > likeness(structs.replace(chinese, post_length=100))


def test_one_kind_of_evidence_is_enough() -> None:
    assert likeness(structs.replace(FAITHFUL, wording=None)) > 0.5
    assert likeness(structs.replace(FAITHFUL, meaning=None, wording=0.9)) > 0.5
    assert likeness(structs.replace(FAITHFUL, meaning=None, wording=None)) == 0.0
