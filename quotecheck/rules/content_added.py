"""content-added."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.content_evidence import REPORTING, Weights, strangers

WEIGHTS = Weights(
    best_low=-5.96,
    best_high=-2.69,
    margin_low=-7.97,
    margin_high=-3.91,
    usual=2.21,
    length=2.02,
    adverb=2.49,
    closes=-5.67,
    gain=25.52,
    constant=-0.93,
)
"""Learnt by `benchmarks/learn_content_weights.py` from `fixtures/pairs/`."""
LEAST_ODDS = 1.0
"""Log-odds below which nothing is said: about 1 in 35 faithful translations reaches it."""
_CONFIDENCE = 0.6


class ContentAdded(AlignmentRule):
    """
    What it does: notes a word inside a quotation that nothing in the post stands for: no word of the post, each where
    it stands in its sentence, is like it that is not more like another, and leaving it out brings the quotation closer
    to the post.

    Examples: “El alcalde llegó ayer a Sevilla” against “The notorious mayor arrived in Seville yesterday”.

    What to do: take the word out, or set it in brackets if it explains.

    Reads: every language but English, where the model that compares words is installed (Linux on x86-64).
    """

    name = "content-added"
    severity = "note"
    summary = "the quotation holds a word that nothing in the post stands for"

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or case.truncated or case.post.language.code == case.passage.language.code:
            return
        found = strangers(case, "passage", WEIGHTS, LEAST_ODDS)
        if found and found[0].odds(WEIGHTS) >= LEAST_ODDS and found[0].text.lower() not in REPORTING:
            word = found[0].word
            yield Hit(
                message=f"nothing in the post stands for “{found[0].text}”",
                confidence=_CONFIDENCE,
                passage=(word.start, word.end),
            )


RULE = ContentAdded()
