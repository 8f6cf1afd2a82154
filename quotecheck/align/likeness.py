"""How far a quote says the same as its post, 0 to 1: what `compare` prints as `similarity`.

Unlike the alignment score, which finds the passage, this weighs what separates a translation from a text on the same
subject: fewer or more words than a translation would have, numbers and names without a counterpart. It ranks; it
never decides a verdict.

The weights are log-odds, rounded from a logistic regression that was checked by ten-fold cross-validation.
"""

from __future__ import annotations

import math

from msgspec import Struct

BIAS = -8.5
MEANING = 9.0
"""Of the cosine by the cross-language embedding, on the common scale."""
WORDING = 4.5
"""Of rapidfuzz's token_sort_ratio of the quote and the English of the post, 0 to 1."""
LENGTH = -3.8
"""Of the absolute log of the ratio between the quote's length and the one expected of a translation."""
NUMBER, NAME = -1.1, -0.85
"""Of each number, each name, without a counterpart; a changed one counts twice."""
MOST_ODD = 3
"""More lone names than these tell nothing new."""
TYPICAL_WORDING = 0.62
"""Where there is no translation: the wording that goes with a full cosine, so that the scale stays the same."""

CHARACTERS = {
    "zh": 0.3,
    "ja": 0.4,
    "ko": 0.5,
    "he": 0.8,
    "ar": 0.88,
    "cs": 0.95,
    "hi": 0.95,
    "en": 1.0,
    "pl": 1.0,
    "ru": 1.0,
}
"""Characters of a text for each character of its English translation: rounded medians over news sentences, for ko, he
and ar an estimate."""
OTHERWISE = 1.13


class Evidence(Struct, frozen=True, kw_only=True):
    """What is known of a post and its quote.

    Attributes:
        meaning: their cosine on the common scale; None where no embedding reads the language.
        wording: token_sort_ratio with the translation, 0 to 1; None without a translation.
        post_length, quote_length: code points, links and emoji left out.
        lang: the post's language.
        odd_numbers, odd_names: how many have no counterpart, changed ones counted twice.
    """

    meaning: float | None
    wording: float | None
    post_length: int
    quote_length: int
    lang: str
    odd_numbers: int
    odd_names: int


def likeness(evidence: Evidence) -> float:
    """The similarity, 0 to 1."""
    if not evidence.post_length or not evidence.quote_length:
        return 0.0
    meaning, words = evidence.meaning, evidence.wording
    if meaning is None and words is None:
        return 0.0
    if meaning is None:
        meaning = words or 0.0
    if words is None:
        words = TYPICAL_WORDING * meaning
    ratio = evidence.post_length / evidence.quote_length / CHARACTERS.get(evidence.lang, OTHERWISE)
    log_odds = (
        BIAS
        + MEANING * meaning
        + WORDING * words
        + LENGTH * min(abs(math.log(ratio)), 2.0)
        + NUMBER * min(evidence.odd_numbers, MOST_ODD)
        + NAME * min(evidence.odd_names, MOST_ODD)
    )
    return 1.0 / (1.0 + math.exp(-log_odds))
