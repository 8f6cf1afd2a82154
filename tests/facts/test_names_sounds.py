"""One name in many spellings."""

from __future__ import annotations

import pytest

from quotecheck.facts.folding import fold
from quotecheck.facts.names.matching import ALIKE
from quotecheck.facts.names.sounds import likeness, romanise
from quotecheck.facts.names.unspaced import heard_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Зеленский", "Zelensky"), ("Шевченко", "Shevchenko"), ("Хоффенхайм", "Hoffenheim"),
        ("Μητσοτάκης", "Mitsotakis"), ("Trumpa", "Trump"), ("Netanjahu", "Netanyahu"), ("Muammar", "Moammar"),
        ("गूगल", "Google"), ("Кирилл", "Kirill"),
        ("Brně", "Brno"), ("venezolano", "Venezuela"),
    ],
)  # fmt: skip
def test_alike(one: str, other: str) -> None:
    assert likeness(romanise(fold(one)), romanise(fold(other))) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"), [("Jean", "John"), ("François", "Francis"), ("Иоанн", "Juan"), ("Guillaume", "William")]
)
def test_given_names_are_translated(one: str, other: str) -> None:
    assert likeness(romanise(fold(one)), romanise(fold(other))) == 100.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trump", "Tusk"), ("Maduro", "Macron"), ("Lima", "Lyon"), ("Berlin", "Dublin"), ("Putin", "Pekin")],
)
def test_not_alike(one: str, other: str) -> None:
    assert likeness(romanise(fold(one)), romanise(fold(other))) < ALIKE


@pytest.mark.parametrize(
    ("word", "text", "heard"),
    [
        ("sendai", "仙台で地震があった", True),
        ("tanaka", "田中さんは話した", True),
        ("ferrari", "フェラーリが優勝した", True),
        ("nagoya", "フェラーリが優勝した", False),
        ("jinping", "习近平访问了法国", True),
    ],
)
def test_heard_in_an_unspaced_text(word: str, text: str, heard: bool) -> None:
    assert heard_in(word, text) is heard
