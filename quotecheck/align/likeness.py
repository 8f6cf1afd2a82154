"""How far a quote says the same as its post, 0 to 1: what `compare` prints as `similarity`.

Unlike the alignment score, which finds the passage, this weighs what separates a translation from a text on the same
subject: fewer or more words than a translation would have, numbers and names without a counterpart. It ranks; it
never decides a verdict.

The weights are log-odds, learnt by `benchmarks/learn_likeness.py` from `fixtures/pairs/`.
"""

from __future__ import annotations

import math

from msgspec import Struct

FEATURES = ("meaning", "longer", "shorter", "odd_numbers", "odd_names")
"""What is weighed, in the order of `features`."""
WEIGHTS = (9.8, -7.1, -9.6, -2.8, -1.8)
BIAS = -3.0

MOST_ODD = 3
"""More lone names than these tell nothing new."""
MOST_LENGTH = 2.0

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


def features(evidence: Evidence) -> tuple[float, ...]:
    """The figures that are weighed.

    meaning: the cosine by the cross-language embedding, on the common scale; where no embedding reads the language,
        the wording, which beside the meaning was found to be worth nothing.
    longer, shorter: how much longer, or shorter, the quote is than a translation would be: log of the ratio.
    odd_numbers, odd_names: numbers and names without a counterpart; a changed one counts twice.
    """
    meaning = evidence.meaning if evidence.meaning is not None else evidence.wording or 0.0
    expected = evidence.post_length / CHARACTERS.get(evidence.lang, OTHERWISE)
    length = math.log(evidence.quote_length / expected)
    return (
        meaning,
        min(max(length, 0.0), MOST_LENGTH),
        min(max(-length, 0.0), MOST_LENGTH),
        float(min(evidence.odd_numbers, MOST_ODD)),
        float(min(evidence.odd_names, MOST_ODD)),
    )


def likeness(evidence: Evidence) -> float:
    """The similarity, 0 to 1."""
    if not evidence.post_length or not evidence.quote_length:
        return 0.0
    if evidence.meaning is None and evidence.wording is None:
        return 0.0
    log_odds = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features(evidence), strict=True))
    return 1.0 / (1.0 + math.exp(-log_odds))
