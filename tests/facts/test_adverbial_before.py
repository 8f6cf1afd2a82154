""" "The month before" counts back; only "before" something is the opposite of "after"."""

from __future__ import annotations

import pytest

from quotecheck.facts import antonyms


@pytest.mark.parametrize(
    ("lang", "text", "opposed"),
    [
        ("en", "after 5 percent the month before", {"after"}),
        ("en", "a month before the election", {"before"}),
        ("en", "a year earlier, it was 5 percent", set()),
        ("es", "era del 5 % un mes antes", set()),
        ("es", "un mes antes de votar", {"before"}),
    ],
)
def test_before_what(lang: str, text: str, opposed: set[str]) -> None:
    assert {word.sense for word in antonyms.read(text, lang)} & {"before", "after"} == opposed
