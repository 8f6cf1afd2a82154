"""Opposites of English words."""

from __future__ import annotations

import pytest

from quotecheck.facts.opposites import opposites


@pytest.mark.parametrize(
    ("word", "opposite"),
    [
        ("north", "south"), ("Early", "late"), ("smaller", "large"), ("largest", "small"), ("began", "end"),
        ("imports", "export"), ("huge", "small"), ("accepted", "reject"), ("fell", "rise"), ("unwilling", "willing"),
    ],
)  # fmt: skip
def test_opposites_of_words_and_of_their_forms(word: str, opposite: str) -> None:
    assert opposite in opposites(word)


@pytest.mark.parametrize("word", ["table", "Madrid", "", "xyzzy"])
def test_words_that_have_none(word: str) -> None:
    assert opposites(word) == ()
